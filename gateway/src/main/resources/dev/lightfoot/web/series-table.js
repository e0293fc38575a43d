/** The charts' window as a table, for those who would rather read it: at most 24 rows. */

import { h } from './dom.js';
import { clock, number, percent } from './format.js';

const MOST_ROWS = 24;
const STEPS_S = [1, 2, 5, 10, 30, 60, 120, 300, 600, 900, 1800];

const within = (points, fromS, toS) => points.filter((point) => point.atS >= fromS && point.atS < toS);

function mean(points, id) {
  const known = points.filter((point) => point[id] !== null);
  const strikes = (point) => point.rearfoot + point.midfoot + point.forefoot;
  const all = known.reduce((sum, point) => sum + strikes(point), 0);
  return all === 0 ? null : known.reduce((sum, point) => sum + point[id] * strikes(point), 0) / all;
}

function rearfoot(points) {
  const all = points.reduce((sum, point) => sum + point.rearfoot + point.midfoot + point.forefoot, 0);
  return all === 0 ? null : points.reduce((sum, point) => sum + point.rearfoot, 0) / all;
}

/** The state that lasts longest in [fromS, toS). */
function state(bands, fromS, toS) {
  const lasting = new Map();
  for (const band of bands) {
    const overlap = Math.min(band.toS, toS) - Math.max(band.fromS, fromS);
    if (overlap > 0) lasting.set(band.state, (lasting.get(band.state) ?? 0) + overlap);
  }
  return [...lasting].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '–';
}

export function seriesTable(series, story, fromS, toS) {
  const stepS = STEPS_S.find((step) => (toS - fromS) / step <= MOST_ROWS) ?? 3600;
  const rows = [];
  for (let at = Math.floor(fromS / stepS) * stepS; at < toS; at += stepS) {
    const feet = [within(series.left, at, at + stepS), within(series.right, at, at + stepS)];
    if (feet.every((points) => points.length === 0)) continue;
    const pair = (value) => feet.map((points) => h('td', { class: 'r' }, value(points)));
    rows.push(h('tr', {}, h('th', { scope: 'row' }, clock(Math.max(0, at))), h('td', {}, state(story.bands, at, at + stepS)),
      ...pair((points) => number(mean(points, 'strike_angle_deg'), 1)),
      ...pair((points) => percent(rearfoot(points))),
      ...pair((points) => number(mean(points, 'contact_time_ms'))),
      ...pair((points) => number(mean(points, 'cadence_spm'))),
      ...pair((points) => number(mean(points, 'duty_factor'), 2))));
  }
  const feet = ['Strike angle, °', 'Rearfoot', 'Contact, ms', 'Cadence, spm', 'Duty factor'];
  return h('table', { class: 'readings' },
    h('caption', { class: 'unseen' }, 'The charts as a table: left and right foot over time'),
    h('thead', {},
      h('tr', {}, h('th', { rowspan: 2, scope: 'col' }, 'From'), h('th', { rowspan: 2, scope: 'col' }, 'Form'),
        ...feet.map((name) => h('th', { colspan: 2, scope: 'colgroup' }, name))),
      h('tr', {}, ...feet.flatMap(() => [h('th', { scope: 'col', class: 'r' }, 'L'), h('th', { scope: 'col', class: 'r' }, 'R')]))),
    h('tbody', {}, ...rows));
}
