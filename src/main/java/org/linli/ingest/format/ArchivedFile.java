package org.linli.ingest.format;

import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * A file in an archive.
 *
 * @param path its path in there, with slashes
 */
record ArchivedFile(String path, ZipArchiveEntry entry) {

  /** The last part of the path. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What follows the name's last dot, in small letters; empty if there is none. */
  String extension() {
    String name = name();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The path without the extension. */
  String stem() {
    String extension = extension();
    return extension.isEmpty() ? path : path.substring(0, path.length() - extension.length() - 1);
  }

  boolean isSisterOf(ArchivedFile other) {
    return stem().equalsIgnoreCase(other.stem());
  }

  /** Whether an operating system put it there, and no person. */
  boolean isLitter() {
    String name = name();
    return path.startsWith("__MACOSX/")
        || name.startsWith(".")
        || name.equalsIgnoreCase("Thumbs.db")
        || name.equalsIgnoreCase("desktop.ini");
  }
}
