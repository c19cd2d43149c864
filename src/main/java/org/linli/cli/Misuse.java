package org.linli.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what of a command line was not understood, in the language of the terminal, and what the
 * command understands. Picocli's own sentences are English.
 */
final class Misuse implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException misuse, String[] arguments) {
    CommandLine command = misuse.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(text(misuse));
    suggestions(misuse).ifPresentOrElse(err::println, () -> command.usage(err));
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** What may have been meant. */
  private static Optional<String> suggestions(ParameterException misuse) {
    return Optional.of(misuse)
        .filter(UnmatchedArgumentException.class::isInstance)
        .map(unmatched -> ((UnmatchedArgumentException) unmatched).getSuggestions())
        .filter(meant -> !meant.isEmpty())
        .map(meant -> Words.of("misuse.meant", String.join(", ", meant)));
  }

  private static String text(ParameterException misuse) {
    if (misuse instanceof MissingParameterException missing) {
      return Words.of("misuse.missing", names(missing.getMissing()));
    }
    if (misuse instanceof UnmatchedArgumentException unmatched) {
      return Words.of(
          unmatched.isUnknownOption() ? "misuse.option" : "misuse.argument",
          String.join(" ", unmatched.getUnmatched()));
    }
    if (misuse instanceof OverwrittenOptionException twice) {
      return Words.of("misuse.twice", name(twice.getOverwritten()));
    }
    if (misuse.getArgSpec() != null && misuse.getValue() != null) {
      return Words.of("misuse.value", misuse.getValue(), name(misuse.getArgSpec()));
    }
    return misuse instanceof MaxValuesExceededException
        ? Words.of("misuse.values")
        : misuse.getMessage();
  }

  private static String names(Collection<ArgSpec> arguments) {
    return arguments.stream().map(Misuse::name).collect(Collectors.joining(" "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
