package org.linli.encode;

import java.util.ArrayList;
import java.util.List;
import org.linli.layer.Field;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;

/**
 * The columns of a layer as a table: {@code code}, for a layer of points {@code lon} and {@code
 * lat} (in metres {@code x} and {@code y}), {@code geometry} as well-known text, then the fields.
 */
public final class TableColumns {

  private TableColumns() {}

  /** The names, from the first column to the last. */
  public static List<String> of(Selection selection) {
    LayerDefinition definition = selection.definition();
    List<String> names = new ArrayList<>(List.of(LayerDefinition.KEY));
    boolean degrees = selection.crs().isGeographic();
    if (hasPoints(selection)) {
      names.add(selection.freeName(degrees ? "lon" : "x"));
      names.add(selection.freeName(degrees ? "lat" : "y"));
    }
    if (definition.hasGeometry()) {
      names.add(selection.freeName("geometry"));
    }
    definition.fields().stream().map(Field::name).forEach(names::add);
    return names;
  }

  /** Whether there are two columns for the numbers of a point. */
  public static boolean hasPoints(Selection selection) {
    return selection.definition().geometry() == GeometryType.POINT;
  }
}
