package org.linli.layer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The parameters of a request as they came: names, each with its values. */
public final class Parameters {
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,10}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final int LONGEST_NUMBER = 40;
  private static final int SHOWN_LENGTH = 80;

  private final Map<String, List<String>> given;

  public Parameters(Map<String, List<String>> given) {
    this.given = given;
  }

  /** This request's parameters, all of which are among the allowed ones and given once. */
  public Parameters requireOnly(Collection<String> allowed) {
    for (String name : given.keySet()) {
      if (!allowed.contains(name)) {
        throw unknown(name, allowed);
      }
      find(name);
    }
    return this;
  }

  private static InvalidParameterException unknown(String name, Collection<String> allowed) {
    String list = String.join(", ", new TreeSet<>(allowed));
    String shown = shown(name);
    return new InvalidParameterException(
        shown,
        new LocalText(
            "不认识参数「" + shown + "」。可用的参数：" + list + "。",
            "There is no parameter «" + shown + "» here. The parameters are: " + list + ".",
            "ཞུགས་གྲངས་ «" + shown + "» ངོས་མ་ཟིན། སྤྱོད་ཆོག་པ། " + list),
        List.copyOf(new TreeSet<>(allowed)));
  }

  /** A text from outside, short enough to be repeated in a message. */
  public static String shown(String text) {
    return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "…";
  }

  /**
   * @throws NumberFormatException if the text is no finite decimal number
   */
  public static double number(String text) {
    boolean decimal = text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
    double value = decimal ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw new NumberFormatException(shown(text));
    }
    return value;
  }

  /** All values of a parameter that may be given many times. */
  public List<String> list(String name) {
    return List.copyOf(given.getOrDefault(name, List.of()));
  }

  public Collection<String> names() {
    return given.keySet();
  }

  /**
   * A parameter's value; empty when it was not given.
   *
   * @throws InvalidParameterException if it was given more than once
   */
  public Optional<String> find(String name) {
    List<String> values = given.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new InvalidParameterException(
          name,
          new LocalText(
              "参数「" + name + "」给了 " + values.size() + " 次，只能给一次。",
              "Parameter «" + name + "» was given " + values.size() + " times; give it once.",
              "ཞུགས་གྲངས་ «" + name + "» ཐེངས་གཅིག་ལས་སྤྲོད་མི་ཆོག"));
    }
    return values.isEmpty() ? Optional.empty() : Optional.ofNullable(values.get(0));
  }

  /**
   * A parameter's value, which is one of a list; empty when it was not given.
   *
   * @throws InvalidParameterException if it is another, or was given more than once
   */
  public Optional<String> oneOf(String name, List<String> allowed) {
    Optional<String> value = find(name);
    if (value.isPresent() && !allowed.contains(value.get())) {
      String shown = shown(value.get());
      String list = String.join(", ", allowed);
      throw new InvalidParameterException(
          name,
          new LocalText(
              "参数「" + name + "」没有「" + shown + "」这个值，可用：" + list + "。",
              "«" + shown + "» is no value of «" + name + "»; it takes: " + list + ".",
              "«" + name + "» ལ་ «" + shown + "» མེད། སྤྱོད་ཆོག་པ། " + list),
          allowed);
    }
    return value;
  }

  /**
   * A whole number from 1; one above the maximum means the maximum.
   *
   * @throws InvalidParameterException if it is no number, below 1, or does not fit 32 bits
   */
  public int count(String name, int otherwise, int max) {
    return find(name).map(text -> count(name, text, max)).orElse(otherwise);
  }

  private static int count(String name, String text, int max) {
    long value = WHOLE.matcher(text).matches() ? Long.parseLong(text) : 0;
    if (value < 1 || value > Integer.MAX_VALUE) {
      String shown = shown(text);
      throw new InvalidParameterException(
          name,
          new LocalText(
              "参数「" + name + "」的值「" + shown + "」不可用：请给 1 到 " + max + " 的整数。",
              "«" + shown + "» is no " + name + ": give a whole number from 1 to " + max + ".",
              "«" + shown + "» ནི་ " + name + " མིན། 1 ནས་ " + max + " བར་གྱི་ཨང་ཧྲིལ་ཞིག་སྤྲོད།"));
    }
    return (int) Math.min(value, max);
  }
}
