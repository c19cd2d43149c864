/** Where a feature's name stands, in the tile's units. */
const POINT = 1;
const LINE = 2;

/**
 * `{ x, y, room, angle }`: the middle of the name, how much room there is along it, and its slope in radians (lines
 * only; never upside down). `null` when the feature has no place for one.
 *
 * @param window `[minX, minY, maxX, maxY]`: the anchor lies within, or there is none
 */
export function anchorOf(tile, feature, window) {
  const type = tile.types[feature];
  if (type === POINT) {
    return pointAnchor(tile, feature, window);
  }
  return type === LINE ? lineAnchor(tile, feature, window) : areaAnchor(tile, feature, window);
}

function pointAnchor(tile, feature, window) {
  const vertex = tile.vertices[tile.parts[feature]];
  const [x, y] = [tile.xy[2 * vertex], tile.xy[2 * vertex + 1]];
  return holds(window, x, y) ? { x, y, room: Infinity, angle: 0 } : null;
}

/** The middle of the longest straight stretch within the window. */
function lineAnchor(tile, feature, window) {
  const { xy, vertices, parts } = tile;
  let best = null;
  for (let part = parts[feature]; part < parts[feature + 1]; part++) {
    for (let vertex = vertices[part]; vertex + 1 < vertices[part + 1]; vertex++) {
      const stretch = stretchWithin(xy, vertex, window);
      best = stretch && (!best || stretch.room > best.room) ? stretch : best;
    }
  }
  return best;
}

function stretchWithin(xy, vertex, window) {
  const ends = clip(xy[2 * vertex], xy[2 * vertex + 1], xy[2 * vertex + 2], xy[2 * vertex + 3], window);
  if (!ends) {
    return null;
  }
  const [ax, ay, bx, by] = ends;
  const slope = Math.atan2(by - ay, bx - ax);
  const angle = slope > Math.PI / 2 ? slope - Math.PI : slope < -Math.PI / 2 ? slope + Math.PI : slope;
  return { x: (ax + bx) / 2, y: (ay + by) / 2, room: Math.hypot(bx - ax, by - ay), angle };
}

/** The part of a segment within a window, after Liang and Barsky (1984); `null` when none is. */
function clip(ax, ay, bx, by, [minX, minY, maxX, maxY]) {
  const dx = bx - ax;
  const dy = by - ay;
  let [from, to] = [0, 1];
  for (const [step, room] of [[-dx, ax - minX], [dx, maxX - ax], [-dy, ay - minY], [dy, maxY - ay]]) {
    if (step === 0 && room < 0) {
      return null;
    }
    if (step < 0) {
      from = Math.max(from, room / step);
    } else if (step > 0) {
      to = Math.min(to, room / step);
    }
  }
  return from < to ? [ax + from * dx, ay + from * dy, ax + to * dx, ay + to * dy] : null;
}

/** The middle of the widest stretch of the area along the level line through its box's middle: always inside. */
function areaAnchor(tile, feature, window) {
  const { boxes } = tile;
  const top = Math.max(boxes[feature * 4 + 1], window[1]);
  const bottom = Math.min(boxes[feature * 4 + 3], window[3]);
  const y = (top + bottom) / 2 + 0.25;
  const crossings = crossingsAt(tile, feature, y).map((x) => Math.min(window[2], Math.max(window[0], x)));
  let best = null;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const room = crossings[i + 1] - crossings[i];
    if (room > (best?.room ?? 0)) {
      best = { x: (crossings[i] + crossings[i + 1]) / 2, y, room, angle: 0 };
    }
  }
  return best;
}

function crossingsAt(tile, feature, y) {
  const { xy, vertices, parts } = tile;
  const crossings = [];
  for (let part = parts[feature]; part < parts[feature + 1]; part++) {
    const end = vertices[part + 1];
    for (let i = vertices[part], j = end - 1; i < end; j = i++) {
      const yi = xy[2 * i + 1];
      const yj = xy[2 * j + 1];
      if (yi > y !== yj > y) {
        crossings.push(xy[2 * i] + ((xy[2 * j] - xy[2 * i]) * (y - yi)) / (yj - yi));
      }
    }
  }
  return crossings.sort((a, b) => a - b);
}

function holds([minX, minY, maxX, maxY], x, y) {
  return x >= minX && x < maxX && y >= minY && y < maxY;
}
