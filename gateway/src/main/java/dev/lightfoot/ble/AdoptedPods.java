package dev.lightfoot.ble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pods that were adopted, what is remembered of those that the configuration names, and the window in which any good pod
 * is adopted.
 *
 * @param pods each address once
 * @param configured pods of the configuration with how they sat on their shoe; they are not adopted by being here
 * @param windowUntil when the window closes or closed; null when there was none
 */
public record AdoptedPods(
        List<KnownPod> pods,
        List<KnownPod> configured,
        @Nullable Instant windowUntil) {
    public static final AdoptedPods NONE = new AdoptedPods(List.of(), List.of(), null);

    public AdoptedPods {
        pods = List.copyOf(pods);
        configured = List.copyOf(configured);
    }

    public Optional<KnownPod> find(String address) {
        return pods.stream().filter(pod -> pod.address().equals(address)).findFirst();
    }

    /** With a pod more, or with another in the place of the one of that address. */
    public AdoptedPods with(KnownPod pod) {
        return new AdoptedPods(replaced(pods, pod), configured, windowUntil);
    }

    public AdoptedPods without(String address) {
        return new AdoptedPods(others(pods, address), configured, windowUntil);
    }

    public AdoptedPods withWindow(@Nullable Instant until) {
        return new AdoptedPods(pods, configured, until);
    }

    /** What is remembered of a pod that the configuration names; one that it names otherwise than then is another. */
    KnownPod remembered(KnownPod named) {
        return configured.stream()
                .filter(named::sitsAs)
                .findFirst()
                .map(kept -> named.mounted(kept.mount()))
                .orElse(named);
    }

    /** With how a pod sits on its shoe, or nothing of that when there are no numbers; others than the known are passed over. */
    AdoptedPods mounted(String address, List<Double> mount, List<KnownPod> named) {
        KnownPod adopted = find(address).orElse(null);
        if (adopted != null) {
            List<KnownPod> all = pods.stream()
                    .map(pod -> pod.equals(adopted) ? pod.mounted(mount) : pod)
                    .toList();
            return new AdoptedPods(all, configured, windowUntil);
        }
        return named.stream()
                .filter(pod -> pod.address().equals(address))
                .findFirst()
                .map(pod -> mount.isEmpty() ? others(configured, address) : replaced(configured, pod.mounted(mount)))
                .map(all -> new AdoptedPods(pods, all, windowUntil))
                .orElse(this);
    }

    private static List<KnownPod> replaced(List<KnownPod> pods, KnownPod by) {
        List<KnownPod> all = new ArrayList<>(others(pods, by.address()));
        all.add(by);
        return all;
    }

    private static List<KnownPod> others(List<KnownPod> pods, String address) {
        return pods.stream().filter(pod -> !pod.address().equals(address)).toList();
    }

    /** Whether the window is open; one that seems to close later than any may was written by another clock. */
    boolean windowOpen(Instant now) {
        Instant until = windowUntil;
        return until != null && now.isBefore(until) && !until.isAfter(now.plus(Adoption.LONGEST_WINDOW));
    }
}
