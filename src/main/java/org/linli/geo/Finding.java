package org.linli.geo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a check has to say about coordinates or a geometry.
 *
 * @param key stable name of the kind of finding, small letters and underscores
 * @param arguments the numbers and names in the message, by name, for a message in another language
 * @param message an English sentence
 * @param cure what the user can do: an option to pass, or advice
 * @param further another finding that explains this one, whose words are in the message already
 */
public record Finding(
    String key,
    Map<String, String> arguments,
    String message,
    Optional<String> cure,
    Optional<Finding> further) {

  public Finding {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  /**
   * A finding whose message is a template with {@code {name}} for each argument.
   *
   * @param namesAndValues name, value, name, value, …
   */
  static Finding of(String key, String template, Object... namesAndValues) {
    Map<String, String> arguments = new LinkedHashMap<>();
    String message = template;
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = (String) namesAndValues[i];
      String value = written(namesAndValues[i + 1]);
      arguments.put(name, value);
      message = message.replace("{" + name + "}", value);
    }
    return new Finding(key, arguments, message, Optional.empty(), Optional.empty());
  }

  private static String written(Object value) {
    return value instanceof Double number ? PlainNumber.of(number) : String.valueOf(value);
  }

  Finding withCure(String advice) {
    return new Finding(key, arguments, message, Optional.of(advice), further);
  }

  /** This finding, explained further by another one, whose cure it takes. */
  Finding explainedBy(Finding other) {
    Map<String, String> both = new LinkedHashMap<>(other.arguments);
    both.putAll(arguments);
    return new Finding(key, both, message + " " + other.message, other.cure, Optional.of(other));
  }
}
