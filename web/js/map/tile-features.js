/** The features of one decoded tile, asked by number. */
const KEY = 'code';
const COUNT = '_count';

export class TileFeatures {
  #keyNumbers = new Map();

  /**
   * @param tile what {@link readTile} gives
   * @param kept `{ number, forget() }`: as what the worker has it too, and how to tell that nobody needs it any more
   */
  constructor(tile, kept = { number: null, forget() {} }) {
    this.tile = tile;
    this.kept = kept;
    this.size = tile.size;
    this.extent = tile.extent;
    tile.keys.forEach((key, number) => this.#keyNumbers.set(key, number));
  }

  static EMPTY_TILE = {
    extent: 4096,
    size: 0,
    types: new Uint8Array(),
    parts: new Uint32Array(1),
    vertices: new Uint32Array(1),
    xy: new Int32Array(),
    boxes: new Int32Array(),
    tags: new Uint32Array(1),
    entries: new Int32Array(),
    keys: [],
    values: [],
  };

  static empty() {
    return new TileFeatures(TileFeatures.EMPTY_TILE);
  }

  /** The value of a property, `null` when the feature has none. */
  property(feature, name) {
    const key = this.#keyNumbers.get(name);
    if (key === undefined) {
      return null;
    }
    const { tags, entries, values } = this.tile;
    for (let i = tags[feature]; i < tags[feature + 1]; i += 2) {
      if (entries[i] === key) {
        return values[entries[i + 1]] ?? null;
      }
    }
    return null;
  }

  /** The feature's key; `null` for one that stands for several. */
  code(feature) {
    return this.property(feature, KEY);
  }

  /** Whether it only stands for features that are too small to be drawn; it has no key then. */
  isCrowd(feature) {
    return this.property(feature, COUNT) !== null;
  }

  /** How many of the layer's features it stands for. */
  count(feature) {
    return this.property(feature, COUNT) ?? 1;
  }

  /** The feature with this key, -1 if it is not in the tile. */
  find(code) {
    const value = this.tile.values.indexOf(code);
    if (value < 0) {
      return -1;
    }
    for (let feature = 0; feature < this.size; feature++) {
      if (this.code(feature) === code) {
        return feature;
      }
    }
    return -1;
  }

  /** Whether the feature's box touches `[minX, minY, maxX, maxY]`, in the tile's units. */
  touches(feature, box) {
    const { boxes } = this.tile;
    const at = feature * 4;
    return boxes[at] <= box[2] && boxes[at + 2] >= box[0] && boxes[at + 1] <= box[3] && boxes[at + 3] >= box[1];
  }
}
