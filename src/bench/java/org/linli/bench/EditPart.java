package org.linli.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.linli.geo.TileCoord;
import org.linli.layer.Feature;
import org.linli.store.ChangeSet;
import org.linli.store.FeatureStore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * How soon after its commit one edited feature is seen by whoever asks over HTTP. The portal runs
 * in this JVM, so that the moment of the commit is known; each answer is asked for again until it
 * has the edit.
 */
final class EditPart {
  private static final int EDITS = 30;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final FeatureStore store;
  private final KeptAliveClient client;
  private final SplittableRandom random = new SplittableRandom(11);
  private final int buildings;
  private int edits;

  private EditPart(FeatureStore store, KeptAliveClient client, int buildings) {
    this.store = store;
    this.client = client;
    this.buildings = buildings;
  }

  /** The portal as it serves, without what the tests put beside it on the same class path. */
  @SpringBootConfiguration
  @EnableAutoConfiguration
  @ConfigurationPropertiesScan("org.linli")
  @ComponentScan(
      basePackages = {
        "org.linli.account",
        "org.linli.config",
        "org.linli.http",
        "org.linli.ogcapi",
        "org.linli.opendata",
        "org.linli.insight",
        "org.linli.intake",
        "org.linli.portal"
      },
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests?([$].*)?"))
  static class Served {}

  static void run(Course course, Results results) throws Exception {
    String home = course.home(course.buildings()).toString();
    int port = Command.freePort();
    try (ConfigurableApplicationContext portal =
            SpringApplication.run(
                Served.class,
                "--linli.home=" + home,
                "--linli.demo=false",
                "--server.port=" + port);
        KeptAliveClient client = new KeptAliveClient(port)) {
      FeatureStore store = portal.getBean(FeatureStore.class);
      new EditPart(store, client, course.buildings()).measure(results);
    }
  }

  private void measure(Results results) {
    times(EDITS, this::untilItem);
    report("edit seen in the items", times(EDITS, this::untilItem), results);
    times(EDITS, this::untilTile);
    report("edit seen in the tile", times(EDITS, this::untilTile), results);
    times(3, this::untilExport);
    report("edit seen in an export that begins", times(EDITS / 3, this::untilExport), results);
  }

  private static void report(String what, Timings timings, Results results) {
    results.add(Figure.bound(what + ", p95 after its commit", timings.p95() / 1e6, "ms", 50));
  }

  /** Waits for an edit to be seen, and tells how long after its commit that was. */
  private interface Wait {
    long nanosAfter(Edit edit);
  }

  private Timings times(int count, Wait wait) {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nanos.add(wait.nanosAfter(edit()));
    }
    return new Timings(nanos);
  }

  /** A feature that has just got a new name. */
  private record Edit(Feature feature, String name, long committedAt) {}

  private Edit edit() {
    String code = "B" + (1_000_000 + random.nextInt(buildings));
    AtomicReference<Feature> feature = new AtomicReference<>();
    int[] revision = new int[1];
    store.read(
        Course.LAYER,
        List.of(code),
        (found, at) -> {
          feature.set(found);
          revision[0] = at;
        });
    String name = "@renamed-" + ++edits + ";";
    Object[] values = feature.get().values().clone();
    values[store.getLayer(Course.LAYER).definition().getIndex("name")] = name;
    Feature edited = new Feature(code, feature.get().shape(), values);
    store.apply(new ChangeSet(Course.LAYER, List.of(new ChangeSet.Update(edited, revision[0]))));
    return new Edit(edited, name, System.nanoTime());
  }

  private long untilItem(Edit edit) {
    String path = "/ogc/collections/" + Course.LAYER + "/items/" + edit.feature.code();
    return untilSeen(edit, path);
  }

  private long untilTile(Edit edit) {
    TileCoord at =
        TileCoord.at(
            edit.feature.shape().getInteriorPoint().getX(),
            edit.feature.shape().getInteriorPoint().getY(),
            14);
    return untilSeen(edit, Portal.tile(Course.LAYER, at));
  }

  private long untilSeen(Edit edit, String path) {
    while (true) {
      byte[] body = client.get(path).requireOk(path).body();
      long nanos = System.nanoTime() - edit.committedAt;
      if (new String(body, StandardCharsets.UTF_8).contains(edit.name)) {
        return nanos;
      }
      requirePatience(edit, path, nanos);
    }
  }

  /** Until the first byte of an export that has the edit; it is read to its end to find it. */
  private long untilExport(Edit edit) {
    String path = Portal.wholeLayer(Course.LAYER);
    while (true) {
      long asked = System.nanoTime() - edit.committedAt;
      WordCount search = new WordCount(edit.name);
      Answer answer = client.get(path, search).requireOk(path);
      if (search.occurrences() > 0) {
        return asked + answer.firstByteNanos();
      }
      requirePatience(edit, path, asked);
    }
  }

  private static void requirePatience(Edit edit, String path, long nanos) {
    if (nanos > PATIENCE_NANOS) {
      throw new IllegalStateException(path + " does not show " + edit);
    }
  }
}
