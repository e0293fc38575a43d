// SPDX-License-Identifier: GPL-2.0
/*
 * A PWM chip without hardware: four channels that take every setting. What was set is read back where any PWM chip
 * shows it, under /sys/class/pwm.
 */
#include <linux/err.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/pwm.h>

#define CHANNELS 4

static struct platform_device *device;
static struct pwm_chip chip;

static int take(struct pwm_chip *of, struct pwm_device *channel, const struct pwm_state *state)
{
	return 0;
}

static const struct pwm_ops takes_all = {
	.owner = THIS_MODULE,
	.apply = take,
};

static int __init begin(void)
{
	int refused;

	device = platform_device_register_simple("pwm-sim", PLATFORM_DEVID_NONE, NULL, 0);
	if (IS_ERR(device))
		return PTR_ERR(device);
	chip = (struct pwm_chip){ .dev = &device->dev, .ops = &takes_all, .npwm = CHANNELS };
	refused = pwmchip_add(&chip);
	if (refused)
		platform_device_unregister(device);
	return refused;
}

static void __exit end(void)
{
	pwmchip_remove(&chip);
	platform_device_unregister(device);
}

module_init(begin);
module_exit(end);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Simulated PWM chip");
