package org.linli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The size of a run, and where its files lie.
 *
 * @param work the folder for everything
 * @param buildings how many features the layer has
 * @param rounds how often the long things are repeated
 */
record Course(Path work, int buildings, int rounds) {
  static final String LAYER = "footprints";
  static final String OTHER_LAYER = "warmup";
  static final int FULL = 500_000;
  private static final long SEED = 20_260_101;

  /** The GeoJSON file with the first {@code features} buildings, made at the first call. */
  Path geoJson(int features) {
    return BuildingsFile.write(work.resolve("buildings-" + features + ".geojson"), features, SEED);
  }

  Path geoJson() {
    return geoJson(buildings);
  }

  /** Whether it is of the size that the figures are published at. */
  boolean isFull() {
    return buildings == FULL;
  }

  Towns towns() {
    return new Towns(buildings);
  }

  /** A folder of the run, empty. */
  Path emptyFolder(String name) {
    Path folder = work.resolve(name);
    if (Files.exists(folder)) {
      removeAll(folder);
    }
    try {
      return Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The home, without the finished exports that an earlier portal kept in it. */
  static Path withoutCopies(Path home) {
    Path copies = home.resolve("cache");
    if (Files.exists(copies)) {
      removeAll(copies);
    }
    return home;
  }

  /**
   * Removes the finished exports that a portal, which goes on, keeps in the home. One that was just
   * sent comes to lie there a moment later; that moment is waited for.
   */
  static void forgetCopies(Path home) {
    List<Path> copies = copies(home);
    while (copies.stream().anyMatch(copy -> copy.toString().endsWith(".part"))) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      copies = copies(home);
    }
    copies.forEach(Course::remove);
  }

  private static List<Path> copies(Path home) {
    try (Stream<Path> inside = Files.list(home.resolve("cache"))) {
      return inside.toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void remove(Path path) {
    try {
      Files.delete(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void removeAll(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A home with this many features in {@link #LAYER}, imported by our own command. */
  Path home(int features) {
    Path home = work.resolve("home-" + features);
    if (Files.notExists(home)) {
      Path unfinished = emptyFolder("home-unfinished");
      Portal.load(LAYER, geoJson(features), unfinished);
      rename(unfinished, home);
    }
    return home;
  }

  /** The home that the run serves from: the layer, and a smaller one to warm up on. */
  Path home() {
    Path home = work.resolve("home-served");
    if (Files.notExists(home)) {
      Path unfinished = emptyFolder("home-unfinished");
      Portal.load(LAYER, geoJson(), unfinished);
      Portal.load(OTHER_LAYER, geoJson(Towns.PLOTS_A_TOWN), unfinished);
      rename(unfinished, home);
    }
    return home;
  }

  private static void rename(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Reads a file once, so that it lies in the machine's cache for everybody. */
  static void warm(Path file) {
    try {
      Files.copy(file, java.io.OutputStream.nullOutputStream());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
