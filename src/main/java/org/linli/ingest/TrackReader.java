package org.linli.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.linli.ingest.mapping.ColumnIndex;
import org.linli.ingest.mapping.PlaceColumns;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceRow;
import org.linli.ingest.source.SourceSchema;
import org.linli.ingest.values.TextTimes;
import org.linli.ingest.values.TrackFixes;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Makes tracks of a table of fixes: a row a track, with the columns of its first fix, and when it
 * began and ended. All fixes are held in memory, 32 bytes each.
 */
final class TrackReader implements SourceReader {
  private final GeometryFactory factory = new GeometryFactory(new PrecisionModel(), 4326);
  private final SourceReader fixes;
  private final RawPlaces places;
  private final int idColumn;
  private final int timeColumn;
  private final ZoneId zone;
  private final int[] kept;
  private final SourceSchema schema;
  private long fixesInTracks;

  private TrackReader(SourceReader fixes, PlaceColumns.Numbers xy, TrackBy by, ZoneId zone) {
    List<SourceColumn> columns = fixes.schema().columns();
    this.fixes = fixes;
    this.zone = zone;
    this.places = new RawPlaces(Optional.of(xy), columns);
    this.idColumn = ColumnIndex.get(columns, by.idColumn());
    this.timeColumn = ColumnIndex.get(columns, by.timeColumn());
    Set<Integer> used = Set.copyOf(List.of(idColumn, timeColumn, xy.x(), xy.y()));
    this.kept = IntStream.range(0, columns.size()).filter(i -> !used.contains(i)).toArray();
    this.schema = schema(fixes.schema(), kept);
  }

  /**
   * @throws SourceException if the source is no table of positions, or lacks one of the columns
   */
  static TrackReader of(
      SourceReader fixes, Optional<PlaceColumns> places, TrackBy by, ZoneId zone) {
    if (places.isPresent() && places.get() instanceof PlaceColumns.Numbers xy) {
      return new TrackReader(fixes, xy, by, zone);
    }
    throw new SourceException(ImportIssue.ofFile(IssueKind.NEEDS_FIXES, fixes.schema().format()));
  }

  private static SourceSchema schema(SourceSchema of, int[] kept) {
    List<SourceColumn> columns = new ArrayList<>();
    Arrays.stream(kept).mapToObj(of.columns()::get).forEach(columns::add);
    columns.add(SourceColumn.of("started_at", FieldType.INSTANT));
    columns.add(SourceColumn.of("ended_at", FieldType.INSTANT));
    return new SourceSchema(
        of.format(), of.encoding(), of.crs(), GeometryType.TRACK, columns, true, 0, of.notes());
  }

  @Override
  public SourceSchema schema() {
    return schema;
  }

  /** How many fixes became part of a track when it was read last. */
  long fixesInTracks() {
    return fixesInTracks;
  }

  @Override
  public void read(RowSink sink) {
    Gathering gathering = new Gathering(sink);
    fixes.read(gathering);
    fixesInTracks = 0;
    for (Map.Entry<String, TrackFixes> track : gathering.tracks.entrySet()) {
      if (!hand(track.getKey(), track.getValue(), sink)) {
        return;
      }
    }
  }

  private boolean hand(String id, TrackFixes track, RowSink sink) {
    long firstRow = track.row(0);
    for (long row : track.sort()) {
      sink.issue(ImportIssue.ofRow(IssueKind.REPEATED_FIX, row, id));
    }
    if (!track.moves()) {
      for (int i = 0; i < track.size(); i++) {
        sink.issue(ImportIssue.ofRow(IssueKind.TOO_FEW_FIXES, track.row(i), id));
      }
      return true;
    }
    fixesInTracks += track.size();
    Object[] values = Arrays.copyOf(track.firstValues(), kept.length + 2);
    values[kept.length] = Instant.ofEpochMilli(track.firstMillis());
    values[kept.length + 1] = Instant.ofEpochMilli(track.lastMillis());
    return sink.row(new SourceRow(firstRow, id, track.line(factory), values));
  }

  /** Sorts the fixes by track while they come. */
  private final class Gathering implements RowSink {
    private final Map<String, TrackFixes> tracks = new LinkedHashMap<>();
    private final RowSink sink;

    Gathering(RowSink sink) {
      this.sink = sink;
    }

    @Override
    public void issue(ImportIssue issue) {
      sink.issue(issue);
    }

    @Override
    public boolean row(SourceRow row) {
      try {
        Object id = row.values()[idColumn];
        Optional<Geometry> place = places.find(row);
        Optional<Instant> time = time(row);
        if (id == null || time.isEmpty()) {
          sink.issue(ImportIssue.ofRow(IssueKind.FIX_WITHOUT_TRACK, row.number()));
        } else if (place.isEmpty()) {
          sink.issue(ImportIssue.ofRow(IssueKind.NO_PLACE, row.number()));
        } else {
          add(id.toString(), row, time.get(), place.get().getCoordinate());
        }
      } catch (RawPlaces.NoPlaceException noPlace) {
        sink.issue(noPlace.issue());
      }
      return true;
    }

    private void add(String id, SourceRow row, Instant time, Coordinate at) {
      tracks
          .computeIfAbsent(id, first -> new TrackFixes(kept(row)))
          .add(row.number(), time.toEpochMilli(), at.x, at.y);
    }

    private Object[] kept(SourceRow row) {
      return Arrays.stream(kept).mapToObj(i -> row.values()[i]).toArray();
    }

    private Optional<Instant> time(SourceRow row) throws RawPlaces.NoPlaceException {
      Object raw = row.values()[timeColumn];
      if (raw == null) {
        return Optional.empty();
      }
      Object time = raw instanceof String text ? TextTimes.find(text).orElse(null) : raw;
      if (time instanceof LocalDateTime local) {
        return Optional.of(local.atZone(zone).toInstant());
      }
      if (time instanceof LocalDate date) {
        return Optional.of(date.atStartOfDay(zone).toInstant());
      }
      if (time instanceof Instant instant) {
        return Optional.of(instant);
      }
      String name = fixes.schema().columns().get(timeColumn).name();
      throw new RawPlaces.NoPlaceException(
          ImportIssue.ofValue(IssueKind.BAD_TIME, row.number(), name, raw));
    }
  }
}
