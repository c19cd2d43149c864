package org.linli.store;

import static org.linli.gpkg.SqlText.quoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.linli.geo.GeometryRepair;
import org.linli.geo.RepairResult;
import org.linli.gpkg.LayerTable;
import org.linli.gpkg.MalformedGeometryException;
import org.linli.layer.Keys;
import org.locationtech.jts.geom.Geometry;

/**
 * Mends rows of the embedded store that another program wrote, as far as a feature wants it: a code
 * of its own, a revision, and a geometry on the grid that is valid. What cannot be mended stays as
 * it is.
 */
final class OutsideRows {
  private final Connection connection;
  private final LayerTable table;
  private final RowLog log;
  private long lastNumber = -1;

  OutsideRows(Connection connection, LayerTable table) {
    this.connection = connection;
    this.table = table;
    this.log = new RowLog(table.name());
  }

  /**
   * @param fids the rows' numbers; those that are not there are passed over
   */
  void mend(List<Long> fids) throws SQLException {
    String where = " WHERE " + quoted(table.fidColumn()) + " = ?";
    try (PreparedStatement select = connection.prepareStatement(table.selectSql() + where)) {
      for (long fid : fids) {
        select.setLong(1, fid);
        mend(fid, select);
      }
    }
    log.end();
  }

  private void mend(long fid, PreparedStatement select) throws SQLException {
    String code;
    int revision;
    Optional<Geometry> mended;
    try (ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return;
      }
      revision = row.getInt(1);
      code = row.getString(2);
      mended = mended(fid, row);
    }
    if (code == null || !Keys.isKey(code)) {
      set(fid, "code", nextCode(fid, code));
    }
    if (revision < 1) {
      set(fid, table.revisionColumn(), 1);
    }
    if (mended.isPresent()) {
      set(fid, table.geometryColumn(), table.blob(mended.get()));
    }
  }

  /** The row's geometry as it should be, if it is not so and can be made so. */
  private Optional<Geometry> mended(long fid, ResultSet row) throws SQLException {
    try {
      Geometry shape = table.read(row).feature().shape();
      return shape == null || shape.isEmpty() ? Optional.empty() : mended(fid, shape);
    } catch (MalformedGeometryException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<Geometry> mended(long fid, Geometry shape) {
    RepairResult result = GeometryRepair.of(shape);
    if (result instanceof RepairResult.Valid valid) {
      boolean same = !valid.zDropped() && valid.geometry().equalsExact(shape);
      return same ? Optional.empty() : Optional.of(valid.geometry());
    }
    if (result instanceof RepairResult.Repaired repaired) {
      log.say("row " + fid, "its geometry was repaired: " + repaired.reason().message());
      return Optional.of(repaired.geometry());
    }
    if (result instanceof RepairResult.Refused refused) {
      log.say("row " + fid, "its geometry cannot be repaired: " + refused.reason().message());
    }
    return Optional.empty();
  }

  private String nextCode(long fid, String unusable) throws SQLException {
    if (lastNumber < 0) {
      lastNumber = lastNumber();
    }
    String code = table.name() + "-" + ++lastNumber;
    if (unusable != null) {
      log.say("row " + fid, "its code «%s» is unusable and became %s".formatted(unusable, code));
    }
    return code;
  }

  /** The highest n of all codes {@code {layer}-{n}}. */
  private long lastNumber() throws SQLException {
    String number = "substr(code, %d)".formatted(table.name().length() + 2);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT ifnull(max(CAST(%1$s AS INTEGER)), 0) FROM %2$s WHERE code GLOB '%3$s-[0-9]*' AND %1$s NOT GLOB '*[^0-9]*' AND length(%1$s) <= 15"
                    .formatted(number, quoted(table.name()), table.name()))) {
      row.next();
      return row.getLong(1);
    }
  }

  private void set(long fid, String column, Object value) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE %s SET %s = ? WHERE %s = ?"
                .formatted(quoted(table.name()), quoted(column), quoted(table.fidColumn())))) {
      update.setObject(1, value);
      update.setLong(2, fid);
      update.executeUpdate();
    }
  }
}
