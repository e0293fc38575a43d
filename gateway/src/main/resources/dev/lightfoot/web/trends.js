/** How form goes over the weeks: of all runs, of each shoe, of each surface. */

import { read } from './api.js';
import { find, h } from './dom.js';
import { capital, shortDay } from './format.js';
import { load, notice } from './shell.js';
import { SHAPES, TrendChart, TRENDS } from './trend-chart.js';

const SPROUT = 'M10 80l22-22 16 14 38-44M66 26h20v20';
const WHOLE = 'All runs';

const monday = (week) => new Date(`${week.monday}T00:00:00`);

function groups(trends, by) {
  if (by === 'shoes') return trends.shoes.map(({ shoe, weeks }) => ({ name: shoe ?? 'No shoe said', weeks }));
  if (by === 'surfaces') return trends.surfaces.map(({ surface, weeks }) => ({ name: surface ? capital(surface) : 'No surface said', weeks }));
  return [{ name: WHOLE, weeks: trends.weeks }];
}

function table(lines) {
  return h('table', {}, h('caption', { class: 'unseen' }, 'Form by week'),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Week of'), lines.length > 1 ? h('th', { scope: 'col' }, 'Of') : null, h('th', { scope: 'col', class: 'r' }, 'Runs'),
      ...TRENDS.map((trend) => h('th', { scope: 'col', class: 'r' }, trend.name)))),
    h('tbody', {}, ...lines.flatMap((line) => [...line.weeks].reverse().map((week) => h('tr', {},
      h('th', { scope: 'row' }, shortDay(monday(week))), lines.length > 1 ? h('td', {}, line.name) : null, h('td', { class: 'r' }, week.runs),
      ...TRENDS.map((trend) => h('td', { class: 'r' }, trend.text(trend.value(week)))))))));
}

function showLines(trends, charts, by) {
  const lines = groups(trends, by).slice(0, SHAPES.length);
  charts.forEach((chart) => chart.set(lines));
  find('key').replaceChildren(...lines.map((line, index) => h('li', {}, h('i', { class: `group g${index + 1}` }, SHAPES[index].sign), line.name)));
  find('key').hidden = lines.length === 1;
  find('rows').replaceChildren(table(lines));
}

load(find('trends'), async () => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const trends = await read(`/api/trends?zone=${encodeURIComponent(zone)}`);
  if (!find('plots')) {
    location.reload();
    return;
  }
  if (trends.weeks.length === 0) {
    find('by').hidden = true;
    find('trends').replaceChildren(notice(SPROUT, 'Nothing to compare yet', 'After your first runs this page shows by week how your form goes: rearfoot share, how long form holds, and cues an hour.',
      h('a', { class: 'button', href: '/pods' }, 'Set up pods')));
    return;
  }
  const charts = TRENDS.map((trend) => {
    const reading = h('p', { class: 'reading number' });
    const place = h('div', { class: 'plot trend-plot' });
    find('plots').append(h('section', { class: 'card', 'aria-label': trend.name },
      h('h2', {}, trend.name), h('p', { class: 'soft small' }, trend.meaning), reading, place));
    return new TrendChart(place, trend, reading);
  });
  find('weeks').open = matchMedia('(min-width: 56rem)').matches;
  const pick = () => showLines(trends, charts, find('by').querySelector(':checked').value);
  find('by').addEventListener('change', pick);
  new ResizeObserver(() => charts.forEach((chart) => chart.resize())).observe(find('plots'));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts.forEach((chart) => chart.redraw()));
  pick();
});
