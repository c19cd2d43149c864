package org.linli.catalogue.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.catalogue.Town;
import org.linli.catalogue.releases.Release.Changes;
import org.linli.catalogue.releases.Release.ReleasedDataset;
import org.linli.catalogue.releases.Release.ReleasedFile;
import org.linli.encode.ExportFormat;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.layer.RefusedException;
import org.linli.testing.TownLayers;

/** What a release holds, and what it says of the one before. */
class ReleasesTest extends ReleaseTrial {
  @Test
  void aReleaseHoldsThePublicDatasetsWithCountsDictionaryLicenceAndSums() throws Exception {
    Release made = make();
    // 10:00 in UTC is the evening of the same day in the community.
    assertThat(made.id()).isEqualTo("2026-06-15");
    assertThat(made.datasets().stream().map(ReleasedDataset::id))
        .containsExactlyInAnyOrder(
            "buildings", "green_spaces", "houses", "green_access", "coverage_map");
    ReleasedDataset houses = made.findDataset("houses").orElseThrow();
    assertThat(houses.features()).isEqualTo(TownLayers.PUBLIC_HOUSES);
    assertThat(houses.licence()).contains("CC-BY-4.0");
    assertThat(houses.fields().stream().map(Release.ReleasedField::name))
        .contains("floors")
        .doesNotContain("residents");
    assertThat(houses.changes()).isEmpty();
    assertThat(made.findDataset("green_access").orElseThrow().making()).containsKey("asOf");
    for (ReleasedFile file : made.files().toList()) {
      byte[] bytes = Files.readAllBytes(releases.path(made, file));
      assertThat(file.bytes()).isEqualTo(bytes.length);
      assertThat(file.sha256())
          .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }
    String geoJson = text(made, "houses.geojson");
    assertThat(geoJson).contains("\"id\":\"h-000\"").doesNotContain("residents", "h-004");
  }

  @Test
  void aReleaseHasEveryFormatThatItsLayersFit() throws IOException {
    Release made = maker(new ExportedFiles(), new Disk.Durable()).make();
    assertThat(made.findDataset("houses").orElseThrow().files().stream().map(ReleasedFile::format))
        .containsExactly("geojson", "geojsonl", "csv", "xlsx", "gpkg", "fgb", "shp.zip");
    for (ReleasedFile file : made.files().toList()) {
      assertThat(Files.size(releases.path(made, file))).as(file.name()).isEqualTo(file.bytes());
    }
    assertThat(made.findDataset("houses").orElseThrow().files())
        .allMatch(file -> file.bytes() > 1_000);
    try (Stream<Path> all = Files.list(home.resolve("releases").resolve(made.id()))) {
      assertThat(all.map(path -> path.getFileName().toString())).doesNotContain(".scratch");
    }
  }

  @Test
  void aFormatThatCannotHoldTheLayerIsLeftOutOfTheRelease() {
    LayerFiles small =
        files(
            List.of(ExportFormat.GEOJSON, ExportFormat.SHAPEFILE),
            (view, format, scratch, out) -> {
              out.write('{');
              if (format == ExportFormat.SHAPEFILE) {
                throw new RefusedException(413, LocalText.same("over 2 GB"));
              }
            });
    Release made = maker(small, new Disk.Durable()).make();
    assertThat(made.files().map(ReleasedFile::format)).containsOnly("geojson");
    assertThat(home.resolve("releases/2026-06-15/houses.shp.zip")).doesNotExist();
  }

  @Test
  void aReleaseIsFoundAgainByWhoeverComesLater() {
    Release made = make();
    Releases later = new Releases(home.resolve("releases"));
    assertThat(later.list()).containsExactly(made);
    assertThat(later.find("2026-06-15")).contains(made);
    assertThat(later.find("2026-06-16")).isEmpty();
    assertThat(later.find("../releases/2026-06-15")).isEmpty();
  }

  @Test
  void theSumsAreInTheFormThatToolsCheck() throws IOException {
    Release made = make();
    ReleasedFile sums = releases.findFile(made, "SHA256SUMS").orElseThrow();
    assertThat(Files.readAllLines(releases.path(made, sums)))
        .hasSize((int) made.files().count())
        .allMatch(line -> line.matches("[0-9a-f]{64}  [a-z_]+\\.geojson"));
  }

  @Test
  void whatChangedSinceTheOneBeforeIsToldByKeyAndField() throws IOException {
    make();
    Feature first = TownLayers.house(1);
    Object[] values = first.values().clone();
    values[TownLayers.HOUSES_LAYER.getIndex("floors")] = 99L;
    values[TownLayers.HOUSES_LAYER.getIndex("name")] = "新楼";
    town.store().put("houses", new Feature("h-001", first.geometry().orElseThrow(), values));
    town.store().put("houses", new Feature("h-002", null, TownLayers.house(2).values()));
    town.store().remove("houses", "h-003");
    town.store().put("houses", new Feature("h-900", null, TownLayers.house(1).values()));
    // Hidden from the public: house 4 is a draft, and residents are for the staff.
    town.store().remove("houses", "h-004");
    Object[] counted = TownLayers.house(0).values().clone();
    counted[TownLayers.HOUSES_LAYER.getIndex("residents")] = 7L;
    town.store()
        .put("houses", new Feature("h-000", TownLayers.house(0).geometry().orElseThrow(), counted));
    Release second = make();
    assertThat(second.id()).isEqualTo("2026-06-15.2");
    assertThat(second.previous()).contains("2026-06-15");
    assertThat(text(second, "houses.changes.txt"))
        .isEqualTo("~ h-001: name, floors\n~ h-002: geometry\n- h-003\n+ h-900\n");
    Changes changes = second.findDataset("houses").orElseThrow().changes().orElseThrow();
    assertThat(List.of(changes.added(), changes.removed(), changes.changed()))
        .containsExactly(1L, 1L, 2L);
    assertThat(second.findDataset("buildings").orElseThrow().changes().orElseThrow())
        .isEqualTo(new Changes(0, 0, 0, List.of(), List.of(), List.of(), "buildings.changes.txt"));
  }

  @Test
  void aFieldThatCameOrWentIsToldOnceAndChangesNoRow() throws IOException {
    make();
    List<Field> fields =
        TownLayers.HOUSES_LAYER.fields().stream().filter(f -> !f.name().equals("height")).toList();
    town.store()
        .put(
            TownLayers.HOUSES_LAYER.withFields(fields),
            TownLayers.houses().stream()
                .map(
                    house -> {
                      Object[] all = house.values();
                      Object[] fewer =
                          new Object[] {all[0], all[1], all[2], all[4], all[5], all[6], all[7]};
                      return new Feature(house.code(), house.geometry().orElse(null), fewer);
                    })
                .toList());
    assertThat(text(make(), "houses.changes.txt")).isEqualTo("- [height]\n");
  }

  @Test
  void aLayerThatCannotBeMadeYetIsNotInTheReleaseAndDoesNotKeepItFromBeingMade() {
    LayerDefinition patrols = BuiltInLayers.find("patrols").orElseThrow();
    Object[] values = new Object[patrols.fields().size()];
    // Of the last day before the clock: too new to be published.
    values[patrols.getIndex("started_at")] = Town.NOW.minus(Duration.ofHours(33));
    values[patrols.getIndex("ended_at")] = Town.NOW.minus(Duration.ofHours(32));
    town.store().put(patrols, List.of(new Feature("walk", null, values)));
    assertThat(make().datasets().stream().map(ReleasedDataset::id))
        .contains("houses", "green_access")
        .doesNotContain("coverage_map");
  }

  @Test
  void aDatasetThatIsNoMoreIsNamed() {
    make();
    town.store().dropLayer("houses");
    assertThat(make().left()).containsExactly("houses");
  }

  @Test
  void theNewestIsFirstAlsoAfterTheTenthOfADay() {
    for (int i = 0; i < 11; i++) {
      make();
    }
    clock = Clock.offset(clock, Duration.ofDays(1));
    make();
    assertThat(releases.list().stream().map(Release::id).limit(4))
        .containsExactly("2026-06-16", "2026-06-15.11", "2026-06-15.10", "2026-06-15.9");
  }

  @Test
  void aReleaseStaysAsItIsWhenOthersAreMade() throws IOException {
    make();
    Map<String, String> before = sums();
    town.store().remove("houses", "h-003");
    make();
    Map<String, String> after = sums();
    after.keySet().removeIf(name -> name.contains("2026-06-15.2"));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aReleaseSaysHowItIsCited() {
    assertThat(make().citation("https://a.example/releases/2026-06-15").en())
        .isEqualTo(
            "居委会 (2026): Linli Atlas open data, release 2026-06-15."
                + " https://a.example/releases/2026-06-15");
  }

  @Test
  void aManifestOfALaterProgramIsStillRead() throws IOException {
    make();
    Path manifest = home.resolve("releases/2026-06-15/release.json");
    Files.writeString(
        manifest, Files.readString(manifest).replaceFirst("\\{", "{\"doi\":\"10.5072/x\","));
    assertThat(releases.list()).hasSize(1);
  }
}
