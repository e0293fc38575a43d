package dev.lightfoot.doctor;

import dev.lightfoot.config.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Undervoltage and throttling of a Raspberry Pi: the firmware's word, bit 0 undervoltage now, bit 2 throttled now, bits 16
 * and 18 since the start (Raspberry Pi documentation, vcgencmd get_throttled); else the kernel's hwmon rpi_volt.
 */
final class PowerCheck implements Check {
    private static final int NOW = 0x5;
    private static final int SINCE_START = 0x5_0000;
    private static final String MEND = "use a supply of 5.1 V and 3 A (Raspberry Pi 5: 5 A) with a short cable";

    @Override
    public List<Finding> look(Machine machine, Config config) {
        Optional<Integer> word = word(machine);
        if (word.isPresent()) {
            return List.of(judged(word.get()));
        }
        for (Path sensor : machine.list("/sys/class/hwmon", "hwmon*")) {
            if (Machine.text(sensor.resolve("name")).orElse("").equals("rpi_volt")) {
                boolean low = Machine.text(sensor.resolve("in0_lcrit_alarm"))
                        .orElse("0")
                        .equals("1");
                return List.of(judged(low ? 1 : 0));
            }
        }
        return List.of(Finding.ok("power", "this machine does not tell its voltage"));
    }

    private static Finding judged(int word) {
        if ((word & NOW) != 0) {
            return Finding.fail("power", "the voltage is too low at this moment, or the processor throttled", MEND);
        }
        return (word & SINCE_START) != 0
                ? Finding.warn("power", "the voltage was too low since the start, or the processor throttled", MEND)
                : Finding.ok("power", "no undervoltage since the start");
    }

    private static Optional<Integer> word(Machine machine) {
        String said = machine.text("/sys/devices/platform/soc/soc:firmware/get_throttled")
                .or(() -> machine.output("vcgencmd", "get_throttled"))
                .orElse("");
        String hex =
                said.replaceFirst("^throttled=", "").replaceFirst("^0x", "").strip();
        return hex.matches("[0-9a-fA-F]{1,7}") ? Optional.of(Integer.parseInt(hex, 16)) : Optional.empty();
    }
}
