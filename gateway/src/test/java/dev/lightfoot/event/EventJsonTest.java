package dev.lightfoot.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.form.Cue;
import dev.lightfoot.form.CueAnswer;
import dev.lightfoot.form.CueKind;
import dev.lightfoot.form.CueReason;
import dev.lightfoot.form.CueResponse;
import dev.lightfoot.form.Delivery;
import dev.lightfoot.form.FormState;
import dev.lightfoot.form.GaitKind;
import dev.lightfoot.gait.AngleZero;
import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.MountReason;
import dev.lightfoot.gait.MountState;
import dev.lightfoot.gait.Resolution;
import dev.lightfoot.gait.Stance;
import dev.lightfoot.gait.Strike;
import dev.lightfoot.gait.StrikePattern;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private final EventOf eventOf = new EventOf(0);

    @Test
    void aStrike() {
        Strike strike = new Strike(Foot.LEFT)
                .set(3_377_123_999L, 3_412_000_000L, StrikePattern.REARFOOT, 0.98765f, 16.104f)
                .rests(AngleZero.FOOT_FLAT, Resolution.COARSE);

        assertThat(EventJson.line(eventOf.strike(strike)))
                .isEqualTo("{\"type\":\"strike\",\"foot\":\"left\",\"contact_us\":3377123,\"decided_us\":3412000,"
                        + "\"pattern\":\"rearfoot\",\"confidence\":0.988,\"strike_angle_deg\":16.10,"
                        + "\"angle_zero\":\"foot_flat\",\"resolution\":\"coarse\"}");
    }

    @Test
    void aStanceWhoseFlightIsNotKnownSaysNull() {
        Stance stance = new Stance(Foot.RIGHT)
                .set(1_000_000_000L, 1_250_000_000L, Float.NaN, false, 0.3571f, 171.43f, false)
                .asymmetry(-4.04f);

        assertThat(EventJson.line(eventOf.stance(stance, GaitKind.RUNNING)))
                .isEqualTo("{\"type\":\"stance\",\"foot\":\"right\",\"contact_us\":1000000,"
                        + "\"terminal_contact_us\":1250000,\"contact_time_ms\":250.0,\"flight_time_ms\":null,"
                        + "\"flight_time_estimated\":false,\"duty_factor\":0.357,\"cadence_spm\":171.4,"
                        + "\"gait\":\"running\",\"contact_time_asymmetry_percent\":-4.0}");
    }

    @Test
    void aMount() {
        Event mounted =
                eventOf.mount(Foot.LEFT, 2_000_000_000L, MountState.LEARNING, MountReason.STOOD_OTHERWISE, null);

        assertThat(EventJson.line(mounted))
                .isEqualTo("{\"type\":\"mount\",\"foot\":\"left\",\"time_us\":2000000,"
                        + "\"state\":\"learning\",\"reason\":\"stood_otherwise\"}");
    }

    @Test
    void formAndCue() {
        assertThat(EventJson.line(eventOf.form(FormState.STANDING, 5_000, Float.NaN, Float.NaN)))
                .isEqualTo("{\"type\":\"form\",\"time_us\":5,\"state\":\"standing\",\"jogging_score\":null,"
                        + "\"rearfoot_share\":null}");
        Cue cue = new Cue()
                .decided(CueKind.WARNING, CueReason.JOGGING_BEGAN, Delivery.PLAYED, Foot.LEFT, 7_000, 0.5f)
                .measured(0.9f, 16.25f, Float.NaN, 149.96f);
        assertThat(EventJson.line(eventOf.cue(cue, 8_000, EventOf.NO_TIME_NS)))
                .isEqualTo("{\"type\":\"cue\",\"time_us\":7,\"cue\":\"warning\",\"foot\":\"left\",\"strength\":0.50,"
                        + "\"reason\":\"jogging_began\",\"delivery\":\"played\",\"jogging_score\":0.90,"
                        + "\"strike_angle_deg\":16.25,\"duty_factor\":null,\"cadence_spm\":150.0,"
                        + "\"decided_us\":8,\"pin_us\":null}");
    }

    @Test
    void anAnswerAndAFreshForm() {
        CueAnswer answer = new CueAnswer().set(CueKind.STOP, CueResponse.WALKED, 7_000, 9_000, 1.2f, Float.NaN, 0);
        assertThat(EventJson.line(eventOf.answer(answer)))
                .isEqualTo("{\"type\":\"cue_answer\",\"time_us\":9,\"cue_us\":7,\"cue\":\"stop\","
                        + "\"response\":\"walked\",\"score_before\":1.20,\"score_after\":null,\"strikes\":0}");
        assertThat(EventJson.line(eventOf.learned(3.126f, 0.3604f, 172.04f, false, 5_000)))
                .isEqualTo("{\"type\":\"fresh_form\",\"time_us\":5,\"strike_angle_deg\":3.13,"
                        + "\"duty_factor\":0.360,\"cadence_spm\":172.0,\"calibrated\":false}");
    }

    @Test
    void anOffsetBringsTheHostsClockToTheEpoch() {
        EventOf live = new EventOf(1_000_000_000_000L);

        assertThat(live.form(FormState.GOOD, -999_999_999_000L, 0, 0).timeUs()).isEqualTo(1);
    }

    @Test
    void aLinkWithAnUnknownBattery() {
        assertThat(EventJson.line(new Event.Linked(9, "C0:FF:EE:00:00:01", Foot.LEFT, "streaming", "by fd", null)))
                .isEqualTo("{\"type\":\"link\",\"time_us\":9,\"pod\":\"C0:FF:EE:00:00:01\",\"foot\":\"left\","
                        + "\"state\":\"streaming\",\"reason\":\"by fd\",\"battery_pct\":null}");
    }
}
