package org.linli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Real files that are no part of the project. They lie in the folder named by the system property
 * or environment variable {@code LINLI_DATA}, else in {@code ../shared/data}.
 */
public final class RealData {

  private static final Path FOLDER =
      Path.of(
          Optional.ofNullable(System.getProperty("LINLI_DATA"))
              .or(() -> Optional.ofNullable(System.getenv("LINLI_DATA")))
              .orElse("../shared/data"));

  private RealData() {}

  /** The file or folder, for a test that has something else in its place. */
  public static Optional<Path> find(String path) {
    return Optional.of(FOLDER.resolve(path)).filter(Files::exists);
  }

  /** The file or folder, or the running test is skipped with its name as the reason. */
  public static Path file(String path) {
    Path file = FOLDER.resolve(path);
    Assumptions.assumeTrue(
        Files.exists(file),
        () -> file + " is not here; set LINLI_DATA to the folder of real data.");
    return file;
  }
}
