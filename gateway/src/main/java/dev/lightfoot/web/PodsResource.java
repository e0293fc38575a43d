package dev.lightfoot.web;

import dev.lightfoot.ble.Adoption;
import dev.lightfoot.ble.KnownPod;
import dev.lightfoot.ble.PodFileException;
import dev.lightfoot.ble.Sighting;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.history.RunNote;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Pods: how they stand, taking them in and letting them go. Thread-safe. */
final class PodsResource {
    private static final int USUAL_WINDOW_S = 60;
    private static final int MOST_MOUNT_NUMBERS = 16;

    private final PodBoard board;
    private final InstantSource clock;

    PodsResource(PodBoard board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    void addTo(Router router) {
        router.on("GET", "/api/pods", this::list)
                .on("POST", "/api/adoption", this::open)
                .on("POST", "/api/pods/{address}", this::adopt)
                .on("DELETE", "/api/pods/{address}", this::letGo);
    }

    private void list(Call call) throws IOException, RefusalException {
        call.allow();
        try {
            call.json(PodsJson.of(board, clock.instant()));
        } catch (PodFileException e) {
            throw failed(e);
        }
    }

    private void open(Call call) throws IOException, RefusalException {
        call.allow();
        Integer seconds = call.body("seconds").whole("seconds", 1, (int) Adoption.LONGEST_WINDOW.toSeconds());
        try {
            Instant until = board.adoption().openWindow(Duration.ofSeconds(seconds == null ? USUAL_WINDOW_S : seconds));
            call.json(JsonText.object(json -> {
                json.writeStringField("window_until", PodsJson.utc(until));
                json.writeStringField("now", PodsJson.utc(clock.instant()));
            }));
        } catch (PodFileException e) {
            throw failed(e);
        }
    }

    private void adopt(Call call) throws IOException, RefusalException {
        call.allow();
        String address = address(call);
        Fields said = call.body("foot", "shoe", "mount");
        String foot = said.word("foot", List.of("left", "right"));
        KnownPod pod = new KnownPod(
                address,
                foot == null ? null : Foot.valueOf(foot.toUpperCase(Locale.ROOT)),
                shoe(said.text("shoe")),
                "",
                "",
                said.numbers("mount", MOST_MOUNT_NUMBERS));
        for (Sighting sighting : board.adoption().heard()) {
            if (sighting.address().equals(address) && sighting.standing() == Sighting.Standing.PASSING) {
                throw new RefusalException(
                        409,
                        "pod " + address + " changes its address within minutes and could not be found again:"
                                + " pair it first (bluetoothctl pair " + address + ")");
            }
        }
        try {
            board.adoption().adopt(pod);
            call.json(PodsJson.kept(board.adopted().find(address).orElse(pod)));
        } catch (PodFileException e) {
            throw failed(e);
        }
    }

    /** Checked as what is said of a run is: one line, not too long. */
    private static String shoe(@org.jspecify.annotations.Nullable String said) throws RefusalException {
        try {
            String shoe = new RunNote(said, null, null, null).shoe();
            return shoe == null ? "" : shoe;
        } catch (IllegalArgumentException e) {
            throw new RefusalException(400, String.valueOf(e.getMessage()));
        }
    }

    private void letGo(Call call) throws IOException, RefusalException {
        call.allow();
        String address = address(call);
        boolean configured = board.configured(address);
        try {
            boolean adopted = board.adoption().forget(address);
            if (configured) {
                throw new RefusalException(
                        409, "pod " + address + " is named in the configuration: take its [[pod]] out of that file");
            }
            if (!adopted) {
                throw new RefusalException(404, "pod " + address + " was not adopted: see /api/pods");
            }
        } catch (PodFileException e) {
            throw failed(e);
        }
        call.done();
    }

    private static String address(Call call) throws RefusalException {
        String address = call.part("address").toUpperCase(Locale.ROOT);
        if (!KnownPod.isAddress(address)) {
            throw new RefusalException(
                    400,
                    "pod address \"" + call.part("address")
                            + "\" must be six hexadecimal pairs like C0:FF:EE:00:00:01");
        }
        return address;
    }

    private static RefusalException failed(PodFileException e) {
        return new RefusalException(500, String.valueOf(e.getMessage()));
    }
}
