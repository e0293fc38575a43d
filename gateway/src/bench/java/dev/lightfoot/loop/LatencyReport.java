package dev.lightfoot.loop;

import dev.lightfoot.event.Event;
import dev.lightfoot.event.EventOf;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.CueSettings;
import dev.lightfoot.form.FeedbackSchedule;
import dev.lightfoot.form.FormSettings;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.Scenario;
import dev.lightfoot.sim.runner.Segment;
import dev.lightfoot.sim.runner.Side;
import dev.lightfoot.sim.runner.Technique;
import dev.lightfoot.sim.runner.TrueStance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether a cue is felt before the foot leaves the ground: simulated runners slide into jogging, in real time, over a
 * simulated radio (15 ms connection interval, jitter, 1 % lost and sent again) into real sockets and strike loops. Each strike
 * of the jogging phase is cued: the gap between warnings is all but taken away. Usage: LatencyReport [RUNNERS [FIRST_SEED]].
 */
public final class LatencyReport {
    /** Of waiting before the first sample, while the threads start. */
    private static final long LEAD_NS = 500_000_000L;

    private static final Scenario SLIDE = new Scenario(
            "latency",
            "Good form that slides into jogging and stays there",
            List.of(
                    Segment.stand(3),
                    Segment.run(20, Technique.GOOD),
                    Segment.slide(10, Technique.GOOD, Technique.JOG),
                    Segment.jog(40)));

    private LatencyReport() {}

    public static void main(String[] args) {
        int runners = args.length > 0 ? Integer.parseInt(args[0]) : 6;
        long firstSeed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        FormSettings settings = FormSettings.defaults()
                .cued(new CueSettings(
                        0.001f, 1e6f, 1000, FeedbackSchedule.CONTINUOUS, 1, false, false, 5, 600));
        WarmUp.run(settings, 30);
        List<Played> played = new ArrayList<>();
        for (int i = 0; i < runners; i++) {
            played.add(new Played(firstSeed + i, settings));
        }
        long startNs = System.nanoTime() + LEAD_NS;
        deliver(played, startNs);
        LatencyTable table = new LatencyTable();
        played.forEach(each -> each.addTo(table, startNs));
        System.out.printf(
                "%d simulated runners from seed %d, %d Hz, %d ms connection interval, up to %d ms jitter, %.0f %% lost%n",
                runners,
                firstSeed,
                SimulatedLink.RATE_HZ,
                SimulatedLink.INTERVAL_NS / 1_000_000,
                SimulatedLink.JITTER_NS / 1_000_000,
                SimulatedLink.LOSS * 100);
        System.out.print(table.lines());
        System.exit(table.holds() ? 0 : 1);
    }

    /** Writes each packet into its socket when it is due. */
    private static void deliver(List<Played> played, long startNs) {
        PriorityQueue<SimulatedLink> due = new PriorityQueue<>(Comparator.comparingLong(SimulatedLink::dueNs));
        played.forEach(each -> due.addAll(each.links));
        long endNs = (long) (SLIDE.seconds() * 1e9);
        for (SimulatedLink link = due.poll(); link != null && link.dueNs() < endNs; link = due.poll()) {
            long atNs = startNs + link.dueNs();
            for (long leftNs = atNs - System.nanoTime(); leftNs > 0; leftNs = atNs - System.nanoTime()) {
                LockSupport.parkNanos(leftNs);
            }
            link.send();
            due.add(link);
        }
        played.forEach(Played::end);
    }

    /** One runner with two pods and a strike loop of their own. */
    private static final class Played {
        final List<SimulatedLink> links = new ArrayList<>();
        private final EventRing ring = new EventRing(1 << 13);
        private final StrikeLoop loop;
        private final Body body;

        Played(long seed, FormSettings settings) {
            body = new Body(SLIDE, seed);
            loop = new StrikeLoop(settings, new PinHaptic(), ring);
            Thread.ofPlatform().name("strike-loop-" + seed).daemon().start(loop);
            links.add(new SimulatedLink(body, Side.LEFT, seed, loop));
            links.add(new SimulatedLink(body, Side.RIGHT, seed, loop));
        }

        void end() {
            loop.close();
        }

        void addTo(LatencyTable table, long startNs) {
            EventOf eventOf = new EventOf(-startNs);
            List<Event.Cued> cues = new ArrayList<>();
            for (Event event = ring.take(eventOf); event != null; event = ring.take(eventOf)) {
                if (event instanceof Event.Cued cue && cue.cue() == CueKind.WARNING && cue.pinUs() != null) {
                    cues.add(cue);
                }
            }
            for (SimulatedLink link : links) {
                List<Event.Cued> ofFoot =
                        cues.stream().filter(cue -> cue.foot() == link.foot()).toList();
                link.learnClock(ofFoot, startNs);
                ofFoot.forEach(cue -> stanceAt(link.side(), cue.pinUs())
                        .ifPresent(stance -> table.add(link.measured(cue, stance, startNs))));
            }
        }

        /** The stance in or after which the pin moved. */
        private Optional<TrueStance> stanceAt(Side side, long pinUs) {
            return body.stances().stream()
                    .filter(stance -> stance.side() == side && stance.contactNs() / 1000 <= pinUs)
                    .max(Comparator.comparingLong(TrueStance::contactNs));
        }
    }
}
