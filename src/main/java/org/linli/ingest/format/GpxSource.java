package org.linli.ingest.format;

import io.jenetics.jpx.GPX;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceRow;
import org.linli.ingest.source.SourceSchema;
import org.linli.ingest.source.SourceSchema.DeclaredCrs;
import org.linli.ingest.source.Watch;
import org.linli.ingest.values.TrackFixes;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.locationtech.jts.geom.Geometry;

/**
 * The tracks, the routes or the waypoints of a GPX file, 1.0 or 1.1. A row's number is the thing's
 * among its kind.
 *
 * <p>The library reads leniently, because devices write elements of their own between those of the
 * format, over which its strict mode gives up the file; what lenience passes over in silence is
 * found by {@link GpxScan} and told. The library holds the whole file in memory, so its size is
 * bounded.
 */
final class GpxSource implements SourceReader {
  private final GpxTable table;
  private final GpxScan scan;
  private final List<GpxThing> things;
  private final Watch watch;
  private final Map<String, FieldType> columns = new LinkedHashMap<>();
  private final boolean timed;
  private final SourceSchema schema;

  private GpxSource(GpxTable table, GpxScan scan, List<GpxThing> things, Watch watch) {
    this.table = table;
    this.scan = scan;
    this.things = things;
    this.watch = watch;
    this.timed = table == GpxTable.TRACKS && things.stream().anyMatch(GpxThing::isTimed);
    things.forEach(
        thing -> thing.texts().forEach((name, value) -> columns.putIfAbsent(name, type(value))));
    if (timed) {
      columns.put("started_at", FieldType.INSTANT);
      columns.put("ended_at", FieldType.INSTANT);
    }
    this.schema = described();
  }

  /**
   * @throws SourceException if it is no GPX file, or it is not plain which of its things are meant
   */
  static GpxSource open(Path file, ReadOptions options, Watch watch) throws IOException {
    long bytes = Files.size(file);
    if (bytes > SourceLimits.MOST_GPX_BYTES) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.TOO_LARGE, bytes, SourceLimits.MOST_GPX_BYTES));
    }
    GpxScan scan = GpxScan.of(file);
    GpxTable table = GpxTable.choose(scan, options);
    List<GpxThing> things = GpxThing.listOf(table, read(file, scan));
    if (things.size() != scan.count(table)) {
      throw new SourceException(
          ImportIssue.ofFile(
              IssueKind.DAMAGED,
              "%s: %d / %d".formatted(table.title(), things.size(), scan.count(table))));
    }
    return new GpxSource(table, scan, things, watch);
  }

  private static GPX read(Path file, GpxScan scan) {
    GPX.Version version = scan.isVersion10() ? GPX.Version.V10 : GPX.Version.V11;
    try {
      return GPX.Reader.of(version, GPX.Reader.Mode.LENIENT).read(file);
    } catch (IOException | RuntimeException broken) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.DAMAGED, String.valueOf(broken.getMessage())), broken);
    }
  }

  private SourceSchema described() {
    List<SourceColumn> described = new ArrayList<>();
    columns.forEach((name, type) -> described.add(SourceColumn.of(name, type)));
    return new SourceSchema(
        "GPX",
        Optional.empty(),
        Optional.of(DeclaredCrs.WGS84),
        geometry(),
        described,
        false,
        things.size(),
        notes());
  }

  private GeometryType geometry() {
    if (table == GpxTable.WAYPOINTS) {
      return GeometryType.POINT;
    }
    boolean allTimed = timed && things.stream().allMatch(t -> t.isTimed() || t.points() == 0);
    return allTimed ? GeometryType.TRACK : GeometryType.LINE;
  }

  private List<ImportIssue> notes() {
    List<String> others = new ArrayList<>(GpxTable.present(scan));
    others.remove(table.title());
    return others.isEmpty()
        ? List.of()
        : List.of(ImportIssue.ofFile(IssueKind.PARTS_IGNORED, String.join(", ", others)));
  }

  @Override
  public SourceSchema schema() {
    return schema;
  }

  @Override
  public void read(RowSink sink) {
    boolean wanted = true;
    for (int i = 0; wanted && i < things.size(); i++) {
      watch.at(i + 1L, 0);
      wanted = hand(i + 1, things.get(i), sink);
    }
  }

  private boolean hand(int number, GpxThing thing, RowSink sink) {
    Optional<ImportIssue> fault = fault(number, thing);
    if (fault.isPresent()) {
      sink.issue(fault.get());
      return true;
    }
    if (table != GpxTable.WAYPOINTS && thing.hasHeights()) {
      sink.issue(ImportIssue.ofRow(IssueKind.Z_DROPPED, number));
    }
    GpxShape shape = new GpxShape(sink, number, table.pointElement());
    if (table == GpxTable.WAYPOINTS) {
      Geometry point = GpxShape.point(thing.runs().get(0).get(0));
      return sink.row(new SourceRow(number, null, point, values(thing)));
    }
    if (table == GpxTable.TRACKS && thing.isTimed()) {
      return track(number, thing, shape.fixes(thing.runs()), sink);
    }
    Geometry line = shape.line(thing.runs()).orElse(null);
    return sink.row(new SourceRow(number, null, line, values(thing)));
  }

  /** What makes a thing unusable: a point that is nowhere, or that the library lost. */
  private Optional<ImportIssue> fault(int number, GpxThing thing) {
    Optional<GpxScan.BadPoint> bad = scan.findBad(table, number);
    if (bad.isPresent()) {
      return bad.map(
          point ->
              ImportIssue.ofValue(
                  IssueKind.BAD_POINT,
                  number,
                  table.pointElement() + " " + point.point(),
                  point.lat(),
                  point.lon()));
    }
    int expected = scan.points(table, number);
    return thing.points() == expected
        ? Optional.empty()
        : Optional.of(ImportIssue.ofRow(IssueKind.POINTS_LOST, number, thing.points(), expected));
  }

  private boolean track(int number, GpxThing thing, TrackFixes fixes, RowSink sink) {
    if (!fixes.moves()) {
      sink.issue(
          ImportIssue.ofRow(
              IssueKind.TOO_FEW_FIXES, number, thing.texts().getOrDefault("name", number)));
      return true;
    }
    Object[] values = values(thing);
    values[values.length - 2] = Instant.ofEpochMilli(fixes.firstMillis());
    values[values.length - 1] = Instant.ofEpochMilli(fixes.lastMillis());
    return sink.row(new SourceRow(number, null, fixes.line(Shapes.FACTORY), values));
  }

  private Object[] values(GpxThing thing) {
    Object[] values = new Object[columns.size()];
    int i = 0;
    for (String name : columns.keySet()) {
      values[i++] = thing.texts().get(name);
    }
    return values;
  }

  private static FieldType type(Object value) {
    if (value instanceof Instant) {
      return FieldType.INSTANT;
    }
    if (value instanceof Double) {
      return FieldType.REAL;
    }
    return value instanceof Long ? FieldType.INTEGER : FieldType.TEXT;
  }
}
