package dev.lightfoot.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.sim.pod.PodKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A small share of what deploy/fuzz-pods does; and that what is not mutated is decoded without a complaint. */
class DecoderFuzzTest {
    private static final long SEED = 20_261_123;

    @ParameterizedTest
    @EnumSource(PodKind.class)
    void noMutatedPacketBreaksADecoder(PodKind kind) throws Exception {
        DecoderFuzz.Outcome outcome = DecoderFuzz.run(kind, 50_000, SEED);
        assertThat(outcome.packets()).isEqualTo(50_000);
        assertThat(outcome.samples() + outcome.figures()).as("%s", outcome).isPositive();
        assertThat(outcome.rejected()).as("%s", outcome).isPositive();
    }
}
