package org.linli.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.linli.encode.Representation.Body;
import org.linli.http.GrowingFile.UnwantedException;
import org.linli.layer.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The making of one export: encoded into a file that requests read while it grows. */
final class ExportMaking {
  private static final Logger LOG = LoggerFactory.getLogger(ExportMaking.class);

  private final String tag;
  private final Optional<CopyName> name;
  private final ContentCoding coding;
  private final Body body;
  private final ExportShelf shelf;
  private final GrowingFile file;
  private final Runnable end;

  /** How many requests read it, and the making itself, as long as it is under way. */
  private int users = 1;

  /**
   * @param tag what it is: equal for equal bytes only
   * @param name under which the export is kept; empty if it is not
   * @param memoryBytes how much of its beginning may wait in memory; 0 for what is kept
   * @param end run once, when nobody uses it any more
   */
  ExportMaking(
      String tag,
      Optional<CopyName> name,
      ContentCoding coding,
      Body body,
      ExportShelf shelf,
      int memoryBytes,
      Runnable end)
      throws IOException {
    this.tag = tag;
    this.name = name;
    this.coding = coding;
    this.body = body;
    this.shelf = shelf;
    this.file = new GrowingFile(shelf::unfinished, memoryBytes);
    this.end = end;
  }

  GrowingFile file() {
    return file;
  }

  String tag() {
    return tag;
  }

  /** Counts one more request that reads it. */
  synchronized void join() {
    users++;
  }

  /**
   * Counts one user less; after the last the file is closed and its memory free.
   *
   * @return how many are left
   */
  synchronized int leave() {
    users--;
    if (users == 0) {
      try {
        file.close();
      } catch (IOException failed) {
        LOG.warn("A file of an export did not close.", failed);
      }
      end.run();
    }
    return users;
  }

  /** Encodes all, then puts the file on the shelf or removes it. */
  void run() {
    try (OutputStream out = coding.over(file.writer())) {
      body.writeTo(out);
    } catch (UnwantedException unwanted) {
      discard(unwanted);
      return;
    } catch (RefusedException refused) {
      discard(refused);
      return;
    } catch (ClosedByInterruptException stopped) {
      LOG.debug("The portal stops: an export is not made to its end.");
      discard(stopped);
      return;
    } catch (IOException | RuntimeException | Error failed) {
      LOG.error("An export could not be made.", failed);
      discard(failed);
      return;
    }
    file.finish();
    keep();
  }

  private void discard(Throwable cause) {
    file.breakOff(cause);
    remove();
  }

  /** The bytes are on the disk before their name is, or a crash could leave a name without them. */
  private void keep() {
    try {
      if (name.isPresent()) {
        file.force();
        shelf.keep(file.path().orElseThrow(), name.get());
      } else {
        remove();
      }
    } catch (ClosedByInterruptException stopped) {
      LOG.debug("The portal stops: a finished export is not kept.");
      remove();
    } catch (IOException failed) {
      LOG.warn("A finished export could not be kept; it will be made again.", failed);
      remove();
    }
  }

  private void remove() {
    file.path().ifPresent(ExportMaking::remove);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      LOG.warn("The file {} of an export could not be removed.", file, failed);
    }
  }
}
