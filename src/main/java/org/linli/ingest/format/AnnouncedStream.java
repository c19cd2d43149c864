package org.linli.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/** The bytes of an archived file, which must be as many, and the same, as the archive announces. */
final class AnnouncedStream extends FilterInputStream {
  private final ArchivedFile file;
  private final Counter counter;
  private final CRC32 sum = new CRC32();
  private long bytes;

  /** Is told of bytes as they are read. */
  interface Counter {
    void count(ArchivedFile file, int bytes);
  }

  AnnouncedStream(ArchivedFile file, InputStream in, Counter counter) {
    super(in);
    this.file = file;
    this.counter = counter;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = inflated(into, offset, length);
    if (count < 0) {
      end();
    } else {
      bytes += count;
      sum.update(into, offset, count);
      counter.count(file, count);
      if (bytes > file.entry().getSize()) {
        throw wrongSize();
      }
    }
    return count;
  }

  private int inflated(byte[] into, int offset, int length) {
    try {
      return super.read(into, offset, length);
    } catch (IOException | RuntimeException damaged) {
      throw refused(IssueKind.ARCHIVE_DAMAGED, file.path());
    }
  }

  private void end() {
    if (bytes != file.entry().getSize()) {
      throw wrongSize();
    }
    if (sum.getValue() != file.entry().getCrc()) {
      throw refused(IssueKind.ARCHIVE_DAMAGED, file.path());
    }
  }

  private SourceException wrongSize() {
    return refused(IssueKind.ARCHIVE_SIZE, file.path(), file.entry().getSize(), bytes);
  }

  private static SourceException refused(IssueKind kind, Object... details) {
    return new SourceException(ImportIssue.ofFile(kind, details));
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
