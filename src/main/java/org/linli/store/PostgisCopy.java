package org.linli.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.linli.layer.Feature;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Sends features to a table by COPY, in its binary format (PostgreSQL documentation, COPY, "Binary
 * Format"): no text has to be escaped, and no number is printed and parsed.
 */
final class PostgisCopy {
  private static final byte[] HEADER = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int BUFFER_BYTES = 1 << 18;
  private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final PostgisRows rows;
  private final CopyIn copy;
  private final DataOutputStream out;

  /**
   * @param sql the COPY of {@link PostgisTable#copySql}
   */
  PostgisCopy(Connection connection, String sql, PostgisRows rows) throws SQLException {
    this.rows = rows;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    this.out = new DataOutputStream(new PGCopyOutputStream(copy, BUFFER_BYTES));
    sending(
        () -> {
          out.write(HEADER);
          out.writeInt(0);
          out.writeInt(0);
        });
  }

  private interface Sending {
    void run() throws IOException;
  }

  private static void sending(Sending sending) throws SQLException {
    try {
      sending.run();
    } catch (IOException failed) {
      throw failed.getCause() instanceof SQLException cause ? cause : new SQLException(failed);
    }
  }

  /**
   * @throws SQLException if the server has refused this row, or one before it
   * @throws IllegalArgumentException if a value cannot be kept; nothing of the row was sent
   */
  void add(Feature feature) throws SQLException {
    int fields = rows.definition().fields().size();
    Object[] values = new Object[fields];
    for (int i = 0; i < fields; i++) {
      values[i] = rows.checked(feature, i);
    }
    sending(() -> write(feature, values));
  }

  private void write(Feature feature, Object[] values) throws IOException {
    boolean spatial = rows.definition().hasGeometry();
    out.writeShort(values.length + (spatial ? 2 : 1));
    text(feature.code());
    if (spatial) {
      bytes(feature.geometry().map(rows::wkb).orElse(null));
    }
    for (Object value : values) {
      value(value);
    }
  }

  private void value(Object value) throws IOException {
    if (value == null) {
      out.writeInt(-1);
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Long number) {
      eight(number);
    } else if (value instanceof Double number) {
      eight(Double.doubleToLongBits(number));
    } else if (value instanceof Boolean truth) {
      out.writeInt(1);
      out.writeByte(truth ? 1 : 0);
    } else if (value instanceof LocalDate date) {
      out.writeInt(4);
      out.writeInt((int) EPOCH_DAY.until(date, ChronoUnit.DAYS));
    } else {
      eight(ChronoUnit.MICROS.between(EPOCH, (Instant) value));
    }
  }

  private void text(String text) throws IOException {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(byte[] bytes) throws IOException {
    out.writeInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  private void eight(long bits) throws IOException {
    out.writeInt(8);
    out.writeLong(bits);
  }

  /**
   * Ends the COPY.
   *
   * @return how many rows were sent
   */
  long end() throws SQLException {
    sending(
        () -> {
          out.writeShort(-1);
          out.flush();
        });
    return copy.endCopy();
  }

  /** Gives up; the transaction can only be rolled back after that. */
  void cancel() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
