/** One run: its figures, timeline, cues, spreads; what the runner says of it. */

import { read } from './api.js';
import { cueTable } from './cue-table.js';
import { offerDelete } from './delete-run.js';
import { find, h, show } from './dom.js';
import { capital, longDay, minutes, number, percent, span, time } from './format.js';
import { closeMenus } from './menu.js';
import { NoteForm } from './note-form.js';
import { pictureWords } from './picture.js';
import { load } from './shell.js';
import { spreads } from './spread.js';
import { storyOf } from './story.js';
import { Timeline } from './timeline.js';

const parameters = new URLSearchParams(location.search);
const id = Number.parseInt(parameters.get('id') ?? '', 10);

function tile(name, value, more, kind = '') {
  return h('div', { class: `card ${kind}` }, h('dt', {}, name), h('dd', {}, h('b', {}, value), h('span', {}, more)));
}

function tiles(run) {
  const ran = run.good_s + run.drifting_s + run.jogging_s;
  const told = run.cues.nudge + run.cues.warning + run.cues.stop;
  const broke = run.broke_down_after_s;
  return [
    broke === null
      ? tile('Form held', ran > 0 ? 'to the end' : '–', ran > 0 ? `${minutes(run.duration_s)} of it` : 'nothing was run', 'held')
      : tile('Form broke down', `minute ${Math.floor(broke / 60) + 1}`, `after ${span(broke)}`, 'broke'),
    tile('Longest good', minutes(run.longest_good_s), ran > 0 ? `${percent(run.good_s / ran)} good in all` : ''),
    tile('Rearfoot', percent(run.rearfoot_share), `of ${run.strikes} strikes`),
    tile('Cadence', number(run.mean_cadence_spm), 'spm, mean'),
    tile('Contact', number(run.mean_contact_time_ms), 'ms, mean'),
    tile('Cues', String(told), run.cues.stop > 0 ? `${run.cues.stop} said stop` : 'none said stop'),
    tile('Walk breaks', String(run.walk_breaks), `${minutes(run.walking_s)} walked`),
  ];
}

export function underline(run) {
  const said = [run.shoe, run.surface && `on ${run.surface}`, run.perceived_effort && `effort ${run.perceived_effort} of 10`];
  return [run.ended === null ? 'under way' : null, minutes(run.duration_s), ...said].filter(Boolean).join(' · ');
}

function showHead(run) {
  const started = new Date(run.started);
  const title = `${longDay(started)}, ${time(started)}`;
  show(find('title'), title);
  document.title = `${title} – Lightfoot`;
  show(find('under'), underline(run));
  find('compare').href = `/compare?a=${id}`;
  for (const format of ['fit', 'csv', 'json']) find(format).href = `/api/runs/${id}/export?format=${format}`;
}

closeMenus();
load(find('run'), async () => {
  const run = await read(`/api/runs/${Number.isNaN(id) ? '0' : id}`);
  if (!find('title')) {
    location.reload();
    return;
  }
  const story = storyOf(run);
  showHead(run);
  find('tiles').replaceChildren(...tiles(run));
  find('overview').setAttribute('aria-label', pictureWords(run));
  find('cues').replaceChildren(cueTable(story, run));
  find('spreads').replaceChildren(...spreads(run));
  new NoteForm(run, (said) => show(find('under'), underline({ ...run, ...said })));
  offerDelete(run);
  const timeline = new Timeline(story);
  const [from, to] = ['from', 'to'].map((name) => Number.parseFloat(parameters.get(name) ?? ''));
  await (from < to ? timeline.zoom(from, to) : timeline.whole());
});
