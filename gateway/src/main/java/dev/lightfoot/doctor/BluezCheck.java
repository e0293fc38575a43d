package dev.lightfoot.doctor;

import dev.lightfoot.config.Config;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** BlueZ's version: what was tried begins with 5.66, Debian bookworm's. */
final class BluezCheck implements Check {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
    private static final int TRIED_MAJOR = 5;
    private static final int TRIED_MINOR = 66;

    @Override
    public List<Finding> look(Machine machine, Config config) {
        String printed = machine.output("bluetoothctl", "--version").orElse("");
        Matcher version = VERSION.matcher(printed);
        if (!version.find()) {
            return List.of(Finding.fail("bluez", "BlueZ does not answer", "sudo apt install bluez"));
        }
        int major = Integer.parseInt(version.group(1));
        int minor = Integer.parseInt(version.group(2));
        boolean tried = major > TRIED_MAJOR || (major == TRIED_MAJOR && minor >= TRIED_MINOR);
        return List.of(
                tried
                        ? Finding.ok("bluez", "BlueZ " + version.group())
                        : Finding.warn(
                                "bluez",
                                "BlueZ " + version.group() + " is older than any Lightfoot was tried with",
                                "sudo apt full-upgrade, or a newer Raspberry Pi OS"));
    }
}
