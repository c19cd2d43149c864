package org.linli.encode;

import java.util.List;
import org.linli.geo.Crs;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;

/**
 * What a file is to hold: the features of a view that a query chooses, in its order, in a system.
 *
 * @param view with the fields that the query asks for
 * @param crs with longitude or easting first, as files have it
 */
public record Selection(LayerView view, LayerQuery query, Crs crs) {

  public Selection {
    view = view.showing(query);
    crs = crs.inFileOrder();
  }

  /** All of a view, in WGS 84. */
  public static Selection all(LayerView view) {
    return new Selection(view, LayerQuery.ALL, Crs.WGS84);
  }

  public LayerDefinition definition() {
    return view.definition();
  }

  public List<Field> fields() {
    return definition().fields();
  }

  /** The features, in the order in which the file has them; a new walk each time. */
  public RowCursor rows() {
    return view.rows(query);
  }

  /** A name for a column of ours that no field has. */
  public String freeName(String wanted) {
    String name = wanted;
    while (isTaken(name)) {
      name += "_";
    }
    return name;
  }

  private boolean isTaken(String name) {
    return fields().stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
  }
}
