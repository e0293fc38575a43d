package dev.lightfoot;

import dev.lightfoot.ble.FileAdoption;
import dev.lightfoot.ble.PodFile;
import dev.lightfoot.config.Config;
import dev.lightfoot.haptic.Haptic;
import dev.lightfoot.history.History;
import dev.lightfoot.history.HistoryException;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.mqtt.Credentials;
import dev.lightfoot.mqtt.MqttSettings;
import dev.lightfoot.mqtt.PahoPublisher;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Puts the publisher on the configured broker. */
final class MqttAssembly {
    private MqttAssembly() {}

    static PahoPublisher start(Config config, History history, StrikeLoop strikeLoop, Haptic haptic)
            throws HistoryException {
        Config.Mqtt mqtt = config.mqtt();
        String name = config.gateway().name();
        MqttSettings settings = new MqttSettings(
                mqtt.url(),
                mqtt.clientId().isEmpty() ? "lightfoot-" + name : mqtt.clientId(),
                new Credentials(
                        Optional.ofNullable(mqtt.username()),
                        Optional.ofNullable(mqtt.passwordFile()),
                        Optional.ofNullable(mqtt.caFile()),
                        Optional.ofNullable(mqtt.certificateFile()),
                        Optional.ofNullable(mqtt.keyFile())),
                name,
                mqtt.homeAssistant());
        return PahoPublisher.start(
                settings,
                history.outbox("mqtt"),
                Gateway.version(),
                InstantSource.system(),
                mqtt.commands() ? desk(config, history, strikeLoop, haptic) : null);
    }

    private static Desk desk(Config config, History history, StrikeLoop strikeLoop, Haptic haptic) {
        PodFile pods = new PodFile(config.bluetooth().podsFile());
        return new Desk(
                config,
                strikeLoop,
                history,
                new FileAdoption(pods, InstantSource.system(), List::of),
                new HapticTrial(haptic, strikeLoop));
    }
}
