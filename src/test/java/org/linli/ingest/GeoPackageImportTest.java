package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.store.GeoPackageStore;
import org.linli.store.LoadMode;
import org.linli.testing.Needs;
import org.linli.testing.Program;
import org.linli.testing.Tool;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

/** GeoPackages as other programs write them, and as nobody honest would. */
class GeoPackageImportTest extends GeoPackageTrial {
  @Test
  void theOnlyTableGoesInWithItsNamesAndItsSystem() {
    ImportReport report = trial.applied(file);
    assertThat(report.format()).contains("GeoPackage");
    assertThat(report.crs().orElseThrow().code()).isEqualTo("EPSG:4326");
    assertThat(trial.values("name")).containsExactly("一");
    assertThat(trial.features().get(0).shape()).hasToString("POINT (101.43 36.04)");
    assertThat(trial.store.getLayer(Trial.LAYER).definition().geometry())
        .isEqualTo(GeometryType.POINT);
  }

  @Test
  void whereThereAreSeveralTablesOneHasToBeNamed() throws Exception {
    table("lines", "features", "LINESTRING", 4326, "name TEXT");
    insert("lines", 1, blob("LINESTRING (101 36, 102 36)"), "路");
    assertThat(trial.refused(file, IssueKind.WHICH_TABLE).message(Locale.ENGLISH))
        .contains("points, lines");
    assertThat(fresh().table("roads").refused(file, IssueKind.NO_SUCH_TABLE).details())
        .containsExactly("roads", "points, lines");
    fresh().table("LINES").applied(file);
    assertThat(trial.values("name")).containsExactly("路");
  }

  @Test
  void aTableOfStylesBesideTheLayerIsNotMeant() throws Exception {
    table("layer_styles", "attributes", "", 0, "style TEXT");
    insert("layer_styles", 1, "<qgis/>");
    trial.applied(file);
    assertThat(trial.values("name")).containsExactly("一");
  }

  @Test
  void aTableWithoutPlacesGoesInAsATable() throws Exception {
    table("notes", "attributes", "", 0, "id TEXT, text TEXT");
    insert("notes", 4, "n-1", "看过");
    trial.as("table").applied(file);
    assertThat(trial.features()).extracting(Feature::code).containsExactly("n-1");
    assertThat(fresh().table("notes").refused(file, IssueKind.NO_PLACE_COLUMNS).details())
        .containsExactly("id, text");
  }

  @Test
  void columnsKeepTheTypesThatTheTableDeclares() throws Exception {
    table(
        "typed",
        "features",
        "POINT",
        4326,
        "yes BOOLEAN, small TINYINT, whole MEDIUMINT, width FLOAT, phone TEXT(20), day DATE,"
            + " at DATETIME, photo BLOB");
    Object place = blob("POINT (101.43 36.04)");
    insert(
        "typed",
        1,
        place,
        1,
        3,
        70000,
        2,
        "0971123",
        "2026-05-01",
        "2026-05-01T08:30:00.5Z",
        new byte[] {1, 2});
    insert("typed", 2, place, 0, null, null, 2.5, "12", null, "2026-05-01", null);
    ImportReport report = trial.table("typed").applied(file);

    assertThat(trial.values("yes")).containsExactly(true, false);
    assertThat(trial.values("small")).containsExactly(3L, null);
    assertThat(trial.values("whole")).containsExactly(70000L, null);
    assertThat(trial.values("width")).containsExactly(2.0, 2.5);
    assertThat(trial.values("phone")).containsExactly("0971123", "12");
    assertThat(trial.values("day")).containsExactly(LocalDate.of(2026, 5, 1), null);
    assertThat(trial.values("at"))
        .containsExactly(
            Instant.parse("2026-05-01T08:30:00.5Z"), Instant.parse("2026-04-30T16:00:00Z"));
    assertThat(Trial.issue(report, IssueKind.BINARY_LEFT_OUT).field()).contains("photo");
    assertThat(trial.store.getLayer(Trial.LAYER).definition().findField("photo")).isEmpty();
  }

  @Test
  void aColumnWhoseValuesAreNotOfItsTypeBecomesTextAndABlobInItNothing() throws Exception {
    table("loose", "features", "POINT", 4326, "floors INTEGER, age INTEGER");
    Object place = blob("POINT (101.43 36.04)");
    insert("loose", 1, place, 6, 1);
    insert("loose", 2, place, "六层", new byte[] {9});
    ImportReport report = trial.table("loose").applied(file);
    assertThat(trial.values("floors")).containsExactly("6", "六层");
    assertThat(trial.values("age")).containsExactly(1L, null);
    ImportIssue left = Trial.issue(report, IssueKind.VALUE_LEFT_OUT);
    assertThat(left.row()).hasValue(2);
    assertThat(left.field()).contains("age");
  }

  @Test
  void aRowNumberIsNoCodeButAUniqueColumnOfThatNameIs() throws Exception {
    assertThat(trial.applied(file).issueTotals()).containsKey(IssueKind.KEYS_MADE);
    assertThat(trial.features()).extracting(Feature::code).containsExactly("trial-1");

    table("keyed", "features", "POINT", 4326, "code TEXT");
    insert("keyed", 1, blob("POINT (101.43 36.04)"), "b-063");
    fresh().table("keyed").applied(file);
    assertThat(trial.features()).extracting(Feature::code).containsExactly("b-063");
  }

  @Test
  void aRowWithoutAPlaceIsLeftOutAndAHeightIsDropped() throws Exception {
    insert("points", 2, null, "无处");
    insert("points", 3, blob("POINT EMPTY"), "空");
    insert("points", 4, blob("POINT Z (101.44 36.05 3200)"), "高");
    ImportReport report = trial.applied(file);
    assertThat(report.counts().leftOut()).isEqualTo(2);
    assertThat(Trial.issue(report, IssueKind.NO_PLACE).row()).hasValue(2);
    assertThat(Trial.issue(report, IssueKind.Z_DROPPED).row()).hasValue(4);
    assertThat(trial.features().get(1).shape()).hasToString("POINT (101.44 36.05)");
  }

  @Test
  void theSystemOfTheTableIsUsedByItsCodeAndAnUnknownOneIsAskedFor() throws Exception {
    table("survey", "features", "POINT", 4549, "name TEXT");
    insert("survey", 1, blob("POINT (500000 4000000)"), "原点");
    ImportReport report = trial.table("survey").applied(file);
    assertThat(report.crs().orElseThrow().code()).isEqualTo("EPSG:4549");
    // On the central meridian of zone 40, whatever the latitude.
    Coordinate at = trial.features().get(0).shape().getCoordinate();
    assertThat(at.x).isEqualTo(120.0);
    assertThat(at.y).isBetween(36.12, 36.14);

    table("odd", "features", "POINT", 900001, "name TEXT");
    insert("odd", 1, blob("POINT (101.43 36.04)"), "?");
    fresh().table("odd").refused(file, IssueKind.UNKNOWN_CRS);
    fresh().table("odd").fromCrs("EPSG:4326").applied(file);
  }

  @Test
  void aLineWithTimesAtItsVerticesIsATrackAndOneWithOtherMeasuresIsNone() throws Exception {
    table("walks", "features", "LINESTRING", 4326, "name TEXT");
    insert("walks", 1, timed(1_777_000_000), "晨");
    trial.table("walks").applied(file);
    assertThat(trial.store.getLayer(Trial.LAYER).definition().geometry())
        .isEqualTo(GeometryType.TRACK);
    assertThat(trial.features().get(0).shape().getCoordinates()[1].getM()).isEqualTo(1_777_000_060);

    insert("walks", 2, timed(0), "里程");
    fresh().table("walks").applied(file);
    assertThat(trial.store.getLayer(Trial.LAYER).definition().geometry())
        .isEqualTo(GeometryType.LINE);
  }

  @Test
  void aTrackInPartsBecomesOneInTheOrderOfTimeAndOneWithoutTimesIsRefused() throws Exception {
    table("parts", "features", "MULTILINESTRING", 4326, "label TEXT");
    insert(
        "parts",
        1,
        blob(
            "MULTILINESTRING M ((101.45 36.04 1777001000, 101.46 36.04 1777001060),"
                + " (101.43 36.04 1777000000, 101.44 36.04 1777000060))"),
        "");
    trial.as("patrols").table("parts").applied(file);
    Coordinate[] fixes = trial.features().get(0).shape().getCoordinates();
    assertThat(Arrays.stream(fixes).map(Coordinate::getX))
        .containsExactly(101.43, 101.44, 101.45, 101.46);
    assertThat(trial.features().get(0).shape().getGeometryType()).isEqualTo("LineString");

    insert("parts", 2, blob("MULTILINESTRING ((101.45 36.04, 101.46 36.04))"), "");
    assertThat(fresh().as("patrols").table("parts").refused(file, IssueKind.NOT_TIMED).row())
        .hasValue(2);
  }

  @Test
  void aLayerOfOursComesBackAsItWas() throws Exception {
    LayerDefinition patrols = BuiltInLayers.find("patrols").orElseThrow();
    Object[] values = new Object[patrols.fields().size()];
    values[patrols.getIndex("kind")] = "daily_patrol";
    values[patrols.getIndex("started_at")] = Instant.parse("2026-04-24T03:06:40Z");
    values[patrols.getIndex("stewards")] = 3L;
    Geometry walk =
        new WKTReader().read("LINESTRING M (101.43 36.04 1777000000, 101.44 36.04 1777000060)");
    file = folder.resolve("atlas.gpkg");
    try (GeoPackageStore ours = GeoPackageStore.open(file);
        var load = ours.bulkLoad(patrols, LoadMode.APPEND)) {
      load.add(new Feature("p-1", walk, values));
      load.commit();
    }
    ImportReport report = trial.as("patrols").applied(file);
    Feature back = trial.features().get(0);
    assertThat(back.code()).isEqualTo("p-1");
    assertThat(back.shape().getCoordinates()[1].getM()).isEqualTo(1_777_000_060);
    assertThat(trial.values("kind")).containsExactly("daily_patrol");
    assertThat(trial.values("stewards")).containsExactly(3L);
    assertThat(trial.values("started_at")).containsExactly(Instant.parse("2026-04-24T03:06:40Z"));
    assertThat(report.issueTotals()).doesNotContainKey(IssueKind.COLUMN_LEFT_OUT);
  }

  @Test
  @Needs(Tool.GDAL)
  void aPackageByGdalGoesInWithItsTimesAndItsPolygons() throws Exception {
    Path json = folder.resolve("in.geojson");
    Files.writeString(
        json,
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
         "properties":{"名称":"公园","at":"2026/05/01 08:30:00+08","day":"2026/05/01","n":7},
         "geometry":{"type":"Polygon","coordinates":[[[101,36],[101.1,36],[101.1,36.1],[101,36]]]}}]}
        """);
    file = folder.resolve("gdal.gpkg");
    String ogr2ogr = Tool.GDAL.get().resolveSibling("ogr2ogr").toString();
    Program.run(ogr2ogr, "-f", "GPKG", "-nlt", "MULTIPOLYGON", file.toString(), json.toString());
    trial.applied(file);
    assertThat(trial.values("名称")).containsExactly("公园");
    assertThat(trial.values("at")).containsExactly(Instant.parse("2026-05-01T00:30:00Z"));
    assertThat(trial.values("day")).containsExactly(LocalDate.of(2026, 5, 1));
    assertThat(trial.values("n")).containsExactly(7L);
    assertThat(trial.store.getLayer(Trial.LAYER).definition().geometry())
        .isEqualTo(GeometryType.POLYGON);
  }
}
