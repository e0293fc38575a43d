package dev.lightfoot.doctor;

import dev.lightfoot.config.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The kernel's switches of the Bluetooth radios, and whether a silent radio may be switched off and on. */
final class RfkillCheck implements Check {
    @Override
    public List<Finding> look(Machine machine, Config config) {
        List<Finding> findings = new ArrayList<>();
        for (Path radio : machine.list("/sys/class/rfkill", "rfkill*")) {
            if (!is(radio, "type", "bluetooth")) {
                continue;
            }
            String name = Machine.text(radio.resolve("name")).orElse("a radio");
            if (is(radio, "hard", "1")) {
                findings.add(Finding.fail("rfkill", name + " is off by a switch of the machine", "turn that switch"));
            } else if (is(radio, "soft", "1")) {
                findings.add(Finding.fail("rfkill", name + " is blocked", "sudo rfkill unblock bluetooth"));
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok("rfkill", "no Bluetooth radio is blocked"));
        }
        return findings;
    }

    private static boolean is(Path radio, String file, String value) {
        return Machine.text(radio.resolve(file)).orElse("").equals(value);
    }
}
