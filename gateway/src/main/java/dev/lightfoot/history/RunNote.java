package dev.lightfoot.history;

import org.jspecify.annotations.Nullable;

/**
 * What the runner says of a run; null where nothing is said. Immutable.
 *
 * @param perceivedEffort 1, very easy, to 10, all out
 * @param text of any kind, without control characters other than line ends and tabs
 */
public record RunNote(
        @Nullable String shoe,
        @Nullable Surface surface,
        @Nullable Integer perceivedEffort,
        @Nullable String text) {
    public static final int MOST_SHOE_CHARACTERS = 64;
    public static final int MOST_TEXT_CHARACTERS = 4_000;
    public static final RunNote NONE = new RunNote(null, null, null, null);

    /** Blank text and a blank shoe are taken for none. Throws IllegalArgumentException, which names the value and the mend. */
    public RunNote {
        shoe = stripped(shoe);
        text = stripped(text);
        if (shoe != null && (shoe.length() > MOST_SHOE_CHARACTERS || hasControls(shoe, ""))) {
            throw new IllegalArgumentException("shoe \"" + start(shoe) + "\" must be of at most " + MOST_SHOE_CHARACTERS
                    + " characters and on one line");
        }
        if (perceivedEffort != null && (perceivedEffort < 1 || perceivedEffort > 10)) {
            throw new IllegalArgumentException(
                    "perceived effort " + perceivedEffort + " must be 1 (very easy) to 10 (all out)");
        }
        if (text != null && (text.length() > MOST_TEXT_CHARACTERS || hasControls(text, "\n\r\t"))) {
            throw new IllegalArgumentException("note \"" + start(text) + "\" must be of at most " + MOST_TEXT_CHARACTERS
                    + " characters, without control characters other than line ends");
        }
    }

    private static @Nullable String stripped(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }

    private static boolean hasControls(String said, String allowed) {
        return said.chars().anyMatch(c -> Character.isISOControl(c) && allowed.indexOf(c) < 0);
    }

    private static String start(String said) {
        String line = said.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "...";
    }
}
