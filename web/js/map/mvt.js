/**
 * Reads a Mapbox vector tile (specification 2.1) into flat arrays, which cross from the worker without being copied.
 *
 * The result of {@link readTile}, with n features of p parts (points, lines or rings):
 *   extent      units along the tile's side
 *   types       n     1 point, 2 line, 3 polygon
 *   parts       n+1   where a feature's parts start
 *   vertices    p+1   where a part's vertices start; a ring is not closed by a repeated vertex
 *   xy                x and y in turn, in units from the tile's north-west corner
 *   boxes       4n    min x, min y, max x, max y
 *   tags        n+1   where a feature's entries in `entries` start
 *   entries           key and value numbers in turn, into `keys` and `values`
 */
const TILE_LAYERS = 3;
const LAYER = { name: 1, feature: 2, key: 3, value: 4, extent: 5 };
const FEATURE = { tags: 2, type: 3, geometry: 4 };
const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 7;
const DEFAULT_EXTENT = 4096;

/** @param pbf a reader of protocol buffers over the tile's bytes */
export function readTile(pbf) {
  const layer = new LayerReader();
  pbf.readFields((tag, reader, source) => {
    if (tag === TILE_LAYERS) {
      source.readMessage(readLayerField, reader);
    }
  }, layer);
  return layer.finish();
}

function readLayerField(tag, layer, pbf) {
  if (tag === LAYER.feature) {
    layer.feature(pbf);
  } else if (tag === LAYER.key) {
    layer.keys.push(pbf.readString());
  } else if (tag === LAYER.value) {
    layer.values.push(pbf.readMessage(readValue, { value: null }).value);
  } else if (tag === LAYER.extent) {
    layer.extent = pbf.readVarint();
  }
}

const VALUE_READERS = {
  1: (pbf) => pbf.readString(),
  2: (pbf) => pbf.readFloat(),
  3: (pbf) => pbf.readDouble(),
  4: (pbf) => pbf.readVarint(true),
  5: (pbf) => pbf.readVarint(),
  6: (pbf) => pbf.readSVarint(),
  7: (pbf) => pbf.readBoolean(),
};

function readValue(tag, holder, pbf) {
  if (VALUE_READERS[tag]) {
    holder.value = VALUE_READERS[tag](pbf);
  }
}

class LayerReader {
  extent = DEFAULT_EXTENT;
  keys = [];
  values = [];
  types = [];
  parts = [0];
  vertices = [0];
  xy = new GrowingInts();
  boxes = new GrowingInts();
  tags = [0];
  entries = new GrowingInts();

  feature(pbf) {
    const end = pbf.readVarint() + pbf.pos;
    let type = 0;
    let geometryAt = -1;
    pbf.readFields(
      (tag) => {
        if (tag === FEATURE.type) {
          type = pbf.readVarint();
        } else if (tag === FEATURE.tags) {
          this.readEntries(pbf);
        } else if (tag === FEATURE.geometry) {
          geometryAt = pbf.pos;
          pbf.skip(pbf.type);
        }
      },
      null,
      end,
    );
    this.geometry(pbf, type, geometryAt);
    pbf.pos = end;
    this.types.push(type);
    this.tags.push(this.entries.length);
  }

  readEntries(pbf) {
    const end = pbf.readVarint() + pbf.pos;
    while (pbf.pos < end) {
      this.entries.push(pbf.readVarint());
    }
  }

  /** Walks the commands: an integer says which and how often, then each takes two zigzag steps; closing takes none. */
  geometry(pbf, type, at) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    if (at >= 0) {
      pbf.pos = at;
      this.commands(pbf, type, box, pbf.readVarint() + pbf.pos);
    }
    this.endPart();
    this.parts.push(this.vertices.length - 1);
    box.forEach((side) => this.boxes.push(side));
  }

  commands(pbf, type, box, end) {
    let x = 0;
    let y = 0;
    while (pbf.pos < end) {
      const command = pbf.readVarint();
      const name = command & 7;
      if (name !== MOVE_TO && name !== LINE_TO) {
        requireKnown(name);
        continue;
      }
      for (let times = command >> 3; times > 0 && pbf.pos < end; times--) {
        if (name === MOVE_TO) {
          this.endPart();
        }
        x += pbf.readSVarint();
        y += pbf.readSVarint();
        this.vertex(x, y, box);
      }
    }
  }

  vertex(x, y, box) {
    this.xy.push(x);
    this.xy.push(y);
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }

  endPart() {
    const end = this.xy.length / 2;
    if (end > this.vertices[this.vertices.length - 1]) {
      this.vertices.push(end);
    }
  }

  finish() {
    return {
      extent: this.extent,
      size: this.types.length,
      types: Uint8Array.from(this.types),
      parts: Uint32Array.from(this.parts),
      vertices: Uint32Array.from(this.vertices),
      xy: this.xy.finish(),
      boxes: this.boxes.finish(),
      tags: Uint32Array.from(this.tags),
      entries: this.entries.finish(),
      keys: this.keys,
      values: this.values,
    };
  }
}

function requireKnown(name) {
  if (name !== CLOSE_PATH) {
    throw new Error(`the tile has a geometry command ${name}, which is none of 1, 2 and 7`);
  }
}

/** A list of 32-bit integers that doubles its room when full. */
class GrowingInts {
  #ints = new Int32Array(256);
  length = 0;

  push(value) {
    if (this.length === this.#ints.length) {
      const larger = new Int32Array(this.#ints.length * 2);
      larger.set(this.#ints);
      this.#ints = larger;
    }
    this.#ints[this.length++] = value;
  }

  finish() {
    return this.#ints.slice(0, this.length);
  }
}
