package dev.lightfoot.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Sessions that end after ten minutes without a step and count from five minutes of running. */
class SessionTest {
    private static final long S = 1_000_000_000L;
    private static final long REST_NS = 600 * S;

    private final Session session = new Session(SessionStart.first(), REST_NS);

    @Test
    void itBeginsWhenRunningBeginsNotWithTheWalkBefore() {
        walk(session, 0, 300);
        assertThat(session.sinceStartNs(300 * S)).isZero();
        session.step(301 * S);
        assertThat(session.run(301 * S)).isTrue();
        session.step(302 * S);
        assertThat(session.run(302 * S)).isFalse();
        assertThat(session.sinceStartNs(310 * S)).isEqualTo(9 * S);
        assertThat(session.number()).isEqualTo(1);
    }

    @Test
    void walkBreaksBelongToIt() {
        run(session, 0, 60);
        walk(session, 60, 1200);
        assertThat(run(session, 1200, 1210)).isZero();
        assertThat(session.sinceStartNs(1210 * S)).isEqualTo(1210 * S);
    }

    @Test
    void aRestEndsItAndFiveMinutesOfRunningCount() {
        run(session, 0, 301);
        assertThat(run(session, 301 + 601, 1000)).isEqualTo(1);
        assertThat(session.number()).isEqualTo(2);
        assertThat(run(session, 1000 + 601, 1700)).isEqualTo(1);
        assertThat(session.number()).as("98 s of running are no session").isEqualTo(2);
    }

    @Test
    void aRestShorterThanThatDoesNotEndIt() {
        run(session, 0, 301);
        assertThat(run(session, 300 + 600, 1000)).isZero();
        assertThat(session.number()).isEqualTo(1);
    }

    @Test
    void oneThatWasUnderWayGoesOn() {
        Session restarted =
                new Session(new SessionStart(4, null, new SessionStart.UnderWay(-400 * S, -30 * S, null)), REST_NS);
        assertThat(run(restarted, 5, 10)).isZero();
        assertThat(restarted.number()).isEqualTo(5);
        assertThat(restarted.sinceStartNs(10 * S)).isEqualTo(410 * S);
        assertThat(run(restarted, 700, 710)).isEqualTo(1);
        assertThat(restarted.number()).isEqualTo(6);
    }

    @Test
    void oneThatWasUnderWayButRestedTooLongDoesNot() {
        Session restarted =
                new Session(new SessionStart(4, null, new SessionStart.UnderWay(-400 * S, -30 * S, null)), REST_NS);
        assertThat(run(restarted, 571, 580)).isEqualTo(1);
        assertThat(restarted.number()).isEqualTo(6);
    }

    @Test
    void fewerThanNoSessionsAreRefused() {
        assertThatThrownBy(() -> new SessionStart(-1, null, null)).hasMessageContaining("-1");
    }

    private static int run(Session session, long fromS, long toS) {
        int begun = 0;
        for (long second = fromS; second < toS; second++) {
            session.step(second * S);
            begun += session.run(second * S) ? 1 : 0;
        }
        return begun;
    }

    private static void walk(Session session, long fromS, long toS) {
        for (long second = fromS; second < toS; second++) {
            session.step(second * S);
        }
    }
}
