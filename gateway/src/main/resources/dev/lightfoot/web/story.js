/** The points of one foot, out of the columns they come in, with times as seconds since the run's start. */
export function pointsOf(columns, startedUs) {
  const names = Object.keys(columns);
  return columns.time_us.map((timeUs, index) => {
    const point = { atS: (timeUs - startedUs) / 1e6 };
    for (const name of names) point[name] = columns[name][index];
    return point;
  });
}

/** What happened in a run, with times as seconds since its start. */
export function storyOf(run) {
  const startedUs = run.started_us;
  const at = (us) => (us - startedUs) / 1e6;
  return {
    id: run.run,
    startedUs,
    lengthS: Math.max(run.duration_s, 1),
    bands: run.form_bands.map((band) => ({ fromS: at(band.from_us), toS: at(band.to_us), state: band.state })),
    cues: run.cue_events.map((cue) => ({ ...cue, atS: at(cue.time_us), played: cue.delivery === 'played' })),
  };
}
