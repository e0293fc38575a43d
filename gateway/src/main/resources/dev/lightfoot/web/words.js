/** What the page says, and the sign of each state: readable without its colour. */

const CIRCLE = 'M50 6a44 44 0 1 0 .01 0zM29 51l15 15 28-32';
const TRIANGLE = 'M50 8l45 80h-90zM50 38v24M50 74v2';
const OCTAGON = 'M31 5h38l26 26v38l-26 26h-38l-26-26v-38zM34 34l32 32M66 34l-32 32';
const ROUND_DOTS = 'M50 6a44 44 0 1 0 .01 0zM34 62v-24M50 62v-24M66 62v-24';
const SQUARE = 'M10 10h80v80h-80zM40 34v32M60 34v32';
const RING = 'M50 6a44 44 0 1 0 .01 0z';

export const STATES = {
  good: { word: 'Good form', advice: 'Light and quick. Keep it.', sign: CIRCLE },
  drifting: { word: 'Drifting', advice: 'Shorter, quicker, softer steps.', sign: TRIANGLE },
  jogging: { word: 'Jogging', advice: 'Heel first. Step lighter, or walk.', sign: OCTAGON },
  walking: { word: 'Walking', advice: 'Never wrong. Run when you like.', sign: ROUND_DOTS },
  standing: { word: 'Standing', advice: 'Rest as long as you like.', sign: SQUARE },
};

export const EMPTY = {
  connecting: { word: 'Connecting', advice: 'One moment.', sign: RING },
  noPods: { word: 'Waiting for pods', advice: 'Switch them on: they join in.', sign: RING },
  looking: { word: 'Finding your pods', advice: 'This takes a few seconds.', sign: RING },
  noSteps: { word: 'Learning your mount', advice: 'Stand a moment, then set off.', sign: RING },
  fewSteps: { word: 'Learning your stride', advice: 'A few more steps to judge.', sign: RING },
};

export const CUES = {
  nudge: 'Nudge: step lighter',
  warning: 'Warning: form slips',
  stop: 'Walk or stop now',
  restored: 'Form is good again',
};

/** Words of a link that does not stream yet, or no more. */
export const LINKS = {
  known: 'silent',
  seen: 'heard',
  connecting: 'joining',
  resolving: 'joining',
  starting: 'joining',
  lost: 'lost',
  backing_off: 'retrying',
};

export function ago(seconds) {
  if (seconds < 3) return 'just now';
  if (seconds < 60) return `${Math.floor(seconds)} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  return `${Math.floor(seconds / 3600)} h ago`;
}
