/** Fingers on the charts: one moves the reading sideways, two zoom; up and down scrolls the page as ever. */

const LEFT_AXIS = 46;
const RIGHT_EDGE = 20;

export function fingers(place, timeline) {
  const down = new Map();
  let pinch = null;

  const seconds = (x) => {
    const box = place.getBoundingClientRect();
    const part = (x - box.left - LEFT_AXIS) / (box.width - LEFT_AXIS - RIGHT_EDGE);
    return timeline.fromS + Math.min(1, Math.max(0, part)) * (timeline.toS - timeline.fromS);
  };
  const ends = () => [...down.values()].sort((a, b) => a - b);

  place.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse') return;
    down.set(event.pointerId, event.clientX);
    if (down.size === 1) timeline.hover(seconds(event.clientX));
    if (down.size === 2) {
      const [a, b] = ends();
      pinch = { a: seconds(a), b: seconds(b) };
      timeline.hover(null);
    }
  });
  place.addEventListener('pointermove', (event) => {
    if (!down.has(event.pointerId)) return;
    down.set(event.pointerId, event.clientX);
    if (down.size === 1) timeline.hover(seconds(event.clientX));
  });
  const lift = (event) => {
    if (!down.has(event.pointerId)) return;
    if (pinch && down.size === 2 && event.type === 'pointerup') {
      const box = place.getBoundingClientRect();
      const [a, b] = ends().map((x) => (x - box.left - LEFT_AXIS) / (box.width - LEFT_AXIS - RIGHT_EDGE));
      if (b - a > 0.02) {
        const length = (pinch.b - pinch.a) / (b - a);
        timeline.zoom(pinch.a - a * length, pinch.a + (1 - a) * length);
      }
    }
    down.delete(event.pointerId);
    pinch = null;
  };
  place.addEventListener('pointerup', lift);
  place.addEventListener('pointercancel', lift);
}
