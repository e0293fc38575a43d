package dev.lightfoot.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GarbageGateTest {
    private final GarbageGate gate = new GarbageGate();

    /** How many of a pattern of good (g) and bad (b) notifications are let through, 10,000 at most. */
    private int admitted(String pattern) {
        int admitted = 0;
        while (admitted < 10_000 && gate.admits(pattern.charAt(admitted % pattern.length()) == 'g')) {
            admitted++;
        }
        return admitted;
    }

    @Test
    void nothingButGarbageIsCutOffAfterTwoHundred() {
        assertThat(admitted("b")).isEqualTo(199);
    }

    @Test
    void aThirdOfGarbageIsBorneForEver() {
        assertThat(admitted("ggb")).isEqualTo(10_000);
    }

    @Test
    void halfOfItIsNot() {
        assertThat(admitted("gb")).isBetween(700, 900);
    }
}
