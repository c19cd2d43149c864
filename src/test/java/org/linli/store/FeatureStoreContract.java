package org.linli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerQuery;
import org.linli.layer.LocalText;
import org.linli.snapshot.Snapshots;
import org.linli.store.ChangeSet.Delete;
import org.linli.store.ChangeSet.Insert;
import org.linli.store.ChangeSet.Update;
import org.linli.store.FeatureStore.LayerChanged;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What every store keeps to. */
abstract class FeatureStoreContract {
  FeatureStore store;

  /** Opens the store under test; a second call opens the same data again. */
  abstract FeatureStore open(Duration patience);

  FeatureStore open() {
    return open(FeatureStore.PATIENCE);
  }

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static LayerDefinition definition(String id, GeometryType geometry) {
    return new LayerDefinition(
        id,
        LocalText.same(id),
        LocalText.same(""),
        geometry,
        Audience.PUBLIC,
        List.of(
            Field.of("name", FieldType.TEXT),
            Field.of("floors", FieldType.INTEGER),
            Field.of("height", FieldType.REAL),
            Field.of("lived_in", FieldType.BOOLEAN),
            Field.of("built", FieldType.DATE),
            Field.of("select; drop", FieldType.TEXT),
            Field.of("source", FieldType.TEXT),
            Field.of("updated_at", FieldType.INSTANT)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static LayerDefinition withFields(String id, List<Field> fields) {
    List<Field> all = new ArrayList<>(fields);
    all.add(Field.of("source", FieldType.TEXT));
    all.add(Field.of("updated_at", FieldType.INSTANT));
    return definition(id, GeometryType.POINT).withFields(all);
  }

  static Feature feature(String code, String wkt) {
    Object[] values = {
      "六号楼 ཁང་པ་ '; DROP TABLE x; --\"",
      6L,
      18.5,
      true,
      LocalDate.of(1998, 7, 1),
      null,
      "survey.csv",
      Instant.parse("2026-06-01T08:00:00.123Z")
    };
    return new Feature(code, geometry(wkt), values);
  }

  static Geometry geometry(String wkt) {
    try {
      return wkt == null ? null : new WKTReader().read(wkt);
    } catch (ParseException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  void load(LayerDefinition definition, LoadMode mode, Feature... features) {
    try (BulkLoad load = store.bulkLoad(definition, mode)) {
      List.of(features).forEach(load::add);
      load.commit();
    }
  }

  static Map<String, Feature> features(FeatureStore from, String layer) {
    Map<String, Feature> features = new TreeMap<>();
    from.scan(layer, (feature, revision) -> features.put(feature.code(), feature));
    return features;
  }

  @Test
  void whatIsLoadedIsReadBackWithEveryType() {
    LayerDefinition things = definition("things", GeometryType.ANY);
    Object[] nothing = new Object[8];
    Feature[] given = {
      feature("a", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))"),
      feature("b", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"),
      feature("c", "LINESTRING (101.43 36.04, 101.44 36.05)"),
      feature("d", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))"),
      feature("e", "POINT (118.67 37.43)"),
      feature("f", "MULTIPOINT ((1 1), (2 2))"),
      new Feature("g", null, nothing),
    };
    load(things, LoadMode.APPEND, given);
    assertThat(features(store, "things").values()).containsExactly(given);
    assertThat(store.getLayer("things").count()).isEqualTo(7);
  }

  @Test
  void aTableWithoutAPlaceHoldsItsRows() {
    Feature row = feature("n-1", null);
    load(definition("events", GeometryType.NONE), LoadMode.APPEND, row);
    assertThat(features(store, "events")).containsEntry("n-1", row);
  }

  @Test
  void aTrackKeepsTheTimeOfEachPoint() {
    Feature track = feature("t", "LINESTRING M (1 1 1760000000.25, 2 2 1760000060.5)");
    load(definition("tracks", GeometryType.TRACK), LoadMode.APPEND, track);
    Geometry read = features(store, "tracks").get("t").shape();
    assertThat(read.getCoordinates()[0].getM()).isEqualTo(1760000000.25);
    assertThat(read.getCoordinates()[1].getM()).isEqualTo(1760000060.5);
  }

  @Test
  void aReopenedStoreIsTheSame() {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, feature("a", "POINT (1 2)"));
    try (FeatureStore again = open()) {
      assertThat(again.id()).isEqualTo(store.id());
      assertThat(again.getLayer("things")).isEqualTo(store.getLayer("things"));
      assertThat(features(again, "things")).isEqualTo(features(store, "things"));
    }
  }

  @Test
  void anEditCountsTheRevisionUpAndAStaleOneChangesNothing() {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, feature("a", "POINT (1 2)"));
    Feature moved = feature("a", "POINT (3 4)");
    store.apply(new ChangeSet("things", List.of(new Update(moved, 1))));
    List<Integer> revisions = new ArrayList<>();
    store.read("things", List.of("a", "missing"), (feature, revision) -> revisions.add(revision));
    assertThat(revisions).containsExactly(2);

    long version = store.getLayer("things").version();
    ChangeSet stale =
        new ChangeSet(
            "things", List.of(new Insert(feature("b", "POINT (5 6)")), new Update(moved, 1)));
    assertThatThrownBy(() -> store.apply(stale)).isInstanceOf(StaleRevisionException.class);
    ChangeSet staleDelete = new ChangeSet("things", List.of(new Delete("a", 1)));
    assertThatThrownBy(() -> store.apply(staleDelete)).isInstanceOf(StaleRevisionException.class);
    assertThat(features(store, "things")).containsOnlyKeys("a").containsValue(moved);
    assertThat(store.getLayer("things").version()).isEqualTo(version);
  }

  @Test
  void everyCommitIsTheNextVersionAndTellsWhatItTouched() {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, feature("a", "POINT (1 2)"));
    long loaded = store.getLayer("things").version();
    Change inserted =
        store.apply(new ChangeSet("things", List.of(new Insert(feature("b", "POINT (1 2)")))));
    Change deleted = store.apply(new ChangeSet("things", List.of(new Delete("a", 1))));
    assertThat(inserted).isEqualTo(new Change("things", loaded + 1, List.of("b"), false));
    assertThat(store.changesSince("things", loaded)).containsExactly(inserted, deleted);
    assertThat(store.changesSince("things", loaded - 1).get(0).whole()).isTrue();
    assertThat(store.changesSince("things", loaded + 2)).isEmpty();
  }

  @Test
  void theLastCommitsAreToldNewestFirstWithTheirTimes() {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, feature("a", "POINT (1 2)"));
    Change inserted =
        store.apply(new ChangeSet("things", List.of(new Insert(feature("b", "POINT (1 2)")))));
    List<FeatureStore.Commit> commits = store.lastCommits("things", 10);
    assertThat(commits.get(0))
        .isEqualTo(new FeatureStore.Commit(inserted, store.getLayer("things").committedAt()));
    assertThat(commits).isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
    assertThat(commits.get(1).change().whole()).isTrue();
    assertThat(store.lastCommits("things", 1)).containsExactly(commits.get(0));
    assertThat(store.lastCommits("nothing", 1)).isEmpty();
  }

  @Test
  void aLoadThatIsNotCommittedLeavesNothing() {
    try (BulkLoad load =
        store.bulkLoad(definition("things", GeometryType.POINT), LoadMode.APPEND)) {
      load.add(feature("a", "POINT (1 2)"));
    }
    assertThat(store.findLayer("things")).isEmpty();
    assertThat(store.listLayers()).isEmpty();
  }

  @Test
  void appendRefusesACodeThatIsThereAndUpsertReplacesIt() {
    LayerDefinition things = definition("things", GeometryType.POINT);
    load(things, LoadMode.APPEND, feature("a", "POINT (1 2)"), feature("b", "POINT (1 2)"));
    assertThatThrownBy(() -> load(things, LoadMode.APPEND, feature("a", "POINT (9 9)")))
        .isInstanceOf(DuplicateCodeException.class)
        .hasMessageContaining("a");
    load(things, LoadMode.UPSERT, feature("a", "POINT (3 4)"), feature("c", "POINT (5 6)"));
    assertThat(features(store, "things")).containsOnlyKeys("a", "b", "c");
    assertThat(features(store, "things").get("a").shape().getCoordinate().x).isEqualTo(3);
  }

  @Test
  void replaceTakesTheNewDefinition() {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, feature("a", "POINT (1 2)"));
    load(
        definition("things", GeometryType.LINE),
        LoadMode.REPLACE,
        feature("z", "LINESTRING (0 0, 1 1)"));
    assertThat(features(store, "things")).containsOnlyKeys("z");
    assertThat(store.getLayer("things").definition().geometry()).isEqualTo(GeometryType.LINE);
  }

  @Test
  void aDroppedLayersVersionsAreNeverUsedAgain() {
    LayerDefinition things = definition("things", GeometryType.POINT);
    load(things, LoadMode.APPEND, feature("a", "POINT (1 2)"));
    long version = store.getLayer("things").version();
    store.dropLayer("things");
    assertThat(store.findLayer("things")).isEmpty();
    store.createLayer(things);
    assertThat(store.getLayer("things").version()).isGreaterThan(version);
    assertThat(features(store, "things")).isEmpty();
  }

  @Test
  void whatIsNotThereAndWhatIsThereTwiceIsSaid() {
    store.createLayer(definition("things", GeometryType.POINT));
    assertThatThrownBy(() -> store.createLayer(definition("things", GeometryType.POINT)))
        .isInstanceOf(LayerExistsException.class);
    assertThatThrownBy(() -> store.scan("others", (feature, revision) -> {}))
        .isInstanceOf(UnknownLayerException.class)
        .hasMessageContaining("others");
    assertThatThrownBy(() -> store.dropLayer("others")).isInstanceOf(UnknownLayerException.class);
  }

  @Test
  void anotherProgramsCommitIsNoticed() throws InterruptedException {
    BlockingQueue<LayerChanged> heard = new LinkedBlockingQueue<>();
    store.onChange(heard::add);
    try (FeatureStore other = open();
        BulkLoad load = other.bulkLoad(definition("things", GeometryType.POINT), LoadMode.APPEND)) {
      load.add(feature("a", "POINT (1 2)"));
      load.commit();
    }
    LayerChanged change = heard.poll(30, TimeUnit.SECONDS);
    assertThat(change).isEqualTo(new LayerChanged("things", 1, false));
  }

  @Test
  void anEditIsInTheSnapshotWhenItReturns() {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, feature("a", "POINT (1 2)"));
    try (Snapshots snapshots = Snapshots.load(store)) {
      store.apply(new ChangeSet("things", List.of(new Insert(feature("b", "POINT (3 4)")))));
      assertThat(
              snapshots
                  .current()
                  .findView("things", Audience.PUBLIC)
                  .orElseThrow()
                  .count(LayerQuery.ALL))
          .isEqualTo(2);
      store.dropLayer("things");
      assertThat(snapshots.current().findView("things", Audience.STAFF)).isEmpty();
    }
  }

  @Test
  void aChangeSetThatFailsAtItsEndChangesNothing() {
    load(
        definition("things", GeometryType.POINT),
        LoadMode.APPEND,
        feature("a", "POINT (1 2)"),
        feature("b", "POINT (1 2)"));
    var before = store.getLayer("things");
    ChangeSet failing =
        new ChangeSet(
            "things",
            List.of(
                new Insert(feature("c", "POINT (1 2)")),
                new Update(feature("a", "POINT (9 9)"), 1),
                new Delete("b", 1),
                new Insert(feature("c", "POINT (5 5)"))));
    assertThatThrownBy(() -> store.apply(failing))
        .isInstanceOf(DuplicateCodeException.class)
        .hasMessageContaining("things")
        .hasMessageContaining("c");
    assertThat(store.getLayer("things")).isEqualTo(before);
    assertThat(features(store, "things")).containsOnlyKeys("a", "b");
    assertThat(store.changesSince("things", before.version())).isEmpty();
  }

  @Test
  void editsAreAppliedInTheirOrderAndCounted() {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, feature("a", "POINT (1 2)"));
    Change change =
        store.apply(
            new ChangeSet(
                "things",
                List.of(
                    new Insert(feature("b", "POINT (1 2)")),
                    new Insert(feature("c", null)),
                    new Update(feature("b", "POINT (3 4)"), 1),
                    new Delete("a", 1))));
    assertThat(change.codes()).containsExactly("b", "c", "b", "a");
    assertThat(store.getLayer("things").count()).isEqualTo(2);
    assertThat(features(store, "things"))
        .containsOnlyKeys("b", "c")
        .containsEntry("b", feature("b", "POINT (3 4)"))
        .containsEntry("c", feature("c", null));
  }

  @Test
  void aChangeSetWithoutEditsTouchesNoFeature() {
    store.createLayer(definition("things", GeometryType.POINT));
    Change change = store.apply(new ChangeSet("things", List.of()));
    assertThat(store.changesSince("things", 1)).containsExactly(change);
    assertThat(change).isEqualTo(new Change("things", 2, List.of(), false));
  }

  @Test
  void upsertCountsTheRevisionUpSoThatAnEditBegunBeforeItIsStale() {
    LayerDefinition things = definition("things", GeometryType.POINT);
    load(things, LoadMode.APPEND, feature("a", "POINT (1 2)"));
    load(things, LoadMode.UPSERT, feature("a", "POINT (3 4)"), feature("a", "POINT (5 6)"));
    assertThat(features(store, "things")).containsEntry("a", feature("a", "POINT (5 6)"));
    ChangeSet begunBefore =
        new ChangeSet("things", List.of(new Update(feature("a", "POINT (7 8)"), 1)));
    assertThatThrownBy(() -> store.apply(begunBefore)).isInstanceOf(StaleRevisionException.class);
  }

  @Test
  void theSameCodeTwiceInOneLoadIsRefused() {
    LayerDefinition things = definition("things", GeometryType.POINT);
    assertThatThrownBy(
            () ->
                load(
                    things,
                    LoadMode.APPEND,
                    feature("六号-'x'", "POINT (1 2)"),
                    feature("六号-'x'", "POINT (1 2)")))
        .isInstanceOf(DuplicateCodeException.class)
        .hasMessageContaining("六号-'x'");
    assertThat(store.listLayers()).isEmpty();
  }

  @Test
  void valuesAtTheirLimitsAreKept() {
    Object[] values = {
      "\\N\t\r\n\\. \"; 👨‍👩‍👧 རི་བོ " + "长".repeat(100_000),
      Long.MIN_VALUE,
      Double.MIN_VALUE,
      false,
      LocalDate.of(1, 1, 1),
      "",
      "\u0001\u007f",
      Instant.parse("1937-01-01T12:00:27.001Z")
    };
    Object[] others = {
      "null",
      Long.MAX_VALUE,
      -Double.MAX_VALUE,
      true,
      LocalDate.of(9999, 12, 31),
      " ",
      "{}",
      Instant.parse("9999-12-31T23:59:59.999Z")
    };
    LayerDefinition things = definition("things", GeometryType.POINT);
    Feature least = new Feature("一号楼-ཀ%_", geometry("POINT (-180 -90)"), values);
    Feature most = new Feature("b", geometry("POINT (180 90)"), others);
    load(things, LoadMode.APPEND, least);
    store.apply(new ChangeSet("things", List.of(new Insert(most))));
    assertThat(features(store, "things").values()).containsExactlyInAnyOrder(least, most);
    List<Feature> read = new ArrayList<>();
    store.read("things", List.of(least.code()), (feature, revision) -> read.add(feature));
    assertThat(read).containsExactly(least);
  }

  @Test
  void everyKindHoldsSingleAndMultipleGeometries() {
    Map<GeometryType, List<String>> kinds =
        Map.of(
            GeometryType.POINT,
            List.of("POINT (1.1234567 2)", "MULTIPOINT ((1 1), (2 2))"),
            GeometryType.LINE,
            List.of("LINESTRING (1 1, 2 2)", "MULTILINESTRING ((1 1, 2 2), (3 3, 4 4))"),
            GeometryType.POLYGON,
            List.of(
                "POLYGON ((0 0, 4 0, 4 4, 0 0))",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"),
            GeometryType.ANY,
            List.of("POINT (1 2)", "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (1 1, 2 2))"));
    kinds.forEach(
        (kind, shapes) -> {
          String id = "of_" + kind.name().toLowerCase(java.util.Locale.ROOT);
          Feature single = feature("a", shapes.get(0));
          Feature multiple = feature("b", shapes.get(1));
          Feature none = feature("c", null);
          load(definition(id, kind), LoadMode.APPEND, single, multiple, none);
          assertThat(features(store, id).values()).containsExactly(single, multiple, none);
        });
  }

  @Test
  void aTrackMayHaveSeveralPartsAndPointsWithoutATime() {
    load(
        definition("tracks", GeometryType.TRACK),
        LoadMode.APPEND,
        feature("parts", "MULTILINESTRING M ((1 1 10, 2 2 20), (3 3 30, 4 4 40))"),
        feature("untimed", "LINESTRING (1 1, 2 2)"),
        feature("none", null));
    Map<String, Feature> read = features(store, "tracks");
    assertThat(read.get("parts").shape().getNumGeometries()).isEqualTo(2);
    assertThat(read.get("parts").shape().getCoordinates()[3].getM()).isEqualTo(40);
    assertThat(read.get("untimed").shape().getCoordinates()[1].getM()).isNaN();
    assertThat(read.get("none").shape()).isNull();
  }

  @Test
  void fieldsMayHaveAnyName() {
    String long1 = "二〇二五年度邻里守望巡查记录汇总表之居民意见与建议分类统计甲";
    String long2 = "二〇二五年度邻里守望巡查记录汇总表之居民意见与建议分类统计乙";
    List<String> names =
        List.of(
            long1,
            long2,
            "\"",
            "a\"b'c",
            "%s $1 ?",
            "xmin",
            "ctid",
            "tableoid",
            "oid",
            "rowid",
            "geom",
            "fid",
            "revision",
            "load_order",
            "select",
            "Straße",
            "ཁང་པ",
            "👍",
            " ",
            "a.b",
            "--",
            "\\");
    LayerDefinition odd =
        withFields("odd", names.stream().map(name -> Field.of(name, FieldType.TEXT)).toList());
    Object[] values = Arrays.copyOf(names.toArray(), names.size() + 2);
    Feature first = new Feature("a", geometry("POINT (1 2)"), values);
    load(odd, LoadMode.APPEND, first);
    load(odd, LoadMode.UPSERT, first, new Feature("b", null, values));
    store.apply(new ChangeSet("odd", List.of(new Update(first, 2), new Delete("b", 1))));
    assertThat(features(store, "odd").values()).containsExactly(first);
    assertThat(store.getLayer("odd").definition()).isEqualTo(odd);
  }

  @Test
  void layersMayBeNamedLikeThingsOfTheDatabase() {
    String longest = "l".repeat(50);
    for (String id : List.of("select", "geometry", "text", "spatial_ref_sys", "users", longest)) {
      Feature only = feature("a", "POINT (1 2)");
      load(definition(id, GeometryType.POINT), LoadMode.APPEND, feature("old", "POINT (1 2)"));
      load(definition(id, GeometryType.POINT), LoadMode.REPLACE, only);
      assertThat(features(store, id).values()).containsExactly(only);
    }
    assertThat(store.listLayers()).hasSize(6);
  }

  @Test
  void namesThatBelongToTheStoreAreRefused() {
    for (String id : List.of("linli_layer", "linli_new_things", "gpkg_contents", "rtree_x_geom")) {
      LayerDefinition reserved = definition(id, GeometryType.POINT);
      assertThatThrownBy(() -> store.createLayer(reserved))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(id);
      assertThatThrownBy(() -> load(reserved, LoadMode.REPLACE, feature("a", "POINT (1 2)")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(id);
    }
    assertThat(store.listLayers()).isEmpty();
  }

  @Test
  void aValueOfAnotherTypeIsRefusedByNameAndNothingIsWritten() {
    LayerDefinition things = definition("things", GeometryType.POINT);
    store.createLayer(things);
    Object[] values = new Object[8];
    values[1] = "six";
    Feature wrong = new Feature("a", null, values);
    assertThatThrownBy(() -> load(things, LoadMode.APPEND, wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("a", "six", "floors");
    assertThatThrownBy(() -> store.apply(new ChangeSet("things", List.of(new Insert(wrong)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("a", "six", "floors");
    assertThat(store.getLayer("things").version()).isEqualTo(1);
  }

  private Feature[] numbered(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> feature("n-" + i, "POINT (1 2)"))
        .toArray(Feature[]::new);
  }

  @Test
  void aScanSeesOneStateWhileTheLayerIsEdited() {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, numbered(5_000));
    long version = store.getLayer("things").version();
    List<Feature> scanned = new ArrayList<>();
    var layer =
        store.scan(
            "things",
            (feature, revision) -> {
              if (scanned.isEmpty()) {
                store.apply(
                    new ChangeSet(
                        "things",
                        List.of(
                            new Update(feature("n-4999", "POINT (9 9)"), 1),
                            new Delete("n-4998", 1),
                            new Insert(feature("new", "POINT (9 9)")))));
              }
              scanned.add(feature);
            });
    assertThat(layer.version()).isEqualTo(version);
    assertThat(layer.count()).isEqualTo(5_000);
    assertThat(scanned).containsExactlyInAnyOrder(numbered(5_000));
    assertThat(features(store, "things")).hasSize(5_000).containsKey("new");
  }

  @Test
  void readersSeeTheOldRowsUntilAReplacementIsCommitted() {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, feature("old", "POINT (1 2)"));
    LayerDefinition lines = definition("things", GeometryType.LINE);
    try (BulkLoad load = store.bulkLoad(lines, LoadMode.REPLACE)) {
      load.add(feature("new", "LINESTRING (1 1, 2 2)"));
      assertThat(features(store, "things")).containsOnlyKeys("old");
      assertThat(store.getLayer("things").definition().geometry()).isEqualTo(GeometryType.POINT);
      load.commit();
    }
    assertThat(features(store, "things")).containsOnlyKeys("new");
  }

  @Test
  void aScanUnderWayIsNotDisturbedByAReplacement() throws Exception {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, numbered(3_000));
    LayerDefinition lines = definition("things", GeometryType.LINE);
    List<Feature> scanned = new ArrayList<>();
    FutureTask<Void> replacement =
        new FutureTask<>(
            () -> load(lines, LoadMode.REPLACE, feature("new", "LINESTRING (1 1, 2 2)")), null);
    store.scan(
        "things",
        (feature, revision) -> {
          if (scanned.isEmpty()) {
            new Thread(replacement, "replacement").start();
          }
          scanned.add(feature);
        });
    replacement.get(30, TimeUnit.SECONDS);
    assertThat(scanned).containsExactlyInAnyOrder(numbered(3_000));
    assertThat(features(store, "things")).containsOnlyKeys("new");
  }

  @Test
  void readersAlwaysMeetAWholeStateWhileLayersAreReplaced() throws Exception {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, numbered(20));
    AtomicBoolean done = new AtomicBoolean();
    FutureTask<Integer> reading =
        new FutureTask<>(
            () -> {
              int scans = 0;
              for (; !done.get() || scans == 0; scans++) {
                List<Feature> seen = new ArrayList<>();
                var layer = store.scan("things", (feature, revision) -> seen.add(feature));
                assertThat(seen).hasSize(20).hasSize(Math.toIntExact(layer.count()));
              }
              return scans;
            });
    new Thread(reading, "reading").start();
    for (int i = 0; i < 20; i++) {
      load(definition("things", GeometryType.POINT), LoadMode.REPLACE, numbered(20));
    }
    done.set(true);
    assertThat(reading.get(30, TimeUnit.SECONDS)).isPositive();
  }

  @Test
  void aReplacedLayersColumnsMayChangeHoweverOftenItWasRead() {
    LayerDefinition texts = definition("things", GeometryType.POINT);
    load(texts, LoadMode.APPEND, feature("a", "POINT (1 2)"));
    for (int i = 0; i < 20; i++) {
      features(store, "things");
    }
    LayerDefinition numbers = withFields("things", List.of(Field.of("name", FieldType.INTEGER)));
    Feature number = new Feature("a", geometry("POINT (1 2)"), new Object[] {7L, null, null});
    load(numbers, LoadMode.REPLACE, number);
    assertThat(features(store, "things").values()).containsExactly(number);
  }

  @Test
  void aWriterBehindALoadIsRefusedAfterAWhileAndTheLoadGoesOn() {
    LayerDefinition things = definition("things", GeometryType.POINT);
    load(things, LoadMode.APPEND, feature("a", "POINT (1 2)"));
    ChangeSet edit = new ChangeSet("things", List.of(new Delete("a", 1)));
    try (FeatureStore impatient = open(Duration.ofMillis(20));
        BulkLoad load = store.bulkLoad(things, LoadMode.APPEND)) {
      load.add(feature("b", "POINT (1 2)"));
      assertThatThrownBy(() -> impatient.apply(edit))
          .isInstanceOf(StoreBusyException.class)
          .hasMessageContaining("try again");
      assertThatThrownBy(() -> impatient.bulkLoad(things, LoadMode.APPEND))
          .isInstanceOf(StoreBusyException.class);
      assertThatThrownBy(() -> impatient.dropLayer("things"))
          .isInstanceOf(StoreBusyException.class);
      assertThat(features(impatient, "things")).containsOnlyKeys("a");
      load.commit();
    }
    store.apply(edit);
    assertThat(features(store, "things")).containsOnlyKeys("b");
  }

  @Test
  void aStoreOpensAndReadsWhileALoadHoldsIt() {
    LayerDefinition things = definition("things", GeometryType.POINT);
    load(things, LoadMode.APPEND, feature("a", "POINT (1 2)"));
    try (BulkLoad load = store.bulkLoad(things, LoadMode.APPEND);
        FeatureStore beside = open(Duration.ofMillis(20))) {
      load.add(feature("b", "POINT (1 2)"));
      assertThat(features(beside, "things")).containsOnlyKeys("a");
      assertThat(beside.recoveryNotes()).isEmpty();
    }
  }

  @Test
  void aLoadThatEndedInGoodOrderIsNothingToRecover() {
    LayerDefinition things = definition("things", GeometryType.POINT);
    load(things, LoadMode.APPEND, feature("a", "POINT (1 2)"));
    store.bulkLoad(things, LoadMode.REPLACE).close();
    assertThatThrownBy(() -> load(things, LoadMode.APPEND, feature("a", "POINT (1 2)")))
        .isInstanceOf(DuplicateCodeException.class);
    try (FeatureStore again = open()) {
      assertThat(again.recoveryNotes()).isEmpty();
      assertThat(features(again, "things")).containsOnlyKeys("a");
    }
  }

  @Test
  void ofEachChangeTheOtherProgramsHear() throws Exception {
    LayerDefinition things = definition("things", GeometryType.POINT);
    load(things, LoadMode.APPEND, feature("a", "POINT (1 2)"));
    BlockingQueue<LayerChanged> heard = new LinkedBlockingQueue<>();
    try (FeatureStore other = open();
        AutoCloseable subscription = other.onChange(heard::add)) {
      assertThat(subscription).isNotNull();
      store.apply(new ChangeSet("things", List.of(new Delete("a", 1))));
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new LayerChanged("things", 2, false));
      assertThat(other.changesSince("things", 1))
          .containsExactly(new Change("things", 2, List.of("a"), false));
      store.dropLayer("things");
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new LayerChanged("things", 3, true));
      store.createLayer(things);
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new LayerChanged("things", 4, false));
      assertThat(other.changesSince("things", 2)).allMatch(Change::whole).isNotEmpty();
    }
  }

  @Test
  void aListenerThatFailsDoesNotSilenceTheFeed() throws Exception {
    BlockingQueue<LayerChanged> heard = new LinkedBlockingQueue<>();
    try (FeatureStore other = open()) {
      other.onChange(
          change -> {
            heard.add(change);
            throw new IllegalStateException("a listener of the test fails");
          });
      store.createLayer(definition("one", GeometryType.POINT));
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new LayerChanged("one", 1, false));
      store.createLayer(definition("two", GeometryType.POINT));
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new LayerChanged("two", 1, false));
    }
  }

  @Test
  void aCommitSaysWhenItWas() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    store.createLayer(definition("things", GeometryType.POINT));
    assertThat(store.getLayer("things").committedAt()).isBetween(before, Instant.now());
  }

  @Test
  void manyFeaturesAreReadByTheirCodes() {
    load(definition("things", GeometryType.POINT), LoadMode.APPEND, numbered(3_000));
    List<String> wanted = IntStream.range(1_000, 4_000).mapToObj(i -> "n-" + i).toList();
    Set<String> read = new TreeSet<>();
    store.read("things", wanted, (feature, revision) -> read.add(feature.code()));
    assertThat(read).hasSize(2_000).contains("n-1000", "n-2999");
  }
}
