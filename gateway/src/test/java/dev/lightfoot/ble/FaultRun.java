package dev.lightfoot.ble;

import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.haptic.NoHaptic;
import dev.lightfoot.loop.EventRing;
import dev.lightfoot.loop.Keeper;
import dev.lightfoot.loop.StrikeLoop;
import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Seeded random faults of a virtual BlueZ, one after the other, and how long the radio takes to stream from both pods again
 * after each has healed. Radio and patience are hastened alike, so that times are told as they would be without haste. One
 * foot runs and the other stands: a strike of the standing one is one that was attributed wrongly.
 */
final class FaultRun implements AutoCloseable {
    private static final long GIVE_UP_NS = TimeUnit.SECONDS.toNanos(30);
    private static final double LONGEST_S = 4;
    private static final List<Fault> FAULTS = List.of(Fault.values());

    /**
     * What came of it.
     *
     * @param recoveriesS seconds of the unhastened radio from each healing to both streams
     * @param failures what did not come back, or was attributed wrongly
     */
    record Outcome(
            List<Double> recoveriesS, TreeMap<Fault, Double> worstOfS, List<String> failures, StrikeWitness strikes) {
        double worstS() {
            return Collections.max(recoveriesS);
        }

        double percentileS(double share) {
            List<Double> sorted = recoveriesS.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
        }

        String words() {
            return "%d faults, seconds at most %s%nstreaming again after p50 %.1f s, p99 %.1f s, at most %.1f s; %s%nfailures: %s"
                    .formatted(
                            recoveriesS.size(),
                            worstOfS,
                            percentileS(0.5),
                            percentileS(0.99),
                            worstS(),
                            strikes.words(),
                            failures);
        }
    }

    private final SplittableRandom random;
    private final int haste;
    private final StrikeWitness witness;
    private final EventRing ring = new EventRing(4096);
    private final StrikeLoop loop = new StrikeLoop(FormSettings.defaults(), new NoHaptic(), ring);
    private final Keeper keeper;
    private final VirtualBluez bluez;
    private final BluezRadio radio;

    FaultRun(long seed, int haste) throws Exception {
        random = new SplittableRandom(seed);
        this.haste = haste;
        Side runs = random.nextBoolean() ? Side.LEFT : Side.RIGHT;
        witness = new StrikeWitness(runs == Side.LEFT ? Foot.LEFT : Foot.RIGHT);
        keeper = new Keeper(ring, 0, List.of(witness::take));
        Thread.ofPlatform().daemon().name("keeper").start(keeper);
        Thread.ofPlatform().daemon().name("strike loop").start(loop);
        Body running = new Body(Scenarios.named("good-run"), seed);
        Body standing = new Body(Scenarios.named("standing"), seed);
        bluez = VirtualBluez.builder(
                        runs == Side.LEFT ? running.left() : standing.left(),
                        runs == Side.RIGHT ? running.right() : standing.right())
                .seed(seed)
                .haste(haste)
                .start();
        List<KnownPod> pods = List.of(new KnownPod("C0:FF:EE:00:00:01", null), new KnownPod("C0:FF:EE:00:00:02", null));
        radio = new BluezRadio(
                RadioSettings.of(bluez.busAddress(), "hci0", pods)
                        .with(Patience.usual().divided(haste)),
                loop,
                keeper::offer,
                () -> 0);
        radio.start();
    }

    Outcome run(int faults) throws Exception {
        List<Double> recoveriesS = new ArrayList<>();
        TreeMap<Fault, Double> worst = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        if (streamsAfterNs() > GIVE_UP_NS) {
            failures.add("no stream at the start: " + radio.standing() + " " + radio.pods());
        }
        for (int i = 0; i < faults && failures.isEmpty(); i++) {
            Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
            Side side = random.nextBoolean() ? Side.LEFT : Side.RIGHT;
            fault.strike(bluez, side, random);
            pause((long) (random.nextDouble(LONGEST_S) * 1e9 / haste));
            fault.heal(bluez, side);
            long tookNs = streamsAfterNs();
            if (tookNs > GIVE_UP_NS) {
                failures.add(i + " " + fault + " " + side + ": " + radio.standing() + " " + radio.pods());
            }
            recoveriesS.add(tookNs * haste / 1e9);
            worst.merge(fault, Math.round(tookNs * haste / 1e8) / 10.0, Math::max);
        }
        failures.addAll(witness.wrong());
        return new Outcome(recoveriesS, worst, failures, witness);
    }

    /** Waits until both pods stream and have sent something new. */
    private long streamsAfterNs() {
        long fromNs = System.nanoTime();
        long left = notifications(0);
        long right = notifications(1);
        while (System.nanoTime() - fromNs <= GIVE_UP_NS) {
            if (notifications(0) > left + 1
                    && notifications(1) > right + 1
                    && radio.pods().stream().allMatch(pod -> pod.state() == LinkState.STREAMING)) {
                return System.nanoTime() - fromNs;
            }
            pause(1_000_000);
        }
        return Long.MAX_VALUE / haste;
    }

    private long notifications(int pod) {
        return radio.pods().get(pod).loss().notifications();
    }

    private static void pause(long ns) {
        long untilNs = System.nanoTime() + ns;
        for (long leftNs = ns; leftNs > 0; leftNs = untilNs - System.nanoTime()) {
            LockSupport.parkNanos(leftNs);
        }
    }

    @Override
    public void close() {
        radio.close();
        loop.close();
        keeper.close();
        bluez.close();
    }
}
