package dev.lightfoot.history;

import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.CueReason;
import dev.lightfoot.form.CueResponse;
import dev.lightfoot.form.Delivery;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.util.List;

/**
 * The small numbers that stand for the constants of an enum in the database: a constant's number is its place in the list
 * here, whatever its order in the enum. Only ever append. Immutable.
 */
record Code<E extends Enum<E>>(List<E> constants) {
    static final Code<Foot> FOOT = new Code<>(List.of(Foot.LEFT, Foot.RIGHT));
    static final Code<StrikePattern> PATTERN =
            new Code<>(List.of(StrikePattern.REARFOOT, StrikePattern.MIDFOOT, StrikePattern.FOREFOOT));
    static final Code<GaitKind> GAIT = new Code<>(List.of(GaitKind.WALKING, GaitKind.RUNNING, GaitKind.JOGGING));
    static final Code<FormState> STATE = new Code<>(
            List.of(FormState.STANDING, FormState.WALKING, FormState.GOOD, FormState.DRIFTING, FormState.JOGGING));
    static final Code<CueKind> CUE =
            new Code<>(List.of(CueKind.NUDGE, CueKind.WARNING, CueKind.STOP, CueKind.RESTORED));
    static final Code<CueReason> REASON = new Code<>(List.of(
            CueReason.DRIFT_BEGAN,
            CueReason.JOGGING_BEGAN,
            CueReason.JOGGING_GOES_ON,
            CueReason.NOT_COME_BACK,
            CueReason.KEEPS_FAILING,
            CueReason.GOOD_AGAIN));
    static final Code<Surface> SURFACE =
            new Code<>(List.of(Surface.GRASS, Surface.DIRT, Surface.TRAIL, Surface.TARMAC, Surface.TREADMILL));
    static final Code<Delivery> DELIVERY = new Code<>(List.of(Delivery.PLAYED, Delivery.MUTED, Delivery.WITHHELD));
    static final Code<CueResponse> RESPONSE =
            new Code<>(List.of(CueResponse.IMPROVED, CueResponse.UNCHANGED, CueResponse.WORSENED, CueResponse.WALKED));

    int of(E constant) {
        int number = constants.indexOf(constant);
        if (number < 0) {
            throw new IllegalStateException("no number for " + constant + ": append it to its Code");
        }
        return number;
    }

    /** Throws HistoryException when the number is none of ours. */
    E constant(int number) throws HistoryException {
        if (number < 0 || number >= constants.size()) {
            throw new HistoryException("the history holds " + number + " where one of " + constants
                    + " is expected: it is damaged, restore a copy or move it away");
        }
        return constants.get(number);
    }
}
