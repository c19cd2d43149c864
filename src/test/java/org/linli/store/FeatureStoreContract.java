package org.linli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.Snapshots;
import org.linli.store.ChangeSet.Delete;
import org.linli.store.ChangeSet.Insert;
import org.linli.store.ChangeSet.Update;

/** What every store keeps to. */
abstract class FeatureStoreContract extends SharedStoreContract {
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
  void aCommitSaysWhenItWas() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    store.createLayer(definition("things", GeometryType.POINT));
    assertThat(store.getLayer("things").committedAt()).isBetween(before, Instant.now());
  }
}
