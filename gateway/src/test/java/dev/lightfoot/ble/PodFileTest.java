package dev.lightfoot.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.gait.Foot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodFileTest {
    private static final String LEFT = "C0:FF:EE:00:00:01";
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    private Path folder = Path.of("unset");

    private PodFile file() {
        return new PodFile(folder.resolve("pods.toml"));
    }

    private FileAdoption adoption(List<Sighting> heard) {
        return new FileAdoption(file(), InstantSource.fixed(NOON), () -> heard);
    }

    @Test
    void whatIsAdoptedIsReadBackWithFootShoeNameAndMount() throws Exception {
        Sighting heard =
                new Sighting(LEFT, "random", "Pod \"one\" \\", "lightfoot", -50, Sighting.Standing.UNKNOWN, "");
        adoption(List.of(heard)).adopt(new KnownPod(LEFT, Foot.LEFT, "racer", "", "", List.of(0.25, -1e-7, 3.0)));

        assertThat(file().read().pods())
                .containsExactly(
                        new KnownPod(LEFT, Foot.LEFT, "racer", "Pod \"one\" \\", "random", List.of(0.25, -1e-7, 3.0)));
    }

    @Test
    void adoptingAgainChangesOnlyWhatIsSaidAndForgetsTheMount() throws Exception {
        FileAdoption adoption = adoption(List.of());
        adoption.adopt(new KnownPod(LEFT, Foot.LEFT, "racer", "", "", List.of(1.5)));
        adoption.adopt(new KnownPod(LEFT, Foot.RIGHT));

        assertThat(file().read().pods()).containsExactly(new KnownPod(LEFT, Foot.RIGHT, "racer", "", "", List.of()));
        assertThat(adoption.forget(LEFT)).isTrue();
        assertThat(adoption.forget(LEFT)).isFalse();
        assertThat(file().read().pods()).isEmpty();
    }

    @Test
    void aWindowClosesByItselfAndOneOfAnotherClockIsNotOpen() throws Exception {
        Instant until = adoption(List.of()).openWindow(Duration.ofSeconds(60));
        AdoptedPods adopted = file().read();

        assertThat(until).isEqualTo(NOON.plusSeconds(60));
        assertThat(adopted.windowOpen(NOON)).isTrue();
        assertThat(adopted.windowOpen(until)).isFalse();
        assertThat(adopted.windowOpen(NOON.minus(Duration.ofDays(1)))).isFalse();
        assertThatThrownBy(() -> adoption(List.of()).openWindow(Duration.ofSeconds(601)))
                .hasMessageContaining("601 s must be 1 to 600 s");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    version = 2                                                     | version must be 1
                    version = 1\\n[[pod]]\\naddress = "C0:FF"                         | address "C0:FF" must be six
                    version = 1\\n[[pod]]\\naddress = "C0:FF:EE:00:00:01"\\nfoot = "both" | foot "both" must be
                    version = 1\\n[[pod]]\\naddress = "C0:FF:EE:00:00:01"\\nmount = ["x"] | mount holds "x"
                    version = 1\\n[[pod]]\\naddress = "C0:FF:EE:00:00:01"\\nmount = [inf] | mount holds "Infinity"
                    version = 1\\npod = 3                                            | must be at most 64 tables
                    version = 1\\npods = 3                                           | "pods" is not known here
                    version = 1\\nwindow-until = "noon"                              | must be a time like
                    version = [                                                     | line 1
                    """)
    void aFileThatIsSpoiltIsNamedWithItsLineAndTheMend(String text, String words) throws Exception {
        Files.writeString(file().path(), text.replace("\\n", "\n"));

        assertThatThrownBy(() -> file().read())
                .isInstanceOf(PodFileException.class)
                .hasMessageContaining("pods.toml, line ")
                .hasMessageContaining(words)
                .hasMessageContaining("adopt the pods again");
    }

    @Test
    void aSpoiltFileIsNotOverwritten() throws Exception {
        Files.writeString(file().path(), "version = 2");

        assertThatThrownBy(() -> adoption(List.of()).adopt(new KnownPod(LEFT, null)))
                .isInstanceOf(PodFileException.class);
        assertThat(Files.readString(file().path())).isEqualTo("version = 2");
    }

    @Test
    void manyWritersAtOnceLoseNothing() throws Exception {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String address = "C0:FF:EE:00:01:%02X".formatted(i);
            writers.add(Thread.ofVirtual().start(() -> {
                try {
                    adoption(List.of()).adopt(new KnownPod(address, null));
                } catch (PodFileException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(file().read().pods()).hasSize(16);
    }
}
