package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.ingest.ImportReport.Outcome;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.Severity;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/**
 * GeoJSON files whose folder and name say what is wrong with them. What is not in the table goes in
 * whole and without a word.
 */
@Needs(Tool.REAL_DATA)
class GeoJsonExamplesTest {
  private static final String EXAMPLES = "adversarial/geojson-invalid/examples";

  /** Files that nothing is taken of, each with the reason. */
  private static final Map<String, IssueKind> REFUSED = new TreeMap<>();

  /** Files that are taken with a change or a note. */
  private static final Map<String, IssueKind> TOLD = new TreeMap<>();

  static {
    refused(IssueKind.WRONG_NESTING, "incorrect_geometry_data_type", "geometry_depth_deep_point");
    refused(IssueKind.WRONG_NESTING, "geometry_depth_shallow_linestring");
    refused(IssueKind.WRONG_NESTING, "geometry_depth_shallow_polygon", "geometry_mislabeled_point");
    refused(IssueKind.UNEVEN_COORDINATES, "geometry_depth_deep_polygon");
    refused(IssueKind.UNEVEN_COORDINATES, "geometry_depth_shallow_multipolygon");
    refused(IssueKind.SHORT_RING, "less_three_unique_nodes");
    refused(IssueKind.NOT_A_GEOMETRY, "feature_geometry_is_string");
    refused(IssueKind.NOT_A_GEOMETRY, "geometry_geometrycollection_null_geometry");
    refused(IssueKind.NOT_A_FEATURE, "feature_id_type", "feature_no_properties");
    refused(IssueKind.NOT_A_FEATURE, "feature_properties_is_array", "feature_properties_is_int");
    refused(IssueKind.NOT_A_FEATURE, "feature_wrong_geometry_key");
    refused(IssueKind.NOT_A_FEATURE, "featurecollection_feature_nullfeature");
    refused(IssueKind.NO_FEATURES, "featurecollection_features_is_object");
    refused(IssueKind.NO_FEATURES, "featurecollection_no_features_member");
    refused(IssueKind.NOT_GEOJSON, "featurecollection_nulltype", "geometry_missing_type");
    refused(IssueKind.NOT_GEOJSON, "featurecollection_type_lowercase");
    refused(IssueKind.NOT_GEOJSON, "featurecollection_unknown_type");
    refused(IssueKind.NOT_GEOJSON, "geometry_wrong_geometry_type");
    refused(IssueKind.NOT_A_POSITION, "geometry_coordinates_1d", "geometry_coordinates_string");
    refused(IssueKind.NOT_A_POSITION, "geometry_coordinates_empty_position");
    refused(IssueKind.NO_COORDINATES, "geometry_coordinates_missing");
    refused(IssueKind.BAD_GEOMETRY, "crosses_antimeridian", "zero_length_linestring");
    // A layer's feature is of one kind; a collection of several is told apart, not mixed.
    refused(IssueKind.BAD_GEOMETRY, "nested_geometrycollection");
    refused(IssueKind.BAD_GEOMETRY, "featurecollection_with_geometrycollection");
    refused(IssueKind.BAD_GEOMETRY, "geometry_geometrycollection");
    refused(IssueKind.SUSPECT_COORDINATES, "outside_lat_lon_boundaries");
    // Nothing in them has a place, so that no layer comes of them.
    refused(IssueKind.NOTHING_TO_IMPORT, "feature_null_geometry");
    refused(IssueKind.NOTHING_TO_IMPORT, "featurecollection_empty_features");
    refused(IssueKind.NOTHING_TO_IMPORT, "geometry_geometrycollection_empty_geometries");
    told(IssueKind.RING_CLOSED, "unclosed");
    told(IssueKind.BAD_BBOX, "geometry_bbox_not4or6", "geometry_bbox_not_list");
    told(IssueKind.BAD_BBOX, "geometry_bbox_not_numbers");
    told(IssueKind.Z_DROPPED, "3d_coordinates", "4d_coordinates", "geometry_3d_coordinates");
    told(IssueKind.REPAIRED, "inner_and_exterior_ring_intersect");
    told(IssueKind.REPAIRED, "self_intersection_large", "self_intersection_small");
    told(IssueKind.LEGACY_CRS, "crs_defined");
  }

  @TempDir Path folder;

  private static void refused(IssueKind kind, String... names) {
    Stream.of(names).forEach(name -> REFUSED.put(name, kind));
  }

  private static void told(IssueKind kind, String... names) {
    Stream.of(names).forEach(name -> TOLD.put(name, kind));
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.replaceFirst("^(valid|invalid|problematic)_", "").replace(".geojson", "");
  }

  @Test
  void eachOfThemIsTakenOrRefusedForWhatItsNameSays() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Tool.REAL_DATA.get().resolve(EXAMPLES))) {
      files = walk.filter(file -> file.toString().endsWith(".geojson")).sorted().toList();
    }
    assertThat(files).hasSize(74);
    assertThat(files.stream().map(GeoJsonExamplesTest::name))
        .containsAll(REFUSED.keySet())
        .containsAll(TOLD.keySet());
    files.forEach(this::settle);
  }

  private void settle(Path file) {
    String name = name(file);
    Trial trial = new Trial(folder);
    if (REFUSED.containsKey(name)) {
      trial.refused(file, REFUSED.get(name));
      return;
    }
    ImportReport report = trial.applied(file);
    assertThat(report.outcome()).as(name).isEqualTo(Outcome.APPLIED);
    List<IssueKind> changes =
        report.issues().stream()
            .map(issue -> issue.kind())
            .filter(kind -> kind.severity() == Severity.CHANGED || kind == IssueKind.LEGACY_CRS)
            .distinct()
            .toList();
    assertThat(changes)
        .as("%s: %s", name, report.toText(Locale.ENGLISH, 3))
        .isEqualTo(TOLD.containsKey(name) ? List.of(TOLD.get(name)) : List.of());
  }
}
