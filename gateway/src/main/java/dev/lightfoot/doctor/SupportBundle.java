package dev.lightfoot.doctor;

import dev.lightfoot.config.Config;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What helps to find a fault, in one zip file: configuration, the doctor's findings, figures, the end of the journal and
 * the system's names. Password and key files are not opened; names of users and brokers are blanked.
 */
public final class SupportBundle {
    private static final Pattern SECRET =
            Pattern.compile("^(\\s*(?:username|url|client-id)\\s*=\\s*).*$", Pattern.MULTILINE);
    private static final Pattern HOST_IN_URL = Pattern.compile("((?:tcp|ssl|ws|wss)://)[^\\s\"/:]+");
    private static final String JOURNAL_LINES = "2000";

    private final Machine machine;

    public SupportBundle(Machine machine) {
        this.machine = machine;
    }

    /** Writes the bundle, which only its owner may read. */
    public void write(Path file, String version, Config config, String configText) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part :
                    parts(version, config, configText).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(withoutSecrets(part.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private Map<String, String> parts(String version, Config config, String configText) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "system.txt",
                "lightfoot " + version + "\njava " + Runtime.version() + "\n"
                        + machine.output("uname", "-srm").orElse("")
                        + machine.text("/etc/os-release").orElse("") + "\n"
                        + machine.text("/proc/device-tree/model").orElse("") + "\n");
        parts.put("config.toml", configText);
        ByteArrayOutputStream findings = new ByteArrayOutputStream();
        new Doctor(machine).run(config, false, new PrintStream(findings, true, StandardCharsets.UTF_8));
        parts.put("doctor.txt", findings.toString(StandardCharsets.UTF_8));
        parts.put("metrics.txt", GatewayCheck.figures(machine, config));
        parts.put(
                "journal.txt",
                machine.output(
                                "journalctl",
                                "--unit=lightfoot",
                                "--no-pager",
                                "--no-hostname",
                                "--lines=" + JOURNAL_LINES)
                        .orElse("the journal cannot be read: sudo, or the group systemd-journal\n"));
        return parts;
    }

    private static String withoutSecrets(String text) {
        return HOST_IN_URL
                .matcher(SECRET.matcher(text).replaceAll("$1\"(blanked)\""))
                .replaceAll("$1(blanked)");
    }
}
