package org.linli.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;

/**
 * The columns of a layer's table in PostgreSQL: each is named as its field, unless PostgreSQL
 * cannot have that name. It cuts names after 63 bytes, which are 21 Chinese characters, and keeps
 * some for itself. The same definition always gives the same names.
 */
final class PostgisColumns {
  private static final int MOST_BYTES = 63;
  private static final List<String> SYSTEM =
      List.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private final Set<String> taken = new HashSet<>(SYSTEM);
  private final List<String> fields = new ArrayList<>();
  private final String geometry;
  private final String revision;
  private final String order;

  PostgisColumns(LayerDefinition definition) {
    taken.add(LayerDefinition.KEY);
    for (Field field : definition.fields()) {
      fields.add(free(field.name()));
    }
    geometry = free("geom");
    revision = free("revision");
    order = free("load_order");
  }

  private String free(String wanted) {
    String safe = wanted.isEmpty() ? "field" : wanted.replace('\0', '_');
    String name = shortened(safe, MOST_BYTES);
    for (int n = 2; !taken.add(name); n++) {
      String suffix = "_" + n;
      name = shortened(safe, MOST_BYTES - suffix.length()) + suffix;
    }
    return name;
  }

  private static String shortened(String name, int bytes) {
    String shorter = name;
    while (shorter.getBytes(StandardCharsets.UTF_8).length > bytes) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return shorter;
  }

  /** One a field, in the definition's order. */
  List<String> fields() {
    return fields;
  }

  String geometry() {
    return geometry;
  }

  String revision() {
    return revision;
  }

  /** A column of staging tables only. */
  String order() {
    return order;
  }
}
