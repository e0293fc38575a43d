/** The cues of a run with why they came and what the gait did after them. */

import { h } from './dom.js';
import { capital, clock, number } from './format.js';

const SIGNS = { nudge: '◆', warning: '▲', stop: '■', restored: '●' };
const REASONS = {
  drift_began: 'form began to drift', jogging_began: 'jogging began', jogging_goes_on: 'jogging goes on',
  not_come_back: 'form had not come back', keeps_failing: 'form kept failing', good_again: 'form good again',
};
const ANSWERS = { improved: '↗ better', unchanged: '→ the same', worsened: '↘ worse', walked: '✓ walked' };
const UNFELT = { muted: 'muted', withheld: 'kept back by the schedule' };

function after(answer) {
  if (!answer) return h('span', { class: 'soft' }, '–');
  const scores = answer.score_after === null ? '' : ` ${number(answer.score_before, 2)} to ${number(answer.score_after, 2)}`;
  return h('span', { class: `answer ${answer.response}` }, ANSWERS[answer.response], h('small', { class: 'soft' }, scores));
}

function row(cue) {
  return h('tr', {},
    h('th', { scope: 'row', class: 'number' }, clock(cue.atS)),
    h('td', {}, h('b', { class: cue.cue, 'aria-hidden': 'true' }, SIGNS[cue.cue]), ` ${capital(cue.cue)}`,
      h('span', { class: 'soft' }, [`, ${cue.foot}`, UNFELT[cue.delivery]].filter(Boolean).join(', ')),
      h('small', { class: 'soft' }, REASONS[cue.reason] ?? '')),
    h('td', {}, after(cue.answer)));
}

export function cueTable(story, run) {
  if (story.cues.length === 0) {
    const ran = run.good_s + run.drifting_s + run.jogging_s > 0;
    return h('p', { class: 'soft' }, ran ? 'No cue was needed. Light feet all the way.' : 'Nothing was run, so there was nothing to cue.');
  }
  return h('table', { class: 'cues' },
    h('caption', { class: 'unseen' }, 'Cues with their reasons and what the gait did after them; the score is 0 in fresh form and 1 where jogging begins'),
    h('thead', {}, h('tr', {}, ...['At', 'Cue', 'What followed'].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, ...story.cues.map(row)));
}
