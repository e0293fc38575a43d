package dev.lightfoot.ble;

import dev.lightfoot.loop.PacketReader;
import dev.lightfoot.loop.Posix;
import dev.lightfoot.pod.Gatt;
import dev.lightfoot.pod.PodStartException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The characteristics of one device through BlueZ. What is subscribed to comes as packets on an fd: BlueZ's own by
 * AcquireNotify, or one that is fed with signals. Used by one thread at a time.
 */
final class BluezGatt implements Gatt {
    private static final Logger LOG = LoggerFactory.getLogger(BluezGatt.class);
    private static final long ANSWER_LIMIT_NS = 3_000_000_000L;

    private final BluezBus bus;
    private final Map<UUID, String> paths;
    private final Predicate<UUID> acquire;
    private final Map<UUID, Integer> fds = new HashMap<>();
    private final Map<UUID, NotifyPipe> pipes = new HashMap<>();

    /**
     * @param paths of the device's characteristics, as they are now
     * @param acquire for which of them AcquireNotify is tried first; StartNotify follows when it is refused
     */
    BluezGatt(BluezBus bus, Map<UUID, String> paths, Predicate<UUID> acquire) {
        this.bus = bus;
        this.paths = Map.copyOf(paths);
        this.acquire = acquire;
    }

    @Override
    public byte[] read(UUID characteristic) throws PodStartException {
        try {
            return bus.read(path(characteristic));
        } catch (BluezException e) {
            throw new PodStartException("reading " + characteristic, e);
        }
    }

    @Override
    public void write(UUID characteristic, byte[] value) throws PodStartException {
        try {
            bus.write(path(characteristic), value);
        } catch (BluezException e) {
            throw new PodStartException("writing " + characteristic, e);
        }
    }

    @Override
    public void subscribe(UUID characteristic) throws PodStartException {
        String path = path(characteristic);
        if (acquire.test(characteristic)) {
            try {
                fds.put(characteristic, bus.acquireNotify(path));
                return;
            } catch (BluezException e) {
                LOG.info("{}; trying StartNotify", e.getMessage());
            }
        }
        NotifyPipe pipe = new NotifyPipe();
        fds.put(characteristic, pipe.readingFd());
        pipes.put(characteristic, pipe);
        try {
            bus.startNotify(path, pipe);
        } catch (BluezException e) {
            throw new PodStartException("subscribing to " + characteristic, e);
        }
    }

    @Override
    public byte[] await(UUID characteristic, String what, Predicate<byte[]> wanted) throws PodStartException {
        Integer fd = fds.get(characteristic);
        if (fd == null) {
            throw new IllegalStateException(characteristic + " is not subscribed to");
        }
        PacketReader reader = new PacketReader(fd);
        long limitNs = System.nanoTime() + ANSWER_LIMIT_NS;
        for (long leftNs = ANSWER_LIMIT_NS; leftNs > 0; leftNs = limitNs - System.nanoTime()) {
            byte[] packet = reader.next(leftNs);
            if (packet == null) {
                break;
            }
            if (wanted.test(packet)) {
                return packet;
            }
        }
        throw new PodStartException(what + " did not come within " + ANSWER_LIMIT_NS / 1_000_000_000L + " s");
    }

    private String path(UUID characteristic) throws PodStartException {
        String path = paths.get(characteristic);
        if (path == null) {
            throw new PodStartException("the pod has no characteristic " + characteristic);
        }
        return path;
    }

    /** The fd on which a characteristic's notifications come; the caller closes it. The others are closed with this. */
    int handOver(UUID characteristic) {
        Integer fd = fds.remove(characteristic);
        if (fd == null) {
            throw new IllegalStateException("the driver did not subscribe to " + characteristic);
        }
        return fd;
    }

    /** Whether its notifications come as signals, by StartNotify. */
    boolean comesBySignals(UUID characteristic) {
        return pipes.containsKey(characteristic);
    }

    /** Ends every subscription, and closes what was not handed over. */
    void close() {
        pipes.forEach((characteristic, pipe) -> {
            bus.forgetPipe(paths.getOrDefault(characteristic, ""), pipe);
            pipe.close();
        });
        pipes.clear();
        Posix posix = new Posix();
        fds.values().forEach(posix::close);
        fds.clear();
    }
}
