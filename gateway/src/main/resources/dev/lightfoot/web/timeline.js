/** The timeline of one run: a strip of the whole, and charts of a window of it, which one drags, pinches or types to. */

import { read } from './api.js';
import { Chart, METRICS, reading, running } from './chart.js';
import { find, h, show } from './dom.js';
import { capital, clock, percent } from './format.js';
import { Overview } from './overview.js';
import { fingers } from './fingers.js';
import { seriesTable } from './series-table.js';
import { pointsOf } from './story.js';

const SHORTEST_S = 10;
const STEP = 0.25;
const PATTERNS = ['rearfoot', 'midfoot', 'forefoot'];

const strikes = (point) => PATTERNS.reduce((sum, kind) => sum + point[kind], 0);

function mean(points, id) {
  const known = points.filter((point) => point[id] !== null);
  return known.length === 0 ? null : known.reduce((sum, point) => sum + point[id] * strikes(point), 0) / known.reduce((sum, point) => sum + strikes(point), 0);
}

function shares(points) {
  const all = points.reduce((sum, point) => sum + strikes(point), 0);
  return all === 0 ? '–' : percent(points.reduce((sum, point) => sum + point.rearfoot, 0) / all);
}

/** The point nearest to a time, if one is near at all. */
function nearest(points, atS, spanS) {
  let best = null;
  for (const point of points) {
    if (best === null || Math.abs(point.atS - atS) < Math.abs(best.atS - atS)) best = point;
  }
  return best !== null && Math.abs(best.atS - atS) <= Math.max(2, 1.5 * spanS) ? best : null;
}

export class Timeline {
  constructor(story) {
    this.story = story;
    this.fromS = 0;
    this.toS = story.lengthS;
    this.atS = null;
    this.series = { left: [], right: [], fromS: 0, spanS: 1 };
    const listeners = { hover: (at) => this.hover(at), zoom: (from, to) => this.zoom(from, to), whole: () => this.whole() };
    this.overview = new Overview(find('overview'), story, listeners);
    this.readings = new Map();
    this.charts = METRICS.map((metric) => this.chart(metric, listeners));
    for (const [id, act] of this.buttons()) find(id).addEventListener('click', act);
    find('charts').addEventListener('keydown', (event) => this.key(event));
    fingers(find('charts'), this);
    new ResizeObserver(() => this.charts.forEach((chart) => chart.resize())).observe(find('charts'));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.charts.forEach((chart) => chart.redraw()));
    find('table').addEventListener('toggle', () => this.showTable());
  }

  chart(metric, listeners) {
    const values = h('p', { class: 'reading number' });
    const place = h('div', { class: `plot plot-${metric.id}` });
    find('charts').append(h('figure', { 'aria-label': metric.name }, h('figcaption', {}, h('h3', {}, metric.name), values), place));
    this.readings.set(metric, values);
    return new Chart(place, metric, this.story, listeners);
  }

  buttons() {
    return [
      ['nearer', () => this.stretch(0.5)], ['farther', () => this.stretch(2)],
      ['back', () => this.shift(-STEP)], ['on', () => this.shift(STEP)], ['whole', () => this.whole()],
    ];
  }

  /** Shows [fromS, toS) of the run, first with what is there, then with what the gateway tells of it. */
  async zoom(fromS, toS) {
    const length = Math.min(Math.max(toS - fromS, SHORTEST_S), this.story.lengthS);
    this.fromS = Math.min(Math.max(0, fromS), this.story.lengthS - length);
    this.toS = this.fromS + length;
    this.charts.forEach((chart) => chart.set(this.fromS, this.toS));
    this.tell();
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      await this.ask(this.asking.signal);
      show(find('zoomed'), '');
    } catch (failure) {
      if (failure.name !== 'AbortError') show(find('zoomed'), `${failure.message} Finer points are missing.`);
    }
  }

  async ask(signal) {
    const points = Math.min(800, Math.max(150, Math.round(find('charts').clientWidth / 2)));
    const us = (seconds) => this.story.startedUs + Math.round(seconds * 1e6);
    const whole = this.toS - this.fromS >= this.story.lengthS;
    const window = whole ? '' : `from_us=${us(this.fromS)}&to_us=${us(this.toS)}&`;
    const series = await read(`/api/runs/${this.story.id}/series?${window}points=${points}`, signal);
    const { startedUs } = this.story;
    this.series = {
      left: pointsOf(series.left, startedUs), right: pointsOf(series.right, startedUs),
      fromS: (series.from_us - startedUs) / 1e6, spanS: series.span_us / 1e6,
    };
    this.charts.forEach((chart) => chart.set(this.fromS, this.toS, this.series));
    find('charts').dataset.points = String(this.series.left.length + this.series.right.length);
    this.tell();
    this.showTable();
  }

  whole() {
    return this.zoom(0, this.story.lengthS);
  }

  stretch(by) {
    const middle = this.atS ?? (this.fromS + this.toS) / 2;
    const part = (middle - this.fromS) / (this.toS - this.fromS);
    const length = Math.min(Math.max((this.toS - this.fromS) * by, SHORTEST_S), this.story.lengthS);
    this.zoom(middle - part * length, middle + (1 - part) * length);
  }

  shift(by) {
    const move = (this.toS - this.fromS) * by;
    this.zoom(this.fromS + move, this.toS + move);
  }

  hover(seconds) {
    if (this.moving) return;
    this.moving = true;
    this.atS = seconds === null ? null : Math.min(Math.max(seconds, this.fromS), this.toS);
    this.charts.forEach((chart) => chart.point(this.atS));
    this.moving = false;
    this.tell();
  }

  key(event) {
    const step = (this.toS - this.fromS) / 60;
    const acts = {
      ArrowLeft: () => event.shiftKey ? this.shift(-STEP) : this.hover((this.atS ?? this.toS) - step),
      ArrowRight: () => event.shiftKey ? this.shift(STEP) : this.hover((this.atS ?? this.fromS) + step),
      '+': () => this.stretch(0.5), '=': () => this.stretch(0.5), '-': () => this.stretch(2), 0: () => this.whole(),
      Escape: () => this.hover(null),
    };
    if (!(event.key in acts) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    acts[event.key]();
    if (event.key.startsWith('Arrow')) show(find('spoken'), this.words());
  }

  /** What is under the pointer, for those who do not see it. */
  words() {
    if (this.atS === null) return '';
    const feet = (metric) => ['left', 'right'].map((foot) => `${foot} ${this.value(metric, this.series[foot])}`).join(', ');
    const texts = METRICS.map((metric) => `${metric.lanes ? 'Rearfoot' : metric.name} ${feet(metric)}`);
    return `${find('at').textContent}. ${texts.join('. ')}`;
  }

  tell() {
    this.overview.window(this.fromS, this.toS, this.atS);
    const whole = this.toS - this.fromS >= this.story.lengthS;
    const state = this.story.bands.find((band) => this.atS !== null && band.fromS <= this.atS && this.atS < band.toS)?.state;
    show(find('at'), this.atS === null
      ? whole ? `Whole run, ${clock(this.toS)}` : `${clock(this.fromS)} to ${clock(this.toS)}`
      : `At ${clock(this.atS)}${state ? `: ${state}` : ''}`);
    for (const id of ['farther', 'back', 'on', 'whole']) find(id).disabled = whole;
    find('nearer').disabled = this.toS - this.fromS <= SHORTEST_S;
    for (const [metric, place] of this.readings) {
      const feet = ['left', 'right'].map((foot) => [foot, this.value(metric, this.series[foot])]);
      place.replaceChildren(metric.lanes ? 'rearfoot ' : this.atS === null ? h('span', {}, 'mean', h('span', { class: 'wide' }, ' while running')) : '', ...feet.flatMap(([foot, text]) => [
        h('span', { class: `key ${foot}` }, h('abbr', { title: capital(foot) }, foot === 'left' ? 'L' : 'R'), ` ${text}`)]));
    }
  }

  value(metric, points) {
    if (this.atS === null) {
      const ran = running(points, this.story.bands);
      return metric.lanes ? shares(ran) : reading(metric, mean(ran, metric.id));
    }
    const point = nearest(points, this.atS, this.series.spanS);
    return metric.lanes ? shares(point ? [point] : []) : reading(metric, point?.[metric.id]);
  }

  showTable() {
    if (find('table').open) find('rows').replaceChildren(seriesTable(this.series, this.story, this.fromS, this.toS));
  }
}
