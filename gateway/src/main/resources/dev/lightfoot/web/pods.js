/** Pods and setup: what is adopted and how it stands, what else is heard, cues and their schedule. */

import { post, put, read } from './api.js';
import { find, show } from './dom.js';
import { capital, count } from './format.js';
import { heardItem } from './heard.js';
import { Keyed } from './keyed.js';
import { podCard } from './pod-card.js';
import { Calibration } from './calibration.js';
import { banner, load } from './shell.js';

const LOOK_MS = 2000;
const WINDOW_S = 60;

const say = (id, text, bad = false) => {
  show(find(id), text);
  find(id).classList.toggle('trouble', bad);
};

/** Does what was asked for, then looks again; a refusal is said where it belongs. */
async function act(id, doing, done) {
  try {
    await doing();
    say(id, done);
    await look();
  } catch (refusal) {
    say(id, refusal.message, true);
  }
}

const cards = new Keyed(find('pods'), (pod) => pod.address, (pod) => podCard(pod, (doing, done) => act('pods-said', doing, done)));
const items = new Keyed(find('heard'), (pod) => pod.address, (pod) => heardItem(pod, (doing, done) => act('adopt-said', doing, done)));
const calibration = new Calibration(act);
let closesAt = 0;

function showWindow(untilMs, nowMs) {
  closesAt = untilMs === null ? 0 : performance.now() + Math.max(0, untilMs - nowMs);
  tick();
}

function tick() {
  const left = Math.ceil(Math.max(0, closesAt - performance.now()) / 1000);
  find('open').disabled = left > 0;
  find('left').value = left;
  find('left').hidden = left === 0;
  show(find('open'), left > 0 ? `${left} s left` : 'Adopt for 60 s');
  show(find('window'), left > 0
    ? 'Open: hold the pods near the gateway, switched on.'
    : 'For a minute the gateway takes in good pods that are near, two at most. Or choose one below.');
}

async function look() {
  const { pods, heard, window_until: until, now } = await read('/api/pods');
  cards.show(pods);
  items.show(heard.filter((pod) => pod.standing !== 'adopted'));
  find('silence').hidden = find('heard').children.length > 0;
  showWindow(until === null ? null : Date.parse(until), Date.parse(now));
}

function showMuted(muted) {
  find('mute').setAttribute('aria-pressed', String(muted));
  show(find('mute'), muted ? 'Cues muted' : 'Mute cues');
}

async function lookAtStatus() {
  const status = await read('/api/status');
  showMuted(status.muted);
  show(find('motor'), capital(status.haptic.fault ?? status.haptic.description));
  find('motor').classList.toggle('trouble', status.haptic.fault !== null);
}

find('open').addEventListener('click', () => act('adopt-said', () => post('/api/adoption', { seconds: WINDOW_S }), ''));
find('mute').addEventListener('click', () => {
  const wanted = find('mute').getAttribute('aria-pressed') !== 'true';
  act('felt', async () => {
    await post(wanted ? '/api/mute' : '/api/unmute');
    showMuted(wanted);
  }, wanted ? 'Muted until you say otherwise, or the gateway starts anew.' : 'Cues are felt again.');
});
find('tests').addEventListener('click', (event) => {
  const cue = event.target.closest('button')?.value;
  if (cue) act('felt', () => post('/api/haptic-test', { cue }), `Played: ${cue}.`);
});
find('schedule').addEventListener('submit', (event) => {
  event.preventDefault();
  const schedule = find('schedules').querySelector(':checked')?.value;
  if (schedule) act('schedule-said', () => put('/api/schedule', { schedule }), 'Saved.');
});

load(find('setup'), async () => {
  if (!find('pods')) {
    location.reload();
    return;
  }
  const [{ schedule }] = await Promise.all([read('/api/schedule'), look(), lookAtStatus()]);
  const chosen = find('schedules').querySelector(`[value="${CSS.escape(schedule)}"]`);
  if (chosen) chosen.checked = true;
  calibration.follow();
  setInterval(tick, 1000);
  setInterval(async () => {
    if (document.hidden) return;
    try {
      await look();
      banner(null);
    } catch (refusal) {
      if (refusal.away) banner('The gateway is away. This page comes back with it.');
    }
  }, LOOK_MS);
  document.title = `${count(find('pods').children.length, 'pod')} – Lightfoot`;
});
