package org.linli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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

  private static Geometry geometry(String wkt) {
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
}
