/** On which foot a pod is worn, and on which shoe. */

import { post } from './api.js';
import { h, show } from './dom.js';
import { capital } from './format.js';

let forms = 0;

/** @param close called when the form has done its work */
export function adoptForm(pod, button, act, close) {
  const id = `adopt-${++forms}`;
  const trouble = h('p', { class: 'trouble said', role: 'alert' });
  const choice = (value, text) => h('label', {}, h('input', { type: 'radio', name: id, value, checked: (pod.foot ?? '') === value }), text);
  const form = h('form', { class: 'adopting', novalidate: true },
    h('fieldset', { class: 'pick' }, h('legend', {}, 'Worn on'), ...['left', 'right'].map((foot) => choice(foot, capital(foot))), choice('', 'As it says itself')),
    h('div', { class: 'field' }, h('label', { for: `${id}-shoe` }, 'Shoe'), h('input', { id: `${id}-shoe`, maxlength: 64, autocomplete: 'off', value: pod.shoe ?? '' })),
    trouble,
    h('div', { class: 'line' }, h('button', { type: 'submit', class: 'main' }, button), h('button', { type: 'button', onclick: close }, 'Cancel')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const said = { foot: form.querySelector(':checked')?.value || null, shoe: form.querySelector(`#${id}-shoe`).value.trim() };
    show(trouble, '');
    act(async () => {
      await post(`/api/pods/${pod.address}`, said);
      close();
    }, `${pod.name || pod.address} is one of yours${said.foot ? `, on the ${said.foot} foot` : ''}.`);
  });
  return form;
}
