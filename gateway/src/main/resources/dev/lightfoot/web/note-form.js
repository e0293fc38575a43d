/** What the runner says of a run: shoe, surface, effort, notes. */

import { patch, read } from './api.js';
import { find, h, show } from './dom.js';

export class NoteForm {
  /** @param told called with what was saved */
  constructor(run, told) {
    this.id = run.run;
    this.told = told;
    find('effort').replaceChildren(this.choice('', 'Not said', run.perceived_effort === null),
      ...Array.from({ length: 10 }, (_, index) => this.choice(String(index + 1), String(index + 1), run.perceived_effort === index + 1)));
    find('shoe').value = run.shoe ?? '';
    find('surface').value = run.surface ?? '';
    find('text').value = run.note ?? '';
    find('note').addEventListener('submit', (event) => this.save(event));
    find('note').addEventListener('input', () => this.say('Not saved yet.', false));
    find('shoe').addEventListener('focus', () => this.offerShoes(), { once: true });
  }

  choice(value, text, checked) {
    return h('label', {}, h('input', { type: 'radio', name: 'effort', value, checked }), text);
  }

  async offerShoes() {
    const { runs } = await read('/api/runs?limit=50&offset=0').catch(() => ({ runs: [] }));
    const shoes = new Set(runs.map((run) => run.shoe).filter(Boolean));
    find('shoes').replaceChildren(...[...shoes].map((shoe) => h('option', { value: shoe })));
  }

  say(text, bad) {
    show(find('saved'), text);
    find('saved').classList.toggle('trouble', bad);
  }

  async save(event) {
    event.preventDefault();
    const effort = find('note').querySelector('[name=effort]:checked')?.value ?? '';
    const said = {
      shoe: find('shoe').value.trim() || null,
      surface: find('surface').value || null,
      perceived_effort: effort === '' ? null : Number(effort),
      note: find('text').value.trim() || null,
    };
    try {
      await patch(`/api/runs/${this.id}`, said);
      this.say('Saved.', false);
      this.told(said);
    } catch (refusal) {
      this.say(refusal.away ? 'The gateway is away: not saved. Try again when it is back.' : refusal.message, true);
    }
  }
}
