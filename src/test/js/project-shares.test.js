import assert from 'node:assert/strict';
import { test } from 'node:test';
import { communityRows, curveAt, leftOut, sharingOf } from '../../../web/js/projects/shares.js';

const metric = (id, value, more = {}) => ({ id, value, ...more });
const EQUITY = {
  metrics: [metric('equity.money.gini', 0.54), metric('equity.money.gini.chance', 0.14), metric('equity.money.gini.as_unequal', 0), metric('equity.green.gini.as_unequal', 0.2)],
  series: [
    { id: 'equity.money.lorenz', points: [{ key: '0', value: 0 }, { key: '50', value: 0.12 }, { key: '90', value: 0.62 }, { key: '100', value: 1 }] },
    { id: 'equity.nothing.nearest', points: [{ key: 'N', value: 359 }, { key: 'F', value: 2000 }] },
  ],
  areas: [
    { area: 'A', metrics: [metric('equity.reached', 3), metric('equity.money', 8000, { denominator: 2000 })] },
    { area: 'B', metrics: [metric('equity.reached', 9), metric('equity.money', 9000, { denominator: 3000 })] },
    { area: 'C', metrics: [metric('equity.reached', 1), metric('equity.money', null, { denominator: null, reason: { id: 'few_givers' } })] },
  ],
};

test('a curve says what the half with the least got, and the tenth with the most', () => {
  const money = sharingOf(EQUITY, 'money');
  assert.equal(money.lowerHalf, 0.12);
  assert.equal(Math.round(money.upperTenth * 100), 38);
  assert.equal(money.isBeyondChance, true);
  assert.equal(sharingOf(EQUITY, 'green').isBeyondChance, false);
});

test('what is not known is not made up', () => {
  const none = sharingOf(EQUITY, 'projects');
  assert.deepEqual([none.lowerHalf, none.upperTenth, none.gini, none.isBeyondChance, none.points], [null, null, null, null, []]);
  assert.equal(curveAt(undefined, 50), null);
});

test('communities with nothing are named, the farthest first', () => {
  assert.deepEqual(leftOut(EQUITY), [{ code: 'F', metres: 2000 }, { code: 'N', metres: 359 }]);
});

test('money stands beside hazards for the same residents, and withheld money says why', () => {
  const rows = communityRows(EQUITY, { areas: [{ area: 'A', metrics: [metric('hazards.reported', 7)] }] });
  assert.deepEqual(rows.map(({ code }) => code), ['B', 'A', 'C']);
  assert.equal(rows[1].hazards, 3.5);
  assert.equal(rows[0].hazards, null);
  assert.deepEqual([rows[2].money, rows[2].reason.id], [null, 'few_givers']);
});
