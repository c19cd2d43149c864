package org.linli.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import picocli.CommandLine;

/**
 * The help pages in the language of the terminal. English stands with the commands themselves; the
 * others have a line each for every command, option and parameter, by picocli's keys.
 */
final class HelpWords {
  private static final String LANGUAGE = "--lang";

  private HelpWords() {}

  /** Gives all words in the language that the line asks for, if it does. */
  static CommandLine speak(CommandLine commands, String... arguments) {
    asked(arguments).ifPresent(Words::speak);
    Locale language = Words.language();
    return language.getLanguage().equals("en") ? commands : speak(commands, language);
  }

  static CommandLine speak(CommandLine commands, Locale language) {
    return commands.setResourceBundle(ResourceBundle.getBundle("org.linli.cli.help", language));
  }

  /** What follows {@code --lang}, before anything else of the line is understood. */
  private static Optional<String> asked(String... arguments) {
    return IntStream.range(0, arguments.length)
        .filter(i -> arguments[i].startsWith(LANGUAGE))
        .mapToObj(
            i ->
                arguments[i].startsWith(LANGUAGE + "=")
                    ? arguments[i].substring(LANGUAGE.length() + 1)
                    : i + 1 < arguments.length ? arguments[i + 1] : "")
        .filter(tag -> tag.equals("zh") || tag.equals("en") || tag.equals("bo"))
        .findFirst();
  }
}
