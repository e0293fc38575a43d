/** One adopted pod as it stands, with what can be done to it. */

import { remove } from './api.js';
import { h, s, show } from './dom.js';
import { capital, number } from './format.js';
import { LINKS } from './words.js';
import { adoptForm } from './adopt-form.js';

const LOW_PCT = 15;

function battery(pct) {
  if (pct === null) return ['–'];
  const svg = s('svg', { class: pct <= LOW_PCT ? 'battery low' : 'battery', viewBox: '0 0 20 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    s('rect', { x: 0, y: 0, width: pct / 5, height: 10 }));
  return [svg, `${pct}\u202f%`, pct <= LOW_PCT ? ' low' : ''];
}

function lost({ lost: missing, notifications }) {
  const all = missing + notifications;
  return all === 0 ? '–' : `${number(missing / all * 100, 1)}\u202f%`;
}

/** @param act does something and says how it went */
export function podCard(pod, act) {
  const letter = h('span', { class: 'foot', 'aria-hidden': 'true' });
  const title = h('h3');
  const under = h('p', { class: 'soft small number' });
  const link = h('span', { class: 'pill link' });
  const figures = Object.fromEntries(['Battery', 'Rate', 'Lost', 'Mount'].map((name) => [name, h('dd')]));
  const place = h('div');
  const change = h('button', { type: 'button', class: 'small', 'aria-expanded': 'false' }, 'Change');
  const leave = h('button', { type: 'button', class: 'small danger' }, 'Let go');
  const element = h('li', { class: 'card pod' },
    h('div', { class: 'line apart' }, h('div', { class: 'who' }, letter, h('div', {}, title, under)), link),
    h('dl', {}, ...Object.entries(figures).map(([name, value]) => h('div', {}, h('dt', {}, name), value))),
    h('div', { class: 'line' }, change, leave), place);
  let latest = pod;
  let sure = false;

  change.addEventListener('click', () => {
    const open = place.children.length === 0;
    change.setAttribute('aria-expanded', String(open));
    place.replaceChildren(...open ? [adoptForm(latest, 'Save', act, () => change.click())] : []);
    place.querySelector('input')?.focus();
  });
  leave.addEventListener('click', () => {
    if (!sure) {
      sure = true;
      show(leave, 'Sure? Let go');
      return;
    }
    act(() => remove(`/api/pods/${latest.address}`), 'It is heard no more.');
  });
  leave.addEventListener('blur', () => {
    sure = false;
    show(leave, 'Let go');
  });

  return {
    element,
    update(next) {
      latest = next;
      const on = next.link === 'streaming';
      const foot = next.foot ? capital(next.foot) : 'Foot not known yet';
      show(letter, next.foot ? next.foot === 'left' ? 'L' : 'R' : '?');
      show(title, next.shoe ? `${foot}, ${next.shoe}` : foot);
      show(under, [next.name, next.address].filter(Boolean).join(' · '));
      show(link, on ? 'linked' : LINKS[next.link] ?? next.link);
      link.className = `pill link ${on ? 'on' : ['lost', 'known', 'backing_off'].includes(next.link) ? 'off' : ''}`;
      link.title = next.reason ?? '';
      figures.Battery.replaceChildren(...battery(next.battery_pct));
      show(figures.Rate, on && next.rate_hz > 0 ? `${number(next.rate_hz)}\u202fHz` : '–');
      show(figures.Lost, lost(next));
      show(figures.Mount, next.mount.length > 0 ? 'learned' : 'not yet');
      leave.hidden = next.configured || !next.adopted;
    },
  };
}
