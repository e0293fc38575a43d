package dev.lightfoot.pod;

/** Why a notification was passed over as garbage. */
public enum Rejection {
    /** Shorter than its fixed part. */
    TRUNCATED("shorter than its header"),
    /** Its length is not what its count of samples asks for. */
    WRONG_LENGTH("length does not fit its count of samples"),
    /** It says that it holds no sample. */
    NO_SAMPLES("no samples in it"),
    /** More samples than the pod's Info allows. */
    TOO_MANY_SAMPLES("more samples than Info allows"),
    /** A bit that must be 0 is set. */
    RESERVED_BIT("a reserved bit is set");

    private final String words;

    Rejection(String words) {
        this.words = words;
    }

    /** The reason in words, for people. */
    public String words() {
        return words;
    }
}
