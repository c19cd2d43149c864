package org.linli.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/**
 * A zip archive, read by its central directory, nothing of which is believed: names, sizes and
 * checksums are held against what is there, and what is read of it is counted and bounded.
 */
final class Archive implements Closeable {
  /** Where the directory cannot be counted beforehand, so small an archive may be looked into. */
  private static final long SMALL_BYTES = 8 << 20;

  private final ZipFile zip;
  private final ArchiveLimits limits;
  private final long archiveBytes;
  private final List<ArchivedFile> files;
  private long bytesRead;

  private Archive(ZipFile zip, ArchiveLimits limits, long archiveBytes) {
    this.zip = zip;
    this.limits = limits;
    this.archiveBytes = archiveBytes;
    this.files = ArchiveCheck.files(Collections.list(zip.getEntries()), archiveBytes);
  }

  static Archive open(Path file) throws IOException {
    return open(file, ArchiveLimits.USUAL);
  }

  /**
   * @throws SourceException if it is no archive that may be read
   */
  static Archive open(Path file, ArchiveLimits limits) throws IOException {
    long bytes = Files.size(file);
    Optional<String> fault = fault(file, limits);
    if (fault.isPresent() && bytes > SMALL_BYTES) {
      throw broken(fault.get());
    }
    ZipFile zip = zip(file);
    try {
      Archive archive = new Archive(zip, limits, bytes);
      // Said last: the check above has the better words for what the other reader stumbles over.
      if (fault.isPresent()) {
        throw broken(fault.get());
      }
      return archive;
    } catch (RuntimeException refused) {
      zip.close();
      throw refused;
    }
  }

  /**
   * The Java library counts the entries without making objects of them, and is stricter with the
   * directory: an archive must be right to two readers.
   */
  private static Optional<String> fault(Path file, ArchiveLimits limits) {
    int entries;
    try (var counted = new java.util.zip.ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      entries = counted.size();
    } catch (IOException | RuntimeException fault) {
      return Optional.of(String.valueOf(fault.getMessage()));
    }
    if (entries > limits.mostEntries()) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.ARCHIVE_TOO_MANY, entries, limits.mostEntries()));
    }
    return Optional.empty();
  }

  private static ZipFile zip(Path file) {
    try {
      return ZipFile.builder().setPath(file).get();
    } catch (IOException | RuntimeException broken) {
      Throwable cause = broken.getCause() == null ? broken : broken.getCause();
      throw broken(String.valueOf(cause.getMessage()));
    }
  }

  private static SourceException broken(String why) {
    return new SourceException(ImportIssue.ofFile(IssueKind.ARCHIVE_BROKEN, why));
  }

  /** The files that people put in, in the order of the directory. */
  List<ArchivedFile> files() {
    return files.stream().filter(file -> !file.isLitter()).toList();
  }

  Optional<ArchivedFile> find(String path) {
    return files.stream().filter(file -> file.path().equalsIgnoreCase(path)).findFirst();
  }

  /** A file's bytes; reading throws {@link SourceException} where they are not as announced. */
  InputStream bytes(ArchivedFile file) throws IOException {
    return new AnnouncedStream(file, zip.getInputStream(file.entry()), this::count);
  }

  /**
   * Writes a file out, over what may be there.
   *
   * @return where it is
   * @throws SourceException if its bytes are not as announced, or too many
   */
  Path unpack(ArchivedFile file, Path target) throws IOException {
    try (InputStream in = bytes(file)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return target;
  }

  /** How many bytes were read of its files, unpacked. */
  long bytesRead() {
    return bytesRead;
  }

  private void count(ArchivedFile file, int bytes) {
    bytesRead += bytes;
    boolean swollen =
        bytesRead > limits.ratioFrom() && bytesRead / archiveBytes >= limits.mostRatio();
    if (swollen || bytesRead > limits.mostBytes()) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.ARCHIVE_BOMB, file.path(), bytesRead));
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
