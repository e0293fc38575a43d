package dev.lightfoot.pod;

/** Why a notification was passed over as garbage. */
public enum Rejection {
    /** Shorter than its fixed part. */
    TRUNCATED("shorter than its header"),
    /** Its length is not what its count of samples asks for. */
    WRONG_LENGTH("length does not fit its count of samples"),
    /** It says that it holds no sample. */
    NO_SAMPLES("no samples in it"),
    /** More samples than the pod's Info or its kind allows. */
    TOO_MANY_SAMPLES("more samples than Info allows"),
    /** A bit that must be 0 is set. */
    RESERVED_BIT("a reserved bit is set"),
    /** Of a kind that was not asked for, or without a header where one belongs. */
    UNKNOWN_FRAME("not a frame that was asked for"),
    /** The rest of a frame that was split, or the beginning of it, did not come. */
    TORN_FRAME("the other part of a split frame is missing"),
    /** Of a time that was had already. */
    OUT_OF_ORDER("older than what came before it"),
    /** A value that the sensor cannot have measured. */
    OUT_OF_RANGE("a value out of the sensor's range");

    private final String words;

    Rejection(String words) {
        this.words = words;
    }

    /** The reason in words, for people. */
    public String words() {
        return words;
    }
}
