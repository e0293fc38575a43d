/** One chart of the timeline: both feet over time, form bands behind, cues over. Drawn by uPlot, which is served beside. */

import { clock, number } from './format.js';
import { colour, paintBands, paintCues, paintLanes, paintLevels } from './paint.js';

const { uPlot } = globalThis;
const AXIS_WIDTH = 46;
const GAP_S = 12;
/** Share of the points that may lie beyond either end of a scale: strides between gaits. */
const OUTSIDE = 0.01;
const RUNNING = ['good', 'drifting', 'jogging'];

/** What the timeline shows, one chart each. */
export const METRICS = [
  { id: 'strike_angle_deg', name: 'Strike angle', unit: '°', decimals: 1, height: 170, least: [-6, 14],
    levels: [{ at: 8, name: 'rearfoot above 8°' }, { at: -1.6, name: 'forefoot below −1.6°', under: true }] },
  { id: 'pattern', name: 'Pattern', lanes: true, height: 120 },
  { id: 'contact_time_ms', name: 'Contact time, ms', unit: '', decimals: 0, height: 130, least: [220, 300] },
  { id: 'cadence_spm', name: 'Cadence, spm', unit: '', decimals: 0, height: 130, least: [150, 175] },
  { id: 'duty_factor', name: 'Duty factor', unit: '', decimals: 2, height: 130, least: [0.32, 0.42] },
];

export const reading = (metric, value) => value === null || value === undefined ? '–' : `${number(value, metric.decimals)}${metric.unit}`;

/** The points in stretches of running. */
export function running(points, bands) {
  const run = bands.filter((band) => RUNNING.includes(band.state));
  return points.filter((point) => run.some((band) => band.fromS <= point.atS && point.atS < band.toS));
}

/** Values of both feet over one list of times; a foot's gaps are null, the other foot's times undefined. */
export function columns(left, right, id) {
  const feet = [left, right].map((points) => {
    const gaps = points.slice(1).map((point, index) => [points[index].atS, point.atS]).filter(([from, to]) => to - from > GAP_S);
    return { known: new Map(points.map((point) => [point.atS, point[id]])), gaps };
  });
  const all = feet.flatMap(({ known, gaps }) => [...known.keys(), ...gaps.map(([from, to]) => (from + to) / 2)]);
  const times = [...new Set(all)].sort((a, b) => a - b);
  return [times, ...feet.map(({ known, gaps }) => times.map((time) => known.has(time) ? known.get(time)
    : gaps.some(([from, to]) => from < time && time < to) ? null : undefined))];
}

export class Chart {
  /** The listeners: hover(seconds or null), zoom(fromS, toS), whole(). */
  constructor(place, metric, story, listeners) {
    this.metric = metric;
    this.place = place;
    this.left = [];
    this.right = [];
    this.spanS = 1;
    this.gridS = 0;
    this.story = story;
    this.plot = new uPlot(this.options(listeners), [[0, 1], [null, null], [null, null]], place);
    this.plot.root.setAttribute('aria-hidden', 'true');
  }

  options({ hover, zoom, whole }) {
    const { metric } = this;
    const axis = {
      stroke: () => colour('soft'), font: '11px system-ui, sans-serif',
      grid: { stroke: () => colour('line'), width: 1 }, ticks: { show: false },
    };
    return {
      width: this.width(), height: metric.height, padding: [14, 20, 0, 0], legend: { show: false },
      scales: {
        x: { time: false, range: () => [this.fromS ?? 0, this.toS ?? 1] },
        y: { range: (plot, low, high) => this.range(low, high) },
      },
      series: [{}, this.line('left', null), this.line('right', [5, 3])],
      axes: [
        { ...axis, size: 24, gap: 4, space: 64, incrs: [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600], values: (plot, at) => at.map(clock) },
        { ...axis, size: AXIS_WIDTH, gap: 6, space: 26, values: (plot, at) => metric.lanes ? at.map(() => '') : at.map((value) => number(value, metric.decimals === 2 ? 2 : 0)) },
      ],
      cursor: {
        y: false, points: { show: !metric.lanes, size: 7 }, drag: { x: true, y: false, setScale: false, dist: 6 },
        bind: { dblclick: () => () => whole() },
      },
      hooks: {
        drawClear: [(plot) => paintBands(plot, this.story.bands)],
        draw: [(plot) => this.paintOver(plot)],
        setCursor: [(plot) => hover(plot.cursor.left >= 0 ? plot.posToVal(plot.cursor.left, 'x') : null)],
        setSelect: [(plot) => {
          const { left, width } = plot.select;
          if (width > 5) zoom(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        }],
      },
    };
  }

  line(foot, dash) {
    return { stroke: () => colour(foot), width: 1.8, dash, spanGaps: false, show: !this.metric.lanes, points: { show: false } };
  }

  /** Spans what was run; walking, which is far outside, is cut off unless there is nothing else. */
  range(least, most) {
    if (this.metric.lanes || least === null) return [0, 1];
    const values = running([...this.left, ...this.right], this.story.bands).map((point) => point[this.metric.id]).filter((value) => value !== null);
    values.sort((a, b) => a - b);
    const at = (share) => values[Math.round(share * (values.length - 1))];
    const low = values.length === 0 ? least : at(OUTSIDE);
    const high = values.length === 0 ? most : at(1 - OUTSIDE);
    const margin = (high - low) * 0.12;
    return [Math.min(this.metric.least[0], low - margin), Math.max(this.metric.least[1], high + margin)];
  }

  paintOver(plot) {
    if (this.metric.lanes) paintLanes(plot, [this.left, this.right], this.gridS, this.spanS);
    if (this.metric.levels) paintLevels(plot, this.metric.levels);
    paintCues(plot, this.story.cues);
  }

  width() {
    return Math.max(200, Math.floor(this.place.clientWidth));
  }

  /** Shows points over a window; without points it moves the window only. */
  set(fromS, toS, series = null) {
    this.fromS = fromS;
    this.toS = toS;
    if (series) {
      this.left = series.left;
      this.right = series.right;
      this.spanS = series.spanS;
      this.gridS = series.fromS;
      const values = columns(this.left, this.right, this.metric.id);
      this.plot.setData(this.metric.lanes ? [values[0], values[0].map(() => null), values[0].map(() => null)] : values);
    } else {
      this.plot.setScale('x', { min: fromS, max: toS });
    }
  }

  /** Moves the line under the pointer; null takes it away. */
  point(seconds) {
    this.plot.setCursor({ left: seconds === null ? -10 : this.plot.valToPos(seconds, 'x'), top: seconds === null ? -10 : 1 }, false);
  }

  resize() {
    if (this.width() !== this.plot.width) this.plot.setSize({ width: this.width(), height: this.metric.height });
  }

  redraw() {
    this.plot.redraw();
  }
}
