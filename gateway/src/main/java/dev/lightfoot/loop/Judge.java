package dev.lightfoot.loop;

import dev.lightfoot.form.FormJudge;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.form.SessionStart;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.GaitListener;
import dev.lightfoot.gait.GaitTracker;
import dev.lightfoot.gait.MountCalibration;
import dev.lightfoot.gait.MountReason;
import dev.lightfoot.gait.MountState;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The path from a sample to a cue, the same for live pods and replayed traces: track the foot, classify the strike, judge
 * the form. Samples of both feet come in time order as far as the radio allows. Allocates nothing. Not thread-safe.
 */
public final class Judge {
    private final GaitTracker gaitTracker;
    private final FormJudge formJudge;
    private final Map<Foot, Object> pods = new EnumMap<>(Foot.class);

    /** For a runner of whom nothing is known. */
    public Judge(FormSettings settings, JudgeListener listener) {
        this(settings, SessionStart.first(), listener);
    }

    public Judge(FormSettings settings, SessionStart start, JudgeListener listener) {
        formJudge = new FormJudge(settings, start, listener);
        gaitTracker = new GaitTracker(new GaitListener() {
            @Override
            public void strike(Strike strike) {
                listener.strike(strike);
                formJudge.strike(strike);
            }

            @Override
            public void stance(Stance stance) {
                listener.stance(stance, formJudge.stance(stance));
            }

            @Override
            public void mount(
                    Foot foot,
                    long timeNs,
                    MountState state,
                    MountReason reason,
                    @Nullable MountCalibration calibration) {
                listener.mount(foot, timeNs, state, reason, calibration);
            }
        });
    }

    public void sample(
            Foot foot,
            long timeNs,
            float accXMps2,
            float accYMps2,
            float accZMps2,
            float gyroXRadPerS,
            float gyroYRadPerS,
            float gyroZRadPerS) {
        gaitTracker.sample(foot, timeNs, accXMps2, accYMps2, accZMps2, gyroXRadPerS, gyroYRadPerS, gyroZRadPerS);
        formJudge.advance(timeNs);
    }

    /** What the runner asks of the coach. */
    FormJudge coach() {
        return formJudge;
    }

    /**
     * A foot's samples begin: with the pod it had before, the mount is kept; with another, all is learned again.
     *
     * @param pod the same object for the same pod
     * @param mount of an earlier run with this pod on this shoe; null when none is kept
     */
    public void begin(Foot foot, Object pod, @Nullable MountCalibration mount) {
        if (pod.equals(pods.put(foot, pod))) {
            gaitTracker.breakOff(foot);
        } else if (mount != null) {
            gaitTracker.calibrate(foot, mount);
        } else {
            gaitTracker.reset(foot);
        }
    }
}
