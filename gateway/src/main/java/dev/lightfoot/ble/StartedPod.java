package dev.lightfoot.ble;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.loop.Posix;
import dev.lightfoot.pod.LightfootInfo;
import dev.lightfoot.pod.PodInfoException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pod that has begun to notify.
 *
 * @param fd of its notifications, to be given to the strike loop
 * @param pipe that is fed with signals behind the fd; null when BlueZ feeds it
 */
record StartedPod(
        BluezBus bus,
        String samples,
        LightfootInfo info,
        Foot foot,
        int fd,
        @Nullable NotifyPipe pipe) {

    private static final Logger LOG = LoggerFactory.getLogger(StartedPod.class);

    /**
     * Reads Info and starts notifications. Blocks.
     *
     * @param acquire whether AcquireNotify is tried first; StartNotify follows when it is refused
     */
    static StartedPod start(BluezBus bus, KnownPod pod, String infoPath, String samplesPath, boolean acquire)
            throws BluezException {
        LightfootInfo info = info(bus.read(infoPath));
        Foot foot = pod.foot() != null ? pod.foot() : info.foot();
        if (foot == null) {
            throw new BluezException("the pod does not know its foot; give it in the configuration");
        }
        if (acquire) {
            try {
                return new StartedPod(bus, samplesPath, info, foot, bus.acquireNotify(samplesPath), null);
            } catch (BluezException e) {
                LOG.info("pod {}: {}; trying StartNotify", pod.address(), e.getMessage());
            }
        }
        NotifyPipe pipe = new NotifyPipe();
        StartedPod started = new StartedPod(bus, samplesPath, info, foot, pipe.readingFd(), pipe);
        try {
            bus.startNotify(samplesPath, pipe);
            return started;
        } catch (BluezException e) {
            started.discard();
            throw e;
        }
    }

    private static LightfootInfo info(byte[] value) throws BluezException {
        try {
            return LightfootInfo.read(value);
        } catch (PodInfoException e) {
            throw new BluezException("what the pod says of itself is not understood", e);
        }
    }

    /** By which way its notifications come, for people. */
    String way() {
        return pipe == null ? "AcquireNotify" : "StartNotify";
    }

    /** Stops feeding the fd. */
    void stopFeeding() {
        if (pipe != null) {
            bus.forgetPipe(samples, pipe);
            pipe.close();
        }
    }

    /** For one that nobody waits for any more: closes its fd too. */
    void discard() {
        stopFeeding();
        new Posix().close(fd);
    }
}
