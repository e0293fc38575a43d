package dev.lightfoot.doctor;

import dev.lightfoot.config.Config;
import java.util.List;

/** The Bluetooth adapter as the kernel has it. */
final class AdapterCheck implements Check {
    @Override
    public List<Finding> look(Machine machine, Config config) {
        String adapter = config.bluetooth().adapter();
        if (machine.has("/sys/class/bluetooth/" + adapter)) {
            return List.of(Finding.ok("adapter", adapter + " is there"));
        }
        List<String> others = machine.list("/sys/class/bluetooth", "hci*").stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> !name.contains(":"))
                .toList();
        return List.of(
                others.isEmpty()
                        ? Finding.fail(
                                "adapter",
                                "this machine has no Bluetooth adapter",
                                "take dtoverlay=disable-bt out of config.txt and start anew, or plug in a USB adapter")
                        : Finding.fail(
                                "adapter",
                                adapter + " is not there, but " + String.join(", ", others),
                                "set bluetooth.adapter = \"" + others.getFirst() + "\""));
    }
}
