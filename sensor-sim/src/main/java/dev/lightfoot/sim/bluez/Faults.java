package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.runner.Side;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Faults of pods and adapter that a test orders; each happens so many times, when it is next possible. Thread-safe. */
public final class Faults {
    private final Consumer<Runnable> loop;
    private final BiConsumer<Side, Consumer<PodFaults>> pods;
    private final Consumer<Consumer<AdapterInterface>> adapter;

    Faults(
            Consumer<Runnable> loop,
            BiConsumer<Side, Consumer<PodFaults>> pods,
            Consumer<Consumer<AdapterInterface>> adapter) {
        this.loop = loop;
        this.pods = pods;
        this.adapter = adapter;
    }

    /** Connections fail with le-connection-abort-by-local. */
    public void abortConnects(Side side, int count) {
        order(side, faults -> faults.abortConnects(count));
    }

    /** Connect is not answered, until Disconnect is called; none is any more after the adapter was off. */
    public void ignoreConnects(Side side, int count) {
        order(side, faults -> faults.ignoreConnects(count));
    }

    /** BlueZ never says that the services are found. */
    public void neverResolve(Side side, int count) {
        order(side, faults -> faults.resolve(PodFaults.Resolving.NEVER, count));
    }

    /** BlueZ says that the services are found and shows none, as with a stale cache; only of a device it found anew. */
    public void resolveToNothing(Side side, int count) {
        order(side, faults -> faults.resolve(PodFaults.Resolving.EMPTY, count));
    }

    /** The pod takes a subscription and sends nothing. */
    public void stick(Side side, int count) {
        order(side, faults -> faults.stick(count));
    }

    /** AcquireNotify is refused. */
    public void refuseAcquires(Side side, int count) {
        order(side, faults -> faults.refuseAcquires(count));
    }

    /** The adapter hears nothing until it was switched off and on. */
    public void deafen() {
        loop.accept(() -> adapter.accept(AdapterInterface::deafen));
    }

    /** Scans are begun and InProgress is answered, as of one that was thought to be over. */
    public void scanIsBusy(int count) {
        loop.accept(() -> adapter.accept(hci -> hci.answerBusy(count)));
    }

    /** Connect is refused with InProgress. */
    public void connectIsBusy(Side side, int count) {
        order(side, faults -> faults.answerBusy(count));
    }

    private void order(Side side, Consumer<PodFaults> order) {
        loop.accept(() -> pods.accept(side, order));
    }
}
