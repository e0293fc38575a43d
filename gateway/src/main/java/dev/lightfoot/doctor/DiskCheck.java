package dev.lightfoot.doctor;

import dev.lightfoot.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Room for the history, faults the file system counted, and the wear an eMMC tells (JEDEC 84-B51, 7.4.30). */
final class DiskCheck implements Check {
    private static final long MIB = 1L << 20;
    private static final long TOO_LITTLE_MIB = 20;
    /** A hundred hours of runs. */
    private static final long LITTLE_MIB = 200;

    private static final int WORN_TENTHS = 8;

    @Override
    public List<Finding> look(Machine machine, Config config) {
        List<Finding> findings = new ArrayList<>();
        findings.add(room(machine, config.history().file().toAbsolutePath()));
        for (Path fileSystem : machine.list("/sys/fs/ext4", "*")) {
            String errors = Machine.text(fileSystem.resolve("errors_count")).orElse("0");
            if (!errors.equals("0")) {
                findings.add(Finding.warn(
                        "card",
                        fileSystem.getFileName() + " has counted " + errors + " errors",
                        "copy the history off it and replace the card"));
            }
        }
        for (Path card : machine.list("/sys/block", "mmcblk*")) {
            Machine.text(card.resolve("device/life_time"))
                    .ifPresent(life -> findings.add(wear(card.getFileName().toString(), life)));
        }
        return findings;
    }

    private static Finding room(Machine machine, Path history) {
        Path folder = machine.at(history.toString()).getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        try {
            long freeMib =
                    Files.getFileStore(folder == null ? machine.root() : folder).getUsableSpace() / MIB;
            String says = freeMib + " MiB free for " + history;
            if (freeMib < TOO_LITTLE_MIB) {
                return Finding.fail("disk", says, "make room; an hour of running takes about 1 MiB");
            }
            return freeMib < LITTLE_MIB ? Finding.warn("disk", says, "make room") : Finding.ok("disk", says);
        } catch (IOException e) {
            return Finding.fail("disk", "the disk of " + history + " cannot be read: " + e.getMessage(), "see dmesg");
        }
    }

    private static Finding wear(String card, String lifeTime) {
        int tenths = 0;
        for (String part : lifeTime.split("\\s+", -1)) {
            if (part.matches("0x[0-9a-fA-F]{1,2}")) {
                tenths = Math.max(tenths, Integer.decode(part));
            }
        }
        String says = card + " tells " + tenths * 10 + " % of its life used at most";
        return tenths >= WORN_TENTHS
                ? Finding.warn("card", says, "replace it before it fails")
                : Finding.ok("card", says);
    }
}
