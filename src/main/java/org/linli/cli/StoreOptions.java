package org.linli.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.linli.config.CommandScratch;
import org.linli.config.Home;
import org.linli.store.DatabaseAddress;
import org.linli.store.FeatureStore;
import org.linli.store.Stores;
import picocli.CommandLine.Option;

/** Which portal a command works on. */
final class StoreOptions {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = "${env:LINLI_HOME:-./linli-home}",
      description =
          "The folder that holds everything the portal keeps (default: ${DEFAULT-VALUE}).")
  private Path home;

  @Option(
      names = "--spring.datasource.url",
      paramLabel = "URL",
      description =
          "The PostGIS database to work on, as jdbc:postgresql://host/database; without it, the file"
              + " in the home. Also from the environment: SPRING_DATASOURCE_URL, _USERNAME,"
              + " _PASSWORD.")
  private String url;

  @Option(
      names = "--spring.datasource.username",
      paramLabel = "NAME",
      description = "The database's user.")
  private String user;

  @Option(
      names = "--spring.datasource.password",
      paramLabel = "SECRET",
      description = "Its password; the environment is the safer place for it.")
  private String password;

  Home openHome() {
    return Home.open(home);
  }

  /** For the temporary files of this command, and the native library of SQLite's driver. */
  CommandScratch openScratch(Home opened) {
    CommandScratch scratch = opened.commandScratch();
    System.setProperty("org.sqlite.tmpdir", scratch.folder().toString());
    return scratch;
  }

  FeatureStore openStore(Home opened) {
    return Stores.open(opened.geoPackage(), database(System.getenv()));
  }

  /**
   * The database to work on, if one is named. What the environment says is taken as it stands: as
   * the default of an option it would be read as a template, in which $ has a meaning.
   */
  Optional<DatabaseAddress> database(Map<String, String> environment) {
    return DatabaseAddress.find(
        said(url, environment, "SPRING_DATASOURCE_URL"),
        said(user, environment, "SPRING_DATASOURCE_USERNAME"),
        said(password, environment, "SPRING_DATASOURCE_PASSWORD"));
  }

  private static Optional<String> said(
      String option, Map<String, String> environment, String variable) {
    return Optional.ofNullable(option).or(() -> Optional.ofNullable(environment.get(variable)));
  }
}
