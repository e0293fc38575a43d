/** Two runs on one scale of time: their form, both feet together, their figures. */

import { read } from './api.js';
import { Chart, METRICS, reading, running } from './chart.js';
import { find, h } from './dom.js';
import { clock, day, minutes, number, percent, time } from './format.js';
import { picture } from './picture.js';
import { load, notice } from './shell.js';
import { pointsOf, storyOf } from './story.js';

const LISTED = 100;
const POINTS = 300;
const EDGE_S = 8;
const TWO = 'M12 30h70M12 30l14-12M12 30l14 12M88 70h-70M88 70l-14-12M88 70l-14 12';
const parameters = new URLSearchParams(location.search);
const numberOf = (name) => Number.parseInt(parameters.get(name) ?? '', 10);

const points100 = (share) => `${number(share * 100)} pts`;

const FIGURES = [
  { name: 'Duration', value: (run) => run.duration_s, text: minutes },
  { name: 'Form held', value: (run) => run.form_endurance_s, text: minutes },
  { name: 'Longest good', value: (run) => run.longest_good_s, text: minutes },
  { name: 'Good, of running', value: (run) => ran(run) > 0 ? run.good_s / ran(run) : null, text: percent, by: points100 },
  { name: 'Rearfoot', value: (run) => run.rearfoot_share, text: percent, by: points100 },
  { name: 'Cadence, spm', value: (run) => run.mean_cadence_spm, text: (value) => number(value) },
  { name: 'Contact, ms', value: (run) => run.mean_contact_time_ms, text: (value) => number(value) },
  { name: 'Cues', value: (run) => run.cues.nudge + run.cues.warning + run.cues.stop, text: (value) => number(value) },
  { name: 'Walk breaks', value: (run) => run.walk_breaks, text: (value) => number(value) },
  { name: 'Effort', value: (run) => run.perceived_effort, text: (value) => number(value) },
];
const ran = (run) => run.good_s + run.drifting_s + run.jogging_s;

function difference(figure, first, second) {
  if (first === null || second === null) return '–';
  const by = second - first;
  return `${by > 0 ? '+' : by < 0 ? '−' : '±'}${(figure.by ?? figure.text)(Math.abs(by))}`;
}

function figures(first, second) {
  return h('table', {}, h('caption', { class: 'unseen' }, 'Figures of both runs'),
    h('thead', {}, h('tr', {}, h('td'), ...['First', 'Second', 'Difference'].map((name) => h('th', { scope: 'col', class: 'r' }, name)))),
    h('tbody', {}, ...FIGURES.map((figure) => {
      const values = [first, second].map(figure.value);
      return h('tr', {}, h('th', { scope: 'row' }, figure.name), ...values.map((value) => h('td', { class: 'r' }, h('b', {}, figure.text(value)))),
        h('td', { class: 'r soft' }, difference(figure, ...values)));
    })));
}

function strip(run, name, longestS) {
  return h('div', {}, h('p', { class: 'line apart' }, h('b', {}, name), h('span', { class: 'soft small' }, `${day(new Date(run.started))}, ${run.broke_down_after_s === null ? 'form held' : `broke after ${minutes(run.broke_down_after_s)}`}`)),
    picture(run, run.duration_s / longestS));
}

/** Running without its first and last strides, which are of two gaits. */
function steady(bands) {
  const joined = [];
  for (const band of bands.filter((each) => ['good', 'drifting', 'jogging'].includes(each.state))) {
    if (joined.length > 0 && band.fromS - joined.at(-1).toS < 0.1) joined.at(-1).toS = band.toS;
    else joined.push({ ...band });
  }
  return joined.map((band) => ({ ...band, fromS: band.fromS + EDGE_S, toS: band.toS - EDGE_S }));
}

/** Means of both feet in equal spans since the start, of running only. */
async function points(run, longestS) {
  const series = await read(`/api/runs/${run.run}/series?points=${POINTS}`);
  const story = storyOf(run);
  const spanS = Math.max(longestS / POINTS, 4);
  const bands = steady(story.bands);
  const sums = new Map();
  for (const each of [series.left, series.right].flatMap((columns) => pointsOf(columns, story.startedUs))) {
    if (running([each], bands).length === 0) continue;
    const slot = Math.floor(each.atS / spanS);
    sums.set(slot, [...(sums.get(slot) ?? []), each]);
  }
  return [...sums].sort((a, b) => a[0] - b[0]).map(([slot, all]) => together(all, (slot + 0.5) * spanS));
}

function together(all, atS) {
  const sum = (id) => all.reduce((total, point) => total + point[id], 0);
  const mean = (id) => {
    const known = all.filter((point) => point[id] !== null);
    return known.length === 0 ? null : known.reduce((total, point) => total + point[id], 0) / known.length;
  };
  const ids = METRICS.filter((metric) => !metric.lanes).map((metric) => metric.id);
  return { atS, rearfoot: sum('rearfoot'), midfoot: sum('midfoot'), forefoot: sum('forefoot'), ...Object.fromEntries(ids.map((id) => [id, mean(id)])) };
}

function draw(left, right, longestS) {
  const story = { bands: [{ fromS: 0, toS: longestS, state: 'good' }], cues: [] };
  const readings = new Map();
  const tell = (at) => {
    for (const [metric, place] of readings) {
      const value = (all) => {
        const near = at === null ? null : all.find((point) => Math.abs(point.atS - at) <= Math.max(2, longestS / POINTS));
        if (metric.lanes) return near ? percent(near.rearfoot / (near.rearfoot + near.midfoot + near.forefoot)) : '–';
        return reading(metric, near?.[metric.id]);
      };
      place.replaceChildren(at === null ? '' : `at ${clock(at)}`, ...at === null ? [] : [['left', left], ['right', right]].map(([kind, all], index) =>
        h('span', { class: `key ${kind}` }, h('abbr', {}, index === 0 ? '1st' : '2nd'), ` ${value(all)}`)));
    }
  };
  let moving = false;
  const hover = (at) => {
    if (moving) return;
    moving = true;
    charts.forEach((chart) => chart.point(at));
    moving = false;
    tell(at);
  };
  const charts = METRICS.map((metric) => {
    const values = h('p', { class: 'reading number' });
    const place = h('div', { class: `plot plot-${metric.id}` });
    find('charts').append(h('figure', { 'aria-label': metric.name }, h('figcaption', {}, h('h3', {}, metric.name), values), place));
    readings.set(metric, values);
    return new Chart(place, metric, story, { hover, zoom: () => null, whole: () => null });
  });
  charts.forEach((chart) => chart.set(0, longestS, { left, right, fromS: 0, spanS: Math.max(longestS / POINTS, 4) }));
  new ResizeObserver(() => charts.forEach((chart) => chart.resize())).observe(find('charts'));
}

const title = (run) => `${day(new Date(run.started))}, ${time(new Date(run.started))}, ${minutes(run.duration_s)}`;

function choose(runs, a, b) {
  for (const [id, chosen] of [['a', a], ['b', b]]) {
    find(id).replaceChildren(...runs.map((run) => h('option', { value: run.run, selected: run.run === chosen }, title(run))));
    find(id).value = String(chosen);
    find(id).addEventListener('change', () => location.assign(`/compare?a=${find('a').value}&b=${find('b').value}`));
  }
}

load(find('two'), async () => {
  const { runs } = await read(`/api/runs?limit=${LISTED}&offset=0`);
  if (!find('strips')) {
    location.reload();
    return;
  }
  if (runs.length < 2) {
    find('choice').hidden = true;
    find('two').replaceChildren(notice(TWO, 'Two runs are needed', 'Come back after your next run.', h('a', { class: 'button', href: '/runs' }, 'Runs')));
    return;
  }
  const a = Number.isNaN(numberOf('a')) ? runs[0].run : numberOf('a');
  const index = runs.findIndex((run) => run.run === a);
  const b = Number.isNaN(numberOf('b')) ? (runs[index + 1] ?? runs[0]).run : numberOf('b');
  const [first, second] = await Promise.all([a, b].map((id) => read(`/api/runs/${id}`)));
  choose([...runs, ...[first, second].filter((run) => runs.every((each) => each.run !== run.run))], a, b);
  const longestS = Math.max(first.duration_s, second.duration_s, 1);
  find('strips').replaceChildren(strip(first, 'First', longestS), strip(second, 'Second', longestS));
  find('figures').replaceChildren(figures(first, second));
  draw(...await Promise.all([first, second].map((run) => points(run, longestS))), longestS);
});
