package org.linli.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.linli.config.CommandScratch;
import org.linli.config.Home;
import org.linli.store.DatabaseAddress;
import org.linli.store.FeatureStore;
import org.linli.store.Stores;
import picocli.CommandLine;
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
      defaultValue = "${env:SPRING_DATASOURCE_URL}",
      description =
          "The PostGIS database to work on, as jdbc:postgresql://host/database; without it, the file"
              + " in the home. Also from the environment: SPRING_DATASOURCE_URL, _USERNAME,"
              + " _PASSWORD.")
  private String url;

  @Option(
      names = "--spring.datasource.username",
      paramLabel = "NAME",
      defaultValue = "${env:SPRING_DATASOURCE_USERNAME}",
      description = "The database's user.")
  private String user;

  @Option(
      names = "--spring.datasource.password",
      paramLabel = "SECRET",
      defaultValue = "${env:SPRING_DATASOURCE_PASSWORD}",
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
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
    return Stores.open(
        opened.geoPackage(),
        DatabaseAddress.find(
            Optional.ofNullable(url), Optional.ofNullable(user), Optional.ofNullable(password)));
  }
}
