package org.linli.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Set;
import org.linli.store.StoreException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands of the program, each of which runs without a web server. */
@Command(
    name = "linli-atlas",
    description = "Serves the portal (the default), or works on its data and ends.",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      CheckCommand.class,
      DemoCommand.class,
      HelpCommand.class
    })
public final class Commands implements Runnable {
  /** Exit codes: done; refused or failed; not understood. */
  static final int DONE = 0;

  static final int REFUSED = 1;

  private static final Set<String> HELP = Set.of("--help", "-h", "--version", "-V");

  /** The version as the build wrote it into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Commands.class.getPackage().getImplementationVersion();
      return new String[] {"Linli Atlas " + (version == null ? "(not packaged)" : version)};
    }
  }

  @Spec private CommandSpec spec;

  private Commands() {}

  /** Whether the program's first word asks for a command, and not for serving. */
  public static boolean isCommand(String word) {
    return HELP.contains(word)
        || (!word.equals("serve")
            && new CommandLine(new Commands()).getSubcommands().containsKey(word));
  }

  /** Runs a command and gives the process's exit code: 0 done, 1 refused or failed, 2 misused. */
  public static int run(String... arguments) {
    return run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    // The terminal is for the report; of the libraries, only what is wrong.
    LoggingSystem.get(Commands.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    return new CommandLine(new Commands())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(Commands::explain)
        .execute(arguments);
  }

  /** Failures that a person can mend are told in a sentence; others keep their trace. */
  private static int explain(Exception failed, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (failed instanceof StoreException
        || failed instanceof IllegalArgumentException
        || failed instanceof UncheckedIOException) {
      command.getErr().println(failed.getMessage());
      return REFUSED;
    }
    throw failed;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say which command.");
  }
}
