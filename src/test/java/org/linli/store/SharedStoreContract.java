package org.linli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.store.ChangeSet.Delete;
import org.linli.store.ChangeSet.Insert;
import org.linli.store.ChangeSet.Update;
import org.linli.store.FeatureStore.LayerChanged;

/** What every store keeps to among readers, writers and other programs. */
abstract class SharedStoreContract extends StoredValuesContract {
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
}
