package org.linli.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.linli.geo.Bounds;
import org.linli.layer.Feature;
import org.locationtech.jts.geom.Envelope;

/**
 * Adds many rows to the table of a layer while its index has no triggers, and remembers their boxes
 * for the index. Used by one thread, within one transaction of the caller.
 */
public final class BulkInsert implements AutoCloseable {
  private final LayerTable table;
  private final PreparedStatement insert;
  private final RTreePacking boxes;
  private final Envelope extent = new Envelope();
  private long nextFid;
  private long placed;

  /**
   * @param firstFid the row number of the first row; the others follow
   */
  public BulkInsert(Connection connection, LayerTable table, long firstFid) throws SQLException {
    this(connection, table, table.insertSql(), firstFid, true);
  }

  /**
   * @param geographic whether the geometries are in degrees, not in metres
   */
  BulkInsert(Connection connection, LayerTable table, boolean geographic) throws SQLException {
    this(connection, table, table.insertSql(), 1, geographic);
  }

  /**
   * @param sql {@link LayerTable#insertSql} or {@link LayerTable#upsertSql}; rows that the latter
   *     replaces keep their numbers, so that the boxes say nothing of them
   */
  public BulkInsert(Connection connection, LayerTable table, String sql, long firstFid)
      throws SQLException {
    this(connection, table, sql, firstFid, true);
  }

  private BulkInsert(
      Connection connection, LayerTable table, String sql, long firstFid, boolean geographic)
      throws SQLException {
    this.table = table;
    this.boxes = new RTreePacking(geographic);
    this.insert = connection.prepareStatement(sql);
    this.nextFid = firstFid;
  }

  /**
   * @throws SQLException if the row is refused, as for a code that is there
   */
  public void add(Feature feature) throws SQLException {
    insert.setLong(1, nextFid);
    table.bind(insert, 2, feature);
    insert.execute();
    noteBox(nextFid++, feature);
  }

  /**
   * Adds a row whose geometry is written already. Its box is not remembered, but widens the extent.
   *
   * @param blob null where the row has no place
   * @param box minX, minY, maxX, maxY of the geometry
   * @throws SQLException if the row is refused
   */
  void add(String code, byte[] blob, double[] box, Object[] values) throws SQLException {
    insert.setLong(1, nextFid);
    table.bind(insert, 2, code, blob, values);
    insert.execute();
    if (blob != null) {
      extent.expandToInclude(box[0], box[1]);
      extent.expandToInclude(box[2], box[3]);
      placed++;
    }
    nextFid++;
  }

  /** How many rows there are, if the first was number 1. */
  long rows() {
    return nextFid - 1;
  }

  /** How many rows had a geometry that was written already. */
  long placed() {
    return placed;
  }

  /** Remembers the box of a row that was written by other means. */
  public void noteBox(long fid, Feature feature) {
    if (feature.shape() != null && !feature.shape().isEmpty()) {
      noteBox(fid, feature.shape().getEnvelopeInternal());
    }
  }

  private void noteBox(long fid, Envelope box) {
    boxes.add(fid, box);
    extent.expandToInclude(box);
  }

  /** The boxes of the rows so far. */
  public RTreePacking boxes() {
    return boxes;
  }

  /** What the boxes cover, in the units of the table's system. */
  public Bounds extent() {
    return extent.isNull()
        ? Bounds.EMPTY
        : new Bounds(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
