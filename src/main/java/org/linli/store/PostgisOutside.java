package org.linli.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.store.FeatureStore.StoredLayer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what others wrote into the server store's layers into the ledger. A trigger on each layer's
 * table marks the layer in {@code linli_outside}, unless the session says that it is one of ours.
 */
final class PostgisOutside {
  private static final Logger LOG = LoggerFactory.getLogger(PostgisOutside.class);

  /** What a session of ours sets, so that its writes are not marked. */
  static final String OWN_SESSION = "SET linli.own TO 'yes'";

  /** A layer that is being written is left for the word that its writer will send. */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private PostgisOutside() {}

  /** What makes a table, of a quoted name, mark the writes of others. */
  static String triggerSql(String name) {
    return "CREATE TRIGGER linli_outside AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "
        + name
        + " FOR EACH STATEMENT EXECUTE FUNCTION linli_mark()";
  }

  /** Gives every marked layer its next version, to be read anew. */
  static void takeIn(PostgisDatabase database) throws SQLException {
    for (String layerId : listMarked(database)) {
      try (PostgisTransaction turn = PostgisTransaction.begin(database, layerId, PATIENCE)) {
        takeIn(turn, layerId);
      } catch (SQLException failed) {
        sayOrThrow(layerId, failed);
      }
    }
  }

  /** What is not taken in now stays marked, and is tried again. */
  private static void sayOrThrow(String layerId, SQLException failed) throws SQLException {
    if (PostgisFailures.isNoTable(failed)) {
      LOG.error("The table of layer {} was removed: restore it, or import it anew.", layerId);
    } else if (PostgisFailures.isBusy(failed)) {
      LOG.debug("Edits of others of layer {} wait for a writer.", layerId, failed);
    } else {
      throw failed;
    }
  }

  private static List<String> listMarked(PostgisDatabase database) throws SQLException {
    List<String> layers = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT DISTINCT layer FROM linli_outside")) {
      while (rows.next()) {
        layers.add(rows.getString(1));
      }
    }
    return layers;
  }

  /** Another portal may have done it meanwhile. */
  private static void takeIn(PostgisTransaction turn, String layerId) throws SQLException {
    boolean marked = clear(turn.connection(), layerId);
    Optional<StoredLayer> layer = turn.ledger().findLayer(layerId);
    if (marked && layer.isPresent()) {
      LOG.info("Another program wrote to layer {}: it is read anew.", layerId);
      PostgisTable table = turn.table(layer.get().definition());
      turn.ledger().note(layer.get().definition(), turn.count(table), Optional.empty());
    }
    turn.commit();
  }

  private static boolean clear(Connection connection, String layerId) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM linli_outside WHERE layer = ?")) {
      delete.setString(1, layerId);
      return delete.executeUpdate() > 0;
    }
  }
}
