package dev.lightfoot.doctor;

import dev.lightfoot.config.Config;
import java.util.List;

/** The time of day: a Raspberry Pi before the 5 has no clock of its own and starts where it was switched off. */
final class ClockCheck implements Check {
    @Override
    public List<Finding> look(Machine machine, Config config) {
        boolean synchronised = machine.has("/run/systemd/timesync/synchronized")
                || machine.output("timedatectl", "show", "--property=NTPSynchronized", "--value")
                        .orElse("")
                        .strip()
                        .equals("yes");
        if (synchronised) {
            return List.of(Finding.ok("clock", "set by the network's time"));
        }
        return List.of(
                machine.has("/sys/class/rtc/rtc0")
                        ? Finding.ok("clock", "kept by a clock of the machine, the network's time was not heard")
                        : Finding.warn(
                                "clock",
                                "not set, and this machine has none that goes on without power: runs get a wrong date",
                                "connect to a network once after the start, or fit a battery clock (RTC)"));
    }
}
