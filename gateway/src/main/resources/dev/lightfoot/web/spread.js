/** How the strikes of each foot spread: left above the line, right below it, on one scale. */

import { h, s } from './dom.js';
import { number } from './format.js';

const WIDTH = 300;
const HALF = 44;
const KINDS = [
  { id: 'strike_angle_deg', name: 'Strike angle', unit: '°', decimals: 1 },
  { id: 'contact_time_ms', name: 'Contact time', unit: ' ms', decimals: 0 },
  { id: 'cadence_spm', name: 'Cadence', unit: ' spm', decimals: 0 },
  { id: 'duty_factor', name: 'Duty factor', unit: '', decimals: 2 },
];

/** The value below which this share of all lies, by even spread within a bin. */
function quantile({ first, width, counts }, share) {
  const wanted = counts.reduce((sum, count) => sum + count, 0) * share;
  let before = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    if (counts[bin] > 0 && before + counts[bin] >= wanted) return first + (bin + (wanted - before) / counts[bin]) * width;
    before += counts[bin];
  }
  return null;
}

function words(kind, histogram) {
  const text = (share) => number(quantile(histogram, share), kind.decimals);
  return histogram.counts.every((count) => count === 0) ? 'nothing known' : `${text(0.5)}${kind.unit}, mostly ${text(0.1)} to ${text(0.9)}`;
}

function bars(histogram, foot, range, most) {
  const step = WIDTH / (range.to - range.from);
  return histogram.counts.slice(range.from, range.to).map((count, index) => {
    const height = count / most * HALF;
    const y = foot === 'left' ? HALF - height : HALF + 2;
    return count === 0 ? null : s('rect', { class: foot, x: index * step + 0.5, y, width: Math.max(step - 1, 1), height });
  });
}

function plot(kind, left, right) {
  const used = left.counts.map((count, bin) => count + right.counts[bin] > 0);
  const range = { from: Math.max(0, used.indexOf(true) - 1), to: Math.min(used.length, used.lastIndexOf(true) + 2) };
  const most = Math.max(...left.counts, ...right.counts, 1);
  const at = (bin) => number(left.first + bin * left.width, kind.decimals === 2 ? 2 : 0);
  return h('figure', {},
    h('figcaption', {}, h('h3', {}, kind.name),
      h('p', { class: 'reading number' }, h('span', { class: 'key left' }, h('abbr', { title: 'Left' }, 'L'), ` ${words(kind, left)}`),
        h('span', { class: 'key right' }, h('abbr', { title: 'Right' }, 'R'), ` ${words(kind, right)}`))),
    s('svg', { viewBox: `0 0 ${WIDTH} ${2 * HALF + 2}`, preserveAspectRatio: 'none', role: 'img', class: 'spread',
      'aria-label': `${kind.name}: left ${words(kind, left)}; right ${words(kind, right)}` },
    ...bars(left, 'left', range, most).filter(Boolean), s('line', { x1: 0, x2: WIDTH, y1: HALF + 1, y2: HALF + 1 }), ...bars(right, 'right', range, most).filter(Boolean)),
    h('p', { class: 'ends number', 'aria-hidden': 'true' }, h('span', {}, at(range.from)), h('span', {}, at((range.from + range.to) / 2)), h('span', {}, at(range.to))));
}

export function spreads(run) {
  const known = KINDS.filter((kind) => [run.left, run.right].some((foot) => foot[kind.id].counts.some((count) => count > 0)));
  if (known.length === 0) return [h('p', { class: 'soft' }, 'The strikes of this run are no longer kept, or there were none. Its figures above stay.')];
  return known.map((kind) => plot(kind, run.left[kind.id], run.right[kind.id]));
}
