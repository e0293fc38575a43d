package dev.lightfoot.pod;

import dev.lightfoot.sim.pod.AttError;
import dev.lightfoot.sim.pod.Firmware;
import java.util.UUID;
import java.util.function.Predicate;

/** The characteristics of a simulated pod without any radio between: a driver and a firmware face to face. */
final class SimulatedGatt implements Gatt {
    private static final int MTU = 247;
    private static final int MOST_PACKETS = 1000;

    private final Firmware firmware;
    private long nowNs;

    SimulatedGatt(Firmware firmware) {
        this.firmware = firmware;
    }

    @Override
    public byte[] read(UUID characteristic) throws PodStartException {
        for (Firmware.Service service : firmware.profile().services()) {
            for (Firmware.Characteristic each : service.characteristics()) {
                if (each.uuid().equals(characteristic) && each.value() != null) {
                    return each.value().get();
                }
            }
        }
        throw new PodStartException("no such value " + characteristic);
    }

    @Override
    public void write(UUID characteristic, byte[] value) throws PodStartException {
        int error = firmware.write(characteristic, value, nowNs);
        if (error != AttError.NONE) {
            throw new PodStartException("refused with ATT error " + error);
        }
    }

    @Override
    public void subscribe(UUID characteristic) {
        firmware.notify(characteristic, true, MTU, nowNs);
    }

    @Override
    public byte[] await(UUID characteristic, String what, Predicate<byte[]> wanted) throws PodStartException {
        for (int i = 0; i < MOST_PACKETS; i++) {
            byte[] bytes = next(characteristic);
            if (wanted.test(bytes)) {
                return bytes;
            }
        }
        throw new PodStartException(what + " did not come");
    }

    /** What the characteristic notifies next. */
    byte[] next(UUID characteristic) throws PodStartException {
        for (int i = 0; i < MOST_PACKETS && firmware.dueNs() != Long.MAX_VALUE; i++) {
            nowNs = Math.max(nowNs, firmware.dueNs());
            Firmware.Packet packet = firmware.next();
            if (packet.characteristic().equals(characteristic)) {
                return packet.bytes();
            }
        }
        throw new PodStartException("nothing comes on " + characteristic);
    }
}
