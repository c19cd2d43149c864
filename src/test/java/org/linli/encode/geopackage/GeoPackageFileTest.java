package org.linli.encode.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.encode.Selection;
import org.linli.geo.Crs;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.LayerQuery;
import org.linli.layer.Parameters;
import org.linli.layer.QueryParser;
import org.linli.layer.Systems;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;
import org.linli.testing.Features;

class GeoPackageFileTest {
  @TempDir private Path folder;

  /** Some features, of which a few were changed and removed after the others were packed. */
  private static LayerView changed(long seed, int features) {
    List<Feature> first = Features.many(new Random(seed), features);
    List<Feature> news = Features.many(new Random(seed + 1), features / 10);
    Set<String> removed = Set.of(first.get(features / 2).code(), first.get(3).code());
    return Features.view(first, Audience.STAFF).with(news, removed);
  }

  private Path write(Selection selection) throws IOException {
    Path file = Files.createTempFile(folder, "features", ".gpkg");
    try (OutputStream out = Files.newOutputStream(file)) {
      GeoPackageFile.write(selection, folder, out);
    }
    return file;
  }

  private static List<String> column(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private static LayerQuery query(LayerView view, String... given) {
    Map<String, List<String>> parameters = new TreeMap<>();
    for (int i = 0; i < given.length; i += 2) {
      parameters.put(given[i], List.of(given[i + 1]));
    }
    return new QueryParser(view.definition(), new Systems(view.extent()), Set.of())
        .parse(new Parameters(parameters));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 60, 3_000})
  void theIndexHoldsEachPlacedRowOnceUnderItsOwnNumber(int features) throws Exception {
    long seed = 41 + features;
    LayerView view = changed(seed, features);
    requireIndex(write(Selection.all(view)), "seed " + seed);
    Selection metres = new Selection(view, LayerQuery.ALL, Crs.parse("EPSG:3857"));
    requireIndex(write(metres), "metres, seed " + seed);
  }

  private static void requireIndex(Path file, String run) throws SQLException {
    String table = Features.DEFINITION.id();
    String index = "rtree_" + table + "_geom";
    assertThat(column(file, "SELECT rtreecheck('" + index + "')")).as(run).containsExactly("ok");
    assertThat(column(file, "SELECT id FROM " + index + " ORDER BY id"))
        .as(run)
        .isNotEmpty()
        .isEqualTo(
            column(file, "SELECT fid FROM " + table + " WHERE geom IS NOT NULL ORDER BY fid"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aSortedChoiceLiesInItsOrderUnderASoundIndex(long seed) throws Exception {
    LayerView view = changed(seed, 500);
    LayerQuery query = query(view, "sortby", "-size,kind", "filter", "kind IS NOT NULL");
    Path file = write(new Selection(view, query, Crs.WGS84));
    List<String> expected = new ArrayList<>();
    RowCursor rows = view.rows(query);
    while (rows.next()) {
      expected.add(rows.code());
    }
    assertThat(column(file, "SELECT code FROM " + view.definition().id() + " ORDER BY fid"))
        .as("seed %d", seed)
        .isEqualTo(expected)
        .hasSizeGreaterThan(100);
    requireIndex(file, "seed " + seed);
  }
}
