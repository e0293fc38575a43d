package dev.lightfoot;

import dev.lightfoot.config.Config;
import dev.lightfoot.config.ConfigException;
import dev.lightfoot.config.LiveConfig;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the configuration again: what can change while strikes are judged changes at once, the rest is named and waits
 * for the next start. A file with mistakes changes nothing. Thread-safe.
 */
final class Reload implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Reload.class);
    private static final String MUTED = "coach.muted";
    private static final String BEAT = "coach.cadence-beat";
    private static final List<String> LIVE = List.of(MUTED, BEAT);

    private final LiveConfig live;
    private final Consumer<Boolean> mute;
    private final Consumer<Boolean> beat;

    Reload(LiveConfig live, Consumer<Boolean> mute, Consumer<Boolean> beat) {
        this.live = live;
        this.mute = mute;
        this.beat = beat;
    }

    @Override
    public synchronized void run() {
        try {
            List<String> changed = live.readAgain();
            Config config = live.config();
            if (changed.contains(MUTED)) {
                mute.accept(config.form().cues().muted());
            }
            if (changed.contains(BEAT)) {
                beat.accept(config.form().cues().beat());
            }
            tell(changed);
        } catch (ConfigException e) {
            e.lines().forEach(LOG::error);
            LOG.error("the configuration stays as it was");
        }
    }

    private static void tell(List<String> changed) {
        List<String> now = changed.stream().filter(LIVE::contains).toList();
        List<String> later = changed.stream().filter(key -> !LIVE.contains(key)).toList();
        LOG.info("configuration read again, in force now: {}", now.isEmpty() ? "nothing new" : String.join(", ", now));
        if (!later.isEmpty()) {
            LOG.warn("in force from the next start (systemctl restart lightfoot): {}", String.join(", ", later));
        }
    }
}
