/** The small picture of a run's form over time: tall is good, lower is worse, walking is a dotted line, so that it reads without colour. */

import { s } from './dom.js';
import { minutes } from './format.js';

const HEIGHT = 40;
const TOP = { good: 2, drifting: 15, jogging: 26 };

/** Slices of one state after each other, as [from, to, state]. */
function stretches(slices) {
  const all = [];
  slices.forEach(({ state }, index) => {
    const last = all.at(-1);
    if (last && last.state === state) last.to = index + 1;
    else all.push({ from: index, to: index + 1, state });
  });
  return all;
}

function mark({ from, to, state }) {
  if (state in TOP) {
    return s('rect', { class: state, x: from + 0.06, y: TOP[state], width: to - from - 0.12, height: HEIGHT - TOP[state] });
  }
  return s('line', { class: state ?? 'unknown', x1: from + 0.3, x2: to - 0.3, y1: HEIGHT - 2, y2: HEIGHT - 2 });
}

/** What the picture shows, in words. */
export function pictureWords(run) {
  const parts = ['good', 'drifting', 'jogging', 'walking', 'standing']
    .filter((state) => run[`${state}_s`] >= 1)
    .map((state) => `${state} ${minutes(run[`${state}_s`])}`);
  const broke = run.broke_down_after_s === null ? '' : `; form broke down after ${minutes(run.broke_down_after_s)}`;
  return parts.length === 0 ? 'Form is not known' : `Form over time: ${parts.join(', ')}${broke}`;
}

/** @param share of the width that it takes */
export function picture(run, share = 1) {
  const slices = run.picture;
  const svg = s('svg', {
    class: 'picture', viewBox: `0 0 ${slices.length} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': pictureWords(run),
  }, ...stretches(slices).map(mark));
  svg.style.width = `${share * 100}%`;
  return svg;
}
