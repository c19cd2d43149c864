package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.linli.store.DatabaseAddress;
import picocli.CommandLine;

class StoreOptionsTest {
  private static final String URL = "jdbc:postgresql://database/linli";

  private static Optional<DatabaseAddress> database(
      Map<String, String> environment, String... words) {
    return CommandLine.populateCommand(new StoreOptions(), words).database(environment);
  }

  @Test
  void thePasswordOfTheEnvironmentIsTakenAsItStands() {
    String password = "a$$b${sys:user.name} \\$c";
    Map<String, String> environment =
        Map.of(
            "SPRING_DATASOURCE_URL", URL,
            "SPRING_DATASOURCE_USERNAME", "linli",
            "SPRING_DATASOURCE_PASSWORD", password);
    assertThat(database(environment))
        .contains(new DatabaseAddress(URL, Optional.of("linli"), Optional.of(password)));
  }

  @Test
  void whatTheCommandLineSaysGoesBeforeTheEnvironment() {
    Map<String, String> environment =
        Map.of("SPRING_DATASOURCE_URL", URL, "SPRING_DATASOURCE_USERNAME", "linli");
    String other = "jdbc:postgresql://other/linli";
    assertThat(database(environment, "--spring.datasource.url", other))
        .contains(new DatabaseAddress(other, Optional.of("linli"), Optional.empty()));
  }

  @Test
  void whereNobodyNamesADatabaseThereIsNone() {
    assertThat(database(Map.of())).isEmpty();
  }
}
