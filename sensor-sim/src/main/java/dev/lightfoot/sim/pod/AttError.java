package dev.lightfoot.sim.pod;

/** ATT error codes that a Lightfoot pod answers with: those of the Bluetooth core, and 0x80 to 0x82 of the profile. */
public final class AttError {
    public static final int NONE = 0;
    public static final int INVALID_LENGTH = 0x0D;
    public static final int VALUE_NOT_SUPPORTED = 0x80;
    public static final int BUSY = 0x81;
    public static final int UNKNOWN_OPCODE = 0x82;

    private AttError() {}
}
