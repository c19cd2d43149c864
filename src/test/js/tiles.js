/** Writes vector tiles for the tests, after the specification and not after our reader. */
import Pbf from '../../../lib/pbf.js';

const zigzag = (value) => (value << 1) ^ (value >> 31);

/** @param features `[{ type, parts: [[[x, y], …], …], properties }]`; rings without a repeated vertex */
export function writeTile(features, { name = 'layer', extent = 4096 } = {}) {
  const keys = [];
  const values = [];
  const number = (list, entry) => {
    const at = list.findIndex((known) => Object.is(known, entry));
    return at < 0 ? list.push(entry) - 1 : at;
  };
  const pbf = new Pbf();
  pbf.writeMessage(
    3,
    (_, layer) => {
      layer.writeStringField(1, name);
      for (const { type, parts, properties = {} } of features) {
        layer.writeMessage(2, (__, feature) => {
          const tags = Object.entries(properties).flatMap(([key, value]) => [number(keys, key), number(values, value)]);
          feature.writePackedVarint(2, tags);
          feature.writeVarintField(3, type);
          feature.writePackedVarint(4, commands(type, parts));
        });
      }
      keys.forEach((key) => layer.writeStringField(3, key));
      values.forEach((value) => layer.writeMessage(4, writeValue, value));
      layer.writeVarintField(5, extent);
      layer.writeVarintField(15, 2);
    },
    null,
  );
  return pbf.finish();
}

function commands(type, parts) {
  const stream = [];
  let [x, y] = [0, 0];
  const step = ([toX, toY]) => {
    stream.push(zigzag(toX - x) >>> 0, zigzag(toY - y) >>> 0);
    [x, y] = [toX, toY];
  };
  for (const [first, ...rest] of parts) {
    stream.push((1 << 3) | 1);
    step(first);
    if (rest.length) {
      stream.push((rest.length << 3) | 2);
      rest.forEach(step);
    }
    if (type === 3) {
      stream.push((1 << 3) | 7);
    }
  }
  return stream;
}

function writeValue(value, pbf) {
  if (typeof value === 'string') {
    pbf.writeStringField(1, value);
  } else if (typeof value === 'boolean') {
    pbf.writeBooleanField(7, value);
  } else if (Number.isInteger(value)) {
    pbf.writeSVarintField(6, value);
  } else {
    pbf.writeDoubleField(3, value);
  }
}
