package org.linli.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the pictures lie that features name: a folder of the portal's home, and beside it the
 * drawings of the demo. A name has no folders in it, so that none leads out of there.
 *
 * @param folder need not be there
 */
public record PictureFolder(Path folder) {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}\\.(?:svg|png|jpg|jpeg|webp)");
  private static final long MOST_BYTES = 12_000_000;
  private static final String DEMO = "/data/demo/";

  /** The bytes of a picture; empty where there is none of the name, or it is over 12 MB. */
  Optional<byte[]> find(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    try {
      Path own = folder.resolve(name);
      if (Files.isRegularFile(own)) {
        return Files.size(own) > MOST_BYTES
            ? Optional.empty()
            : Optional.of(Files.readAllBytes(own));
      }
      return name.endsWith(".svg") ? drawing(name) : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The picture " + name + " cannot be read.", unreadable);
    }
  }

  private static Optional<byte[]> drawing(String name) throws IOException {
    try (InputStream drawing = PictureFolder.class.getResourceAsStream(DEMO + name)) {
      return drawing == null ? Optional.empty() : Optional.of(drawing.readAllBytes());
    }
  }
}
