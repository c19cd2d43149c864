package org.linli.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/** The three kinds of things that a GPX file may hold. */
enum GpxTable {
  TRACKS("trkpt"),
  ROUTES("rtept"),
  WAYPOINTS("wpt");

  private static final String PATROLS = "patrols";
  private final String pointElement;

  GpxTable(String pointElement) {
    this.pointElement = pointElement;
  }

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the format calls a point of it. */
  String pointElement() {
    return pointElement;
  }

  /**
   * The kind that is named, or for patrols tracks if there are any, or else the only one.
   *
   * @throws SourceException if there is nothing, nothing of that name, or no name and several
   */
  static GpxTable choose(GpxScan scan, ReadOptions options) {
    List<String> present = present(scan);
    if (present.isEmpty()) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.EMPTY_GPX));
    }
    Optional<String> wanted =
        options.table().isPresent() || !isForPatrols(options) || !present.contains(TRACKS.title())
            ? options.table()
            : Optional.of(TRACKS.title());
    return valueOf(TableChoice.of(present, wanted).toUpperCase(Locale.ROOT));
  }

  private static boolean isForPatrols(ReadOptions options) {
    return options.kind().filter(PATROLS::equals).isPresent();
  }

  static List<String> present(GpxScan scan) {
    List<String> present = new ArrayList<>();
    for (GpxTable table : values()) {
      if (scan.count(table) > 0) {
        present.add(table.title());
      }
    }
    return present;
  }
}
