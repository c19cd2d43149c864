package org.linli.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads vector tiles in the plainest way, from the words of the specification (Mapbox Vector Tile
 * 2.1), and refuses what it forbids.
 */
public final class TileReader {

  /** A layer with its features. */
  public record Layer(String name, int version, int extent, List<Feature> features) {}

  /**
   * A feature.
   *
   * @param id -1 when it has none
   * @param paths runs of positions; for a polygon its rings, not closed
   */
  public record Feature(
      long id, int type, Map<String, Object> properties, List<List<int[]>> paths) {}

  private final ByteBuffer in;

  private TileReader(ByteBuffer in) {
    this.in = in.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The layers of a tile. */
  public static List<Layer> read(byte[] tile) {
    List<Layer> layers = new ArrayList<>();
    new TileReader(ByteBuffer.wrap(tile))
        .fields((field, wire) -> require(field == 3 && wire.type == 2).layers(layers, wire));
    return layers;
  }

  private interface Visitor {
    void visit(int field, Wire wire);
  }

  private record Wire(int type, long number, ByteBuffer bytes) {
    TileReader message() {
      return new TileReader(bytes.duplicate());
    }

    String text() {
      return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    private void layers(List<Layer> layers, Wire wire) {
      layers.add(wire.message().layer());
    }
  }

  private static Wire require(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("This is no valid vector tile.");
    }
    return new Wire(0, 0, ByteBuffer.allocate(0));
  }

  private void fields(Visitor visitor) {
    while (in.hasRemaining()) {
      long key = varint();
      int type = (int) (key & 7);
      Wire wire =
          switch (type) {
            case 0 -> new Wire(type, varint(), null);
            case 1 -> new Wire(type, in.getLong(), null);
            case 2 -> new Wire(type, 0, slice((int) varint()));
            default -> throw new IllegalStateException("Wire type " + type + " is not used.");
          };
      visitor.visit((int) (key >> 3), wire);
    }
  }

  private ByteBuffer slice(int length) {
    ByteBuffer part = in.slice(in.position(), length);
    in.position(in.position() + length);
    return part;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in.get();
      value |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  private Layer layer() {
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<Wire> features = new ArrayList<>();
    Map<Integer, Wire> single = new LinkedHashMap<>();
    fields(
        (field, wire) -> {
          switch (field) {
            case 2 -> features.add(wire);
            case 3 -> keys.add(wire.text());
            case 4 -> values.add(wire.message().value());
            default -> require(single.put(field, wire) == null);
          }
        });
    require(keys.stream().distinct().count() == keys.size());
    return new Layer(
        single.get(1).text(),
        (int) single.get(15).number,
        (int) single.get(5).number,
        features.stream().map(wire -> wire.message().feature(keys, values)).toList());
  }

  private Object value() {
    List<Object> found = new ArrayList<>();
    fields(
        (field, wire) ->
            found.add(
                switch (field) {
                  case 1 -> wire.text();
                  case 3 -> Double.longBitsToDouble(wire.number);
                  case 4, 5 -> wire.number;
                  case 6 -> wire.number >>> 1 ^ -(wire.number & 1);
                  case 7 -> wire.number == 1;
                  default -> throw new IllegalStateException("There is no value " + field);
                }));
    require(found.size() == 1);
    return found.get(0);
  }

  private Feature feature(List<String> keys, List<Object> values) {
    Map<Integer, Wire> fields = new LinkedHashMap<>();
    fields((field, wire) -> require(fields.put(field, wire) == null));
    Map<String, Object> properties = new LinkedHashMap<>();
    List<Long> tags = fields.get(2).message().numbers();
    for (int i = 0; i < tags.size(); i += 2) {
      String key = keys.get(tags.get(i).intValue());
      require(properties.put(key, values.get(tags.get(i + 1).intValue())) == null);
    }
    long id = fields.containsKey(1) ? fields.get(1).number : -1;
    int type = (int) fields.get(3).number;
    return new Feature(id, type, properties, paths(type, fields.get(4).message().numbers()));
  }

  private List<Long> numbers() {
    List<Long> numbers = new ArrayList<>();
    while (in.hasRemaining()) {
      numbers.add(varint());
    }
    return numbers;
  }

  private static List<List<int[]>> paths(int type, List<Long> commands) {
    List<List<int[]>> paths = new ArrayList<>();
    int x = 0;
    int y = 0;
    int at = 0;
    while (at < commands.size()) {
      int command = (int) (commands.get(at) & 7);
      int count = (int) (commands.get(at++) >> 3);
      require(count > 0);
      if (command == 7) {
        require(type == 3 && count == 1 && paths.get(paths.size() - 1).size() >= 3);
        continue;
      }
      require(command == 1 || command == 2);
      require(command == 2 || type == 1 || count == 1);
      for (int i = 0; i < count; i++) {
        int dx = unZigZag(commands.get(at++));
        int dy = unZigZag(commands.get(at++));
        require(command == 1 || dx != 0 || dy != 0);
        x += dx;
        y += dy;
        if (command == 1) {
          paths.add(new ArrayList<>());
        }
        paths.get(paths.size() - 1).add(new int[] {x, y});
      }
    }
    return paths;
  }

  private static int unZigZag(long number) {
    return (int) (number >>> 1 ^ -(number & 1));
  }
}
