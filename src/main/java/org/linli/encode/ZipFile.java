package org.linli.encode;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive on its way to a stream. Its entries have the time of the data, not of the making, so
 * that the same data make the same bytes.
 */
public final class ZipFile implements AutoCloseable {
  /** As much as is gained above costs several times the work. */
  private static final int COMPRESSION_LEVEL = 3;

  /** What the format can say. */
  private static final LocalDateTime FIRST_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;
  private final LocalDateTime time;

  /**
   * @param out is not closed
   */
  public ZipFile(OutputStream out, Instant time) {
    this.zip =
        new ZipOutputStream(
            new FilterOutputStream(out) {
              @Override
              public void write(byte[] bytes, int start, int length) throws IOException {
                out.write(bytes, start, length);
              }

              @Override
              public void close() {
                // Whoever gave the stream closes it.
              }
            });
    zip.setLevel(COMPRESSION_LEVEL);
    LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    this.time = utc.isBefore(FIRST_TIME) ? FIRST_TIME : utc;
  }

  /** Begins the next entry; what is written to the stream given belongs to it. */
  public OutputStream entry(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(time);
    zip.putNextEntry(entry);
    return zip;
  }

  @Override
  public void close() throws IOException {
    zip.closeEntry();
    zip.finish();
  }
}
