package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.Block;
import org.linli.snapshot.Geometries;

/** The one layer of a tile while it is put together: features, keys and values. */
final class TileLayer {
  private static final int TILE_LAYER = 3;
  private static final int NAME = 1;
  private static final int FEATURE = 2;
  private static final int KEY = 3;
  private static final int EXTENT = 5;
  private static final int VERSION = 15;
  private static final int ID = 1;
  private static final int TAGS = 2;
  private static final int TYPE = 3;
  private static final int GEOMETRY = 4;
  private static final int MAX_VARINT = 5;

  /** Room before the layer for its tag and its length, which is known at last. */
  private static final int MAX_HEAD = 1 + MAX_VARINT;

  private final LayerDefinition definition;
  private final TileGeometry geometry;
  private final List<String> keys = new ArrayList<>();
  private final int countKey;
  private final TileValues values;
  private final TileTags taken;
  private final ProtoBytes features;
  private final byte[] tags;
  private final int emptySize;
  private int tagBytes;

  /**
   * @param desk what an earlier layer has left on it is gone
   */
  TileLayer(
      LayerDefinition definition, TileGeometry geometry, TileDesk desk, int expectedFeatures) {
    this.definition = definition;
    this.geometry = geometry;
    desk.clear(definition.fields().size(), expectedFeatures);
    this.values = desk.values();
    this.taken = desk.tags();
    this.features = desk.features();
    features.skip(MAX_HEAD);
    text(features, NAME, definition.id());
    this.emptySize = features.size();
    keys.add(LayerDefinition.KEY);
    definition.fields().stream().map(Field::name).forEach(keys::add);
    keys.add(VectorTileEncoder.COUNT);
    countKey = keys.size() - 1;
    tags = new byte[2 * MAX_VARINT * keys.size()];
  }

  boolean isEmpty() {
    return features.size() == emptySize;
  }

  int size() {
    return features.size() + values.written().size();
  }

  /** Adds those of a block's rows of which something is in the tile. */
  void add(Block block, int blockNumber, int[] rows) {
    for (int from = 0; from < rows.length; from += TileTags.ROWS) {
      int end = Math.min(rows.length, from + TileTags.ROWS);
      taken.take(block, blockNumber, rows, from, end);
      for (int n = 0; n < end - from; n++) {
        add(block.geometries(), rows[from + n], n);
      }
    }
  }

  private void add(Geometries geometries, int row, int n) {
    if (!geometry.take(geometries, row)) {
      return;
    }
    tagBytes = 0;
    tag(0, taken.code(n));
    for (int field = 0; field < countKey - 1; field++) {
      int number = taken.number(field, n);
      if (number >= 0) {
        tag(field + 1, number);
      }
    }
    write(taken.id(n), TileGeometry.type(geometries.kind(row)));
  }

  /** Adds a point that stands for so many features. */
  void addCell(int x, int y, int count) {
    geometry.takePoint(x, y);
    tagBytes = 0;
    tag(countKey, values.number(TileValues.WHOLES, count));
    write(-1, TileGeometry.POINT);
  }

  private void tag(int key, int value) {
    tagBytes = ProtoBytes.put(tags, ProtoBytes.put(tags, tagBytes, key), value);
  }

  /** Writes the feature that tags and geometry hold; one with a negative id has none. */
  private void write(long id, int type) {
    int geometryBytes = geometry.size();
    int idBytes = id < 0 ? 0 : 1 + ProtoBytes.lengthOf(id);
    int length =
        idBytes
            + 1
            + ProtoBytes.lengthOf(tagBytes)
            + tagBytes
            + 2
            + 1
            + ProtoBytes.lengthOf(geometryBytes)
            + geometryBytes;
    features.open(FEATURE, length);
    if (id >= 0) {
      features.number(ID, id);
    }
    features.bytes(TAGS, tags, 0, tagBytes);
    features.number(TYPE, type);
    features.bytes(GEOMETRY, geometry.commands(), 0, geometryBytes);
  }

  /** Writes the tile, whose only layer this is, at one go; nothing when it is empty. */
  void writeTo(OutputStream out) throws IOException {
    if (isEmpty()) {
      return;
    }
    features.append(values.written());
    keys.forEach(key -> text(features, KEY, key));
    features.number(EXTENT, TileProjection.EXTENT).number(VERSION, 2);
    ProtoBytes head = new ProtoBytes(MAX_HEAD).open(TILE_LAYER, features.size() - MAX_HEAD);
    int start = MAX_HEAD - head.size();
    features.overwrite(start, head);
    features.writeTo(start, out);
  }

  private static void text(ProtoBytes to, int field, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    to.bytes(field, utf8, 0, utf8.length);
  }
}
