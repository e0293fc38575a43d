package dev.lightfoot.doctor;

import dev.lightfoot.config.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Wi-Fi on 2.4 GHz beside Bluetooth on one chip, as on every Raspberry Pi: they take turns, and packets are lost. */
final class CoexistenceCheck implements Check {
    private static final Pattern CHANNEL = Pattern.compile("channel (\\d+) \\((\\d+) MHz");
    private static final int HIGHEST_OF_2_4_GHZ_MHZ = 2500;
    private static final String MEND = "move the Wi-Fi to 5 GHz, use a cable, or a USB Bluetooth adapter";

    @Override
    public List<Finding> look(Machine machine, Config config) {
        List<String> up = machine.list("/sys/class/net", "*").stream()
                .filter(card -> machine.has("/sys/class/net/" + card.getFileName() + "/wireless"))
                .filter(card ->
                        Machine.text(card.resolve("operstate")).orElse("").equals("up"))
                .map(card -> card.getFileName().toString())
                .toList();
        if (up.isEmpty()) {
            return List.of(Finding.ok("wifi", "no Wi-Fi is in use"));
        }
        if (onUsb(machine.at("/sys/class/bluetooth/" + config.bluetooth().adapter()))) {
            return List.of(Finding.ok("wifi", "Bluetooth is a USB adapter, apart from the Wi-Fi"));
        }
        Matcher channel = CHANNEL.matcher(machine.output("iw", "dev").orElse(""));
        if (!channel.find()) {
            return List.of(Finding.warn(
                    "wifi", up.getFirst() + " shares a chip with Bluetooth, its band is not known", "apt install iw"));
        }
        boolean shared = Integer.parseInt(channel.group(2)) < HIGHEST_OF_2_4_GHZ_MHZ;
        return List.of(
                shared
                        ? Finding.warn(
                                "wifi",
                                up.getFirst() + " is on channel " + channel.group(1) + " of 2.4 GHz, as Bluetooth is",
                                MEND)
                        : Finding.ok("wifi", up.getFirst() + " is on " + channel.group(2) + " MHz"));
    }

    private static boolean onUsb(Path adapter) {
        try {
            return adapter.toRealPath().toString().contains("/usb");
        } catch (IOException e) {
            return false;
        }
    }
}
