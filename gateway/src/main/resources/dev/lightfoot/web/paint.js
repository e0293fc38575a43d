/** Paints behind and over the charts: form bands, each with a pattern of its own, cues with the shapes of the live page. */

const TINTS = { drifting: 0.2, jogging: 0.24, walking: 0.14, standing: 0.12 };
const TILE = 10;

/** The colour of a custom property, as it is now. */
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function stroke(context, width, ...lines) {
  context.lineWidth = width;
  for (const [x1, y1, x2, y2] of lines) {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
}

/** A pattern to fill with: slanted lines for drifting, crossed ones for jogging, dots for walking, none for standing. */
function pattern(context, state) {
  const ratio = devicePixelRatio;
  const tile = document.createElement('canvas');
  tile.width = tile.height = TILE * ratio;
  const on = tile.getContext('2d');
  on.scale(ratio, ratio);
  on.globalAlpha = TINTS[state];
  on.fillStyle = on.strokeStyle = colour(state);
  on.fillRect(0, 0, TILE, TILE);
  on.globalAlpha = Math.min(1, TINTS[state] * 1.8);
  const up = [[-2, TILE + 2, TILE + 2, -2], [-2, 2, 2, -2], [TILE - 2, TILE + 2, TILE + 2, TILE - 2]];
  const down = up.map(([x1, y1, x2, y2]) => [TILE - x1, y1, TILE - x2, y2]);
  if (state === 'drifting') stroke(on, 1, ...up);
  if (state === 'jogging') stroke(on, 1.2, ...up, ...down);
  if (state === 'walking') on.fillRect(4, 4, 2, 2);
  return context.createPattern(tile, 'repeat');
}

/** Fills the bands [fromS, toS) of the states that are not good form. */
export function paintBands(chart, bands) {
  const { ctx: context, bbox } = chart;
  const patterns = {};
  context.save();
  for (const { fromS, toS, state } of bands) {
    if (!(state in TINTS) || toS < chart.scales.x.min || fromS > chart.scales.x.max) continue;
    const left = Math.max(bbox.left, chart.valToPos(fromS, 'x', true));
    const right = Math.min(bbox.left + bbox.width, chart.valToPos(toS, 'x', true));
    context.fillStyle = patterns[state] ??= pattern(context, state);
    context.fillRect(left, bbox.top, Math.max(right - left, 1), bbox.height);
  }
  context.restore();
}

const SHAPES = {
  nudge: [[0, -5], [5, 0], [0, 5], [-5, 0]],
  warning: [[0, -5], [5, 4], [-5, 4]],
  stop: [[-4, -4], [4, -4], [4, 4], [-4, 4]],
};
const CUE_COLOURS = { nudge: 'midfoot', warning: 'jogging', stop: 'jogging', restored: 'good' };

/** Draws a line for each cue, and its shape at the top. */
export function paintCues(chart, cues) {
  const { ctx: context, bbox } = chart;
  const ratio = devicePixelRatio;
  context.save();
  for (const cue of cues) {
    if (cue.atS < chart.scales.x.min || cue.atS > chart.scales.x.max) continue;
    const x = chart.valToPos(cue.atS, 'x', true);
    const y = bbox.top - 6 * ratio;
    context.strokeStyle = context.fillStyle = colour(CUE_COLOURS[cue.cue]);
    context.globalAlpha = 0.45;
    context.setLineDash([2 * ratio, 3 * ratio]);
    stroke(context, ratio, [x, bbox.top, x, bbox.top + bbox.height]);
    context.globalAlpha = 1;
    context.beginPath();
    if (cue.cue === 'restored') context.arc(x, y, 4 * ratio, 0, 2 * Math.PI);
    else SHAPES[cue.cue].forEach(([dx, dy]) => context.lineTo(x + dx * ratio, y + dy * ratio));
    context.closePath();
    if (cue.played) context.fill();
    else stroke(context, 1.2 * ratio), context.stroke();
  }
  context.restore();
}

/** Draws level lines with their names, where a pattern begins. */
export function paintLevels(chart, levels) {
  const { ctx: context, bbox } = chart;
  const ratio = devicePixelRatio;
  context.save();
  context.strokeStyle = context.fillStyle = colour('soft');
  context.font = `${11 * ratio}px system-ui, sans-serif`;
  context.textAlign = 'right';
  for (const { at, name, under } of levels) {
    const y = chart.valToPos(at, 'y', true);
    if (y < bbox.top || y > bbox.top + bbox.height) continue;
    context.setLineDash([5 * ratio, 4 * ratio]);
    stroke(context, ratio, [bbox.left, y, bbox.left + bbox.width, y]);
    context.setLineDash([]);
    context.strokeStyle = colour('card');
    context.lineWidth = 4 * ratio;
    const place = [name, bbox.left + bbox.width - 4 * ratio, under ? y + 13 * ratio : y - 4 * ratio];
    context.strokeText(...place);
    context.fillText(...place);
    context.strokeStyle = colour('soft');
  }
  context.restore();
}

/** Draws the patterns of each foot's strikes as a lane of stacked shares: rearfoot at the bottom, forefoot at the top. */
export function paintLanes(chart, lanes, gridS, spanS) {
  const { ctx: context, bbox } = chart;
  const ratio = devicePixelRatio;
  const gap = 6 * ratio;
  const height = (bbox.height - gap) / lanes.length;
  context.save();
  context.beginPath();
  context.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  context.clip();
  lanes.forEach((points, lane) => {
    const bottom = bbox.top + lane * (height + gap) + height - lane * gap / 2;
    for (const point of points) {
      const atS = gridS + Math.floor((point.atS - gridS) / spanS) * spanS;
      const x = Math.round(chart.valToPos(atS, 'x', true));
      const width = Math.max(1.5 * ratio, Math.round(chart.valToPos(atS + spanS, 'x', true)) - x);
      let y = bottom;
      for (const kind of ['rearfoot', 'midfoot', 'forefoot']) {
        const share = point[kind] / (point.rearfoot + point.midfoot + point.forefoot) * (height - gap / 2);
        if (!(share > 0)) continue;
        context.fillStyle = colour(kind);
        context.fillRect(x, y - share, width, share);
        y -= share;
      }
    }
  });
  context.restore();
}
