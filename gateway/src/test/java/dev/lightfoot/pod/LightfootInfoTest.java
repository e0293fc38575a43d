package dev.lightfoot.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.gait.Foot;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LightfootInfoTest {
    private static LightfootInfo read(String hex) throws PodInfoException {
        return LightfootInfo.read(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Test
    void everyFieldIsRead() throws PodInfoException {
        // version 1, right foot, 208 Hz, 16 g, 2000 deg/s, 4 samples
        assertThat(read("01 02 d0 00 10 d0 07 04")).isEqualTo(new LightfootInfo(1, Foot.RIGHT, 208, 16, 2000, 4));
    }

    @Test
    void aFootThatIsNotSetIsNullAndALaterVersionsBytesArePassedOver() throws PodInfoException {
        assertThat(read("02 00 a0 01 20 a0 0f 1f aa bb")).isEqualTo(new LightfootInfo(2, null, 416, 32, 4000, 31));
    }

    @Test
    void whatCannotBeIsNamedWithItsValue() {
        assertThatThrownBy(() -> read("01 02 d0 00 10 d0 07")).hasMessageContaining("7 bytes");
        assertThatThrownBy(() -> read("00 02 d0 00 10 d0 07 04")).hasMessageContaining("version 0");
        assertThatThrownBy(() -> read("01 03 d0 00 10 d0 07 04")).hasMessageContaining("foot 3");
        assertThatThrownBy(() -> read("01 02 31 00 10 d0 07 04")).hasMessageContaining("49 Hz");
        assertThatThrownBy(() -> read("01 02 a1 01 10 d0 07 04")).hasMessageContaining("417 Hz");
        assertThatThrownBy(() -> read("01 02 d0 00 03 d0 07 04")).hasMessageContaining("3 g");
        assertThatThrownBy(() -> read("01 02 d0 00 10 d1 07 04")).hasMessageContaining("2001 deg/s");
        assertThatThrownBy(() -> read("01 02 d0 00 10 d0 07 00")).hasMessageContaining("notification 0");
        assertThatThrownBy(() -> read("01 02 d0 00 10 d0 07 20"))
                .isInstanceOf(PodInfoException.class)
                .hasMessageContaining("notification 32");
    }
}
