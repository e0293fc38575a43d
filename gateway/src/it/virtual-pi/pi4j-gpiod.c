/*
 * The part of Pi4J's native GPIO library that drives an output, for the virtual Pi: Pi4J ships that library for ARM only.
 * Below Pi4J's own Java classes, above the kernel's GPIO character device (version 2). What is not here is an
 * UnsatisfiedLinkError in Java. One chip iteration at a time.
 */
#include <errno.h>
#include <fcntl.h>
#include <jni.h>
#include <linux/gpio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define NATIVE(type, name) JNIEXPORT type JNICALL Java_com_pi4j_library_gpiod_internal_GpioD_##name
#define CHIPS 16
#define DIRECTION_INPUT 1
#define DIRECTION_OUTPUT 2

struct chip {
	int fd;
	struct gpiochip_info info;
};

/* A line of a chip; request is the fd of the kernel's line request, -1 while there is none. */
struct line {
	struct chip *chip;
	unsigned int offset;
	int request;
};

static int next_chip;

static jobject boxed(JNIEnv *env, void *pointer)
{
	jclass type = (*env)->FindClass(env, "java/lang/Long");
	jmethodID of = (*env)->GetStaticMethodID(env, type, "valueOf", "(J)Ljava/lang/Long;");

	return pointer ? (*env)->CallStaticObjectMethod(env, type, of, (jlong)pointer) : NULL;
}

NATIVE(jobject, gpiod_1chip_1iter_1new)(JNIEnv *env, jclass type)
{
	next_chip = 0;
	return boxed(env, &next_chip);
}

NATIVE(jobject, c_1gpiod_1chip_1iter_1next_1noclose)(JNIEnv *env, jclass type, jlong iteration)
{
	while (next_chip < CHIPS) {
		char path[32];
		struct chip *chip = calloc(1, sizeof(*chip));

		snprintf(path, sizeof(path), "/dev/gpiochip%d", next_chip++);
		chip->fd = open(path, O_RDWR | O_CLOEXEC);
		if (chip->fd >= 0 && ioctl(chip->fd, GPIO_GET_CHIPINFO_IOCTL, &chip->info) == 0)
			return boxed(env, chip);
		free(chip);
	}
	return NULL;
}

NATIVE(void, c_1gpiod_1chip_1iter_1free)(JNIEnv *env, jclass type, jlong iteration) {}

NATIVE(void, c_1gpiod_1chip_1iter_1free_1noclose)(JNIEnv *env, jclass type, jlong iteration) {}

NATIVE(jstring, c_1gpiod_1chip_1name)(JNIEnv *env, jclass type, jlong chip)
{
	return (*env)->NewStringUTF(env, ((struct chip *)chip)->info.name);
}

NATIVE(jstring, c_1gpiod_1chip_1label)(JNIEnv *env, jclass type, jlong chip)
{
	return (*env)->NewStringUTF(env, ((struct chip *)chip)->info.label);
}

NATIVE(jint, c_1gpiod_1chip_1num_1lines)(JNIEnv *env, jclass type, jlong chip)
{
	return (jint)((struct chip *)chip)->info.lines;
}

NATIVE(void, c_1gpiod_1chip_1close)(JNIEnv *env, jclass type, jlong chip)
{
	close(((struct chip *)chip)->fd);
	free((struct chip *)chip);
}

NATIVE(jobject, c_1gpiod_1chip_1get_1line)(JNIEnv *env, jclass type, jlong chip, jint offset)
{
	struct line *line = calloc(1, sizeof(*line));

	*line = (struct line){ .chip = (struct chip *)chip, .offset = (unsigned int)offset, .request = -1 };
	return boxed(env, line);
}

NATIVE(jint, c_1gpiod_1line_1offset)(JNIEnv *env, jclass type, jlong line)
{
	return (jint)((struct line *)line)->offset;
}

NATIVE(jint, c_1gpiod_1line_1direction)(JNIEnv *env, jclass type, jlong line)
{
	struct gpio_v2_line_info info = { .offset = ((struct line *)line)->offset };

	if (ioctl(((struct line *)line)->chip->fd, GPIO_V2_GET_LINEINFO_IOCTL, &info) != 0)
		return -1;
	return info.flags & GPIO_V2_LINE_FLAG_OUTPUT ? DIRECTION_OUTPUT : DIRECTION_INPUT;
}

NATIVE(jint, c_1gpiod_1line_1request_1output)(JNIEnv *env, jclass type, jlong of, jstring consumer, jint value)
{
	struct line *line = (struct line *)of;
	const char *name = (*env)->GetStringUTFChars(env, consumer, NULL);
	struct gpio_v2_line_request request = { .offsets = { line->offset }, .num_lines = 1 };
	int done;

	snprintf(request.consumer, sizeof(request.consumer), "%s", name);
	(*env)->ReleaseStringUTFChars(env, consumer, name);
	request.config.flags = GPIO_V2_LINE_FLAG_OUTPUT;
	request.config.num_attrs = 1;
	request.config.attrs[0].mask = 1;
	request.config.attrs[0].attr.id = GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES;
	request.config.attrs[0].attr.values = value != 0;
	done = ioctl(line->chip->fd, GPIO_V2_GET_LINE_IOCTL, &request);
	line->request = done == 0 ? request.fd : -1;
	return done;
}

NATIVE(jint, c_1gpiod_1line_1set_1value)(JNIEnv *env, jclass type, jlong line, jint value)
{
	struct gpio_v2_line_values values = { .bits = value != 0, .mask = 1 };

	return ioctl(((struct line *)line)->request, GPIO_V2_LINE_SET_VALUES_IOCTL, &values);
}

NATIVE(jint, c_1gpiod_1line_1get_1value)(JNIEnv *env, jclass type, jlong line)
{
	struct gpio_v2_line_values values = { .mask = 1 };

	if (ioctl(((struct line *)line)->request, GPIO_V2_LINE_GET_VALUES_IOCTL, &values) != 0)
		return -1;
	return (jint)(values.bits & 1);
}

NATIVE(void, c_1gpiod_1line_1release)(JNIEnv *env, jclass type, jlong of)
{
	struct line *line = (struct line *)of;

	if (line->request >= 0)
		close(line->request);
	line->request = -1;
}

NATIVE(jstring, c_1gpiod_1strerror)(JNIEnv *env, jclass type)
{
	return (*env)->NewStringUTF(env, strerror(errno));
}
