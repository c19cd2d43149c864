package org.linli.ogcapi;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.linli.encode.page.Html;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;

/** The fields of a layer, with what their values mean. */
final class FieldTable {
  private FieldTable() {}

  static void write(Html html, LayerDefinition layer, Locale language) throws IOException {
    html.element("h2", Words.FIELDS.in(language)).table(Words.FIELDS.in(language));
    for (Field field : layer.fields()) {
      html.raw("<tr><th>").element("code", field.name()).raw("</th>");
      html.element("td", title(field, language));
      html.element("td", field.type().name().toLowerCase(Locale.ROOT));
      html.element("td", codes(field, language)).raw("</tr>");
    }
    html.raw("</table></div>");
  }

  /** A field's title with its unit. */
  static String title(Field field, Locale language) {
    return field.title().in(language) + field.unit().map(unit -> " (" + unit + ")").orElse("");
  }

  private static String codes(Field field, Locale language) {
    return field.codes().stream()
        .map(code -> code.code() + " = " + code.title().in(language))
        .collect(Collectors.joining("; "));
  }
}
