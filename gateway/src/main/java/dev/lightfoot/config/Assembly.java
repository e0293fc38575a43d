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
                new Config.Gateway(values.of(GatewayKeys.GATEWAY_NAME)),
                bluetooth(values, places),
                values.pods().stream().map(Assembly::pod).toList(),
                form(values),
                new Config.Coach(values.of(CoachKeys.SHOE), values.of(CoachKeys.COUNT_FROM_RUN)),
                haptic(values),
                mqtt(values, places),
                new Config.History(
                        places.resolve(values.of(HistoryKeys.HISTORY_FILE)),
                        values.of(HistoryKeys.RUN_GAP_MINUTES),
                        values.of(HistoryKeys.KEEP_STRIKES_DAYS),
                        values.of(HistoryKeys.SIZE_LIMIT_MB),
                        values.of(HistoryKeys.RAW),
                        values.of(HistoryKeys.RAW_LIMIT_MB)),
                web(values, places));
    }

    private static Config.Web web(Values values, Places places) {
        return new Config.Web(
                values.of(WebKeys.WEB_ENABLED),
                values.of(WebKeys.WEB_HOST),
                values.of(WebKeys.WEB_PORT),
                besideHistory(values, places, values.of(WebKeys.PASSWORD_FILE), "web-password"),
                fileOrNull(places, values.of(WebKeys.TOKEN_FILE)));
    }

    private static Path besideHistory(Values values, Places places, String written, String name) {
        return written.isEmpty()
                ? places.resolve(values.of(HistoryKeys.HISTORY_FILE)).resolveSibling(name)
                : places.resolve(written);
    }

    private static Config.Pod pod(Values.PodValues pod) {
        String foot = pod.foot();
        return new Config.Pod(
                pod.address().toUpperCase(Locale.ROOT),
                foot == null ? null : Foot.valueOf(foot.toUpperCase(Locale.ROOT)));
    }

    private static Config.Bluetooth bluetooth(Values values, Places places) {
        return new Config.Bluetooth(
                values.of(BluetoothKeys.BUS),
                values.of(BluetoothKeys.ADAPTER),
                values.of(BluetoothKeys.ACQUIRE_NOTIFY),
                values.of(BluetoothKeys.BOND),
                besideHistory(values, places, values.of(BluetoothKeys.PODS_FILE), "pods.toml"));
    }

    private static FormSettings form(Values values) {
        return new FormSettings(
                number(values, FormKeys.FRESH_STRIKE_ANGLE_DEG),
                number(values, FormKeys.STRIKE_ANGLE_STEP_DEG),
                number(values, FormKeys.FRESH_DUTY_FACTOR),
                number(values, FormKeys.DUTY_FACTOR_STEP),
                number(values, FormKeys.FRESH_CADENCE_SPM),
                number(values, FormKeys.CADENCE_STEP_SPM),
                number(values, FormKeys.DRIFTING_SCORE),
                number(values, FormKeys.JOGGING_SCORE),
                cues(values));
    }

    private static CueSettings cues(Values values) {
        return new CueSettings(
                number(values, CoachKeys.CUE_GAP_S),
                number(values, CoachKeys.STOP_AFTER_S),
                values.of(CoachKeys.STOP_AFTER_FAILURES),
                FeedbackSchedule.valueOf(values.of(CoachKeys.SCHEDULE).toUpperCase(Locale.ROOT)),
                number(values, CoachKeys.BAND_SCORE),
                values.of(CoachKeys.MUTED),
                values.of(CoachKeys.CADENCE_BEAT),
                number(values, CoachKeys.BEAT_ABOVE_PCT),
                values.of(HistoryKeys.RUN_GAP_MINUTES) * 60f);
    }

    private static Config.Haptic haptic(Values values) {
        return new Config.Haptic(
                Stream.of(values.of(HapticKeys.HAPTIC_KIND).split("\\+", -1))
                        .distinct()
                        .map(kind -> Config.HapticKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                        .toList(),
                values.of(HapticKeys.HAPTIC_PIN),
                values.of(HapticKeys.HAPTIC_RIGHT_PIN),
                values.of(HapticKeys.HAPTIC_ACTIVE_HIGH),
                new Config.Pwm(
                        values.of(HapticKeys.PWM_CHIP),
                        values.of(HapticKeys.PWM_CHANNEL),
                        values.of(HapticKeys.PWM_RIGHT_CHANNEL),
                        values.of(HapticKeys.PWM_HZ)),
                new Config.Drv2605l(
                        values.of(HapticKeys.I2C_BUS),
                        values.of(HapticKeys.I2C_ADDRESS),
                        values.of(HapticKeys.DRV_TRIGGER),
                        values.of(HapticKeys.DRV_PIN),
                        values.of(HapticKeys.DRV_LRA),
                        values.of(HapticKeys.RATED_MV),
                        values.of(HapticKeys.OVERDRIVE_MV),
                        values.of(HapticKeys.LRA_HZ)),
                orNull(values.of(HapticKeys.BAND).toUpperCase(Locale.ROOT)));
    }

    private static Config.Mqtt mqtt(Values values, Places places) {
        String clientId = values.of(MqttKeys.MQTT_CLIENT_ID);
        return new Config.Mqtt(
                values.of(MqttKeys.MQTT_ENABLED),
                values.of(MqttKeys.MQTT_URL),
                clientId.isEmpty() ? "lightfoot-" + values.of(GatewayKeys.GATEWAY_NAME) : clientId,
                orNull(values.of(MqttKeys.MQTT_USERNAME)),
                fileOrNull(places, values.of(MqttKeys.MQTT_PASSWORD_FILE)),
                fileOrNull(places, values.of(MqttKeys.MQTT_CA_FILE)),
                fileOrNull(places, values.of(MqttKeys.MQTT_CERTIFICATE_FILE)),
                fileOrNull(places, values.of(MqttKeys.MQTT_KEY_FILE)),
                values.of(MqttKeys.MQTT_COMMANDS),
                values.of(MqttKeys.MQTT_HOME_ASSISTANT));
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
