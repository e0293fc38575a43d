/** Follows the run: server-sent events in, the page out. Opened anew whenever the gateway falls silent. */

import { post, read } from './api.js';
import { ago, CUES, EMPTY, LINKS, STATES } from './words.js';
import { percent } from './format.js';
import './shell.js';
import { Strip } from './strip.js';

const RETRY_MS = 2000;
const SILENCE_MS = 30000;
const STANCES = 6;
const EARLIER = 3;
const USUAL_RUNS = 10;

const find = (id) => document.getElementById(id);
const strips = { left: new Strip(find('left'), 'Left'), right: new Strip(find('right'), 'Right') };
const pods = new Map();
let form = null;
let struck = false;
let connected = false;
let stances = [];
let cues = [];
let source = null;
let heardAt = 0;

function show(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function message() {
  if (form) return STATES[form.state];
  if (!connected) return EMPTY.connecting;
  if (struck) return EMPTY.fewSteps;
  if (pods.size === 0) return EMPTY.noPods;
  return [...pods.values()].some((pod) => pod.state === 'streaming') ? EMPTY.noSteps : EMPTY.looking;
}

function showForm() {
  const { word, advice, sign } = message();
  find('form').dataset.state = form ? form.state : 'none';
  find('sign').firstElementChild.setAttribute('d', sign);
  show(find('word'), word);
  show(find('advice'), advice);
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

function showFigure(id, values, scale = 1) {
  const known = values.filter((value) => value !== null && value !== undefined);
  show(find(id), known.length === 0 ? '–' : String(Math.round(mean(known) * scale)).replace('-', '−'));
}

function showFigures() {
  showFigure('rearfoot', [form?.rearfoot_share], 100);
  showFigure('cadence', stances.map((stance) => stance.cadence_spm));
  showFigure('contact', stances.map((stance) => stance.contact_time_ms));
  showFigure('flight', stances.map((stance) => stance.flight_time_ms));
  find('estimated').hidden = !stances.some((stance) => stance.flight_time_estimated);
}

function showPods() {
  find('pods').replaceChildren(...[...pods.values()]
    .sort((a, b) => a.foot.localeCompare(b.foot))
    .map((pod) => {
      const item = document.createElement('li');
      const on = pod.state === 'streaming';
      const word = LINKS[pod.state] ?? pod.state;
      const battery = pod.battery_pct === null ? '' : ` ${pod.battery_pct}\u202f%`;
      item.className = on ? 'on' : 'off';
      item.title = `${pod.pod}: ${word}`;
      item.textContent = `${pod.foot === 'left' ? 'L' : 'R'}${on ? battery : ` ${word}`}`;
      item.setAttribute('aria-label', `${pod.foot} pod ${word}${battery && `, battery${battery}`}`);
      return item;
    }));
}

function showCues() {
  const last = cues.at(-1);
  if (last) {
    find('cue').dataset.cue = last.cue;
    show(find('cue').firstElementChild, CUES[last.cue]);
  }
  showAges();
}

function showAges() {
  const since = (cue) => ago((performance.now() - cue.at) / 1000);
  show(find('ago'), cues.length === 0 ? 'Cues show up here as you feel them.' : since(cues.at(-1)));
  find('earlier').replaceChildren(...cues.slice(0, -1).reverse().slice(0, EARLIER).map((cue) => {
    const item = document.createElement('li');
    item.textContent = `${cue.cue}, ${since(cue)}`;
    return item;
  }));
}

function keepCue(cue, agoMs) {
  cues = [...cues, { cue: cue.cue, at: performance.now() - Math.max(0, agoMs) }].slice(-EARLIER - 1);
}

function take(event) {
  switch (event.type) {
    case 'strike':
      strips[event.foot].add(event.pattern);
      if (!struck) {
        struck = true;
        showForm();
      }
      break;
    case 'stance':
      stances = [...stances, event].slice(-STANCES);
      showFigures();
      break;
    case 'form':
      form = event;
      showForm();
      showFigures();
      break;
    case 'cue':
      if (event.delivery === 'played') {
        keepCue(event, 0);
        showCues();
      }
      break;
    case 'link':
      pods.set(event.pod, event);
      showPods();
      showForm();
      break;
  }
}

function takeSnapshot(snapshot) {
  connected = true;
  form = snapshot.form;
  stances = snapshot.stances;
  cues = [];
  snapshot.cues.forEach((cue) => keepCue(cue, (snapshot.now_us - cue.time_us) / 1000));
  pods.clear();
  snapshot.links.forEach((link) => pods.set(link.pod, link));
  struck = false;
  for (const foot of ['left', 'right']) {
    strips[foot].set(snapshot.strikes[foot].map((strike) => strike.pattern));
    struck ||= snapshot.strikes[foot].length > 0;
  }
  showForm();
  showFigures();
  showPods();
  showCues();
}

function lost(lostNow) {
  find('banner').hidden = !lostNow;
  show(find('banner'), lostNow ? 'Connection lost. The gateway goes on without this page; trying again.' : '');
  document.body.classList.toggle('stale', lostNow);
}

function open() {
  source?.close();
  source = new EventSource('/api/live');
  heardAt = performance.now();
  source.addEventListener('snapshot', (each) => {
    heard();
    takeSnapshot(JSON.parse(each.data));
  });
  source.addEventListener('message', (each) => {
    heard();
    take(JSON.parse(each.data));
  });
  source.addEventListener('beat', heard);
  source.addEventListener('error', () => lost(true));
}

function heard() {
  heardAt = performance.now();
  lost(false);
}

/** The runner's usual rearfoot share, of the runs that ended: what the share now is read against. */
async function showUsual() {
  const { runs } = await read(`/api/runs?limit=${USUAL_RUNS}&offset=0`);
  const ended = runs.filter((run) => run.ended !== null && run.strikes > 0);
  const strikes = ended.reduce((sum, run) => sum + run.strikes, 0);
  show(find('usual'), strikes === 0 ? '' : `usually ${percent(ended.reduce((sum, run) => sum + run.rearfoot_strikes, 0) / strikes)}`);
}

function showMuted(muted) {
  find('mute').hidden = false;
  find('mute').setAttribute('aria-pressed', String(muted));
  show(find('mute'), muted ? 'Cues muted' : 'Mute cues');
}

async function mute() {
  const wanted = find('mute').getAttribute('aria-pressed') !== 'true';
  try {
    await post(wanted ? '/api/mute' : '/api/unmute');
    showMuted(wanted);
  } catch (refusal) {
    show(find('ago'), refusal.message);
  }
}

setInterval(() => {
  showAges();
  const silent = performance.now() - heardAt > SILENCE_MS;
  if (silent) lost(true);
  if (silent || source.readyState === EventSource.CLOSED) open();
}, RETRY_MS);

find('mute').addEventListener('click', mute);
showForm();
showAges();
open();
showUsual().catch(() => null);
read('/api/status').then((status) => showMuted(status.muted ?? false)).catch(() => null);
