/** Deletes a run, when one is sure. */

import { remove } from './api.js';
import { find, show } from './dom.js';
import { count, longDay } from './format.js';

export function offerDelete(run) {
  const open = run.ended === null;
  find('delete').disabled = open;
  if (open) show(find('delete'), 'Still under way');
  find('delete').addEventListener('click', () => {
    show(find('sure-text'), `The run of ${longDay(new Date(run.started))} with ${count(run.strikes, 'strike')} goes for good. This cannot be undone; an export made before is yours to keep.`);
    show(find('sure-trouble'), '');
    find('sure').showModal();
  });
  find('sure-delete').addEventListener('click', async () => {
    try {
      await remove(`/api/runs/${run.run}`);
      location.assign('/runs');
    } catch (refusal) {
      show(find('sure-trouble'), refusal.message);
    }
  });
}
