package dev.lightfoot.loop;

import dev.lightfoot.form.FormListener;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.MountCalibration;
import dev.lightfoot.gait.MountReason;
import dev.lightfoot.gait.MountState;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import org.jspecify.annotations.Nullable;

/** Hears everything the judge says, in the thread that fed the sample. The carriers are reused. */
public interface JudgeListener extends FormListener {
    void strike(Strike strike);

    void stance(Stance stance, GaitKind gait);

    /** See {@link dev.lightfoot.gait.GaitListener#mount}. */
    default void mount(
            Foot foot, long timeNs, MountState state, MountReason reason, @Nullable MountCalibration calibration) {}
}
