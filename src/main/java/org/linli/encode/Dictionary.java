package org.linli.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;

/** A layer's fields as a table that goes with its features: a row a field, the key first. */
public final class Dictionary {
  /** What the columns of {@link #rows} are called. */
  public static final List<String> HEADER =
      List.of("field", "type", "unit", "title_zh", "title_en", "title_bo", "codes");

  private static final LocalText KEY = new LocalText("编码", "Code", "ཨང་རྟགས།");

  private Dictionary() {}

  /** The rows, each with a text a column. */
  public static List<List<String>> rows(List<Field> fields) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(LayerDefinition.KEY, "text", "", KEY, ""));
    fields.forEach(field -> rows.add(row(field)));
    return rows;
  }

  private static List<String> row(Field field) {
    return row(
        field.name(),
        field.type().name().toLowerCase(Locale.ROOT),
        field.unit().orElse(""),
        field.title(),
        codes(field));
  }

  private static List<String> row(
      String name, String type, String unit, LocalText title, String codes) {
    return List.of(name, type, unit, title.zh(), title.en(), title.bo(), codes);
  }

  private static String codes(Field field) {
    return field.codes().stream()
        .map(code -> code.code() + " = " + About.line(code.title()))
        .collect(Collectors.joining("; "));
  }
}
