package dev.lightfoot.doctor;

import dev.lightfoot.config.Config;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The MQTT broker: reached, its certificate trusted, the secrets in files only their owner reads. */
final class BrokerCheck implements Check {
    private static final int PLAIN_PORT = 1883;
    private static final int TLS_PORT = 8883;

    @Override
    public List<Finding> look(Machine machine, Config config) {
        Config.Mqtt mqtt = config.mqtt();
        if (!mqtt.enabled()) {
            return List.of(Finding.ok("broker", "MQTT is off"));
        }
        URI url = URI.create(mqtt.url());
        boolean tls = url.getScheme().equals("ssl") || url.getScheme().equals("wss");
        int port = url.getPort() >= 0 ? url.getPort() : tls ? TLS_PORT : PLAIN_PORT;
        List<Finding> findings = new ArrayList<>();
        findings.add(machine.world()
                .unreachable(url.getHost(), port, tls, mqtt.caFile())
                .map(wrong -> Finding.fail(
                        "broker",
                        mqtt.url() + ": " + wrong,
                        tls
                                ? "see that the broker runs and that mqtt.ca-file has the authority of its certificate"
                                : "see that the broker runs there (systemctl status mosquitto), or set mqtt.url"))
                .orElseGet(() -> answered(mqtt, tls)));
        for (Path secret : secrets(mqtt)) {
            if (!Files.isReadable(secret)) {
                findings.add(Finding.fail(
                        "broker",
                        secret + " cannot be read",
                        "sudo chown lightfoot " + secret + "; sudo chmod 600 " + secret));
            }
        }
        return findings;
    }

    private static Finding answered(Config.Mqtt mqtt, boolean tls) {
        boolean here = mqtt.url().matches("[a-z]+://(127\\..*|localhost.*|\\[::1].*)");
        return tls || here
                ? Finding.ok("broker", mqtt.url() + " answers" + (tls ? ", its certificate is trusted" : ""))
                : Finding.warn(
                        "broker",
                        mqtt.url() + " answers, in the clear: everyone on that network can read along",
                        "set mqtt.url to ssl://");
    }

    private static List<Path> secrets(Config.Mqtt mqtt) {
        List<Path> files = new ArrayList<>();
        for (Path file : new Path[] {mqtt.passwordFile(), mqtt.keyFile()}) {
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }
}
