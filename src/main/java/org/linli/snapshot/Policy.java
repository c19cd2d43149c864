package org.linli.snapshot;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.Audience;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerDefinition.Coarsening;
import org.linli.layer.LayerDefinition.RowRule;
import org.linli.snapshot.Column.TextColumn;

/**
 * What one audience may see of a layer's rows: the only place where this is decided. Applied once
 * to each run of rows, when it comes into being.
 */
final class Policy {
  private static final double METRES_A_DEGREE = 111_320;

  private final LayerDefinition full;
  private final Audience audience;
  private final int[] visibleFields;

  Policy(LayerDefinition full, Audience audience) {
    this.full = full;
    this.audience = audience;
    this.visibleFields =
        IntStream.range(0, full.fields().size())
            .filter(i -> audience.sees(full.fields().get(i).visibility()))
            .toArray();
  }

  /** The rows for this audience, without those it may not see. */
  Block apply(Rows rows) {
    List<Column> columns = IntStream.of(visibleFields).mapToObj(rows.columns()::get).toList();
    BitSet hidden = audience == Audience.STAFF ? new BitSet() : hiddenRows(rows);
    BitSet coarse = audience == Audience.STAFF ? new BitSet() : coarseRows(rows);
    if (coarse.isEmpty()) {
      return new Block(rows, columns, rows.geometries(), rows.tree(), hidden);
    }
    Geometries geometries = coarsened(rows.geometries(), coarse);
    return new Block(rows, columns, geometries, geometries.index(), hidden);
  }

  private BitSet hiddenRows(Rows rows) {
    return full.hiddenRows().map(rule -> matching(rows, rule)).orElseGet(BitSet::new);
  }

  private BitSet coarseRows(Rows rows) {
    return full.coarsening().map(c -> matching(rows, c.when())).orElseGet(BitSet::new);
  }

  /** A rule that names a field the layer does not have holds for every row: when in doubt, hide. */
  private BitSet matching(Rows rows, RowRule rule) {
    BitSet matching = new BitSet(rows.size());
    int field = full.findIndex(rule.field()).orElse(-1);
    if (field < 0 || !(rows.columns().get(field) instanceof TextColumn texts)) {
      matching.set(0, rows.size());
      return matching;
    }
    for (int row = 0; row < rows.size(); row++) {
      String value = texts.value(row);
      matching.set(row, value != null && rule.values().contains(value));
    }
    return matching;
  }

  private Geometries coarsened(Geometries exact, BitSet coarse) {
    double metres = full.coarsening().map(Coarsening::metres).orElseThrow();
    GeometriesBuilder builder = new GeometriesBuilder(exact.isMeasured());
    int[] box = new int[4];
    for (int row = 0; row < exact.rows(); row++) {
      if (coarse.get(row) && exact.kind(row) != Geometries.Kind.NONE) {
        exact.box(row, box);
        addCellCentre(builder, middle(box[0], box[2]), middle(box[1], box[3]), metres);
      } else {
        builder.copy(exact, row);
      }
    }
    return builder.finish();
  }

  private static double middle(int low, int high) {
    return (CoordinateGrid.toDegrees(low) + CoordinateGrid.toDegrees(high)) / 2;
  }

  private static void addCellCentre(
      GeometriesBuilder builder, double lon, double lat, double metres) {
    double latCell = metres / METRES_A_DEGREE;
    double cellLat = centre(lat, latCell);
    double lonCell = latCell / Math.max(0.01, Math.cos(Math.toRadians(cellLat)));
    builder.addPoint(
        CoordinateGrid.fromDegrees(centre(lon, lonCell)), CoordinateGrid.fromDegrees(cellLat));
  }

  private static double centre(double value, double cell) {
    return (Math.floor(value / cell) + 0.5) * cell;
  }
}
