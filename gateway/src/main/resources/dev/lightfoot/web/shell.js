/** What every page does: says when the gateway is away and comes back with it, lets the runner log out, works without it. */

import { post, read } from './api.js';
import { find, h, s, show } from './dom.js';

const RETRY_MS = 3000;
const CLOUD = 'M22 70a16 16 0 0 1 3-32 24 24 0 0 1 46-4 18 18 0 0 1 7 36M40 62l20 20M60 62l-20 20';

/** Shows or hides the banner at the top. */
export function banner(text) {
  find('banner').hidden = text === null;
  show(find('banner'), text ?? '');
}

/** A message in the place of content: what is missing, why, what to do. */
export function notice(sign, title, text, ...actions) {
  return h('div', { class: 'card empty' },
    s('svg', { viewBox: '0 0 100 100', 'aria-hidden': 'true' }, s('path', { d: sign })),
    h('h2', {}, title), h('p', {}, text), actions.length === 0 ? null : h('div', { class: 'line' }, ...actions));
}

/** Fills a place with what a question gives; when that fails it says why, and tries again while the gateway is away. */
export async function load(place, question) {
  try {
    await question();
    place.removeAttribute('aria-busy');
    banner(null);
  } catch (failure) {
    if (failure.name === 'AbortError' || failure.status === 401) return;
    const again = () => load(place, question);
    place.removeAttribute('aria-busy');
    if (failure.away) {
      banner('The gateway is away. This page comes back with it.');
      place.replaceChildren(notice(CLOUD, 'The gateway is away', 'It is switched off, or out of reach. Nothing is lost: runs are kept on the gateway.',
        h('button', { type: 'button', onclick: again }, 'Try again')));
      setTimeout(again, RETRY_MS);
    } else {
      if (!failure.status) console.error(failure);
      const gone = failure.status === 404;
      place.replaceChildren(notice(CLOUD, gone ? 'Not here' : 'This did not work', failure.message,
        gone ? h('a', { class: 'button', href: '/runs' }, 'All runs') : h('button', { type: 'button', onclick: again }, 'Try again')));
    }
  }
}

async function offerLeave() {
  const session = await read('/api/session').catch(() => null);
  if (!session?.password_set || !session.logged_in) return;
  const leave = h('button', { type: 'button', id: 'leave', class: 'small' }, 'Log out');
  leave.addEventListener('click', async () => {
    await post('/api/logout').catch(() => null);
    location.assign('/login');
  });
  document.querySelector('.bar').append(leave);
}

/** Asks once more for what this page is made of, so that it is kept from its first visit on. */
async function keepThisPage() {
  const files = performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !new URL(name).pathname.startsWith('/api/'));
  await Promise.all([location.href, ...files].map((file) => fetch(file)));
}

if (location.pathname !== '/login') offerLeave();
if ('serviceWorker' in navigator) {
  navigator.serviceWorker.addEventListener('controllerchange', () => keepThisPage().catch(() => null));
  navigator.serviceWorker.register('/away.js').catch(() => null);
}
