package org.linli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The names and the ground plan in {@code demo/places.yaml}. Cells are keyed {@code c3r0}: column
 * from the west, row from the north.
 */
record PlaceNames(
    Name subdistrict,
    Name canal,
    List<String> blocks,
    Map<String, String> corners,
    Map<String, Name> compounds,
    Map<String, Name> grounds,
    List<StreetName> columns,
    List<StreetName> rows,
    Estate estate) {

  /** A street's name and half its width in metres. */
  record StreetName(String zh, String en, String bo, double half) {
    Name name() {
      return new Name(zh, en, bo == null ? "" : bo);
    }

    String kind() {
      return half > 15 ? "main_street" : "street";
    }
  }

  /**
   * The resettlement estate: its grids from the south-west, row by row, and its streets and open
   * spaces.
   */
  record Estate(
      Name name,
      List<Name> grids,
      List<StreetName> columns,
      List<StreetName> rows,
      Map<String, Name> greens) {}

  static PlaceNames load() {
    return load("/demo/places.yaml", PlaceNames.class);
  }

  /** A resource of the demo as a record. */
  static <T> T load(String resource, Class<T> type) {
    try (InputStream in = PlaceNames.class.getResourceAsStream(resource)) {
      return YAMLMapper.builder().build().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the demo's " + resource, e);
    }
  }

  Name compound(String cell) {
    return named(compounds, cell);
  }

  Name ground(String cell) {
    return grounds.containsKey(cell) ? named(grounds, cell) : Name.NONE;
  }

  private static Name named(Map<String, Name> names, String cell) {
    Name name = names.get(cell);
    if (name == null) {
      throw new IllegalStateException("demo/places.yaml has no name for cell " + cell);
    }
    return name;
  }
}
