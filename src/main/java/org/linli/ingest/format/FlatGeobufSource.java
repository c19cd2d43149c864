package org.linli.ingest.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceRow;
import org.linli.ingest.source.SourceSchema;
import org.linli.ingest.source.Watch;
import org.locationtech.jts.geom.Geometry;

/**
 * FlatGeobuf 3, from its first feature to its last; the index is passed over. Two passes: a survey
 * when it is opened, which finds keys, times and how many features there are, and one each time it
 * is read. One feature is in memory at a time.
 */
final class FlatGeobufSource implements SourceReader {
  /** A ring of a million vertices with height and measure is 32 MB. */
  private static final int MOST_FEATURE_BYTES = 64 << 20;

  private final Path file;
  private final Watch watch;
  private final long fileBytes;
  private final FlatGeobufHeader header;
  private final int[] kept;
  private final SourceSchema schema;

  private FlatGeobufSource(Path file, Watch watch) throws IOException {
    this.file = file;
    this.watch = watch;
    this.fileBytes = Files.size(file);
    try (InputStream in = Files.newInputStream(file)) {
      this.header = FlatGeobufHeader.read(in, fileBytes);
    }
    List<FlatGeobufColumn> columns = header.columns();
    this.kept =
        IntStream.range(0, columns.size()).filter(i -> !columns.get(i).isBinary()).toArray();
    this.schema = survey();
  }

  /**
   * @throws SourceException if it is not such a file to its last byte
   */
  static FlatGeobufSource open(Path file, Watch watch) throws IOException {
    return new FlatGeobufSource(file, watch);
  }

  private SourceSchema survey() {
    List<DeclaredColumn> columns = Arrays.stream(kept).mapToObj(this::declared).toList();
    FlatGeobufSurvey survey = new FlatGeobufSurvey(columns);
    read(survey);
    return new SourceSchema(
        "FlatGeobuf",
        Optional.empty(),
        header.crs(),
        survey.geometry(),
        columns.stream().map(column -> column.toColumn(survey.rows())).toList(),
        false,
        survey.rows(),
        notes());
  }

  private DeclaredColumn declared(int column) {
    FlatGeobufColumn of = header.columns().get(column);
    return new DeclaredColumn(of.name(), of.declared());
  }

  private List<ImportIssue> notes() {
    return header.columns().stream()
        .filter(FlatGeobufColumn::isBinary)
        .map(column -> ImportIssue.ofField(IssueKind.BINARY_LEFT_OUT, column.name()))
        .toList();
  }

  @Override
  public SourceSchema schema() {
    return schema;
  }

  @Override
  public void read(RowSink sink) {
    try (InputStream in = Files.newInputStream(file);
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16)) {
      buffered.skipNBytes(header.firstFeature());
      features(buffered, sink);
    } catch (IOException unreadable) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.UNREADABLE, "", unreadable.getMessage()), unreadable);
    }
  }

  private void features(InputStream in, RowSink sink) throws IOException {
    long at = header.firstFeature();
    long number = 0;
    boolean wanted = true;
    while (wanted && at < fileBytes) {
      long left = fileBytes - at - FlatGeobufHeader.SIZE_BYTES;
      byte[] bytes = in.readNBytes(FlatGeobufHeader.size(in, MOST_FEATURE_BYTES, left, at));
      at += FlatGeobufHeader.SIZE_BYTES + bytes.length;
      wanted = hand(bytes, ++number, sink);
      watch.at(number, at);
    }
    if (wanted) {
      requireAll(number);
    }
  }

  /** A file may say nothing of how many there are, but what it says must be so. */
  private void requireAll(long number) {
    if (number < header.features()) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.TRUNCATED, "byte " + fileBytes));
    }
    if (header.features() > 0 && number > header.features()) {
      throw FlatGeobufHeader.damaged(
          "it announces " + header.features() + " features and has " + number, null);
    }
  }

  private boolean hand(byte[] bytes, long number, RowSink sink) {
    FlatGeobufFeature feature = new FlatGeobufFeature(bytes, header);
    String part = "geometry";
    try {
      Geometry shape = feature.shape().orElse(null);
      part = "properties";
      Object[] values = feature.values();
      Object[] read = Arrays.stream(kept).mapToObj(i -> values[i]).toArray();
      return sink.row(new SourceRow(number, null, shape, read));
    } catch (ShapeFault fault) {
      sink.issue(fault.at(number, part));
      return true;
    }
  }
}
