/** Asks for the password; says how long to wait after too many wrong ones. */

import { post } from './api.js';
import { find, show } from './dom.js';
import { span } from './format.js';
import './shell.js';

let locked = null;

/** Where to go afterwards: a page of this gateway, nowhere else. */
function goal() {
  const to = new URLSearchParams(location.search).get('to') ?? '/';
  return /^\/(?![/\\])/.test(to) && !to.startsWith('/login') ? to : '/';
}

function say(text) {
  show(find('trouble'), text);
  find('password').setAttribute('aria-invalid', String(text !== ''));
}

function lock(seconds) {
  const until = performance.now() + seconds * 1000;
  find('enter').disabled = true;
  clearInterval(locked);
  const tell = () => {
    const left = Math.ceil((until - performance.now()) / 1000);
    if (left > 0) {
      show(find('enter'), `Wait ${span(left)}`);
      return;
    }
    clearInterval(locked);
    find('enter').disabled = false;
    show(find('enter'), 'Log in');
    say('');
    find('password').focus();
  };
  locked = setInterval(tell, 1000);
  tell();
}

find('login').addEventListener('submit', async (event) => {
  event.preventDefault();
  if (find('enter').disabled) return;
  if (find('password').value === '') {
    say('Type the password first.');
    return;
  }
  try {
    await post('/api/login', { password: find('password').value });
    location.replace(goal());
  } catch (refusal) {
    find('password').value = '';
    if (refusal.away) say('The gateway does not answer. Try again when it is back.');
    else if (refusal.status === 429) say(`Too many wrong passwords. The gateway takes none for ${span(refusal.retryAfterS ?? 60)}.`);
    else if (refusal.status === 401 || refusal.status === 403) say('That is not the password.');
    else say(refusal.message);
    if (refusal.retryAfterS) lock(refusal.retryAfterS);
    else find('password').focus();
  }
});

find('password').focus();
