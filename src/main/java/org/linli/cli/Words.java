package org.linli.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What commands say beside reports, in the language of the terminal. */
final class Words {
  private static final Locale DEFAULT = Locale.CHINESE;
  private static volatile Locale language = ofTerminal();

  private Words() {}

  /**
   * The language that the environment names, the way terminals do; Chinese if it names none of
   * ours.
   */
  private static Locale ofTerminal() {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(System.getenv()::get)
        .filter(value -> value != null && !value.isEmpty())
        .findFirst()
        .flatMap(value -> find(value.split("[_.@]")[0]))
        .orElse(DEFAULT);
  }

  private static Optional<Locale> find(String tag) {
    return Stream.of("zh", "en", "bo").filter(tag::equals).map(Locale::forLanguageTag).findFirst();
  }

  /**
   * Speaks another language from now on.
   *
   * @throws IllegalArgumentException if it is not spoken here
   */
  static void speak(String tag) {
    language =
        find(tag).orElseThrow(() -> new IllegalArgumentException(of("language.unknown", tag)));
  }

  static Locale language() {
    return language;
  }

  /** The line of a key, with the arguments in place of {@code {0}} and so on. */
  static String of(String key, Object... arguments) {
    String line = ResourceBundle.getBundle("org.linli.cli.commands", language).getString(key);
    for (int i = 0; i < arguments.length; i++) {
      line = line.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return line;
  }
}
