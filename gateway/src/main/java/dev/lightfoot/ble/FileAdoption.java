package dev.lightfoot.ble;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/**
 * Adoption by way of the file of pods: a gateway that runs sees the change within a second, another one when it starts.
 * Thread-safe.
 */
public final class FileAdoption implements Adoption {
    private final PodFile file;
    private final InstantSource clock;
    private final Supplier<List<Sighting>> heard;

    /** @param heard the pods that are heard now */
    public FileAdoption(PodFile file, InstantSource clock, Supplier<List<Sighting>> heard) {
        this.file = file;
        this.clock = clock;
        this.heard = heard;
    }

    @Override
    public void adopt(KnownPod pod) throws PodFileException {
        KnownPod named = heard().stream()
                .filter(sighting -> sighting.address().equals(pod.address()))
                .findFirst()
                .map(sighting -> pod.heardAs(sighting.name(), sighting.addressType()))
                .orElse(pod);
        file.change(before -> before.with(
                before.find(pod.address()).map(old -> merged(old, named)).orElse(named)));
    }

    /** What is not said anew stays as it was, but for its mount: who adopts a pod again has had it in the hand. */
    private static KnownPod merged(KnownPod old, KnownPod said) {
        return new KnownPod(
                said.address(),
                said.foot() == null ? old.foot() : said.foot(),
                said.shoe().isEmpty() ? old.shoe() : said.shoe(),
                said.name().isEmpty() ? old.name() : said.name(),
                said.addressType().isEmpty() ? old.addressType() : said.addressType(),
                said.mount());
    }

    @Override
    public boolean forget(String address) throws PodFileException {
        if (file.read().find(address).isEmpty()) {
            return false;
        }
        file.change(before -> before.without(address));
        return true;
    }

    @Override
    public Instant openWindow(Duration length) throws PodFileException {
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST_WINDOW) > 0) {
            throw new PodFileException(
                    "a window of " + length.toSeconds() + " s must be 1 to " + LONGEST_WINDOW.toSeconds() + " s long");
        }
        Instant until = clock.instant().plus(length).truncatedTo(ChronoUnit.SECONDS);
        file.change(before -> before.withWindow(until));
        return until;
    }

    @Override
    public List<Sighting> heard() {
        return heard.get();
    }
}
