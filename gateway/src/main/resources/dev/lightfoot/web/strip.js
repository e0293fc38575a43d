/** The strike strip of one foot: the last strikes, newest at the right, a shape and a colour for each pattern. */

const SVG = 'http://www.w3.org/2000/svg';
const SLOTS = 20;
const SLOT = 20;
const SHAPES = {
  rearfoot: 'M3 12h14v16h-14z',
  midfoot: 'M10 12a8 8 0 1 0 .01 0z',
  forefoot: 'M10 10l9 18h-18z',
  none: 'M10 18a2 2 0 1 0 .01 0z',
};

export class Strip {
  constructor(svg, name) {
    this.svg = svg;
    this.name = name;
    this.patterns = [];
    this.slots = Array.from({ length: SLOTS }, (_, index) => {
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('transform', `translate(${index * SLOT} 0)`);
      svg.append(path);
      return path;
    });
    this.draw();
  }

  set(patterns) {
    this.patterns = patterns.slice(-SLOTS);
    this.draw();
  }

  add(pattern) {
    this.set([...this.patterns, pattern]);
  }

  draw() {
    const empty = SLOTS - this.patterns.length;
    this.slots.forEach((path, index) => {
      const pattern = index < empty ? 'none' : this.patterns[index - empty];
      path.setAttribute('class', pattern);
      path.setAttribute('d', SHAPES[pattern]);
    });
    const rearfoot = this.patterns.filter((pattern) => pattern === 'rearfoot').length;
    this.svg.setAttribute('aria-label', this.patterns.length === 0
      ? `${this.name} foot: no strikes yet`
      : `${this.name} foot: ${rearfoot} of the last ${this.patterns.length} strikes rearfoot`);
  }
}
