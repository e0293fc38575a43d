/** The list of runs, the newest first, by month. */

import { read } from './api.js';
import { find, h } from './dom.js';
import { count, day, minutes, month, percent, time } from './format.js';
import { closeMenus } from './menu.js';
import { picture } from './picture.js';
import { load, notice } from './shell.js';

const ON_A_PAGE = 20;
const SHORTEST_PICTURE = 0.2;
const FEET = 'M30 20c10-4 16 8 13 22-2 10 0 16-1 22-2 12-14 11-15 0-1-9-7-30 3-44M66 32c10 0 13 14 8 25-4 9-3 14-5 19-4 11-15 8-14-3 1-10 0-38 11-41';

const page = Math.max(1, Number.parseInt(new URLSearchParams(location.search).get('page') ?? '1', 10) || 1);

function held(run) {
  if (run.broke_down_after_s !== null) {
    return h('div', { class: 'broke' }, h('dt', {}, 'Form broke'), h('dd', {}, h('b', {}, minutes(run.broke_down_after_s)), ' in'));
  }
  const ran = run.good_s + run.drifting_s + run.jogging_s > 0;
  return h('div', { class: 'held' }, h('dt', {}, 'Form held'), h('dd', {}, h('b', {}, ran ? 'to the end' : '–')));
}

const figure = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, h('b', {}, value)));

/** @param longestS of the runs on the page: pictures share one scale of time */
function item(run, longestS) {
  const started = new Date(run.started);
  const told = run.cues.nudge + run.cues.warning + run.cues.stop;
  const under = [run.shoe, run.surface && `on ${run.surface}`].filter(Boolean);
  return h('li', { class: 'card run' },
    h('div', { class: 'when' },
      h('h3', {}, h('a', { href: `/run?id=${run.run}` }, `${day(started)}, ${time(started)}`)),
      h('p', { class: 'soft small' }, run.ended === null ? h('span', { class: 'now' }, 'under way, ') : null, minutes(run.duration_s), under.length > 0 ? ` · ${under.join(' · ')}` : '')),
    h('div', {}, picture(run, Math.max(SHORTEST_PICTURE, run.duration_s / longestS))),
    h('dl', {},
      figure('Longest good', minutes(run.longest_good_s)),
      held(run),
      figure('Rearfoot', percent(run.rearfoot_share)),
      figure('Cues', told),
      figure('Walks', run.walk_breaks)));
}

function byMonth(runs) {
  const longestS = Math.max(...runs.map((run) => run.duration_s), 1);
  const groups = [];
  for (const run of runs) {
    const name = month(new Date(run.started));
    if (groups.at(-1)?.name !== name) groups.push({ name, runs: [] });
    groups.at(-1).runs.push(run);
  }
  return groups.map((group) => h('section', { class: 'stack', 'aria-label': group.name },
    h('h2', { class: 'soft' }, group.name), h('ol', { class: 'stack' }, ...group.runs.map((run) => item(run, longestS)))));
}

function showPages(total) {
  const pages = Math.ceil(total / ON_A_PAGE);
  const turn = (to, text, rel) => to >= 1 && to <= pages ? h('a', { class: 'button', href: `/runs?page=${to}`, rel }, text) : h('span');
  find('pages').hidden = pages <= 1;
  find('pages').replaceChildren(
    turn(page - 1, '← Newer', 'prev'),
    h('p', { class: 'soft number' }, `${(page - 1) * ON_A_PAGE + 1} to ${Math.min(page * ON_A_PAGE, total)} of ${count(total, 'run')}`),
    turn(page + 1, 'Older →', 'next'));
}

function ghosts() {
  return Array.from({ length: 6 }, () => h('div', { class: 'card run ghost', 'aria-hidden': 'true' }, h('div', { class: 'wait' })));
}

find('runs').replaceChildren(...ghosts());
closeMenus();
load(find('runs'), async () => {
  const { runs, total } = await read(`/api/runs?limit=${ON_A_PAGE}&offset=${(page - 1) * ON_A_PAGE}`);
  find('export').hidden = total === 0;
  if (runs.length === 0) {
    find('runs').replaceChildren(total === 0
      ? notice(FEET, 'No runs yet', 'Adopt your pods, lace them on and set off. A run shows up here by itself, and ends by itself after ten minutes without a step.',
        h('a', { class: 'button', href: '/pods' }, 'Set up pods'), h('a', { class: 'button', href: '/' }, 'Live'))
      : notice(FEET, 'No runs on this page', `There are ${count(total, 'run')} in all.`, h('a', { class: 'button', href: '/runs' }, 'The newest')));
    return;
  }
  find('runs').replaceChildren(...byMonth(runs));
  showPages(total);
});
