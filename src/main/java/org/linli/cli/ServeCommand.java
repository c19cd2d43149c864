package org.linli.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** There for the help page only; serving is started by the program itself. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves the portal; what the program does when no command is given.")
final class ServeCommand implements Runnable {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The folder that holds everything the portal keeps (default: ./linli-home).")
  private String home;

  @Option(
      names = "--server.port",
      paramLabel = "N",
      description = "The port to listen on (default: 8080).")
  private String port;

  @Option(
      names = "--linli.demo",
      paramLabel = "true|false",
      description =
          "Whether a home without any data starts with the demo community (default: true). It does"
              + " not remove a demo that is there: demo --remove does.")
  private String demo;

  /** Any setting of application.yml may be given too. */
  @Unmatched private List<String> settings;

  @Override
  public void run() {
    throw new IllegalStateException("Serving is not a command of its own.");
  }
}
