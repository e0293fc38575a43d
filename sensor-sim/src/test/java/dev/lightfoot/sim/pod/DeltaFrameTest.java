package dev.lightfoot.sim.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeltaFrameTest {
    @Test
    void aFrameIsItsHeadAReferenceAndBlocksOfDifferencesFromTheLowestBitOn() {
        byte[] frame = DeltaFrame.of(
                2, 0x0102030405060708L, List.of(new int[] {1, -2, 3}, new int[] {2, -4, 3}, new int[] {2, 60, 3}));
        assertThat(HexFormat.of().formatHex(frame))
                .isEqualTo(
                        "02" // accelerometer
                                + "0807060504030201" // ns of the last sample
                                + "80" // compressed, type 0
                                + "0100" + "feff" + "0300" // reference
                                + "02" + "01" // two bits an axis, one sample
                                + "09" // 1, -2, 0: 01, 10, 00 from the lowest bit on
                                + "08" + "01" // eight bits an axis
                                + "00" + "40" + "00"); // 0, 64, 0
    }
}
