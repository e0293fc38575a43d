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
