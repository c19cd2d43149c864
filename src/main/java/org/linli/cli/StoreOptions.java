package org.linli.cli;

import java.nio.file.Path;
import org.linli.config.Home;
import org.linli.store.FeatureStore;
import org.linli.store.GeoPackageStore;
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

  Home openHome() {
    Home opened = Home.open(home);
    opened.useScratch();
    return opened;
  }

  FeatureStore openStore(Home opened) {
    return GeoPackageStore.open(opened.geoPackage());
  }
}
