package org.linli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@Needs(Tool.POSTGIS)
class PostgisServerTest {

  @Test
  void aFreshDatabaseCanTakeThePostgisExtension() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(PostgisServer.shared().createDatabase());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION postgis");
      try (ResultSet text = statement.executeQuery("SELECT ST_AsText(ST_Point(101.43, 36.04))")) {
        text.next();
        assertThat(text.getString(1)).isEqualTo("POINT(101.43 36.04)");
      }
    }
  }
}
