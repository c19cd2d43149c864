package org.linli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Code;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

class DemoFilesTest {
  private static final long MOST_BYTES = 3_400_000;

  @Test
  void generatingAgainGivesTheCommittedBytes(@TempDir Path folder) throws IOException {
    DemoGenerator.writeTo(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Path committed = DemoFiles.FOLDER.resolve(file.getFileName().toString());
        assertThat(Files.mismatch(file, committed)).as("first byte of %s", committed).isEqualTo(-1);
      }
    }
  }

  @Test
  void theManifestNamesEveryFileOnceAndTheDemoStaysSmall() throws IOException {
    List<String> named =
        DemoManifest.load().imports().stream().map(DemoManifest.Import::file).toList();
    Set<String> there = new TreeSet<>();
    long bytes = 0;
    try (Stream<Path> files = Files.list(DemoFiles.FOLDER)) {
      for (Path file : files.toList()) {
        there.add(file.getFileName().toString());
        bytes += Files.size(file);
      }
    }
    there.remove("manifest.yaml");
    there.removeIf(file -> file.endsWith(".svg"));
    assertThat(named).containsExactlyInAnyOrderElementsOf(there);
    assertThat(bytes).isLessThan(MOST_BYTES);
  }

  @Test
  void everyPictureOfAProjectIsThereAndSaysThatItIsADrawing() throws IOException {
    Set<String> named = new TreeSet<>();
    for (DemoFiles.Row project : DemoFiles.features("projects.geojson")) {
      Stream.of("picture_before", "picture_after")
          .filter(project::has)
          .forEach(field -> named.add(project.text(field)));
    }
    try (Stream<Path> files = Files.list(DemoFiles.FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".svg")))
          .containsExactlyInAnyOrderElementsOf(named);
    }
    assertThat(named).contains("tyre-garden-before.svg", "shaded-square-after.svg");
    for (String picture : named) {
      assertThat(DemoFiles.text(picture))
          .contains("示意图", "Drawing", "དཔེ་རིས")
          .doesNotContain("<script");
    }
  }

  @Test
  void theManifestTellsTheClockAndThatAllIsInventedInThreeLanguages() throws IOException {
    DemoManifest manifest = DemoManifest.load();
    assertThat(manifest.clock().toInstant()).isEqualTo(Instant.parse("2026-06-15T10:00:00Z"));
    assertThat(manifest.notice().zh()).contains("虚构");
    assertThat(manifest.notice().en()).contains("invented");
    assertThat(manifest.notice().bo()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"communities", "buildings", "green_spaces", "paths", "projects", "hazards"})
  void everyAttributeIsAFieldOfItsLayerAndEveryCodeIsListed(String layer) {
    LayerDefinition definition = BuiltInLayers.find(layer).orElseThrow();
    Set<String> codes = new HashSet<>();
    for (DemoFiles.Row row : DemoFiles.features(layer + ".geojson")) {
      assertThat(codes.add(row.code())).as("%s is there once", row.code()).isTrue();
      for (String name : row.properties().propertyNames()) {
        if (name.equals(LayerDefinition.KEY)) {
          continue;
        }
        Field field = definition.findField(name).orElseThrow(() -> new AssertionError(name));
        if (!field.codes().isEmpty()) {
          assertThat(field.codes().stream().map(Code::code)).contains(row.text(name));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"communities", "buildings", "green_spaces", "paths", "projects", "hazards"})
  void everyGeometryIsValidAndItsShellRunsAnticlockwise(String layer) {
    for (DemoFiles.Row row : DemoFiles.features(layer + ".geojson")) {
      assertThat(row.geometry().isValid()).as(row.code()).isTrue();
      if (row.geometry() instanceof Polygon polygon) {
        assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates()))
            .as(row.code())
            .isTrue();
      }
    }
  }

  @Test
  void noHouseStandsInAnotherOrOnAWay() {
    STRtree houses = new STRtree();
    List<DemoFiles.Row> buildings = DemoFiles.features("buildings.geojson");
    for (DemoFiles.Row building : buildings) {
      houses.insert(building.geometry().getEnvelopeInternal(), building);
    }
    List<String> clashes = new ArrayList<>();
    for (DemoFiles.Row row : concat(buildings, DemoFiles.features("paths.geojson"))) {
      for (Object near : houses.query(row.geometry().getEnvelopeInternal())) {
        DemoFiles.Row other = (DemoFiles.Row) near;
        if (row != other && other.geometry().intersects(row.geometry())) {
          clashes.add(row.code() + " and " + other.code());
        }
      }
    }
    assertThat(clashes).isEmpty();
  }

  @Test
  void everyHouseKeepsOffTheRoadwayOfAStreet() {
    for (String place : List.of("DJ-", "LT")) {
      STRtree streets = new STRtree();
      for (DemoFiles.Row path : in(place, "paths.geojson")) {
        Geometry roadway = FlatMetres.metres(path.geometry()).buffer(halfRoadwayMetres(path));
        streets.insert(roadway.getEnvelopeInternal(), roadway);
      }
      for (DemoFiles.Row building : in(place, "buildings.geojson")) {
        Geometry house = FlatMetres.metres(building.geometry());
        for (Object near : streets.query(house.getEnvelopeInternal())) {
          assertThat(house.distance((Geometry) near)).as(building.code()).isPositive();
        }
      }
    }
  }

  private static List<DemoFiles.Row> in(String place, String file) {
    return DemoFiles.features(file).stream().filter(row -> row.code().startsWith(place)).toList();
  }

  private static double halfRoadwayMetres(DemoFiles.Row path) {
    return switch (path.text("kind")) {
      case "main_street" -> 12;
      case "street" -> 6;
      default -> 0.1;
    };
  }

  @Test
  void theWaysOfEachPlaceHangTogetherAndPassEveryHome() {
    for (String place : List.of("DJ-", "LT")) {
      WayNet net = new WayNet();
      in(place, "paths.geojson").forEach(path -> net.add(path.geometry()));
      assertThat(net.pieces()).as("pieces of the network of %s", place).isEqualTo(1);
      List<DemoFiles.Row> far =
          in(place, "buildings.geojson").stream()
              .filter(DemoFilesTest::isHome)
              .filter(row -> !net.passes(row.geometry(), 50))
              .toList();
      assertThat(far).as("homes farther than 50 m from a way").isEmpty();
    }
  }

  private static boolean isHome(DemoFiles.Row row) {
    return List.of("residential", "mixed").contains(row.text("use"));
  }

  @Test
  void everyBuildingLiesInTheCommunityItNames() {
    var outlines =
        DemoFiles.features("communities.geojson").stream()
            .collect(Collectors.toMap(DemoFiles.Row::code, DemoFiles.Row::geometry));
    for (DemoFiles.Row building : DemoFiles.features("buildings.geojson")) {
      Geometry outline = outlines.get(building.text("community_code"));
      assertThat(outline.contains(building.geometry().getInteriorPoint()))
          .as(building.code())
          .isTrue();
    }
  }

  private static List<DemoFiles.Row> concat(List<DemoFiles.Row> a, List<DemoFiles.Row> b) {
    List<DemoFiles.Row> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }
}
