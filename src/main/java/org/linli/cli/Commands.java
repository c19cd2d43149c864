package org.linli.cli;

import java.io.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.layer.Explained;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The commands of the program, each of which runs without a web server. */
@Command(
    name = "linli-atlas",
    description = "Serves the portal (the default), or works on its data and ends.",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    scope = ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:refused or failed; the message or the report says why, and nothing was changed",
      "2:not understood: a command, option or parameter is wrong",
      "130:stopped with Ctrl-C; nothing was changed"
    },
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      CheckCommand.class,
      ExportCommand.class,
      ReleaseCommand.class,
      AccountCommand.class,
      DemoCommand.class,
      HelpCommand.class
    })
public final class Commands implements Runnable {
  /** Exit codes, beside picocli's 2 for what it does not understand. */
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

  @Option(
      names = "--lang",
      paramLabel = "zh|en|bo",
      scope = ScopeType.INHERIT,
      description = "The language of reports and messages; otherwise that of LANG, or Chinese.")
  private void speak(String language) {
    try {
      Words.speak(language);
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(spec.commandLine(), unknown.getMessage());
    }
  }

  private Commands() {}

  /** Whether the program's words ask for a command or for help, and not for serving. */
  public static boolean isCommand(String... words) {
    return Stream.of(words).anyMatch(HELP::contains)
        || Stream.of(words).limit(1).anyMatch(Commands::isOtherThanServing);
  }

  private static boolean isOtherThanServing(String word) {
    return !word.equals("serve") && commandLine().getSubcommands().containsKey(word);
  }

  /** Runs a command and gives the process's exit code: 0 done, 1 refused or failed, 2 misused. */
  public static int run(String... arguments) {
    return run(writer(System.out), writer(System.err), arguments);
  }

  /** A terminal that is set to no more than ASCII is written to in UTF-8, not in question marks. */
  private static PrintWriter writer(OutputStream stream) {
    Charset own =
        Optional.ofNullable(System.console())
            .map(Console::charset)
            .orElse(Charset.defaultCharset());
    Charset used = own.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : own;
    return new PrintWriter(new OutputStreamWriter(stream, used), true);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Commands());
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    // The terminal is for the report; of the libraries, only what is wrong.
    LoggingSystem.get(Commands.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    return HelpWords.speak(commandLine(), arguments)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(new Misuse())
        .setExecutionExceptionHandler(Commands::explain)
        .execute(arguments);
  }

  /** Failures that a person can mend are told in a sentence; others keep their trace. */
  private static int explain(Exception failed, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (failed instanceof Explained told) {
      command.getErr().println(told.detail().in(Words.language()));
      return REFUSED;
    }
    if (failed instanceof IllegalArgumentException
        || failed instanceof UncheckedIOException
        || failed instanceof IOException) {
      command.getErr().println(failed.getMessage());
      return REFUSED;
    }
    throw failed;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Words.of("misuse.which"));
  }
}
