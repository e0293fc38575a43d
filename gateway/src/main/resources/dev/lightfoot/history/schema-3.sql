-- What the runner says of a run; null where nothing was said. surface: 0 grass, 1 dirt, 2 trail, 3 tarmac, 4 treadmill.
ALTER TABLE runs ADD COLUMN shoe TEXT;
ALTER TABLE runs ADD COLUMN surface INTEGER;
ALTER TABLE runs ADD COLUMN perceived_effort INTEGER CHECK (perceived_effort BETWEEN 1 AND 10);
ALTER TABLE runs ADD COLUMN note TEXT;
UPDATE runs SET shoe = (SELECT shoe FROM fresh_forms WHERE fresh_forms.run_id = runs.id ORDER BY fresh_forms.rowid DESC LIMIT 1);
-- Form over time in 60 equal slices of an ended run: a byte a slice with the state that lasted longest (its number, 255
-- unknown), and a byte with the rearfoot share in percent (255 without strikes).
CREATE TABLE pictures (
  run_id INTEGER PRIMARY KEY REFERENCES runs (id),
  states BLOB NOT NULL,
  rearfoot_percent BLOB NOT NULL
) STRICT;
-- Runs that the runner deleted: nothing is left but their number and the range of their ids, which never come back;
-- wiped: 1 when their entries are gone from the file too.
CREATE TABLE deleted_runs (
  run_id INTEGER PRIMARY KEY,
  first_id INTEGER NOT NULL,
  end_id INTEGER NOT NULL,
  wiped INTEGER NOT NULL
) STRICT;
