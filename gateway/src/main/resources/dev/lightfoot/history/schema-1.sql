-- Times are microseconds of the Unix epoch. Ids of strikes, stances, form changes, cues and summaries come from one
-- rising sequence, so the entries of a run are those with first_id <= id < end_id, without an index and without a
-- run column in each row. Fractions are whole numbers of a named small unit: an integer takes 1 to 3 bytes, a real 8.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  first_id INTEGER NOT NULL,
  end_id INTEGER,
  started_us INTEGER NOT NULL,
  ended_us INTEGER
) STRICT;
CREATE TABLE strikes (
  id INTEGER PRIMARY KEY,
  foot INTEGER NOT NULL,
  contact_us INTEGER NOT NULL,
  decided_after_us INTEGER NOT NULL,
  pattern INTEGER NOT NULL,
  confidence_permille INTEGER NOT NULL,
  strike_angle_hundredth_deg INTEGER
) STRICT;
CREATE TABLE stances (
  id INTEGER PRIMARY KEY,
  foot INTEGER NOT NULL,
  contact_us INTEGER NOT NULL,
  contact_time_us INTEGER NOT NULL,
  flight_time_us INTEGER,
  flight_time_estimated INTEGER NOT NULL,
  duty_factor_permille INTEGER,
  cadence_tenth_spm INTEGER,
  gait INTEGER NOT NULL
) STRICT;
CREATE TABLE form_changes (
  id INTEGER PRIMARY KEY,
  time_us INTEGER NOT NULL,
  state INTEGER NOT NULL,
  jogging_score_hundredth INTEGER,
  rearfoot_share_permille INTEGER
) STRICT;
CREATE TABLE cues (
  id INTEGER PRIMARY KEY,
  time_us INTEGER NOT NULL,
  cue INTEGER NOT NULL,
  foot INTEGER NOT NULL,
  strength_permille INTEGER NOT NULL
) STRICT;
CREATE TABLE summaries (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL UNIQUE REFERENCES runs (id),
  strikes INTEGER NOT NULL,
  rearfoot INTEGER NOT NULL,
  midfoot INTEGER NOT NULL,
  forefoot INTEGER NOT NULL,
  left_foot INTEGER NOT NULL,
  right_foot INTEGER NOT NULL,
  nudges INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  stops INTEGER NOT NULL,
  restored INTEGER NOT NULL,
  standing_us INTEGER NOT NULL,
  walking_us INTEGER NOT NULL,
  good_us INTEGER NOT NULL,
  drifting_us INTEGER NOT NULL,
  jogging_us INTEGER NOT NULL,
  longest_good_us INTEGER NOT NULL,
  mean_cadence_spm REAL,
  mean_contact_time_ms REAL
) STRICT;
CREATE TABLE cursors (
  publisher TEXT NOT NULL,
  stream TEXT NOT NULL,
  id INTEGER NOT NULL,
  PRIMARY KEY (publisher, stream)
) STRICT, WITHOUT ROWID;
