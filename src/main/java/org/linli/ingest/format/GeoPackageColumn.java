package org.linli.ingest.format;

import java.util.ArrayList;
import java.util.List;
import org.linli.gpkg.GeoPackageReader.ForeignColumn;
import org.linli.gpkg.GeoPackageReader.Row;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceColumn;
import org.linli.layer.FieldType;

/** A column of a GeoPackage's table that is no blob (OGC 12-128r17, table 1). */
final class GeoPackageColumn {
  private final int index;
  private final boolean truth;
  private final DeclaredColumn survey;

  private GeoPackageColumn(int index, ForeignColumn column) {
    FieldType declared = type(column.declaredType());
    this.index = index;
    this.truth = declared == FieldType.BOOLEAN;
    this.survey = new DeclaredColumn(column.name(), declared);
  }

  static List<GeoPackageColumn> of(List<ForeignColumn> columns) {
    List<GeoPackageColumn> read = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!isBinary(columns.get(i))) {
        read.add(new GeoPackageColumn(i, columns.get(i)));
      }
    }
    return read;
  }

  /** The names of the columns that are not read. */
  static List<String> binary(List<ForeignColumn> columns) {
    return columns.stream().filter(GeoPackageColumn::isBinary).map(ForeignColumn::name).toList();
  }

  private static boolean isBinary(ForeignColumn column) {
    return column.declaredType().startsWith("BLOB");
  }

  /** SQLite takes any word for a type, and tells what it holds by what is in the word. */
  private static FieldType type(String declared) {
    String word = declared.replaceFirst("\\(.*", "").strip();
    return switch (word) {
      case "BOOLEAN" -> FieldType.BOOLEAN;
      case "DATE" -> FieldType.DATE;
      case "DATETIME", "TIMESTAMP" -> FieldType.INSTANT;
      default -> byAffinity(word);
    };
  }

  /** See sqlite.org/datatype3.html, section 3.1. */
  private static FieldType byAffinity(String word) {
    if (word.contains("INT")) {
      return FieldType.INTEGER;
    }
    boolean text = word.contains("CHAR") || word.contains("CLOB") || word.contains("TEXT");
    return text || word.isEmpty() || word.equals("JSON") ? FieldType.TEXT : FieldType.REAL;
  }

  void see(Object[] row) {
    survey.see(plain(row[index]));
  }

  SourceColumn toColumn(long rows) {
    return survey.toColumn(rows);
  }

  /** The value of a row; says so where it is one that a layer cannot hold. */
  Object value(Row row, RowSink sink) {
    Object raw = row.values()[index];
    Object value = plain(raw);
    if (value == null && raw != null) {
      sink.issue(
          ImportIssue.ofValue(
              IssueKind.VALUE_LEFT_OUT,
              row.fid(),
              survey.name(),
              raw instanceof byte[] bytes ? bytes.length + " bytes" : raw,
              survey.typeName()));
    }
    return value;
  }

  /** Blobs and infinities, which SQLite would let stand in any column, are none. */
  private Object plain(Object raw) {
    if (raw instanceof byte[] || raw instanceof Double number && !Double.isFinite(number)) {
      return null;
    }
    if (truth && raw instanceof Long number && (number == 0 || number == 1)) {
      return number == 1;
    }
    return raw;
  }
}
