/** The strip of a whole run: its form, its cues, and the window that the charts show, which is drawn anew with the pointer. */

import { s } from './dom.js';
import { CUES } from './words.js';

const WIDTH = 1000;
const HEIGHT = 52;
const FLOOR = 44;
const TOP = { good: 12, drifting: 23, jogging: 32 };
const LEAST = 6;

export class Overview {
  constructor(svg, story, { zoom, whole }) {
    this.svg = svg;
    this.story = story;
    this.scale = WIDTH / story.lengthS;
    this.shade = ['before', 'after'].map((side) => s('rect', { class: `shade ${side}`, y: 0, height: HEIGHT }));
    this.frame = s('rect', { class: 'frame', y: 1, height: HEIGHT - 2 });
    this.needle = s('line', { class: 'needle', y1: 0, y2: HEIGHT });
    svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
    svg.append(...story.bands.map((band) => this.band(band)), ...story.cues.map((cue) => this.cue(cue)), ...this.shade, this.frame, this.needle);
    svg.addEventListener('pointerdown', (event) => this.begin(event));
    svg.addEventListener('pointermove', (event) => this.drag(event));
    svg.addEventListener('pointerup', (event) => this.end(event, zoom));
    svg.addEventListener('pointercancel', () => { this.from = null; });
    svg.addEventListener('dblclick', whole);
  }

  band({ fromS, toS, state }) {
    const x = fromS * this.scale;
    const width = Math.max((toS - fromS) * this.scale, 1);
    if (state in TOP) return s('rect', { class: `band ${state}`, x, y: TOP[state], width, height: FLOOR - TOP[state] });
    return s('line', { class: `band ${state}`, x1: x, x2: x + width, y1: FLOOR - 2, y2: FLOOR - 2 });
  }

  cue(cue) {
    const x = cue.atS * this.scale;
    return s('line', { class: `tick ${cue.cue}`, x1: x, x2: x, y1: 2, y2: 9 }, s('title', {}, CUES[cue.cue]));
  }

  window(fromS, toS, atS) {
    this.shown = { fromS, toS };
    const [from, to] = [fromS * this.scale, toS * this.scale];
    this.shade[0].setAttribute('width', from);
    this.shade[1].setAttribute('x', to);
    this.shade[1].setAttribute('width', Math.max(0, WIDTH - to));
    this.frame.setAttribute('x', from + 1);
    this.frame.setAttribute('width', Math.max(2, to - from - 2));
    this.needle.setAttribute('visibility', atS === null ? 'hidden' : 'visible');
    if (atS !== null) ['x1', 'x2'].forEach((end) => this.needle.setAttribute(end, atS * this.scale));
  }

  seconds(event) {
    const box = this.svg.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * this.story.lengthS;
  }

  /** A pointer that goes down within the window moves it; elsewhere, or when all is shown, it draws a new one. */
  begin(event) {
    const at = this.seconds(event);
    const { fromS, toS } = this.shown;
    const moves = at > fromS && at < toS && toS - fromS < this.story.lengthS;
    this.from = { x: event.clientX, at, moves, fromS, toS };
    this.svg.setPointerCapture(event.pointerId);
  }

  /** The window that the pointer has drawn or moved so far; null while it has hardly moved. */
  drawn(event) {
    if (!this.from || Math.abs(event.clientX - this.from.x) <= LEAST) return null;
    const at = this.seconds(event);
    if (!this.from.moves) return [Math.min(at, this.from.at), Math.max(at, this.from.at)];
    const by = Math.min(Math.max(at - this.from.at, -this.from.fromS), this.story.lengthS - this.from.toS);
    return [this.from.fromS + by, this.from.toS + by];
  }

  drag(event) {
    const drawn = this.drawn(event);
    if (drawn) this.window(...drawn, null);
  }

  end(event, zoom) {
    const drawn = this.drawn(event);
    this.from = null;
    if (drawn) zoom(...drawn);
  }
}
