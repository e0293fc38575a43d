/** Calibration as it goes: how each pod sits on its shoe, whether the runner stands still, and the fresh form. */

import { post } from './api.js';
import { find, h, show } from './dom.js';
import { number } from './format.js';

const FEET = ['left', 'right'];
const MOUNTS = {
  learning: { sign: '○', words: 'Stand still for three seconds, then take some steps.' },
  known: { sign: '●', words: 'Learned: strikes are judged.' },
  faulty: { sign: '✕', words: 'Its sensor is stuck. Take the pod off its power and put it back.' },
};
const REASONS = {
  calibrated: 'Known from an earlier run.',
  settled: 'Learned, and kept for the next run.',
  stood_otherwise: 'It sits otherwise than before: take some steps.',
  slipped: 'It slipped on the shoe: fasten it, and stand still.',
};
const STANDS = { standing: 'You stand still.', walking: 'You are walking.' };

export class Calibration {
  /** @param act does something and says how it went */
  constructor(act) {
    this.rows = Object.fromEntries(FEET.map((foot) => {
      const row = { sign: h('b', { 'aria-hidden': 'true' }), words: h('span') };
      find('mounts').append(h('li', {}, row.sign, h('span', {}, h('b', {}, foot === 'left' ? 'Left' : 'Right'), ' ', row.words)));
      return [foot, row];
    }));
    this.clear();
    find('calibrate').addEventListener('click', () => act('calibrate-said', () => post('/api/calibrate'),
      'Now run well for a minute: your fresh form is learned from that.'));
  }

  /** Follows the gateway from now on; the browser opens the stream anew by itself. */
  follow() {
    const source = new EventSource('/api/live');
    source.addEventListener('snapshot', (each) => {
      const { mounts, form } = JSON.parse(each.data);
      this.clear();
      mounts.forEach((mount) => this.take(mount));
      if (form) this.take(form);
    });
    source.addEventListener('message', (each) => this.take(JSON.parse(each.data)));
  }

  clear() {
    FEET.forEach((foot) => this.mount(foot, '○', 'Not heard yet.'));
    show(find('stands'), '');
  }

  mount(foot, sign, words) {
    show(this.rows[foot].sign, sign);
    show(this.rows[foot].words, words);
  }

  take(event) {
    if (event.type === 'mount') {
      const { sign, words } = MOUNTS[event.state];
      this.mount(event.foot, sign, event.state === 'faulty' ? words : REASONS[event.reason] ?? words);
    } else if (event.type === 'form') {
      show(find('stands'), STANDS[event.state] ?? 'You are running.');
    } else if (event.type === 'fresh_form') {
      show(find('calibrate-said'), `Fresh form learned: ${number(event.cadence_spm)} steps a minute, strike angle ${number(event.strike_angle_deg, 1)}°.`);
    }
  }
}
