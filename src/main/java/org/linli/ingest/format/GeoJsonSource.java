package org.linli.ingest.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.PresumptionException;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceSchema;
import org.linli.ingest.source.SourceSchema.DeclaredCrs;
import org.linli.ingest.source.Watch;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * GeoJSON as RFC 7946 has it, and as RFC 8142 or a plain line a feature puts many of them in one
 * file. A survey when it is opened, then a pass each time it is read; a large collection may be
 * surveyed at its beginning only, and is then watched while it is read.
 */
final class GeoJsonSource implements SourceReader {
  /** A collection of more features may be presumed to go on as it begins. */
  private static final int PRESUMED_FEATURES = 5_000;

  private final Path file;
  private final Watch watch;
  private final GeoJsonFeatures.Root root;
  private final SourceSchema schema;
  private final boolean presumed;

  private GeoJsonSource(Path file, Watch watch, GeoJsonSurvey survey) {
    this.file = file;
    this.watch = watch;
    this.presumed = survey.isPartial();
    this.root = presumed ? GeoJsonFeatures.Root.COLLECTION : survey.root();
    this.schema =
        new SourceSchema(
            "GeoJSON",
            Optional.empty(),
            Optional.of(new DeclaredCrs(survey.crs().orElse("EPSG:4326"), false)),
            survey.geometry(),
            survey.columns(),
            survey.isKeyed(),
            presumed ? 0 : survey.features(),
            notes(survey));
  }

  /**
   * @param presuming whether a large collection's beginning may tell its schema
   * @throws org.linli.ingest.source.SourceException if the file is not GeoJSON as far as it was
   *     surveyed
   */
  static GeoJsonSource open(Path file, boolean presuming, Watch watch) {
    if (presuming) {
      GeoJsonSurvey beginning = GeoJsonSurvey.ofFirst(PRESUMED_FEATURES, watch);
      StrictJson.walk(file, true, beginning::walk);
      if (!beginning.isPartial() || beginning.isCollection()) {
        return new GeoJsonSource(file, watch, beginning);
      }
    }
    GeoJsonSurvey survey = GeoJsonSurvey.ofAll(watch);
    StrictJson.walk(file, true, survey::walk);
    return new GeoJsonSource(file, watch, survey);
  }

  private static List<ImportIssue> notes(GeoJsonSurvey survey) {
    List<ImportIssue> notes = new ArrayList<>(survey.notes());
    survey
        .crs()
        .ifPresent(name -> notes.add(ImportIssue.ofField(IssueKind.LEGACY_CRS, "crs", name)));
    if (survey.hasUnreadableCrs()) {
      notes.add(ImportIssue.ofField(IssueKind.CRS_IGNORED, "crs"));
    }
    return notes;
  }

  @Override
  public SourceSchema schema() {
    return schema;
  }

  @Override
  public void read(RowSink sink) {
    StrictJson.walk(file, presumed, (json, bytes) -> new Rows(sink, bytes).walk(json));
  }

  /** One pass over the features. */
  private final class Rows extends GeoJsonFeatures {
    private final RowSink sink;
    private final CountingStream bytes;
    private final GeoJsonGeometry geometry = new GeoJsonGeometry();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final GeoJsonWatcher watcher =
        presumed ? new GeoJsonWitness(schema) : GeoJsonWatcher.NOBODY;
    private GeoJsonRow row;
    private long number;

    Rows(RowSink sink, CountingStream bytes) {
      this.sink = sink;
      this.bytes = bytes;
      List<SourceColumn> columns = schema.columns();
      for (int i = 0; i < columns.size(); i++) {
        indexes.put(columns.get(i).name(), i);
      }
    }

    void walk(JsonParser json) {
      while (!isEnough() && json.nextToken() != null) {
        switch (root) {
          case COLLECTION -> collection(json);
          case FEATURE -> feature(json);
          case GEOMETRY -> bareGeometry(json);
        }
      }
      if (!isEnough()) {
        watcher.end();
      }
    }

    private void collection(JsonParser json) {
      if (presumed && number > 0) {
        throw new PresumptionException("a second text");
      }
      while (!isEnough() && json.nextToken() != JsonToken.END_OBJECT) {
        String member = json.currentName();
        JsonToken value = json.nextToken();
        if (member.equals("features") && value == JsonToken.START_ARRAY) {
          features(json);
        } else if (presumed && number > 0 && member.equals("crs")) {
          throw new PresumptionException("member crs after the features");
        } else if (member.equals("bbox") && !GeoJsonBbox.isRight(json)) {
          sink.issue(ImportIssue.ofField(IssueKind.BAD_BBOX, "bbox"));
        } else {
          json.skipChildren();
        }
      }
    }

    private void bareGeometry(JsonParser json) {
      begin();
      Shape shape = new Shape();
      shape.typed = true;
      shape.properties = true;
      shape.geometry = true;
      geometry(json, JsonToken.START_OBJECT);
      stop(!end(json, shape));
    }

    @Override
    void begin() {
      row = new GeoJsonRow(++number, schema.columns().size(), watcher);
    }

    @Override
    void geometry(JsonParser json, JsonToken value) {
      row.geometry(json, value, geometry);
    }

    @Override
    void properties(JsonParser json, JsonToken value) {
      row.properties(json, value, indexes);
    }

    @Override
    void id(JsonParser json, JsonToken value) {
      row.id(json, value);
    }

    @Override
    void bbox(JsonParser json, JsonToken value) {
      if (!GeoJsonBbox.isRight(json)) {
        sink.issue(ImportIssue.ofValue(IssueKind.BAD_BBOX, number, "bbox"));
      }
    }

    @Override
    boolean end(JsonParser json, Shape shape) {
      watch.at(number, bytes.bytes());
      return row.hand(shape, sink);
    }

    @Override
    void notAFeature(JsonParser json) {
      number++;
      watcher.fault();
      sink.issue(ImportIssue.ofRow(IssueKind.NOT_A_FEATURE, number));
    }
  }
}
