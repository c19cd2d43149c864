package org.linli.gpkg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens an SQLite file of unknown origin: read-only, without following its journal, with a schema
 * that may call no function of ours, and with limits on what one value or statement may take
 * (sqlite.org/security.html). The driver does not expose SQLite's own defensive switch, which
 * guards against writes only; there are none.
 */
final class UntrustedFile {
  private static final Logger LOG = LoggerFactory.getLogger(UntrustedFile.class);
  private static final byte[] SIGNATURE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /** A ring of a million vertices with Z and M is 32 MB. */
  private static final int MAX_VALUE_BYTES = 64 << 20;

  private static final int MAX_COLUMNS = 2_000;
  private static final int MAX_SQL_BYTES = 1 << 20;

  private UntrustedFile() {}

  static Connection open(Path file) {
    requireSignature(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + uri(file));
      try {
        restrict(connection);
        return connection;
      } catch (SQLException broken) {
        closeQuietly(connection);
        throw broken;
      }
    } catch (SQLException broken) {
      throw unreadable(file, broken);
    }
  }

  private static void requireSignature(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
        throw new GeoPackageException(
            file.getFileName() + " is not a GeoPackage: it does not begin as an SQLite file.");
      }
    } catch (IOException unreadable) {
      throw new GeoPackageException(file.getFileName() + " cannot be opened.", unreadable);
    }
  }

  /**
   * Another program may have the file open and its last commits in a log beside it, or may have
   * died with half a commit in the file; then SQLite has to look at what lies beside it.
   */
  private static String uri(Path file) {
    boolean alone = hasNothing(file, "-wal") && hasNothing(file, "-journal");
    return SqliteUri.of(file) + (alone ? "?mode=ro&immutable=1" : "?mode=ro");
  }

  private static boolean hasNothing(Path file, String suffix) {
    try {
      return Files.size(file.resolveSibling(file.getFileName() + suffix)) == 0;
    } catch (IOException absent) {
      return true;
    }
  }

  private static void restrict(Connection connection) throws SQLException {
    SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
    sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
    sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_COLUMN, MAX_COLUMNS);
    sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, MAX_SQL_BYTES);
    sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA query_only = ON");
      statement.execute("PRAGMA cell_size_check = ON");
      statement.execute("PRAGMA mmap_size = 0");
    }
  }

  static GeoPackageException unreadable(Path file, SQLException broken) {
    return new GeoPackageException(
        file.getFileName()
            + " is damaged or no GeoPackage ("
            + broken.getMessage()
            + "): open it in QGIS and save it anew.",
        broken);
  }

  static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException failed) {
      LOG.debug("A file that was only read did not close.", failed);
    }
  }
}
