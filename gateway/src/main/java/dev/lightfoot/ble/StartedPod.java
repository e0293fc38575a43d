package dev.lightfoot.ble;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.loop.Posix;
import dev.lightfoot.pod.PodDriver;
import dev.lightfoot.pod.PodStart;
import dev.lightfoot.pod.PodStartException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pod that has begun to notify.
 *
 * @param foot null for a pod that does not tell how a foot moves
 * @param fd of its notifications, to be given to the strike loop
 */
record StartedPod(
        PodDriver driver,
        BluezGatt gatt,
        PodStart start,
        @Nullable Foot foot,
        int fd) {
    /**
     * Has the driver start the pod. Blocks.
     *
     * @param paths of the device's characteristics
     * @param acquire whether AcquireNotify is tried first for the samples; StartNotify follows when it is refused
     */
    static StartedPod start(BluezBus bus, KnownPod pod, PodDriver driver, Map<UUID, String> paths, boolean acquire)
            throws BluezException {
        UUID samples = driver.kind().samples();
        BluezGatt gatt = new BluezGatt(bus, paths, characteristic -> acquire && characteristic.equals(samples));
        try {
            PodStart start = driver.start(gatt);
            Foot foot = pod.foot() != null ? pod.foot() : start.foot();
            if (foot == null && driver.kind().judgesStrikes()) {
                throw new PodStartException("the pod does not know its foot; give it in the configuration");
            }
            return new StartedPod(driver, gatt, start, foot, gatt.handOver(samples));
        } catch (PodStartException e) {
            gatt.close();
            throw new BluezException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            gatt.close();
            throw e;
        }
    }

    /** What comes, and by which way, for people. */
    String words() {
        String way = gatt.comesBySignals(driver.kind().samples()) ? "StartNotify" : "AcquireNotify";
        String what = driver.kind().judgesStrikes()
                ? start.rateHz() + " Hz"
                : driver.kind().words() + ", no strikes are judged by it,";
        return what + " by " + way;
    }

    /** Stops feeding the fd. */
    void stopFeeding() {
        gatt.close();
    }

    /** For one that nobody waits for any more: closes its fd too. */
    void discard() {
        stopFeeding();
        new Posix().close(fd);
    }
}
