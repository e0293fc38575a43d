package dev.lightfoot.web;

import dev.lightfoot.event.Event;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.StrikePattern;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Serves the live page with a made-up run, to look at: {@code LivePageDemo PORT STATE}, STATE a form state or empty. */
public final class LivePageDemo {
    private static final String LEFT = "C0:FF:EE:00:00:01";
    private static final String RIGHT = "C0:FF:EE:00:00:02";

    private final LiveFeed feed = new LiveFeed();
    private final Random random = new Random(7);

    public static void main(String[] args) throws Exception {
        LivePageDemo demo = new LivePageDemo();
        try (WebServer server = WebServer.start("127.0.0.1", Integer.parseInt(args[0]), demo.feed, StatusOf::quiet)) {
            System.out.println(server.address());
            FormState state = args.length > 1 ? FormState.valueOf(args[1]) : null;
            if (state == null) {
                new CountDownLatch(1).await();
            } else {
                demo.run(state);
            }
        }
    }

    private void run(FormState state) throws InterruptedException {
        link(LEFT, Foot.LEFT, "streaming", 87);
        link(RIGHT, Foot.RIGHT, "streaming", 64);
        for (int step = 0; step < 30; step++) {
            step(step, step < 18 ? 0.05 : heelFirst(state));
        }
        feed.accept(new Event.Cued(nowUs() - 94_000_000, CueKind.NUDGE, Foot.LEFT, 0.4f));
        feed.accept(new Event.Cued(nowUs() - 71_000_000, CueKind.RESTORED, Foot.RIGHT, 0.2f));
        feed.accept(new Event.Cued(nowUs() - 12_000_000, CueKind.WARNING, Foot.LEFT, 0.7f));
        feed.accept(new Event.Formed(nowUs(), state, 0.6f, (float) heelFirst(state)));
        CountDownLatch never = new CountDownLatch(1);
        for (int step = 0; !never.await(360, TimeUnit.MILLISECONDS); step++) {
            step(step, heelFirst(state));
        }
    }

    private void step(int step, double heelFirst) {
        Foot foot = step % 2 == 0 ? Foot.LEFT : Foot.RIGHT;
        double draw = random.nextDouble();
        StrikePattern pattern = draw < heelFirst
                ? StrikePattern.REARFOOT
                : draw < heelFirst + (1 - heelFirst) * 0.7 ? StrikePattern.MIDFOOT : StrikePattern.FOREFOOT;
        long nowUs = nowUs();
        feed.accept(new Event.Struck(foot, nowUs - 40_000, nowUs, pattern, 0.9f, 4f));
        feed.accept(new Event.Stood(
                foot,
                nowUs - 260_000,
                nowUs,
                248 + random.nextInt(12),
                96f + random.nextInt(12),
                false,
                0.36f,
                166f + random.nextInt(4),
                GaitKind.RUNNING));
    }

    private void link(String pod, Foot foot, String state, int batteryPct) {
        feed.accept(new Event.Linked(nowUs(), pod, foot, state, "demo", batteryPct));
    }

    private static double heelFirst(FormState state) {
        return switch (state) {
            case GOOD -> 0.08;
            case DRIFTING -> 0.42;
            case JOGGING -> 0.86;
            case WALKING, STANDING -> 0.95;
        };
    }

    private static long nowUs() {
        return System.currentTimeMillis() * 1000;
    }
}
