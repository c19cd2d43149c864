import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PaintDesk } from '../../../web/js/map/paint-desk.js';

function canvasOf(context) {
  return { getContext: () => context };
}

test('squares of one size are painted on one canvas, taken back to its beginning each time', () => {
  let resets = 0;
  const made = [];
  const desk = new PaintDesk((side) => {
    made.push(side);
    return canvasOf({ reset: () => resets++ });
  });
  const first = desk.blank(540);
  assert.equal(desk.blank(540), first);
  assert.equal(desk.blank(540), first);
  assert.deepEqual([made, resets], [[540], 2]);
  assert.notEqual(desk.blank(1080), first, 'another size is another canvas');
});

test('where a canvas cannot be taken back, each square has a new one', () => {
  const desk = new PaintDesk(() => canvasOf({}));
  assert.notEqual(desk.blank(540), desk.blank(540));
});
