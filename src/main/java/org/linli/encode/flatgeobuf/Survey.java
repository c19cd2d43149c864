package org.linli.encode.flatgeobuf;

import java.util.EnumSet;
import org.linli.encode.Selection;
import org.linli.layer.GeometryType;
import org.linli.snapshot.Geometries.Kind;
import org.linli.snapshot.RowCursor;

/**
 * What the header of a file must say before the first feature is written.
 *
 * @param type one of {@link org.wololo.flatgeobuf.generated.GeometryType}; Unknown where each
 *     feature tells its own
 * @param features how many there are
 * @param placeless how many of them have no geometry
 * @param sorted whether they are wanted in an order of their own
 */
record Survey(int type, long features, long placeless, boolean sorted) {

  static Survey of(Selection selection) {
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    long features = 0;
    long placeless = 0;
    RowCursor rows = selection.rows();
    while (rows.next()) {
      Kind kind = rows.block().geometries().kind(rows.row());
      kinds.add(kind);
      features++;
      placeless += kind == Kind.NONE ? 1 : 0;
    }
    kinds.remove(Kind.NONE);
    int type =
        kinds.isEmpty() ? declared(selection.definition().geometry()) : GeometryTypes.of(kinds);
    return new Survey(type, features, placeless, !selection.query().sort().isEmpty());
  }

  private static int declared(GeometryType type) {
    return switch (type) {
      case POINT -> GeometryTypes.of(EnumSet.of(Kind.POINT));
      case LINE, TRACK -> GeometryTypes.of(EnumSet.of(Kind.LINE));
      case POLYGON -> GeometryTypes.of(EnumSet.of(Kind.POLYGON));
      case ANY, NONE -> GeometryTypes.UNKNOWN;
    };
  }

  /** An index has no place for a feature without one, and puts features in its own order. */
  boolean isIndexed() {
    return features > 0 && placeless == 0 && !sorted;
  }

  int nodeSize() {
    return isIndexed() ? IndexFile.NODE_SIZE : 0;
  }
}
