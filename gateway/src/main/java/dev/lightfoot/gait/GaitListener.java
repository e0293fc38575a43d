package dev.lightfoot.gait;

import org.jspecify.annotations.Nullable;

/** Hears what the tracker found, in the thread that fed the sample. The carriers are reused: copy what must be kept. */
public interface GaitListener {
    void strike(Strike strike);

    void stance(Stance stance);

    /**
     * What is known about the mount of a foot's pod changed; strikes are judged only while it is known.
     *
     * @param calibration worth keeping for the next run; null unless settled
     */
    default void mount(
            Foot foot, long timeNs, MountState state, MountReason reason, @Nullable MountCalibration calibration) {}
}
