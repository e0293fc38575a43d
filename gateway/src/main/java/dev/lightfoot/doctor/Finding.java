package dev.lightfoot.doctor;

/**
 * What a check found.
 *
 * @param check short name of what was looked at
 * @param says what it is like, with its figures
 * @param mend what to do; empty when nothing is to be done
 */
public record Finding(String check, Level level, String says, String mend) {
    /** How bad it is. FAIL: no strike is judged or no cue is felt. WARN: later, less often, or not known. */
    public enum Level {
        OK,
        WARN,
        FAIL
    }

    static Finding ok(String check, String says) {
        return new Finding(check, Level.OK, says, "");
    }

    static Finding warn(String check, String says, String mend) {
        return new Finding(check, Level.WARN, says, mend);
    }

    static Finding fail(String check, String says, String mend) {
        return new Finding(check, Level.FAIL, says, mend);
    }
}
