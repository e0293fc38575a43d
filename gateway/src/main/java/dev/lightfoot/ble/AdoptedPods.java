package dev.lightfoot.ble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pods that were adopted, and the window in which any good pod is.
 *
 * @param pods each address once
 * @param windowUntil when the window closes or closed; null when there was none
 */
public record AdoptedPods(List<KnownPod> pods, @Nullable Instant windowUntil) {
    public static final AdoptedPods NONE = new AdoptedPods(List.of(), null);

    public AdoptedPods {
        pods = List.copyOf(pods);
    }

    public Optional<KnownPod> find(String address) {
        return pods.stream().filter(pod -> pod.address().equals(address)).findFirst();
    }

    /** With a pod more, or with another in the place of the one of that address. */
    public AdoptedPods with(KnownPod pod) {
        List<KnownPod> all = new ArrayList<>(without(pod.address()).pods());
        all.add(pod);
        return new AdoptedPods(all, windowUntil);
    }

    public AdoptedPods without(String address) {
        return new AdoptedPods(
                pods.stream().filter(pod -> !pod.address().equals(address)).toList(), windowUntil);
    }

    public AdoptedPods withWindow(@Nullable Instant until) {
        return new AdoptedPods(pods, until);
    }

    /** Whether the window is open; one that seems to close later than any may was written by another clock. */
    boolean windowOpen(Instant now) {
        Instant until = windowUntil;
        return until != null && now.isBefore(until) && !until.isAfter(now.plus(Adoption.LONGEST_WINDOW));
    }
}
