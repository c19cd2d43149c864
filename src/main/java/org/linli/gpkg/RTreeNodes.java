package org.linli.gpkg;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes the tables in which SQLite keeps an R-tree: {@code _node} (the cells), {@code _rowid} (the
 * leaf of each row) and {@code _parent} (sqlite.org/rtree.html, section 6). A node is big endian:
 * the tree's depth (in the root only), the count of cells, the cells. The root is node 1; the
 * others follow, leaves first.
 */
final class RTreeNodes implements AutoCloseable {
  private static final int HEADER_BYTES = 4;
  private static final int ROOT = 1;

  private final PairInsert nodes;
  private final PairInsert rows;
  private final PairInsert parents;
  private final int nodeBytes;
  private long nextNode = ROOT + 1;
  private int depth;

  private RTreeNodes(Connection connection, String index, int nodeBytes) throws SQLException {
    this.nodeBytes = nodeBytes;
    this.nodes = new PairInsert(connection, index + "_node");
    this.rows = new PairInsert(connection, index + "_rowid");
    this.parents = new PairInsert(connection, index + "_parent");
  }

  /** Empties the index. The root that SQLite made for it tells how long a node is. */
  static RTreeNodes replacing(Connection connection, String index) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int nodeBytes;
      try (ResultSet root =
          statement.executeQuery(
              "SELECT length(data) FROM "
                  + SqlText.quoted(index + "_node")
                  + " WHERE nodeno = 1")) {
        root.next();
        nodeBytes = root.getInt(1);
      }
      for (String suffix : new String[] {"_rowid", "_parent", "_node"}) {
        statement.execute("DELETE FROM " + SqlText.quoted(index + suffix));
      }
      return new RTreeNodes(connection, index, nodeBytes);
    }
  }

  int cellsANode() {
    return (nodeBytes - HEADER_BYTES) / RTreeLevel.CELL_BYTES;
  }

  boolean fitsTheRoot(RTreeLevel level) {
    return level.size() <= cellsANode();
  }

  /**
   * Notes in which leaf each row will lie.
   *
   * @param fids the rows as they were added, best ascending
   * @param places where each lies among the cells of the leaves
   */
  void writeRows(long[] fids, int[] places) throws SQLException {
    boolean onlyRoot = places.length <= cellsANode();
    for (int i = 0; i < places.length; i++) {
      rows.add(fids[i], onlyRoot ? ROOT : ROOT + 1L + places[i] / cellsANode());
    }
  }

  /** Writes the nodes that hold a level's cells; gives the cells of those nodes, the next level. */
  RTreeLevel writeLevel(RTreeLevel cells) throws SQLException {
    RTreeLevel upper = new RTreeLevel((cells.size() + cellsANode() - 1) / cellsANode());
    for (int first = 0; first < cells.size(); first += cellsANode()) {
      int end = Math.min(first + cellsANode(), cells.size());
      upper.addNode(nextNode, cells, first, end);
      writeNode(nextNode++, 0, cells, first, end);
    }
    depth++;
    return upper;
  }

  void writeRoot(RTreeLevel cells) throws SQLException {
    writeNode(ROOT, depth, cells, 0, cells.size());
  }

  private void writeNode(long number, int treeDepth, RTreeLevel cells, int first, int end)
      throws SQLException {
    ByteBuffer node = ByteBuffer.allocate(nodeBytes);
    node.putShort((short) treeDepth).putShort((short) (end - first));
    for (int cell = first; cell < end; cell++) {
      cells.put(node, cell);
      if (depth > 0) {
        parents.add(cells.number(cell), number);
      }
    }
    nodes.add(number, node.array());
  }

  @Override
  public void close() throws SQLException {
    nodes.close();
    rows.close();
    parents.close();
  }
}
