package org.linli.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.linli.layer.Parameters;

/**
 * What came with a form.
 *
 * @param file the bytes, in a file of its own
 * @param fileName what the sender calls it
 * @param fields everything else
 */
record Upload(Path file, String fileName, Parameters fields) {

  /** For one that no job takes over. */
  void remove() throws IOException {
    Files.deleteIfExists(file);
  }
}
