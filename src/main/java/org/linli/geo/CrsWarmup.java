package org.linli.geo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens the EPSG database before anyone waits for it. It is needed only for systems beyond WGS 84,
 * Web Mercator, UTM and CGCS2000; whoever asks for one sooner just waits for the same second.
 */
public final class CrsWarmup {

  /** British National Grid: a projection and a datum shift, so both halves get loaded. */
  private static final int EXAMPLE = 27700;

  private CrsWarmup() {}

  /**
   * Has the database unpacked into {@code epsg} below a scratch folder when it is opened. Call it
   * before any coordinate reference system is named, or it may lie in the system's temporary folder
   * already.
   *
   * @throws UncheckedIOException if the folder cannot be made
   */
  public static void in(Path scratch) {
    EpsgDatabase.unpackInto(made(scratch.resolve("epsg")));
  }

  /**
   * Returns when the database is open.
   *
   * @throws UnknownCrsException if it cannot be opened
   */
  public static void open() {
    EpsgDatabase.define(EXAMPLE);
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + folder + ": check its rights.", e);
    }
  }
}
