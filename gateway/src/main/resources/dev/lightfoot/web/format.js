/** How figures and times are written. What is not known is a dash. */

const DASH = '–';
const NARROW = '\u202f';

/** A span: 52 s, 7:05 min or 1:12 h. */
export function span(seconds) {
  if (seconds === null || seconds === undefined) return DASH;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${NARROW}s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${String(whole % 60).padStart(2, '0')}${NARROW}min`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}${NARROW}h`;
}

/** A span in whole minutes: < 1 min, 28 min or 1 h 12 min. */
export function minutes(seconds) {
  if (seconds === null || seconds === undefined) return DASH;
  if (seconds < 60) return `${Math.round(seconds)}${NARROW}s`;
  const whole = Math.round(seconds / 60);
  return whole < 60 ? `${whole}${NARROW}min` : `${Math.floor(whole / 60)}${NARROW}h ${whole % 60}${NARROW}min`;
}

/** Time since the start as a clock: 4:05 or 1:04:05. */
export function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const two = (number) => String(number).padStart(2, '0');
  const [hour, minute, second] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hour === 0 ? `${minute}:${two(second)}` : `${hour}:${two(minute)}:${two(second)}`;
}

export function number(value, decimals = 0) {
  if (value === null || value === undefined || Number.isNaN(value)) return DASH;
  return value.toFixed(decimals).replace(/^-(?=0(\.0*)?$)/, '').replace('-', '−');
}

export function percent(share, decimals = 0) {
  return share === null || share === undefined ? DASH : `${number(share * 100, decimals)}${NARROW}%`;
}

const dates = (options) => new Intl.DateTimeFormat('en-GB', options);
const DAY = dates({ weekday: 'short', day: 'numeric', month: 'short' });
const LONG_DAY = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const TIME = dates({ hour: '2-digit', minute: '2-digit' });
const MONTH = dates({ month: 'long', year: 'numeric' });
const SHORT = dates({ day: 'numeric', month: 'short' });

export const day = (date) => DAY.format(date);
export const longDay = (date) => LONG_DAY.format(date);
export const time = (date) => TIME.format(date);
export const month = (date) => MONTH.format(date);
export const shortDay = (date) => SHORT.format(date);

/** One thing or several: 1 cue, 3 cues. */
export const count = (many, word, plural = `${word}s`) => `${many} ${many === 1 ? word : plural}`;

export const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
