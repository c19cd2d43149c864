package org.linli.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.linli.layer.LocalText;

/**
 * The journal of loads on the server store. An entry is there only while its load holds the layer:
 * whoever gets hold of the layer and finds an entry knows that the load was cut off.
 */
final class PostgisJournal {

  private PostgisJournal() {}

  /** Notes a load whose transaction has begun already, in a commit of its own. */
  static void begin(PostgisDatabase database, String layerId) throws SQLException {
    try (Connection connection = database.connect()) {
      new LoadJournal(connection).begin(layerId);
    }
  }

  static void end(PostgisDatabase database, String layerId) throws SQLException {
    try (Connection connection = database.connect()) {
      new LoadJournal(connection).end(layerId);
    }
  }

  /** Says what was cut off, and forgets it. The server may need a moment to notice it itself. */
  static List<LocalText> recover(PostgisDatabase database) throws SQLException {
    List<LoadJournal.Entry> entries;
    try (Connection connection = database.connect()) {
      entries = new LoadJournal(connection).list();
    }
    List<LocalText> notes = new ArrayList<>();
    for (LoadJournal.Entry entry : entries) {
      if (!entry.isAlive() && isForgotten(database, entry.layerId())) {
        notes.add(entry.note());
      }
    }
    return List.copyOf(notes);
  }

  private static boolean isForgotten(PostgisDatabase database, String layerId) throws SQLException {
    try (PostgisTransaction turn = PostgisTransaction.begin(database, layerId)) {
      boolean there =
          turn.journal().list().stream().anyMatch(entry -> entry.layerId().equals(layerId));
      turn.journal().end(layerId);
      turn.commit();
      return there;
    } catch (SQLException held) {
      if (PostgisFailures.isBusy(held)) {
        return false;
      }
      throw held;
    }
  }
}
