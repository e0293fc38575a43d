/** One figure over the weeks, a line for each group, each with a shape of its own. */

import { h } from './dom.js';
import { count, minutes, number, percent, shortDay } from './format.js';
import { colour } from './paint.js';

const { uPlot } = globalThis;
const HEIGHT = 260;
const DAY_S = 86400;

export const TRENDS = [
  { id: 'rearfoot', name: 'Rearfoot share', meaning: 'of all strikes, walking with them; lower is lighter', value: (week) => week.rearfoot_share, text: percent, axis: (value) => `${number(value * 100)} %`, least: 0.3 },
  { id: 'endurance', name: 'Form endurance', meaning: 'how long form held, mean of the runs; longer is better', value: (week) => week.form_endurance_s, text: minutes, axis: (value) => `${number(value / 60)} min`, least: 600, steps: [60, 300, 600, 900, 1200, 1800, 3600] },
  { id: 'cues', name: 'Cues per hour', meaning: 'nudges, warnings and stops felt in an hour of running', value: (week) => week.cues_per_hour, text: (value) => number(value, 1), axis: (value) => number(value), least: 5 },
];

const polygon = (...corners) => (path, x, y, r) => corners.forEach(([dx, dy], index) => path[index === 0 ? 'moveTo' : 'lineTo'](x + dx * r, y + dy * r));
const disc = (path, x, y, r) => path.arc(x, y, r, 0, 2 * Math.PI);

/** A shape and a dash for each group, so that lines are told apart without colour. */
export const SHAPES = [
  { sign: '●', dash: [], draw: disc },
  { sign: '■', dash: [8, 4], draw: polygon([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]) },
  { sign: '▲', dash: [3, 3], draw: polygon([0, -1.2], [1.1, 0.9], [-1.1, 0.9]) },
  { sign: '◆', dash: [10, 3, 3, 3], draw: polygon([0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]) },
  { sign: '▼', dash: [5, 5], draw: polygon([0, 1.2], [1.1, -0.9], [-1.1, -0.9]) },
  { sign: '✚', dash: [2, 5], draw: polygon([-0.4, -1.2], [0.4, -1.2], [0.4, -0.4], [1.2, -0.4], [1.2, 0.4], [0.4, 0.4], [0.4, 1.2], [-0.4, 1.2], [-0.4, 0.4], [-1.2, 0.4], [-1.2, -0.4], [-0.4, -0.4]) },
];

const seconds = (week) => new Date(`${week.monday}T00:00:00`).getTime() / 1000;

export class TrendChart {
  constructor(place, trend, reading) {
    this.place = place;
    this.trend = trend;
    this.reading = reading;
    this.lines = [];
  }

  /** @param lines groups with name and weeks; at most as many as there are shapes */
  set(lines) {
    this.lines = lines;
    this.times = [...new Set(lines.flatMap((line) => line.weeks.map(seconds)))].sort((a, b) => a - b);
    const columns = lines.map((line) => {
      const values = new Map(line.weeks.map((week) => [seconds(week), this.trend.value(week)]));
      return this.times.map((time) => values.get(time));
    });
    this.plot?.destroy();
    this.plot = new uPlot(this.options(), [this.times, ...columns], this.place);
    this.plot.root.setAttribute('aria-hidden', 'true');
    this.tell(null);
  }

  options() {
    const { trend } = this;
    const axis = { stroke: () => colour('soft'), font: '12px system-ui, sans-serif', grid: { stroke: () => colour('line'), width: 1 }, ticks: { show: false } };
    return {
      width: this.width(), height: HEIGHT, padding: [10, 28, 0, 0], legend: { show: false },
      scales: {
        x: { time: false, range: (plot, low, high) => [low - 3 * DAY_S, high + 3 * DAY_S] },
        y: { range: (plot, low, high) => [0, Math.max(trend.least, (high ?? 0) * 1.1)] },
      },
      series: [{}, ...this.lines.map((line, index) => ({
        stroke: () => colour(`g${index + 1}`), width: 2.2, dash: SHAPES[index].dash, spanGaps: true, points: { show: false } }))],
      axes: [
        { ...axis, size: 26, gap: 6, splits: (plot, index, low, high) => this.mondays(low, high), values: (plot, at) => at.map((time) => shortDay(new Date(time * 1000))) },
        { ...axis, size: 58, gap: 6, space: 40, incrs: trend.steps, values: (plot, at) => at.map(trend.axis) },
      ],
      cursor: { y: false, drag: { x: false, y: false }, points: { show: false }, bind: { dblclick: () => null } },
      hooks: { draw: [(plot) => this.paint(plot)], setCursor: [(plot) => this.tell(plot.cursor.left >= 0 ? plot.cursor.idx : null)] },
    };
  }

  paint(plot) {
    const { ctx: context } = plot;
    const ratio = devicePixelRatio;
    context.save();
    this.lines.forEach((line, index) => {
      context.fillStyle = colour(`g${index + 1}`);
      plot.data[index + 1].forEach((value, at) => {
        if (value === null || value === undefined) return;
        context.beginPath();
        SHAPES[index].draw(context, plot.valToPos(this.times[at], 'x', true), plot.valToPos(value, 'y', true), 4.5 * ratio);
        context.fill();
      });
    });
    context.restore();
  }

  /** Says the values of one week, or of the latest. */
  tell(index) {
    const at = index ?? this.times.length - 1;
    const time = this.times[at];
    const weeks = this.lines.map((line) => line.weeks.find((week) => seconds(week) === time));
    const runs = weeks.reduce((sum, week) => sum + (week?.runs ?? 0), 0);
    this.reading.replaceChildren(h('span', { class: 'week' }, `Week of ${shortDay(new Date(time * 1000))}, ${count(runs, 'run')}`), ...weeks.flatMap((week, group) => week
      ? [h('span', { class: 'key' }, this.lines.length > 1 ? h('i', { class: `group g${group + 1}` }, SHAPES[group].sign) : null, this.trend.text(this.trend.value(week)))] : []));
  }

  /** Some of the weeks, so far apart that their names have room. */
  mondays(low, high) {
    const every = Math.max(1, Math.ceil((high - low) / DAY_S / 7 / (this.width() / 85)));
    const first = this.times[0];
    const some = [];
    for (let week = 0; first + week * 7 * DAY_S <= high; week += every) some.push(first + week * 7 * DAY_S);
    return some;
  }

  width() {
    return Math.max(200, Math.floor(this.place.clientWidth));
  }

  resize() {
    if (this.plot && this.width() !== this.plot.width) this.plot.setSize({ width: this.width(), height: HEIGHT });
  }

  redraw() {
    this.plot?.redraw();
  }
}
