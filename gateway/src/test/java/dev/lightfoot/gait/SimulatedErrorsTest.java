package dev.lightfoot.gait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lightfoot.sim.runner.Body;
import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.Mount;
import dev.lightfoot.sim.runner.Scenarios;
import dev.lightfoot.sim.runner.Side;
import dev.lightfoot.sim.runner.TrueStance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors of times and angles on simulated feet whose pods sit anyhow, against the truth of their geometry. */
class SimulatedErrorsTest implements GaitListener {
    private static final double RATE_HZ = 208;
    private static final long MATCH_NS = 60_000_000L;

    /** Errors summed, of one quantity. */
    private static final class Errors {
        private double sum;
        private double squares;
        private int count;

        void add(double error) {
            sum += error;
            squares += error * error;
            count++;
        }

        double mean() {
            return sum / count;
        }

        double rms() {
            return Math.sqrt(squares / count);
        }
    }

    private final List<Strike> strikes = new ArrayList<>();
    private final List<Stance> stances = new ArrayList<>();
    private final Errors contactMs = new Errors();
    private final Errors terminalMs = new Errors();
    private final Errors angleDeg = new Errors();

    @Test
    void contactsAreToldWithinMillisecondsAndAnglesWithinDegrees() {
        for (long seed = 1; seed <= 6; seed++) {
            Body body = new Body(Scenarios.named("good-run"), seed, Mount.random(seed), Mount.random(seed + 100));
            play(body, 24);
            Errors contact = new Errors();
            Errors terminal = new Errors();
            Errors angle = new Errors();
            compare(body, 7, 23, contact, terminal, angle);

            assertThat(contact.count).as("stances compared, seed %d", seed).isGreaterThanOrEqualTo(44);
            assertThat(contact.mean()).as("contact, seed %d", seed).isCloseTo(0, within(5.0));
            assertThat(contact.rms()).as("contact, seed %d", seed).isLessThan(8);
            assertThat(terminal.rms()).as("terminal contact, seed %d", seed).isLessThan(15);
            assertThat(angle.rms()).as("angle, seed %d", seed).isLessThan(1.5);
        }
        assertThat(contactMs.mean()).isCloseTo(0, within(3.0));
        assertThat(contactMs.rms()).isLessThan(5);
        assertThat(terminalMs.mean()).isCloseTo(0, within(5.0));
        assertThat(terminalMs.rms()).isLessThan(8);
        assertThat(angleDeg.rms()).isLessThan(1);
    }

    private void play(Body body, double seconds) {
        strikes.clear();
        stances.clear();
        GaitTracker tracker = new GaitTracker(this);
        ImuReading reading = new ImuReading();
        for (long i = 0; i < RATE_HZ * seconds; i++) {
            long timeNs = (long) (i * 1e9 / RATE_HZ);
            for (Foot foot : Foot.values()) {
                (foot == Foot.LEFT ? body.left() : body.right()).read(timeNs, reading);
                tracker.sample(
                        foot,
                        timeNs,
                        (float) reading.accXMps2,
                        (float) reading.accYMps2,
                        (float) reading.accZMps2,
                        (float) reading.gyroXRadPerS,
                        (float) reading.gyroYRadPerS,
                        (float) reading.gyroZRadPerS);
            }
        }
    }

    private void compare(Body body, double fromS, double toS, Errors contact, Errors terminal, Errors angle) {
        for (TrueStance truth : body.stances()) {
            Foot foot = truth.side() == Side.LEFT ? Foot.LEFT : Foot.RIGHT;
            if (truth.contactNs() < fromS * 1e9 || truth.liftNs() > toS * 1e9) {
                continue;
            }
            for (Strike strike : strikes) {
                if (strike.foot() == foot && Math.abs(strike.contactNs() - truth.contactNs()) < MATCH_NS) {
                    tell(contact, contactMs, (strike.contactNs() - truth.contactNs()) * 1e-6);
                    tell(angle, angleDeg, strike.strikeAngleDeg() - truth.strikeAngleDeg());
                }
            }
            for (Stance stance : stances) {
                if (stance.foot() == foot && Math.abs(stance.contactNs() - truth.contactNs()) < MATCH_NS) {
                    tell(terminal, terminalMs, (stance.terminalContactNs() - truth.liftNs()) * 1e-6);
                }
            }
        }
    }

    private static void tell(Errors ofRunner, Errors ofAll, double error) {
        ofRunner.add(error);
        ofAll.add(error);
    }

    @Override
    public void strike(Strike strike) {
        strikes.add(new Strike(strike.foot()).set(strike));
    }

    @Override
    public void stance(Stance stance) {
        stances.add(new Stance(stance.foot()).set(stance));
    }
}
