-- Why a cue was decided, what was measured, when the actuator moved and what the gait did afterwards; null where schema 1
-- did not keep it. delivery: 0 played, 1 muted, 2 withheld.
ALTER TABLE cues ADD COLUMN reason INTEGER;
ALTER TABLE cues ADD COLUMN delivery INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cues ADD COLUMN jogging_score_hundredth INTEGER;
ALTER TABLE cues ADD COLUMN strike_angle_hundredth_deg INTEGER;
ALTER TABLE cues ADD COLUMN duty_factor_permille INTEGER;
ALTER TABLE cues ADD COLUMN cadence_tenth_spm INTEGER;
ALTER TABLE cues ADD COLUMN decided_us INTEGER;
ALTER TABLE cues ADD COLUMN pin_us INTEGER;
ALTER TABLE cues ADD COLUMN answered_us INTEGER;
ALTER TABLE cues ADD COLUMN response INTEGER;
ALTER TABLE cues ADD COLUMN score_after_hundredth INTEGER;
ALTER TABLE cues ADD COLUMN answer_strikes INTEGER;
-- Runs that ended under schema 1 have no walk breaks and no withheld cues counted.
ALTER TABLE summaries ADD COLUMN broke_down_after_us INTEGER;
ALTER TABLE summaries ADD COLUMN walk_breaks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE summaries ADD COLUMN withheld_cues INTEGER NOT NULL DEFAULT 0;
-- Fresh form as each session learned it; what is kept for a shoe is worked out from these.
CREATE TABLE fresh_forms (
  learned_us INTEGER NOT NULL,
  shoe TEXT NOT NULL,
  run_id INTEGER REFERENCES runs (id),
  strike_angle_hundredth_deg INTEGER NOT NULL,
  duty_factor_permille INTEGER NOT NULL,
  cadence_tenth_spm INTEGER NOT NULL,
  calibrated INTEGER NOT NULL
) STRICT;
