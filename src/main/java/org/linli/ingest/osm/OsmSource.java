package org.linli.ingest.osm;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceRow;
import org.linli.ingest.source.SourceSchema;
import org.linli.ingest.source.SourceSchema.DeclaredCrs;
import org.linli.ingest.source.Watch;
import org.locationtech.jts.geom.Geometry;

/**
 * OpenStreetMap elements of one kind as rows: {@code w123} is way 123, {@code r45} relation 45, and
 * the row's number is the element's. The file is read several times, so that only the nodes that
 * are needed are kept in memory.
 */
public final class OsmSource implements SourceReader {
  private final OsmFile file;
  private final OsmKind kind;
  private final OsmLimits limits;
  private final OsmSurvey survey;
  private final SourceSchema schema;

  private OsmSource(OsmFile file, OsmKind kind, OsmLimits limits) {
    this.file = file;
    this.kind = kind;
    this.limits = limits;
    this.survey = OsmSurvey.of(file, kind, limits);
    this.schema =
        new SourceSchema(
            file.format(),
            Optional.empty(),
            Optional.of(DeclaredCrs.WGS84),
            kind.geometry(),
            kind.columns(),
            true,
            survey.rows(),
            notes());
  }

  /**
   * Opens {@code .osm.pbf}.
   *
   * @param kind the built-in layer whose kind of things is wanted
   * @throws org.linli.ingest.source.SourceException if no kind is given, the file is broken, or it
   *     holds a history
   */
  public static OsmSource openPbf(Path file, Optional<String> kind, Watch watch) {
    return of(new PbfFile(file, watch), OsmKind.of(kind), OsmLimits.DEFAULT);
  }

  /**
   * Opens {@code .osm}.
   *
   * @param kind the built-in layer whose kind of things is wanted
   * @throws org.linli.ingest.source.SourceException if no kind is given, the file is broken, or it
   *     holds changes or a history
   */
  public static OsmSource openXml(Path file, Optional<String> kind, Watch watch) {
    return of(new XmlFile(file, watch), OsmKind.of(kind), OsmLimits.DEFAULT);
  }

  static OsmSource of(OsmFile file, OsmKind kind, OsmLimits limits) {
    return new OsmSource(file, kind, limits);
  }

  private List<ImportIssue> notes() {
    return Stream.of(
            note(IssueKind.AREAS_NOT_LINES, survey.areasAmongLines()),
            note(IssueKind.IDS_OUT_OF_ORDER, survey.outOfOrder()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<ImportIssue> note(IssueKind kind, long count) {
    return count == 0 ? Optional.empty() : Optional.of(ImportIssue.ofFile(kind, count));
  }

  /** https://www.openstreetmap.org/copyright */
  @Override
  public Optional<String> licence() {
    return Optional.of("ODbL-1.0");
  }

  @Override
  public SourceSchema schema() {
    return schema;
  }

  @Override
  public void read(RowSink sink) {
    Rows rows = new Rows(sink);
    file.scan(EnumSet.of(OsmPart.WAYS), rows);
    survey.relations().forEach(rows::relation);
  }

  /** The last pass. */
  private final class Rows implements OsmSink {
    private final RowSink sink;
    private final OsmShapes shapes;
    private boolean enough;
    private long count;

    Rows(RowSink sink) {
      this.sink = sink;
      this.shapes = new OsmShapes(survey.locations(), survey.members(), limits, sink::issue);
    }

    @Override
    public void way(OsmWay way) {
      if (!enough && survey.isRow(way)) {
        Optional<Geometry> shape = kind.isArea() ? shapes.area(way) : shapes.line(way);
        hand(OsmId.way(way.id()), shape, way.tags(), way.at());
      }
    }

    @Override
    public void relation(OsmRelation relation) {
      if (!enough) {
        OsmId id = OsmId.relation(relation.id());
        hand(id, shapes.area(relation), relation.tags(), relation.at());
      }
    }

    private void hand(
        OsmId id, Optional<Geometry> shape, Map<String, String> tags, Optional<Instant> at) {
      count++;
      if (shape.isPresent()) {
        Object[] values = kind.values(new TagReader(id, tags, at, sink::issue));
        enough = !sink.row(new SourceRow(id.number(), id.key(), shape.get(), values));
      }
    }

    @Override
    public long rows() {
      return count;
    }
  }
}
