package org.linli.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What a vector tile holds, as far as two tiles can be compared: the box of each feature, in tile
 * units (minX, minY, maxX, maxY). After the Mapbox Vector Tile specification 2.1.
 */
record DecodedTile(int extent, List<int[]> boxes) {

  static DecodedTile of(byte[] tile) {
    Reader reader = new Reader(tile, 0, tile.length);
    while (reader.hasMore()) {
      int key = (int) reader.varint();
      if (key == (3 << 3 | 2)) {
        return layer(reader.message());
      }
      reader.skip(key & 7);
    }
    return new DecodedTile(4096, List.of());
  }

  private static DecodedTile layer(Reader layer) {
    int extent = 4096;
    List<int[]> boxes = new ArrayList<>();
    while (layer.hasMore()) {
      int key = (int) layer.varint();
      if (key == (2 << 3 | 2)) {
        boxes.add(feature(layer.message()));
      } else if (key == 5 << 3) {
        extent = (int) layer.varint();
      } else {
        layer.skip(key & 7);
      }
    }
    return new DecodedTile(extent, boxes);
  }

  private static int[] feature(Reader feature) {
    while (feature.hasMore()) {
      int key = (int) feature.varint();
      if (key == (4 << 3 | 2)) {
        return box(feature.message());
      }
      feature.skip(key & 7);
    }
    throw new IllegalStateException("a feature without geometry");
  }

  private static int[] box(Reader commands) {
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
    int x = 0;
    int y = 0;
    while (commands.hasMore()) {
      int command = (int) commands.varint();
      for (int i = (command & 7) == 7 ? 0 : command >> 3; i > 0; i--) {
        x += commands.zigzag();
        y += commands.zigzag();
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
    }
    return box;
  }

  /** How many features reach at least a few units into the tile itself, its margin left out. */
  long featuresInside() {
    int margin = extent / 1024;
    return boxes.stream()
        .filter(b -> b[0] < extent - margin && b[1] < extent - margin)
        .filter(b -> b[2] > margin && b[3] > margin)
        .count();
  }

  /** Protocol buffers' wire format. */
  private static final class Reader {
    private final byte[] bytes;
    private final int end;
    private int at;

    Reader(byte[] bytes, int from, int end) {
      this.bytes = bytes;
      this.at = from;
      this.end = end;
    }

    boolean hasMore() {
      return at < end;
    }

    long varint() {
      long value = 0;
      int shift = 0;
      byte b;
      do {
        b = bytes[at++];
        value |= (b & 0x7FL) << shift;
        shift += 7;
      } while (b < 0);
      return value;
    }

    int zigzag() {
      int raw = (int) varint();
      return raw >>> 1 ^ -(raw & 1);
    }

    Reader message() {
      int length = (int) varint();
      at += length;
      return new Reader(bytes, at - length, at);
    }

    void skip(int wireType) {
      switch (wireType) {
        case 0 -> varint();
        case 1 -> at += 8;
        case 2 -> message();
        case 5 -> at += 4;
        default -> throw new IllegalStateException("wire type " + wireType);
      }
    }
  }
}
