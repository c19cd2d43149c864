package org.linli.geo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Opens the EPSG database before anyone waits for it. It is needed only for systems beyond WGS 84,
 * Web Mercator, UTM and CGCS2000; whoever asks for one sooner just waits for the same second.
 */
public final class CrsWarmup {

  /** British National Grid: a projection and a datum shift, so both halves get loaded. */
  private static final int EXAMPLE = 27700;

  private CrsWarmup() {}

  /**
   * Unpacks the database into {@code epsg} below a scratch folder and opens it, on a daemon thread.
   * Call it before any coordinate reference system is named, or it may lie in the system's
   * temporary folder already.
   *
   * @return done when the database is open; fails with an {@link UnknownCrsException} if it cannot
   *     be
   * @throws UncheckedIOException if the folder cannot be made
   */
  public static CompletableFuture<Void> in(Path scratch) {
    EpsgDatabase.unpackInto(made(scratch.resolve("epsg")));
    return CompletableFuture.runAsync(() -> EpsgDatabase.define(EXAMPLE), CrsWarmup::onDaemon);
  }

  private static void onDaemon(Runnable task) {
    Thread thread = new Thread(task, "crs-warmup");
    thread.setDaemon(true);
    thread.start();
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + folder + ": check its rights.", e);
    }
  }
}
