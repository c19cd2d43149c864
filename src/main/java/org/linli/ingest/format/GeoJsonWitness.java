package org.linli.ingest.format;

import java.util.ArrayList;
import java.util.List;
import org.linli.ingest.source.GeometryKinds;
import org.linli.ingest.source.PresumptionException;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.source.SourceSchema;
import org.linli.ingest.values.KeyWatch;
import org.locationtech.jts.geom.Geometry;

/**
 * Watches the features of a file whose schema was learnt from its first ones, so that one pass over
 * a large file is enough: what the survey would have found is compared with what was presumed.
 */
final class GeoJsonWitness implements GeoJsonWatcher {
  private static final int FEATURES_BETWEEN = 5_000;

  private final SourceSchema presumed;
  private final List<GeoJsonColumn> columns = new ArrayList<>();
  private final GeometryKinds kinds = new GeometryKinds();
  private final KeyWatch ids = new KeyWatch();
  private long features;

  GeoJsonWitness(SourceSchema presumed) {
    this.presumed = presumed;
    presumed.columns().forEach(column -> columns.add(new GeoJsonColumn(column.name())));
  }

  /**
   * @throws PresumptionException for a member that no feature of the beginning had
   */
  @Override
  public void member(String name, Integer column, Object value) {
    if (column == null) {
      throw new PresumptionException("member " + name);
    }
    columns.get(column).see(value);
  }

  @Override
  public void id(String id) {
    ids.see(id);
  }

  /**
   * Takes note of a whole feature.
   *
   * @throws PresumptionException if the schema does not hold any more
   */
  @Override
  public void feature(Geometry shape) {
    if (shape != null) {
      addKinds(shape);
    }
    if (++features % FEATURES_BETWEEN == 0) {
      compare();
    }
  }

  /**
   * @throws PresumptionException always: only a survey sees what a faulty feature was meant to be
   */
  @Override
  public void fault() {
    throw new PresumptionException("feature " + (features + 1));
  }

  @Override
  public void end() {
    compare();
  }

  private void addKinds(Geometry shape) {
    String type = shape.getGeometryType();
    if (type.equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        addKinds(shape.getGeometryN(i));
      }
    } else {
      kinds.add(type);
    }
  }

  private void compare() {
    List<SourceColumn> found = columns.stream().map(column -> column.toColumn(features)).toList();
    if (!found.equals(presumed.columns())
        || kinds.type() != presumed.geometry()
        || ids.isKey(features) != presumed.keyed()) {
      throw new PresumptionException("the schema after " + features + " features");
    }
  }
}
