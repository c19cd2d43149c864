package org.linli.gpkg;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the tables in which SQLite keeps an R-tree: {@code _node} (the cells), {@code _rowid} (the
 * leaf of each row) and {@code _parent} (sqlite.org/rtree.html, section 6). A node is big endian:
 * the tree's depth (in the root only), the count of cells, the cells. The root is node 1, the
 * leaves follow in the order of their rows, then the others. Of each level only the node that is
 * being filled is in memory.
 */
final class RTreeNodes implements AutoCloseable {
  private static final int HEADER_BYTES = 4;
  private static final int ROOT = 1;
  private static final int PAIRS_AT_ONCE = 100;

  /** Nodes are much larger than pairs of numbers, and as many again are held once inserted. */
  private static final int NODES_AT_ONCE = 16;

  private final PairInsert nodes;
  private final PairInsert rows;
  private final PairInsert parents;
  private final int nodeBytes;
  private final boolean onlyRoot;
  private final List<RTreeNode> open = new ArrayList<>();
  private long nextLeaf = ROOT + 1;
  private long nextNode;

  private RTreeNodes(Connection connection, String index, int nodeBytes, long size)
      throws SQLException {
    this.nodeBytes = nodeBytes;
    this.onlyRoot = size <= cellsANode();
    this.nextNode = ROOT + 1 + (size + cellsANode() - 1) / cellsANode();
    this.nodes = new PairInsert(connection, index + "_node", NODES_AT_ONCE);
    this.rows = new PairInsert(connection, index + "_rowid", PAIRS_AT_ONCE);
    this.parents = new PairInsert(connection, index + "_parent", PAIRS_AT_ONCE);
  }

  /**
   * Empties the index. The root that SQLite made for it tells how long a node is.
   *
   * @param size how many rows will be added
   */
  static RTreeNodes replacing(Connection connection, String index, long size) throws SQLException {
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
      return new RTreeNodes(connection, index, nodeBytes, size);
    }
  }

  private int cellsANode() {
    return (nodeBytes - HEADER_BYTES) / RTreeNode.CELL_BYTES;
  }

  /**
   * Notes in which leaf a row lies; best called with the rows ascending.
   *
   * @param place the row's place among those added
   */
  void addRow(long fid, long place) throws SQLException {
    rows.add(fid, onlyRoot ? ROOT : ROOT + 1L + place / cellsANode());
  }

  /**
   * Adds the next row to the leaves.
   *
   * @param boxes min x, max x, min y, max y from a place on
   */
  void add(long fid, float[] boxes, int at) throws SQLException {
    add(0, fid, boxes, at);
  }

  private void add(int level, long number, float[] boxes, int at) throws SQLException {
    if (level == open.size()) {
      open.add(new RTreeNode(cellsANode()));
    }
    RTreeNode node = open.get(level);
    if (node.isFull()) {
      close(level);
    }
    node.add(number, boxes, at);
  }

  /** Writes the node that is being filled, tells the level above of it, and begins another. */
  private void close(int level) throws SQLException {
    RTreeNode node = open.get(level);
    long number = level == 0 ? nextLeaf++ : nextNode++;
    write(level, node, number, 0);
    add(level + 1, number, node.box(), 0);
    node.clear();
  }

  private void write(int level, RTreeNode node, long number, int depth) throws SQLException {
    ByteBuffer bytes = ByteBuffer.allocate(nodeBytes);
    bytes.putShort((short) depth).putShort((short) node.size());
    for (int cell = 0; cell < node.size(); cell++) {
      node.put(bytes, cell);
      if (level > 0) {
        parents.add(node.number(cell), number);
      }
    }
    nodes.add(number, bytes.array());
  }

  /** Writes what is not full yet, the root last. */
  void finish() throws SQLException {
    if (open.isEmpty()) {
      open.add(new RTreeNode(0));
    }
    for (int level = 0; level < open.size() - 1; level++) {
      close(level);
    }
    int depth = open.size() - 1;
    write(depth, open.get(depth), ROOT, depth);
  }

  @Override
  public void close() throws SQLException {
    nodes.close();
    rows.close();
    parents.close();
  }
}
