package org.linli.ingest;

import org.linli.geo.CoordinateSample;
import org.linli.ingest.mapping.ColumnPlan;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceRow;
import org.linli.ingest.source.SourceSchema.DeclaredCrs;
import org.locationtech.jts.geom.Coordinate;

/** Takes the first position of each of a file's first rows, as the file has them. */
final class SampleTaker implements RowSink {
  private static final int MOST_ROWS = 5_000;

  private final CoordinateSample sample = new CoordinateSample();
  private final RawPlaces places;
  private int rows;

  private SampleTaker(RawPlaces places) {
    this.places = places;
  }

  /** Empty where the format itself vouches for its coordinates, or the layer has none. */
  static CoordinateSample of(SourceReader reader, ColumnPlan plan) {
    SampleTaker taker = new SampleTaker(new RawPlaces(plan.places(), plan.columns()));
    boolean vouched = reader.schema().crs().filter(DeclaredCrs::inherent).isPresent();
    if (!vouched && plan.definition().hasGeometry()) {
      reader.read(taker);
    }
    return taker.sample;
  }

  @Override
  public boolean row(SourceRow row) {
    try {
      places.find(row).ifPresent(shape -> add(shape.getCoordinate()));
    } catch (RawPlaces.NoPlaceException noPlace) {
      // It is told when the row is read to be written.
      return ++rows < MOST_ROWS;
    }
    return ++rows < MOST_ROWS;
  }

  private void add(Coordinate first) {
    sample.add(first.x, first.y);
  }

  @Override
  public void issue(ImportIssue issue) {
    rows++;
  }
}
