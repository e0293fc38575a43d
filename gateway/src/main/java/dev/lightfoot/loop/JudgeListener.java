package dev.lightfoot.loop;

import dev.lightfoot.form.FormListener;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;

/** Hears everything the judge says, in the thread that fed the sample. The carriers are reused. */
public interface JudgeListener extends FormListener {
    void strike(Strike strike);

    void stance(Stance stance, GaitKind gait);
}
