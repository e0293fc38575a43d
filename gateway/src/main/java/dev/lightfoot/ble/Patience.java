package dev.lightfoot.ble;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * How long the radio waits for what. A link that hangs in any one step is given up so early that it streams again within
 * 10 s, whatever step that was: {@link #longestRecovery}.
 *
 * @param connect for Device1.Connect of a pod that was heard; BlueZ itself gives up after about 25 s
 * @param resolve for ServicesResolved of a pod that was heard before; {@link Resolving} makes it longer
 * @param start for a pod's driver to start it
 * @param silence without a notification while connected, after which the link is made anew; a stalled link that goes on
 *     by itself does so within a supervision timeout, which is shorter
 * @param firstBackoff after a second failure, as the first is tried again at once; doubles, with a jitter of a quarter
 * @param mostBackoff its cap
 * @param unheard how long a scan is kept to the services of pods, before all is listened to for a while
 * @param deaf without any advertisement while one is listened for, after which the adapter is taken for dead
 * @param rung between the steps that are to bring it back
 * @param tick between two looks at everything
 */
public record Patience(
        Duration connect,
        Duration resolve,
        Duration start,
        Duration silence,
        Duration firstBackoff,
        Duration mostBackoff,
        Duration unheard,
        Duration deaf,
        Duration rung,
        Duration tick) {

    /** For real radios and people. */
    public static Patience usual() {
        return new Patience(
                Duration.ofSeconds(5),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofMillis(250),
                Duration.ofMillis(1500),
                Duration.ofSeconds(20),
                Duration.ofSeconds(90),
                Duration.ofSeconds(30),
                Duration.ofMillis(100));
    }

    /** The silence that is borne of a pod that counts steps or beats. */
    Duration silenceOfCounters() {
        return silence.multipliedBy(20);
    }

    /** Between two attempts to switch a scan that was refused. */
    Duration scanAgain() {
        return mostBackoff.dividedBy(2);
    }

    /** Between two attempts to switch an adapter on: somebody may have switched it off for a reason. */
    Duration powerAgain() {
        return connect;
    }

    /** For Disconnect and RemoveDevice: bluetoothd answers both two seconds after it was asked (its DISCONNECT_TIMER). */
    Duration leave() {
        return start.dividedBy(2);
    }

    /**
     * From the healing of a link that hangs in its longest step to the first sample, at most: the step's limit, leaving or
     * backing off, whichever is longer, and the way back.
     *
     * @param wayBack of a link that is well: scanning, connecting, finding services, starting
     */
    Duration longestRecovery(Duration wayBack) {
        Duration step = Collections.max(List.of(connect, resolve, start, silence));
        Duration backoff = mostBackoff.multipliedBy(5).dividedBy(4); // with its jitter
        return step.plus(Collections.max(List.of(leave(), backoff)))
                .plus(wayBack)
                .plus(tick.multipliedBy(5));
    }

    /** The same, trying again after so long at most. */
    Patience backingOffAtMost(Duration most) {
        return new Patience(connect, resolve, start, silence, most, most, unheard, deaf, rung, tick);
    }

    /** The same, taking so long a silence for a link that is well. */
    Patience bearingSilence(Duration longest) {
        return new Patience(connect, resolve, start, longest, firstBackoff, mostBackoff, unheard, deaf, rung, tick);
    }

    /** The same with all times divided: for a radio that is simulated faster than it would be. */
    public Patience divided(int by) {
        return new Patience(
                connect.dividedBy(by),
                resolve.dividedBy(by),
                start.dividedBy(by),
                silence.dividedBy(by),
                firstBackoff.dividedBy(by),
                mostBackoff.dividedBy(by),
                unheard.dividedBy(by),
                deaf.dividedBy(by),
                rung.dividedBy(by),
                tick.dividedBy(by));
    }
}
