package org.linli.layer;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is wrong with a filter, and where. */
final class Cql2Fault {
  static final String FILTER = "filter";

  private Cql2Fault() {}

  /** What could have stood in a place. */
  enum Expected {
    CONDITION("条件", "a condition", "ཆ་རྐྱེན།"),
    VALUE("字段、值或括号", "a field, a value or a parenthesis", "ལྗོངས་སམ་གྲངས།"),
    COMPARISON(
        "比较（=、<>、<、>、<=、>=、LIKE、BETWEEN、IN、IS）",
        "a comparison (=, <>, <, >, <=, >=, LIKE, BETWEEN, IN, IS)",
        "བསྡུར་བ། (=, <>, <, >, <=, >=, LIKE, BETWEEN, IN, IS)"),
    END("AND、OR 或结尾", "AND, OR or the end", "AND, OR ཡང་ན་མཇུག"),
    OPEN("「(」", "«(»", "«(»"),
    CLOSE("「)」", "«)»", "«)»"),
    COMMA("「,」", "«,»", "«,»"),
    COMMA_OR_CLOSE("「,」或「)」", "«,» or «)»", "«,» ཡང་ན་ «)»"),
    AND("AND", "AND", "AND"),
    NULL("NULL", "NULL", "NULL"),
    LIKE_BETWEEN_IN("LIKE、BETWEEN 或 IN", "LIKE, BETWEEN or IN", "LIKE, BETWEEN ཡང་ན་ IN"),
    TEXT("引号中的文字", "a text in single quotes", "'ཡི་གེ'"),
    CLOSING_QUOTE("结束的引号", "a closing quote", "མཇུག་གི་འདྲེན་རྟགས།"),
    NUMBER("数", "a number", "ཨང་གྲངས།"),
    DATE("日期，如 '2026-05-01'", "a date such as '2026-05-01'", "ཟླ་ཚེས། '2026-05-01'"),
    TIMESTAMP(
        "时刻，如 '2026-05-01T08:00:00Z'",
        "a timestamp such as '2026-05-01T08:00:00Z'",
        "དུས། '2026-05-01T08:00:00Z'"),
    TIME("日期、时刻、'..' 或字段", "a date, a timestamp, '..' or a field", "ཟླ་ཚེས། དུས། '..' ཡང་ན་ལྗོངས།"),
    GEOMETRY(
        "有效的 WKT 几何",
        "a geometry in WKT, such as POINT(101.4 36.6)",
        "WKT དཔེར་ན། POINT(101.4 36.6)"),
    GEOJSON("GeoJSON 几何", "a geometry as GeoJSON has it", "GeoJSON གི་དབྱིབས།"),
    JSON("JSON", "JSON", "JSON"),
    OPERATION("\"op\" 与 \"args\"", "\"op\" with \"args\"", "\"op\" དང་ \"args\""),
    ARGUMENTS("相应个数的参数", "as many arguments as it takes", "ཞུགས་གྲངས་འཚམ་པ།");

    private final LocalText words;

    Expected(String zh, String en, String bo) {
      this.words = new LocalText(zh, en, bo);
    }
  }

  /**
   * Something else stood there than could.
   *
   * @param position of the character, from 0
   */
  static InvalidParameterException at(int position, String found, Expected... expected) {
    int place = position + 1;
    return unexpected(
        new LocalText(
            "第 " + place + " 个字符处", "at character " + place, "ཡིག་རྟགས་ " + place + " པར་"),
        found,
        expected);
  }

  /**
   * Something else stood there than could.
   *
   * @param pointer to the place in a JSON document (RFC 6901)
   */
  static InvalidParameterException at(String pointer, String found, Expected... expected) {
    String shown = Parameters.shown(pointer.isEmpty() ? "/" : pointer);
    return unexpected(new LocalText(shown + " 处", "at " + shown, shown + " ལ་"), found, expected);
  }

  private static InvalidParameterException unexpected(
      LocalText where, String found, Expected... expected) {
    String shown = Parameters.shown(found);
    return invalid(
        where.zh() + "是「" + shown + "」，此处应为：" + list(LocalText::zh, "、", expected) + "。",
        where.en()
            + " stands «"
            + shown
            + "», expected: "
            + list(LocalText::en, ", ", expected)
            + ".",
        where.bo() + " «" + shown + "» འདུག འདིར་དགོས་པ། " + list(LocalText::bo, ", ", expected));
  }

  private static String list(
      Function<LocalText, String> language, String separator, Expected... expected) {
    return Arrays.stream(expected)
        .map(one -> language.apply(one.words))
        .collect(Collectors.joining(separator));
  }

  static InvalidParameterException tooMuch(LocalText what, int most) {
    return invalid(
        what.zh() + "太多：最多 " + most + "。请缩短条件，或分几次查询。",
        "it has too many " + what.en() + ": " + most + " at most. Ask for less at a time.",
        what.bo() + " མང་དྲགས། མང་ཤོས་ " + most);
  }

  static InvalidParameterException invalid(String zh, String en, String bo) {
    return invalid(zh, en, bo, List.of());
  }

  static InvalidParameterException invalid(String zh, String en, String bo, List<String> allowed) {
    return new InvalidParameterException(
        FILTER,
        new LocalText(
            "参数「filter」不可用：" + zh,
            "The filter is not usable: " + en,
            "«filter» སྤྱོད་མི་རུང་། " + bo),
        allowed);
  }
}
