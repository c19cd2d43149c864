package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.config.Home;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.store.BulkLoad;
import org.linli.store.ChangeSet;
import org.linli.store.FeatureStore;
import org.linli.store.FeatureStore.LayerChanged;
import org.linli.store.FeatureStore.StoredLayer;
import org.linli.store.LoadMode;

/**
 * An import that is killed in its middle, again and again on one store: the program itself runs in
 * a process of its own, and gets no chance to tidy up.
 */
abstract class KilledImportContract {
  private static final int ROWS = 20_000;
  private static final int OLD_ROWS = 5;
  private static final String LAYER = "crowd";

  @TempDir Path folder;
  private Path file;

  /** A moment of an import, seen from outside. */
  record Moment(String name, Seen seen) {}

  interface Seen {
    boolean now() throws SQLException, IOException;
  }

  abstract FeatureStore open();

  abstract List<String> storeOptions();

  abstract String databaseUrl();

  /** The names that tables go by in SQL begin with this. */
  abstract String schema();

  /** Eight moments while rows are written, each later than the one before. */
  abstract List<Moment> momentsOfWriting();

  void requireSound() throws SQLException {}

  @BeforeEach
  void writeFile() throws IOException {
    Files.createDirectories(home());
    file = folder.resolve("crowd.geojson");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
      for (int i = 0; i < ROWS; i++) {
        out.write(i == 0 ? "" : ",\n");
        out.write(row(i));
      }
      out.write("]}");
    }
  }

  private static String row(int i) {
    double x = 118 + i % 200 * 1e-3;
    double y = 37 + i / 200 * 1e-3;
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Feature\",\"id\":\"c-%d\",\"properties\":{\"name\":\"第%d号\",\"n\":%d},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%.4f,%.4f],[%.4f,%.4f],"
            + "[%.4f,%.4f],[%.4f,%.4f]]]}}",
        i,
        i,
        i,
        x,
        y,
        x + 5e-4,
        y,
        x + 5e-4,
        y + 5e-4,
        x,
        y);
  }

  private Process startImport() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(LinliAtlas.class.getName());
    command.addAll(List.of("import", LAYER, file.toString(), "--mode", "replace"));
    command.addAll(List.of("--home", home().toString()));
    command.addAll(storeOptions());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  Path home() {
    return folder.resolve("home");
  }

  /** The one number that a statement gives; 0 if there is nothing to ask yet. */
  long ask(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(databaseUrl())) {
      return ask(connection, sql);
    }
  }

  static long ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private List<Moment> moments(long version) {
    List<Moment> moments = new ArrayList<>();
    moments.add(
        new Moment(
            "it is begun", () -> ask("SELECT count(*) FROM " + schema() + "linli_load") > 0));
    moments.addAll(momentsOfWriting());
    moments.add(
        new Moment(
            "it is committed",
            () -> ask("SELECT max(version) FROM " + schema() + "linli_layer") > version));
    return moments;
  }

  @Test
  void anImportKilledAtAnyMomentLeavesAllOrNothingAndTheStoreSaysWhich() throws Exception {
    int cutOff = 0;
    int moments = moments(0).size();
    assertThat(moments).isEqualTo(10);
    for (int i = 0; i < moments; i++) {
      StoredLayer before = putOldRows();
      Moment moment = moments(before.version()).get(i);
      killAt(moment);
      cutOff += requireAllOrNothing(before, moment.name());
    }
    assertThat(cutOff).as("imports that were cut off before their end").isGreaterThanOrEqualTo(5);
  }

  private StoredLayer putOldRows() {
    LayerDefinition things = BuiltInLayers.find("buildings").orElseThrow().withId(LAYER);
    try (FeatureStore store = open()) {
      assertThat(store.recoveryNotes()).as("what was told of the import before").isEmpty();
      try (BulkLoad load = store.bulkLoad(things, LoadMode.REPLACE)) {
        for (int i = 0; i < OLD_ROWS; i++) {
          load.add(new Feature("old-" + i, null, new Object[things.fields().size()]));
        }
        load.commit();
      }
      return store.getLayer(LAYER);
    }
  }

  private void killAt(Moment moment) throws Exception {
    Process running = startImport();
    boolean ended = false;
    while (!ended && !moment.seen().now()) {
      ended = running.waitFor(2, TimeUnit.MILLISECONDS);
    }
    running.destroyForcibly().waitFor();
  }

  /** Gives 1 if the import was cut off, 0 if it was all there already. */
  private int requireAllOrNothing(StoredLayer before, String moment) throws Exception {
    int cut;
    try (FeatureStore store = open()) {
      StoredLayer after = store.getLayer(LAYER);
      cut = after.version() == before.version() ? 1 : 0;
      assertThat(codes(store)).as("killed when " + moment + output()).hasSize(rows(cut));
      assertThat(after.count()).isEqualTo(rows(cut));
      if (cut == 1) {
        assertThat(after).isEqualTo(before);
        assertThat(store.recoveryNotes())
            .as("killed when " + moment)
            .singleElement()
            .satisfies(note -> assertThat(note.en()).contains(LAYER, "nothing of it was kept"));
      } else {
        assertThat(store.recoveryNotes()).isEmpty();
      }
      requireUsable(store);
    }
    requireSound();
    requireCleanScratch();
    return cut;
  }

  private String output() throws IOException {
    return "; it said: " + Files.readString(folder.resolve("output"));
  }

  private static int rows(int cut) {
    return cut == 1 ? OLD_ROWS : ROWS;
  }

  private static List<String> codes(FeatureStore store) {
    List<String> codes = new ArrayList<>();
    store.scan(LAYER, (feature, revision) -> codes.add(feature.code()));
    return codes;
  }

  private void requireUsable(FeatureStore store) {
    StoredLayer layer = store.getLayer(LAYER);
    Feature added = new Feature("late", null, new Object[layer.definition().fields().size()]);
    store.apply(new ChangeSet(LAYER, List.of(new ChangeSet.Insert(added))));
    assertThat(codes(store)).contains("late");
  }

  private void requireCleanScratch() throws IOException {
    Home home = Home.open(home());
    home.clearScratch();
    try (Stream<Path> left = Files.list(home.scratch())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void anImportBesideAServingPortalIsHeardOf() throws Exception {
    putOldRows();
    try (FeatureStore serving = open()) {
      BlockingQueue<LayerChanged> heard = new LinkedBlockingQueue<>();
      serving.onChange(heard::add);
      long version = serving.getLayer(LAYER).version();
      Process importing = startImport();
      assertThat(heard.poll(60, TimeUnit.SECONDS))
          .as(output())
          .isEqualTo(new LayerChanged(LAYER, version + 1, false));
      assertThat(codes(serving)).hasSize(ROWS);
      assertThat(importing.waitFor()).isZero();
    }
  }
}
