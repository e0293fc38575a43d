/** One pod that is heard near by and not adopted. */

import { h, s, show } from './dom.js';
import { adoptForm } from './adopt-form.js';

const NEAR_DBM = [-90, -75, -65, -55];
const STANDINGS = { look_alike: 'looks like one of yours, and is another', passing: 'its address changes, so it could not be found again' };

function signal(dbm) {
  const bars = NEAR_DBM.filter((least) => dbm >= least).length;
  return s('svg', { class: 'signal', viewBox: '0 0 20 16', role: 'img', 'aria-label': `signal ${bars} of ${NEAR_DBM.length}` },
    ...NEAR_DBM.map((least, index) => s('rect', { class: index < bars ? 'on' : '', x: index * 5, y: 12 - index * 4, width: 3.6, height: 4 + index * 4, rx: 0.8 })));
}

export function heardItem(pod, act) {
  const strength = h('span');
  const title = h('b');
  const under = h('p', { class: 'soft small' });
  const button = h('button', { type: 'button', class: 'small', 'aria-expanded': 'false' }, 'Adopt …');
  const place = h('div');
  let latest = pod;
  button.addEventListener('click', () => {
    const open = place.children.length === 0;
    button.setAttribute('aria-expanded', String(open));
    place.replaceChildren(...open ? [adoptForm(latest, 'Adopt', act, () => button.click())] : []);
    place.querySelector('input')?.focus();
  });
  return {
    element: h('li', {}, h('div', { class: 'line apart' }, h('div', { class: 'grow' }, h('p', {}, strength, ' ', title), under), button), place),
    update(next) {
      latest = next;
      strength.replaceChildren(signal(next.rssi_dbm));
      show(title, next.name || next.address);
      show(under, [next.name ? next.address : null, next.kind || null, STANDINGS[next.standing] ?? next.words].filter(Boolean).join(' · '));
      button.hidden = next.standing in STANDINGS;
    },
  };
}
