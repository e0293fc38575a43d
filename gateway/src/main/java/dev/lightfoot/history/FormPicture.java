package dev.lightfoot.history;

import dev.lightfoot.form.FormState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small picture of a run's form over time: {@value #SLICES} slices of equal length from its start to its end. Immutable. */
public record FormPicture(List<Slice> slices) {
    public static final int SLICES = 60;

    public FormPicture {
        slices = List.copyOf(slices);
        if (slices.size() != SLICES) {
            throw new IllegalArgumentException("a picture has " + SLICES + " slices, not " + slices.size());
        }
    }

    /**
     * One slice.
     *
     * @param state the one that lasted longest in it; null when none is known
     * @param rearfootPercent share of rearfoot strikes; null without strikes
     */
    public record Slice(@Nullable FormState state, @Nullable Integer rearfootPercent) {}
}
