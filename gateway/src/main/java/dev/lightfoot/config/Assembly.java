package dev.lightfoot.config;

import dev.lightfoot.form.CueSettings;
import dev.lightfoot.form.FeedbackSchedule;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the configuration of checked values. */
final class Assembly {
    private Assembly() {}

    static Config of(Values values, Places places) {
        return new Config(
                new Config.Gateway(values.of(Keys.GATEWAY_NAME)),
                bluetooth(values, places),
                values.pods().stream().map(Assembly::pod).toList(),
                form(values),
                new Config.Coach(values.of(Keys.SHOE), values.of(Keys.COUNT_FROM_RUN)),
                haptic(values),
                mqtt(values, places),
                new Config.History(
                        places.resolve(values.of(Keys.HISTORY_FILE)),
                        values.of(Keys.RUN_GAP_MINUTES),
                        values.of(Keys.KEEP_STRIKES_DAYS),
                        values.of(Keys.HISTORY_LIMIT_MB),
                        values.of(Keys.RAW),
                        values.of(Keys.RAW_LIMIT_MB)),
                new Config.Web(values.of(Keys.WEB_ENABLED), values.of(Keys.WEB_HOST), values.of(Keys.WEB_PORT)));
    }

    private static Config.Pod pod(Values.PodValues pod) {
        String foot = pod.foot();
        return new Config.Pod(
                pod.address().toUpperCase(Locale.ROOT),
                foot == null ? null : Foot.valueOf(foot.toUpperCase(Locale.ROOT)));
    }

    private static Config.Bluetooth bluetooth(Values values, Places places) {
        String podsFile = values.of(Keys.PODS_FILE);
        return new Config.Bluetooth(
                values.of(Keys.BUS),
                values.of(Keys.ADAPTER),
                values.of(Keys.ACQUIRE_NOTIFY),
                values.of(Keys.BOND),
                podsFile.isEmpty()
                        ? places.resolve(values.of(Keys.HISTORY_FILE)).resolveSibling("pods.toml")
                        : places.resolve(podsFile));
    }

    private static FormSettings form(Values values) {
        return new FormSettings(
                number(values, Keys.FRESH_STRIKE_ANGLE_DEG),
                number(values, Keys.STRIKE_ANGLE_STEP_DEG),
                number(values, Keys.FRESH_DUTY_FACTOR),
                number(values, Keys.DUTY_FACTOR_STEP),
                number(values, Keys.FRESH_CADENCE_SPM),
                number(values, Keys.CADENCE_STEP_SPM),
                number(values, Keys.DRIFTING_SCORE),
                number(values, Keys.JOGGING_SCORE),
                cues(values));
    }

    private static CueSettings cues(Values values) {
        return new CueSettings(
                number(values, Keys.CUE_GAP_S),
                number(values, Keys.STOP_AFTER_S),
                values.of(Keys.STOP_AFTER_FAILURES),
                FeedbackSchedule.valueOf(values.of(Keys.SCHEDULE).toUpperCase(Locale.ROOT)),
                number(values, Keys.BAND_SCORE),
                values.of(Keys.MUTED),
                values.of(Keys.CADENCE_BEAT),
                number(values, Keys.BEAT_ABOVE_PCT),
                values.of(Keys.RUN_GAP_MINUTES) * 60f);
    }

    private static Config.Haptic haptic(Values values) {
        return new Config.Haptic(
                Stream.of(values.of(Keys.HAPTIC_KIND).split("\\+", -1))
                        .distinct()
                        .map(kind -> Config.HapticKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                        .toList(),
                values.of(Keys.HAPTIC_PIN),
                values.of(Keys.HAPTIC_RIGHT_PIN),
                values.of(Keys.HAPTIC_ACTIVE_HIGH),
                new Config.Pwm(
                        values.of(Keys.PWM_CHIP),
                        values.of(Keys.PWM_CHANNEL),
                        values.of(Keys.PWM_RIGHT_CHANNEL),
                        values.of(Keys.PWM_HZ)),
                new Config.Drv2605l(
                        values.of(Keys.I2C_BUS),
                        values.of(Keys.I2C_ADDRESS),
                        values.of(Keys.DRV_TRIGGER),
                        values.of(Keys.DRV_PIN),
                        values.of(Keys.DRV_LRA),
                        values.of(Keys.RATED_MV),
                        values.of(Keys.OVERDRIVE_MV),
                        values.of(Keys.LRA_HZ)));
    }

    private static Config.Mqtt mqtt(Values values, Places places) {
        String clientId = values.of(Keys.MQTT_CLIENT_ID);
        return new Config.Mqtt(
                values.of(Keys.MQTT_ENABLED),
                values.of(Keys.MQTT_URL),
                clientId.isEmpty() ? "lightfoot-" + values.of(Keys.GATEWAY_NAME) : clientId,
                orNull(values.of(Keys.MQTT_USERNAME)),
                fileOrNull(places, values.of(Keys.MQTT_PASSWORD_FILE)),
                fileOrNull(places, values.of(Keys.MQTT_CA_FILE)),
                fileOrNull(places, values.of(Keys.MQTT_CERTIFICATE_FILE)),
                fileOrNull(places, values.of(Keys.MQTT_KEY_FILE)),
                values.of(Keys.MQTT_COMMANDS),
                values.of(Keys.MQTT_HOME_ASSISTANT));
    }

    private static @Nullable Path fileOrNull(Places places, String written) {
        return written.isEmpty() ? null : places.resolve(written);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static float number(Values values, Key<Double> key) {
        return values.of(key).floatValue();
    }
}
