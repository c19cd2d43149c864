package org.linli.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/** Looks over an archive's directory before a byte of its files is read. */
final class ArchiveCheck {
  private static final Pattern OUTSIDE = Pattern.compile("/.*|[A-Za-z]:.*|(.*/)?\\.\\.(/.*)?");
  private static final Pattern CONTROL = Pattern.compile(".*\\p{Cntrl}.*", Pattern.DOTALL);
  private static final Set<Integer> METHODS =
      Set.of(
          ZipMethod.STORED.getCode(),
          ZipMethod.DEFLATED.getCode(),
          ZipMethod.ENHANCED_DEFLATED.getCode());

  /** A local header has at least so many bytes, and lies before its file's bytes. */
  private static final int SHORTEST_HEADER = 30;

  private final Set<String> taken = new HashSet<>();
  private final List<ArchivedFile> files = new ArrayList<>();

  /**
   * The files among the entries, without folders.
   *
   * @param archiveBytes how long the archive is
   * @throws SourceException if one is not what an honest archive has
   */
  static List<ArchivedFile> files(List<ZipArchiveEntry> entries, long archiveBytes) {
    ArchiveCheck check = new ArchiveCheck();
    entries.forEach(check::see);
    check.apart(archiveBytes);
    return check.files;
  }

  private void see(ZipArchiveEntry entry) {
    String path = path(entry);
    boolean folder = path.endsWith("/");
    if (OUTSIDE.matcher(path).matches() || CONTROL.matcher(path).matches()) {
      throw refused(IssueKind.ARCHIVE_ENTRY, path);
    }
    if (entry.isUnixSymlink()) {
      throw refused(IssueKind.ARCHIVE_ENTRY, path);
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw refused(IssueKind.ARCHIVE_ENCRYPTED, path);
    }
    if (!METHODS.contains(entry.getMethod())) {
      throw refused(IssueKind.ARCHIVE_METHOD, path, entry.getMethod());
    }
    if (!taken.add(path.toLowerCase(Locale.ROOT))) {
      throw refused(IssueKind.ARCHIVE_DUPLICATE, path);
    }
    if (!folder) {
      files.add(new ArchivedFile(path, entry));
    } else if (entry.getSize() > 0) {
      throw refused(IssueKind.ARCHIVE_SIZE, path, 0, entry.getSize());
    }
  }

  /** No two files share bytes, and none goes beyond the archive's end. */
  private void apart(long archiveBytes) {
    List<ArchivedFile> inOrder = new ArrayList<>(files);
    inOrder.sort(Comparator.comparingLong(file -> file.entry().getDataOffset()));
    long free = 0;
    for (ArchivedFile file : inOrder) {
      ZipArchiveEntry entry = file.entry();
      long end = entry.getDataOffset() + entry.getCompressedSize();
      if (entry.getDataOffset() - SHORTEST_HEADER < free || end > archiveBytes) {
        throw refused(IssueKind.ARCHIVE_OVERLAP, file.path());
      }
      free = end;
    }
  }

  private static SourceException refused(IssueKind kind, Object... details) {
    return new SourceException(ImportIssue.ofFile(kind, details));
  }

  /** Slashes part it, whatever the system it was made on. */
  private static String path(ZipArchiveEntry entry) {
    return name(entry).replace('\\', '/');
  }

  /** Chinese systems write names in their own encoding without saying so. */
  private static String name(ZipArchiveEntry entry) {
    boolean said =
        entry.getGeneralPurposeBit().usesUTF8ForNames()
            || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME;
    return said ? entry.getName() : decoded(entry.getRawName());
  }

  private static String decoded(byte[] raw) {
    List<Charset> usual = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    return usual.stream()
        .filter(charset -> EncodingEvidence.decodes(raw, charset))
        .findFirst()
        .map(charset -> new String(raw, charset))
        .orElseGet(() -> new String(raw, StandardCharsets.ISO_8859_1));
  }
}
