package org.linli.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.linli.layer.LocalText;

/**
 * The bulk loads that were begun. An entry is committed on its own before the load writes anything,
 * and removed by the load's own transaction; so an entry whose process is gone tells of a load of
 * which nothing was kept. The same on both stores.
 */
final class LoadJournal {
  private final Connection connection;

  LoadJournal(Connection connection) {
    this.connection = connection;
  }

  /**
   * A load that was begun.
   *
   * @param process the operating system's number of the process that loads
   */
  record Entry(String layerId, Instant begunAt, long process) {

    /** Whether its process still runs on this machine; numbers of ended processes come again. */
    boolean isAlive() {
      return ProcessHandle.of(process)
          .flatMap(running -> running.info().startInstant())
          .filter(start -> !start.isAfter(begunAt))
          .isPresent();
    }

    /** What became of it, once its process is gone. */
    LocalText note() {
      return new LocalText(
          "图层「%s」于 %s 开始的一次导入中途断开：其中的数据都没有保留。".formatted(layerId, begunAt),
          "A load of layer %s, begun at %s, was cut off before its end: nothing of it was kept."
              .formatted(layerId, begunAt),
          "བང་རིམ་ «%s» ལ་ %s ནས་འགོ་བཙུགས་པའི་ནང་འདྲེན་བར་དུ་ཆད་སོང་། གཞི་གྲངས་གང་ཡང་ཉར་མེད།"
              .formatted(layerId, begunAt));
    }
  }

  void begin(String layerId) throws SQLException {
    end(layerId);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO linli_load (layer, begun_at, process) VALUES (?, ?, ?)")) {
      insert.setString(1, layerId);
      insert.setLong(2, Instant.now().toEpochMilli());
      insert.setLong(3, ProcessHandle.current().pid());
      insert.executeUpdate();
    }
  }

  void end(String layerId) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM linli_load WHERE layer = ?")) {
      delete.setString(1, layerId);
      delete.executeUpdate();
    }
  }

  List<Entry> list() throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT layer, begun_at, process FROM linli_load ORDER BY 2")) {
      while (row.next()) {
        entries.add(
            new Entry(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getLong(3)));
      }
    }
    return entries;
  }
}
