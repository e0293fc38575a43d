package dev.lightfoot.sim.pod;

import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of pods that can be simulated. */
public enum PodKind {
    LIGHTFOOT,
    MOVESENSE,
    WITMOTION,
    POLAR,
    METAMOTION,
    THINGY52,
    RUNNING_SPEED,
    HEART_RATE;

    /** A pod of this kind; its rate is what a central asks for, except of a Lightfoot pod. */
    public Firmware firmware(ImuSource source, PodSettings settings) {
        return switch (this) {
            case LIGHTFOOT ->
                new LightfootFirmware(
                        settings.foot() == Side.LEFT ? "Lightfoot L" : "Lightfoot R", new Pod(source, settings));
            case MOVESENSE -> new MovesenseFirmware(source, settings);
            case WITMOTION -> new WitMotionFirmware(source, settings);
            case POLAR -> new PolarFirmware(source, settings);
            case METAMOTION -> new MetaMotionFirmware(source, settings);
            case THINGY52 -> new ThingyFirmware(source, settings);
            case RUNNING_SPEED -> new RunningSpeedFirmware(source, settings);
            case HEART_RATE -> new HeartRateFirmware(source, settings);
        };
    }

    /** The kind of that name, such as running-speed. */
    public static PodKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pod '" + name + "'; there are: " + words()));
    }

    /** All names, with commas between them. */
    public static String words() {
        return Arrays.stream(values()).map(PodKind::word).collect(Collectors.joining(", "));
    }

    /** The name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
