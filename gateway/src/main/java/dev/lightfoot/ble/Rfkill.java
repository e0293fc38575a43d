package dev.lightfoot.ble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The kernel's switch of all Bluetooth radios, /dev/rfkill: an event of 8 bytes, u32 index, u8 type, u8 operation, u8 soft
 * block, u8 hard block (linux/rfkill.h).
 */
final class Rfkill {
    private static final byte BLUETOOTH = 2;
    private static final byte CHANGE_ALL = 3;

    private final Path device;

    Rfkill(Path device) {
        this.device = device;
    }

    /** Blocks every Bluetooth radio and unblocks it; needs write access to the device. */
    void blockAndUnblock() throws IOException {
        Files.write(device, event((byte) 1), StandardOpenOption.WRITE);
        Files.write(device, event((byte) 0), StandardOpenOption.WRITE);
    }

    private static byte[] event(byte blocked) {
        return new byte[] {0, 0, 0, 0, BLUETOOTH, CHANGE_ALL, blocked, 0};
    }
}
