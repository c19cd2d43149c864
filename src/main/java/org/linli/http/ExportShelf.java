package org.linli.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where finished exports are kept, as files of one folder and within a budget; those not asked for
 * the longest go first. What is on it is whole: a file is written elsewhere, then renamed. It
 * outlives the process. Thread-safe.
 */
final class ExportShelf {
  private static final Logger LOG = LoggerFactory.getLogger(ExportShelf.class);
  private static final String UNFINISHED = ".part";

  /**
   * What was handed out is opened a moment later, by the server, after the handler has returned: it
   * is not removed before that.
   */
  private static final long GRACE_NANOS = Duration.ofSeconds(10).toNanos();

  private final Path folder;
  private final long budgetBytes;
  private final LongSupplier nanoClock;

  /** The files by name, that not asked for the longest first. */
  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  /** What is no longer on the shelf, but may just have been handed out. */
  private final List<Entry> leaving = new ArrayList<>();

  private record Entry(CopyName name, long bytes, long usedNanos) {}

  /** A file on the shelf. */
  record Copy(Path path, long bytes) {}

  /** Takes over what an earlier process left, but for what it did not finish. */
  ExportShelf(Path folder, long budgetBytes, LongSupplier nanoClock) {
    this.folder = folder;
    this.budgetBytes = budgetBytes;
    this.nanoClock = nanoClock;
    try {
      Files.createDirectories(folder);
      takeOver();
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The folder " + folder + " for finished exports cannot be used: mend its rights.",
          failed);
    }
    makeRoom();
  }

  private void takeOver() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = new ArrayList<>(found.filter(Files::isRegularFile).toList());
    }
    files.sort(Comparator.comparing(file -> file.toFile().lastModified()));
    long longAgo = nanoClock.getAsLong() - GRACE_NANOS - 1;
    for (Path file : files) {
      String fileName = file.getFileName().toString();
      Optional<CopyName> name = CopyName.find(fileName);
      if (name.isPresent()) {
        entries.put(fileName, new Entry(name.get(), Files.size(file), longAgo));
      } else if (fileName.endsWith(UNFINISHED)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A new empty file beside the shelf, which only its owner can read. */
  Path unfinished() throws IOException {
    return Files.createTempFile(folder, "export", UNFINISHED);
  }

  /** The copy of a name, if it is kept. */
  synchronized Optional<Copy> find(CopyName name) {
    clearAway();
    Entry entry = entries.get(name.fileName());
    if (entry == null) {
      return Optional.empty();
    }
    Path path = path(name);
    if (!isStillThere(path, entry.bytes)) {
      entries.remove(name.fileName());
      return Optional.empty();
    }
    entries.put(name.fileName(), new Entry(name, entry.bytes, nanoClock.getAsLong()));
    return Optional.of(new Copy(path, entry.bytes));
  }

  private Path path(CopyName name) {
    return folder.resolve(name.fileName());
  }

  /** Marks its use for the next process, and sees to it that nobody removed or cut it. */
  private static boolean isStillThere(Path path, long bytes) {
    try {
      Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
      return Files.size(path) == bytes;
    } catch (IOException gone) {
      LOG.debug("The copy {} is gone.", path, gone);
      return false;
    }
  }

  /** Puts a finished file on the shelf if the budget has room for it at all, or removes it. */
  synchronized void keep(Path finished, CopyName name) throws IOException {
    long bytes = Files.size(finished);
    if (bytes > budgetBytes) {
      Files.delete(finished);
      return;
    }
    Files.move(finished, path(name), StandardCopyOption.ATOMIC_MOVE);
    leaving.removeIf(entry -> entry.name.equals(name));
    entries.put(name.fileName(), new Entry(name, bytes, nanoClock.getAsLong()));
    makeRoom();
  }

  private void makeRoom() {
    long total = bytes();
    for (Entry entry : List.copyOf(entries.values())) {
      if (total > budgetBytes) {
        letGo(entry);
        total -= entry.bytes;
      }
    }
    clearAway();
  }

  private void letGo(Entry entry) {
    entries.remove(entry.name.fileName());
    leaving.add(entry);
  }

  private void clearAway() {
    leaving.removeIf(
        entry -> {
          boolean atRest = nanoClock.getAsLong() - entry.usedNanos > GRACE_NANOS;
          if (atRest) {
            delete(entry.name);
          }
          return atRest;
        });
  }

  private void delete(CopyName name) {
    try {
      Files.deleteIfExists(path(name));
    } catch (IOException failed) {
      LOG.warn("The copy {} could not be removed from {}.", name, folder, failed);
    }
  }

  /**
   * Removes a layer's copies of other versions than this one.
   *
   * @param version empty if the layer is no more
   */
  synchronized void keepOnly(String layerId, Optional<Long> version) {
    for (Entry entry : List.copyOf(entries.values())) {
      CopyName name = entry.name;
      if (name.layerId().equals(layerId) && !version.equals(Optional.of(name.version()))) {
        letGo(entry);
      }
    }
    clearAway();
  }

  /** How many bytes are kept. */
  synchronized long bytes() {
    return entries.values().stream().mapToLong(Entry::bytes).sum();
  }
}
