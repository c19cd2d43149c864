package org.linli.ingest.source;

import static org.linli.ingest.source.Severity.CHANGED;
import static org.linli.ingest.source.Severity.ERROR;
import static org.linli.ingest.source.Severity.LEFT_OUT;
import static org.linli.ingest.source.Severity.NOTE;

import java.util.Locale;

/**
 * Everything that an import may have to say. The words are in {@code issues_zh} and {@code
 * issues_en} beside this class, under {@code KIND.message} and {@code KIND.cure}, with the issue's
 * details in place of {@code {0}}, {@code {1}} and so on.
 */
public enum IssueKind {
  // The file, or what was asked.
  NO_SUCH_FILE(ERROR),
  EMPTY_FILE(ERROR),
  UNKNOWN_FORMAT(ERROR),
  UNREADABLE(ERROR),
  TRUNCATED(ERROR),
  TOO_DEEP(ERROR),
  TOO_MANY_COLUMNS(ERROR),
  DUPLICATE_MEMBER(ERROR),
  NOT_GEOJSON(ERROR),
  NO_FEATURES(ERROR),
  UNKNOWN_ENCODING(ERROR),
  NO_SUCH_ENCODING(ERROR),
  WRONG_ENCODING(ERROR),
  FORBIDDEN_XML(ERROR),
  ARCHIVE_BROKEN(ERROR),
  ARCHIVE_ENTRY(ERROR),
  ARCHIVE_ENCRYPTED(ERROR),
  ARCHIVE_BOMB(ERROR),
  ARCHIVE_CONTENT(ERROR),
  ARCHIVE_DAMAGED(ERROR),
  ARCHIVE_DUPLICATE(ERROR),
  ARCHIVE_METHOD(ERROR),
  ARCHIVE_NESTED(ERROR),
  ARCHIVE_OVERLAP(ERROR),
  ARCHIVE_SIZE(ERROR),
  ARCHIVE_TOO_MANY(ERROR),
  MISSING_PART(ERROR),
  PARTS_DISAGREE(ERROR),
  MULTIPATCH(ERROR),
  NO_SUCH_TABLE(ERROR),
  WHICH_TABLE(ERROR),
  NO_PLACE_COLUMNS(ERROR),
  NO_SUCH_COLUMN(ERROR),
  NO_SUCH_FIELD(ERROR),
  BAD_LAYER_ID(ERROR),
  UNKNOWN_KIND(ERROR),
  NEEDS_KIND(ERROR),
  NEEDS_FIXES(ERROR),
  LAYER_HAS_ROWS(ERROR),
  UPSERT_NEEDS_KEY(ERROR),
  NOTHING_TO_IMPORT(ERROR),
  UNKNOWN_CRS(ERROR),
  SUSPECT_COORDINATES(ERROR),

  // A row that is refused.
  NOT_A_FEATURE(ERROR),
  NOT_A_GEOMETRY(ERROR),
  UNKNOWN_GEOMETRY(ERROR),
  NO_COORDINATES(ERROR),
  NOT_A_POSITION(ERROR),
  NOT_FINITE(ERROR),
  UNEVEN_COORDINATES(ERROR),
  WRONG_NESTING(ERROR),
  TOO_MANY_VERTICES(ERROR),
  TOO_MANY_PARTS(ERROR),
  BROKEN_RECORD(ERROR),
  SHORT_LINE(ERROR),
  SHORT_RING(ERROR),
  BAD_COORDINATE(ERROR),
  BAD_WKT(ERROR),
  OUTSIDE_CRS(ERROR),
  BAD_GEOMETRY(ERROR),
  WRONG_GEOMETRY(ERROR),
  NOT_TIMED(ERROR),
  BAD_KEY(ERROR),
  DUPLICATE_KEY(ERROR),
  BAD_VALUE(ERROR),
  UNKNOWN_CODE(ERROR),
  BAD_ROW(ERROR),
  BAD_TIME(ERROR),

  // A row that is left out.
  NO_PLACE(LEFT_OUT),
  FIX_WITHOUT_TRACK(LEFT_OUT),
  REPEATED_FIX(LEFT_OUT),
  TOO_FEW_FIXES(LEFT_OUT),
  BROKEN_AREA(LEFT_OUT),

  // A row that is changed.
  REPAIRED(CHANGED),
  RING_CLOSED(CHANGED),
  Z_DROPPED(CHANGED),
  VALUE_LEFT_OUT(CHANGED),
  TEXT_CUT(CHANGED),
  BAD_BBOX(CHANGED),

  // What was decided.
  NEW_LAYER_IS_PUBLIC(NOTE),
  COLUMN_LEFT_OUT(NOTE),
  KEYS_MADE(NOTE),
  CRS_ASSUMED(NOTE),
  CRS_CAUTION(NOTE),
  CRS_IGNORED(NOTE),
  LEGACY_CRS(NOTE),
  ENCODING_FOUND(NOTE),
  ZONE_ASSUMED(NOTE),
  DAY_MONTH_ORDER(NOTE),
  PARTS_IGNORED(NOTE),
  DELETED_ROWS(NOTE);

  private final Severity severity;

  IssueKind(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** The stable name in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
