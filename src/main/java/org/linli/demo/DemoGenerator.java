package org.linli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes the demo's source files, the same bytes each time. The manifest beside them is written by
 * hand.
 */
public final class DemoGenerator {
  private DemoGenerator() {}

  /**
   * Writes GeoJSON and CSV (UTF-8, WGS 84 degrees, times with their offset) into a folder, which is
   * made if it is not there; files of the same name are replaced.
   *
   * @throws IOException when the folder cannot be written
   */
  public static void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : new DemoCommunity().files().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
