import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lyingBars, sayCount, standingBars } from '../../../web/js/charts/bar-options.js';
import { histogramOf, weekOf } from '../../../web/js/coverage/lenses.js';
import { stepOf } from '../../../web/js/coverage/heat.js';
import { createWords, loadMessages } from '../../../web/js/i18n/words.js';

const LOOK = { ink: '#111', soft: '#666', faint: '#999', line: '#ddd', surface: '#fff', accent: '#04c', size: 12, letters: 'x' };
const languages = await Promise.all(['zh', 'en', 'bo'].map(async (language) => createWords(language, await loadMessages(language, 'coverage'))));
const [zh] = languages;

test('of what is not known there is no bar, and in its place the words for that; a 0 is a bar that says 0', () => {
  const items = [
    { name: 'A', value: 0, said: '0%' },
    { name: 'B', value: null, said: '无数据' },
  ];
  const [bars, words] = lyingBars(items, LOOK, { format: String }).series;
  assert.deepEqual(bars.data.map(({ value }) => value), [0, null]);
  assert.deepEqual(words.data.map(({ said }) => said), [undefined, '无数据']);
  assert.equal(words.label.formatter({ data: words.data[1] }), '无数据');
  assert.equal(bars.label.formatter({ data: bars.data[0] }), '0%');
  assert.notEqual(words.label.color, bars.label.color);
  assert.equal(words.barGap, '-100%', 'the words stand where the bar would');
});

test('a count that is not known is said so in every language, in the table and beside the pointer', () => {
  assert.deepEqual(languages.map((words) => sayCount(null, words)), ['无数据', 'No data', 'གཞི་གྲངས་མེད།']);
  assert.equal(sayCount(0, zh), '0');
  const shown = { bins: ['0–1'], countTitle: '', classes: [{ id: 'x', title: '迟', values: [null] }, { id: 'y', title: '准', values: [0] }, { id: 'z', title: '早', values: [3] }] };
  const { tooltip, series } = standingBars(shown, LOOK, { binTitle: '', words: zh });
  assert.deepEqual(series.map(({ data }) => data[0].value), [null, 0, 3]);
  const parts = series.map(({ name, data }) => ({ name: '0–1', seriesName: name, data: data[0] }));
  assert.equal(tooltip.formatter(parts), '0–1\n迟  无数据\n早  3');
});

test('a histogram names both of its axes, with their units', () => {
  const { xAxis, yAxis } = standingBars({ bins: ['0–1'], countTitle: zh.t('coverage.countBuildings'), classes: [] }, LOOK, { binTitle: zh.t('coverage.age'), words: zh });
  assert.equal(xAxis.name, '距上次到访（天）');
  assert.equal(xAxis.nameLocation, 'middle');
  assert.equal(yAxis.name, '楼栋数（栋）');
});

test('where many bins are named each, and where colours are two, the chart says which is which', () => {
  const shown = { bins: ['0–1', 'never'], countTitle: '', classes: [] };
  assert.equal(standingBars(shown, LOOK, { binTitle: '', words: zh, isEachNamed: true }).xAxis.axisLabel.interval, 0);
  assert.deepEqual([true, false].map((isKeyed) => standingBars(shown, LOOK, { binTitle: '', words: zh, isKeyed }).legend.show), [true, false]);
});

test('what an answer leaves unknown stays unknown on its way into a chart', () => {
  const { classes } = histogramOf(new Map([['0/late', null], ['0/kept', 4], ['1/kept', 2]]));
  assert.deepEqual(classes.get('late'), [null, 0]);
  const week = weekOf(new Map([['1T00', 0], ['1T01', 2]]));
  assert.deepEqual(week[0].slice(0, 3), [0, 2, null]);
  assert.deepEqual([0, 2, null].map((value) => stepOf(value, 2)), [0, 5, 'none']);
});

test('each series of a chart has an id of its own, and keeps it when the chart changes', () => {
  const classes = [{ id: null, title: 'a', values: [1], stack: 'reported' }, { id: null, title: 'b', values: [2], stack: 'resolved' }, { id: 'x', title: 'c', values: [3] }];
  const idsOf = (values) => standingBars({ bins: ['0'], countTitle: '', classes: classes.map((each) => ({ ...each, values })) }, LOOK, { binTitle: '', words: zh }).series.map(({ id }) => id);
  assert.equal(new Set(idsOf([1])).size, 3);
  assert.deepEqual(idsOf([1]), idsOf([5]));
  assert.equal(new Set(lyingBars([{ name: 'A', value: 1, said: '1' }], LOOK, { format: String }).series.map(({ id }) => id)).size, 2);
});
