package org.linli.ingest.format;

import java.util.List;
import java.util.Optional;
import org.linli.gpkg.GeoPackageReader;
import org.linli.gpkg.GeoPackageReader.Table;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceSchema.DeclaredCrs;

/** Which table of a GeoPackage is read, and what its coordinates are in. */
final class GeoPackageTables {
  private static final String WITHOUT_PLACES = "table";

  private GeoPackageTables() {}

  /** The table that is named; else the only one with geometry, or the only one there is. */
  static Table choose(GeoPackageReader reader, ReadOptions options) {
    List<Table> tables = reader.tables();
    if (tables.isEmpty()) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.NO_TABLES, String.join(", ", reader.refused())));
    }
    String name = TableChoice.of(names(candidates(tables, options)), options.table());
    return tables.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  /** A map's package carries tables of styles and lists, which nobody means who wants a layer. */
  private static List<Table> candidates(List<Table> tables, ReadOptions options) {
    boolean placeless = options.kind().filter(WITHOUT_PLACES::equals).isPresent();
    List<Table> fit =
        tables.stream().filter(table -> placeless == table.geometryColumn().isEmpty()).toList();
    return fit.isEmpty() || options.table().isPresent() ? tables : fit;
  }

  private static List<String> names(List<Table> tables) {
    return tables.stream().map(Table::name).toList();
  }

  static Optional<DeclaredCrs> crs(Table table) {
    return table.srs().flatMap(srs -> CodeOrText.declared(srs.authority(), srs.code(), srs.wkt()));
  }
}
