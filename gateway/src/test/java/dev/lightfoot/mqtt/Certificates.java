package dev.lightfoot.mqtt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A club's own authority, and what it signed, made by openssl in a folder; another authority beside it. */
record Certificates(
        Path authority,
        Path stranger,
        Path broker,
        Path brokerKey,
        Path elsewhere,
        Path elsewhereKey,
        Path client,
        Path clientKey) {

    /** Skips the test when there is no openssl on this machine. */
    static Certificates make(Path folder) throws IOException, InterruptedException {
        assumeTrue(Mosquitto.installed("openssl"), "skipped: openssl is not on PATH (apt install openssl)");
        Files.createDirectories(folder);
        authority(folder, "authority");
        authority(folder, "stranger");
        signed(folder, "broker", "IP:127.0.0.1");
        signed(folder, "elsewhere", "DNS:elsewhere.example");
        signed(folder, "client", "DNS:gateway");
        return new Certificates(
                folder.resolve("authority.pem"),
                folder.resolve("stranger.pem"),
                folder.resolve("broker.pem"),
                folder.resolve("broker.key"),
                folder.resolve("elsewhere.pem"),
                folder.resolve("elsewhere.key"),
                folder.resolve("client.pem"),
                folder.resolve("client.key"));
    }

    private static void authority(Path folder, String name) throws IOException, InterruptedException {
        List<String> command = request(name);
        command.addAll(List.of("-addext", "basicConstraints=critical,CA:TRUE"));
        run(folder, command);
    }

    private static void signed(Path folder, String name, String subjectAltName)
            throws IOException, InterruptedException {
        List<String> command = request(name);
        command.addAll(List.of(
                "-CA", "authority.pem", "-CAkey", "authority.key", "-addext", "subjectAltName=" + subjectAltName));
        run(folder, command);
    }

    private static List<String> request(String name) {
        return new ArrayList<>(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + name,
                "-keyout",
                name + ".key",
                "-out",
                name + ".pem"));
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("openssl.log");
        int code = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("openssl failed: " + Files.readString(log));
        }
    }
}
