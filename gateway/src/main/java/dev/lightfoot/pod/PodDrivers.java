package dev.lightfoot.pod;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of all kinds of pods, most wanted first: a pod that could serve as several kinds is taken as the first. */
public final class PodDrivers {
    public static final List<PodDriver> ALL = List.of(
            new LightfootDriver(),
            new MovesenseDriver(),
            new PolarDriver(),
            new MetaMotionDriver(),
            new WitMotionDriver(),
            new ThingyDriver(),
            new RunningSpeedDriver(),
            new HeartRateDriver());

    private PodDrivers() {}

    /** The driver for a connected pod, by the characteristics it has. */
    public static Optional<PodDriver> of(Predicate<UUID> hasCharacteristic) {
        return ALL.stream()
                .filter(driver -> hasCharacteristic.test(driver.kind().samples()))
                .findFirst();
    }

    /** The driver that a pod is likely to need, by what it advertises. */
    public static Optional<PodDriver> recognising(Advertisement advertisement) {
        return ALL.stream().filter(driver -> driver.recognises(advertisement)).findFirst();
    }

    /** The services by which advertisements of all kinds can be told from others. */
    public static List<UUID> advertised() {
        return ALL.stream().map(driver -> driver.kind().advertised()).toList();
    }

    /** All kinds in words: "Lightfoot, Movesense". */
    public static String words() {
        return ALL.stream().map(driver -> driver.kind().words()).collect(Collectors.joining(", "));
    }
}
