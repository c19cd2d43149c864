package org.linli.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.layer.DefinitionCodec;
import org.linli.layer.LayerDefinition;
import org.linli.store.FeatureStore.Commit;
import org.linli.store.FeatureStore.LayerChanged;
import org.linli.store.FeatureStore.StoredLayer;

/**
 * A store's own tables: its identity, the layers with their versions, and what each change touched.
 * The same on both stores; each makes the tables in its own way. Works inside the transaction of
 * the caller, who has seen to it that nobody else writes the same layer.
 */
final class Ledger {
  private static final String SEPARATOR = "\n";

  private final Connection connection;

  Ledger(Connection connection) {
    this.connection = connection;
  }

  UUID id() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id FROM linli_store")) {
      row.next();
      return UUID.fromString(row.getString(1));
    }
  }

  List<StoredLayer> listLayers() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT definition, version, committed_at, rows FROM linli_layer"
                + " WHERE definition IS NOT NULL ORDER BY layer")) {
      return layers(query);
    }
  }

  Optional<StoredLayer> findLayer(String id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT definition, version, committed_at, rows FROM linli_layer"
                + " WHERE definition IS NOT NULL AND layer = ?")) {
      query.setString(1, id);
      return layers(query).stream().findFirst();
    }
  }

  StoredLayer getLayer(String id) throws SQLException {
    return findLayer(id).orElseThrow(() -> UnknownLayerException.of(id));
  }

  /** Every layer that there is or was, with its version. */
  List<LayerChanged> listVersions() throws SQLException {
    List<LayerChanged> versions = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT layer, version, definition IS NULL FROM linli_layer ORDER BY layer")) {
      while (row.next()) {
        versions.add(new LayerChanged(row.getString(1), row.getLong(2), row.getBoolean(3)));
      }
    }
    return versions;
  }

  private static List<StoredLayer> layers(PreparedStatement query) throws SQLException {
    List<StoredLayer> layers = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        layers.add(
            new StoredLayer(
                DefinitionCodec.fromJson(row.getString(1)),
                row.getLong(2),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getLong(4)));
      }
    }
    return layers;
  }

  /** The version after the layer's last, also when the layer was dropped since. */
  private long nextVersion(String id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT version + 1 FROM linli_layer WHERE layer = ?")) {
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 1;
      }
    }
  }

  /** Notes a change of a layer; {@code codes} is empty if the layer is to be read anew. */
  Change note(LayerDefinition definition, long rows, Optional<List<String>> codes)
      throws SQLException {
    long version = nextVersion(definition.id());
    long now = Instant.now().toEpochMilli();
    try (PreparedStatement layer =
            connection.prepareStatement(
                "INSERT INTO linli_layer (layer, version, committed_at, rows, definition)"
                    + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (layer) DO UPDATE SET version ="
                    + " excluded.version, committed_at = excluded.committed_at, rows ="
                    + " excluded.rows, definition = excluded.definition");
        PreparedStatement change =
            connection.prepareStatement(
                "INSERT INTO linli_change (layer, version, codes, committed_at) VALUES (?, ?, ?, ?)")) {
      layer.setString(1, definition.id());
      layer.setLong(2, version);
      layer.setLong(3, now);
      layer.setLong(4, rows);
      layer.setString(5, DefinitionCodec.toJson(definition));
      layer.executeUpdate();
      change.setString(1, definition.id());
      change.setLong(2, version);
      change.setString(3, codes.map(list -> String.join(SEPARATOR, list)).orElse(null));
      change.setLong(4, now);
      change.executeUpdate();
    }
    return new Change(definition.id(), version, codes.orElse(List.of()), codes.isEmpty());
  }

  /** Forgets a layer, but not how far its versions went. */
  void forget(String id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE linli_layer SET version = version + 1, definition = NULL WHERE layer = ?")) {
      update.setString(1, id);
      update.executeUpdate();
    }
  }

  List<Change> changesSince(String id, long version) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT version, codes FROM linli_change WHERE layer = ? AND version > ?"
                + " ORDER BY version")) {
      query.setString(1, id);
      query.setLong(2, version);
      List<Change> changes = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          changes.add(change(id, row.getLong(1), row.getString(2)));
        }
      }
      return changes;
    }
  }

  List<Commit> lastCommits(String id, int limit) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT version, codes, committed_at FROM linli_change WHERE layer = ?"
                + " AND committed_at IS NOT NULL ORDER BY version DESC LIMIT ?")) {
      query.setString(1, id);
      query.setInt(2, limit);
      List<Commit> commits = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Change change = change(id, row.getLong(1), row.getString(2));
          commits.add(new Commit(change, Instant.ofEpochMilli(row.getLong(3))));
        }
      }
      return commits;
    }
  }

  private static Change change(String id, long version, String codes) {
    if (codes == null) {
      return new Change(id, version, List.of(), true);
    }
    List<String> touched = codes.isEmpty() ? List.of() : List.of(codes.split(SEPARATOR));
    return new Change(id, version, touched, false);
  }
}
