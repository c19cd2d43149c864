import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatHash, parseHash } from '../../../web/js/hash.js';

const STATE = {
  view: { zoom: 16, lat: 36.0401, lon: 101.43021 },
  layers: ['buildings', 'hazards'],
  selected: { layer: 'hazards', code: 'HZ 7&8=楼#%' },
  tab: 'list',
  language: 'bo',
  theme: 'dark',
};

test('an address reads back as the state it was written from', () => {
  assert.deepEqual(parseHash(formatHash(STATE)), STATE);
});

test('an address of version 1 keeps its form', () => {
  assert.equal(
    formatHash({ ...STATE, selected: { layer: 'hazards', code: 'HZ-7' } }),
    '#v1&at=16/36.04010/101.43021&layers=buildings,hazards&feature=hazards/HZ-7&tab=list&lang=bo&theme=dark',
  );
});

test('no layers at all is another thing than all layers', () => {
  assert.deepEqual(parseHash(formatHash({ layers: [] })).layers, []);
  assert.equal('layers' in parseHash(formatHash({ layers: null })), false);
});

test('what cannot be understood is passed over, and the rest is read', () => {
  const wrong = ['at=16/91/0', 'at=a/b/c', 'at=3.5/1/1', 'at=//', 'feature=x', 'feature=A/b', 'lang=fr', 'theme=red', 'tab=x', '%', 'at=%zz', '__proto__=1', 'constructor=1'];
  for (const part of wrong) {
    assert.deepEqual(parseHash(`#v9&${part}&new=1`), {}, part);
  }
  assert.deepEqual(parseHash('#v1&at=16/91/0&lang=en'), { language: 'en' });
});

test('an id that no layer can have is left out of the list', () => {
  assert.deepEqual(parseHash('#v1&layers=ok,NOT OK,../x,ok_2').layers, ['ok', 'ok_2']);
});

test('an empty address names nothing', () => {
  assert.deepEqual(parseHash(''), {});
  assert.deepEqual(parseHash('#'), {});
});
