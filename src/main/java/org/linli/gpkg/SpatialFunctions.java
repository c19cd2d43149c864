package org.linli.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.Function;

/** The SQL functions that a GeoPackage's R-tree triggers call (OGC 12-128r17, annex F.3). */
public final class SpatialFunctions {

  private SpatialFunctions() {}

  /** Makes the functions known to a connection; every connection that writes features needs it. */
  public static void register(Connection connection) throws SQLException {
    create(connection, "ST_IsEmpty", new IsEmpty());
    create(connection, "ST_MinX", new Edge(0));
    create(connection, "ST_MaxX", new Edge(1));
    create(connection, "ST_MinY", new Edge(2));
    create(connection, "ST_MaxY", new Edge(3));
  }

  private static void create(Connection connection, String name, Function function)
      throws SQLException {
    Function.create(connection, name, function, 1, Function.FLAG_DETERMINISTIC);
  }

  private static final class IsEmpty extends Function {
    @Override
    protected void xFunc() throws SQLException {
      byte[] blob = value_blob(0);
      if (blob == null) {
        result();
      } else {
        result(BlobEnvelope.of(blob) == null ? 1 : 0);
      }
    }
  }

  private static final class Edge extends Function {
    private final int edge;

    Edge(int edge) {
      this.edge = edge;
    }

    @Override
    protected void xFunc() throws SQLException {
      byte[] blob = value_blob(0);
      double[] envelope = blob == null ? null : BlobEnvelope.of(blob);
      if (envelope == null) {
        result();
      } else {
        result(envelope[edge]);
      }
    }
  }
}
