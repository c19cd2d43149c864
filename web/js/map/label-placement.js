/** Chooses which names stand on the map: the more important first, none over another. */
const GRID_PIXELS = 64;

/**
 * @param candidates `[{ text, x, y, width, height, angle, weight, apart, overMarks }]`, `x` and `y` the middle; the greater
 *     weight is placed first; the same text may not stand again within `apart` pixels
 * @param size `{ x, y }` of the view; a name that is not wholly within is left out
 * @param most how many names at most
 * @param obstacles `[[minX, minY, maxX, maxY]]`: what no name may cover
 * @param marks the same, of what only names with `overMarks` may cover
 * @returns the candidates that found a place
 */
export function place(candidates, size, most, obstacles = [], marks = []) {
  const taken = new Map();
  const marked = new Map();
  obstacles.forEach((box) => occupy(taken, box));
  marks.forEach((box) => occupy(marked, box));
  const placed = [];
  for (const candidate of [...candidates].sort((a, b) => b.weight - a.weight)) {
    const box = boxAround(candidate);
    if (placed.length < most && isWithin(box, size) && isFree(taken, box) && (candidate.overMarks || isFree(marked, box)) && isAlone(candidate, placed)) {
      occupy(taken, box);
      placed.push(candidate);
    }
  }
  return placed;
}

/**
 * The pieces of one feature that cells cut: a small one with its pieces side by side is named in its middle, any other
 * in its roomiest piece.
 */
const SMALL_PIXELS = 420;

export function joined(a, b) {
  const room = a.room + b.room;
  const isBeside = Math.abs(a.x - b.x) > Math.abs(a.y - b.y);
  if (!a.isArea || !b.isArea || !isBeside || room > SMALL_PIXELS) {
    return a.room >= b.room ? a : b;
  }
  const between = (one, other) => (one * a.room + other * b.room) / room;
  return { ...a, room, x: between(a.x, b.x), y: between(a.y, b.y) };
}

/** Where a line may end: after a space, and after the dot between Tibetan syllables. */
const BREAKS = /[ \u0f0b]/g;

/** A text in two lines as even as can be; in one, when it has no place to break. */
export function inTwoLines(text) {
  const breaks = [...text.matchAll(BREAKS)].map(({ index }) => index + 1).filter((at) => at < text.length);
  if (breaks.length === 0) {
    return [text];
  }
  const ways = breaks.map((at) => [text.slice(0, at).trimEnd(), text.slice(at)]);
  const longer = ([first, second]) => Math.max(first.length, second.length);
  return ways.reduce((best, way) => (longer(way) < longer(best) ? way : best));
}

function boxAround({ x, y, width, height, angle = 0 }) {
  const cos = Math.abs(Math.cos(angle));
  const sin = Math.abs(Math.sin(angle));
  const halfWidth = (width * cos + height * sin) / 2;
  const halfHeight = (width * sin + height * cos) / 2;
  return [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
}

function isAlone({ text, x, y, apart }, placed) {
  return !apart || placed.every((other) => other.text !== text || Math.hypot(other.x - x, other.y - y) > apart);
}

function isWithin([minX, minY, maxX, maxY], size) {
  return minX >= 0 && minY >= 0 && maxX <= size.x && maxY <= size.y;
}

function isFree(taken, box) {
  return squares(box).every((square) => (taken.get(square) ?? []).every((other) => !overlap(box, other)));
}

function occupy(taken, box) {
  for (const square of squares(box)) {
    const boxes = taken.get(square);
    boxes ? boxes.push(box) : taken.set(square, [box]);
  }
}

function squares([minX, minY, maxX, maxY]) {
  const found = [];
  for (let column = Math.floor(minX / GRID_PIXELS); column <= maxX / GRID_PIXELS; column++) {
    for (let row = Math.floor(minY / GRID_PIXELS); row <= maxY / GRID_PIXELS; row++) {
      found.push(`${column},${row}`);
    }
  }
  return found;
}

function overlap(a, b) {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}
