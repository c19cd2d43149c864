package org.linli.store;

import static org.linli.gpkg.SqlText.literal;
import static org.linli.gpkg.SqlText.quoted;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.linli.gpkg.LayerTable;

/**
 * The rows of the embedded store that another program wrote. Triggers that lie in the file itself
 * mark each of them in {@code linli_outside}, in the other program's own transaction: so no edit is
 * missed, nor one taken for an edit that changed nothing of a row's number or time, whether the
 * portal runs or not. The store's own writes keep the triggers quiet. Works inside the transaction
 * of the caller.
 */
final class EditMarks {
  /** The mark of no layer: while it is there, rows are not marked. */
  private static final String QUIET = "";

  private final Connection connection;

  EditMarks(Connection connection) {
    this.connection = connection;
  }

  /** Lets every later write of any program mark its rows. */
  void createTriggers(LayerTable table) throws SQLException {
    for (Map.Entry<String, String> trigger : triggers(table).entrySet()) {
      execute(
          "CREATE TRIGGER IF NOT EXISTS %s AFTER %s ON %s WHEN NOT EXISTS (SELECT 1 FROM linli_outside WHERE layer = '%s') BEGIN %s END"
              .formatted(
                  quoted(trigger.getKey()),
                  operation(trigger.getKey()),
                  quoted(table.name()),
                  QUIET,
                  trigger.getValue()));
    }
  }

  private static String operation(String trigger) {
    return trigger.substring(trigger.lastIndexOf('_') + 1).toUpperCase(Locale.ROOT);
  }

  /** Removes the triggers for the time of a bulk load. */
  void dropTriggers(LayerTable table) throws SQLException {
    for (String trigger : triggers(table).keySet()) {
      execute("DROP TRIGGER IF EXISTS " + quoted(trigger));
    }
  }

  /** Whether the table has all its triggers; one that was made anew by another program has not. */
  boolean hasTriggers(LayerTable table) throws SQLException {
    Set<String> wanted = new TreeSet<>(triggers(table).keySet());
    wanted.removeAll(
        column(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s COLLATE NOCASE"
                .formatted(literal(table.name()))));
    return wanted.isEmpty();
  }

  /**
   * The triggers' work, by their names. An edit counts the row's revision up, as one of ours does,
   * unless the other program has done so: whoever began to edit the row before it is told.
   */
  private static Map<String, String> triggers(LayerTable table) {
    String prefix = "linli_outside_" + table.name() + "_";
    String revision = quoted(table.revisionColumn());
    String fid = quoted(table.fidColumn());
    String count =
        "UPDATE %1$s SET %2$s = NEW.%2$s + 1 WHERE %3$s = NEW.%3$s AND NEW.%2$s IS OLD.%2$s; "
            .formatted(quoted(table.name()), revision, fid);
    Map<String, String> triggers = new LinkedHashMap<>();
    triggers.put(prefix + "insert", mark(table, "NEW." + fid));
    triggers.put(prefix + "update", mark(table, "OLD." + fid) + mark(table, "NEW." + fid) + count);
    triggers.put(prefix + "delete", mark(table, "OLD." + fid));
    return triggers;
  }

  /** No OR IGNORE: within a trigger the statement that set it off decides what a conflict does. */
  private static String mark(LayerTable table, String fid) {
    return "INSERT INTO linli_outside SELECT '%1$s', %2$s WHERE NOT EXISTS (SELECT 1 FROM linli_outside WHERE layer = '%1$s' AND fid = %2$s); "
        .formatted(table.name(), fid);
  }

  /** Keeps the rows that are written from now on unmarked, up to {@link #wake}. */
  void quiet() throws SQLException {
    execute("INSERT OR IGNORE INTO linli_outside VALUES ('%s', 0)".formatted(QUIET));
  }

  void wake() throws SQLException {
    clear(QUIET);
  }

  boolean isMarked(LayerTable table) throws SQLException {
    return !column("SELECT 1 FROM linli_outside WHERE layer = '%s' LIMIT 1".formatted(table.name()))
        .isEmpty();
  }

  void markAll(LayerTable table) throws SQLException {
    execute(
        "INSERT OR IGNORE INTO linli_outside SELECT '%s', %s FROM %s"
            .formatted(table.name(), quoted(table.fidColumn()), quoted(table.name())));
  }

  /** The numbers of the rows that are marked, those no more there among them. */
  List<Long> listRows(LayerTable table) throws SQLException {
    return column(
            "SELECT fid FROM linli_outside WHERE layer = '%s' ORDER BY fid".formatted(table.name()))
        .stream()
        .map(Long::valueOf)
        .toList();
  }

  void clear(String layerId) throws SQLException {
    execute("DELETE FROM linli_outside WHERE layer = '%s'".formatted(layerId));
  }

  private List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
