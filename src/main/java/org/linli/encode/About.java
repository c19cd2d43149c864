package org.linli.encode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.layer.Code;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.snapshot.LayerView;

/**
 * What goes with the features into a file, so that it explains itself: titles, licence, the state
 * of the data, the dictionary. In all languages at once, because a file is handed on.
 *
 * @param asOf when the newest of the data was committed
 */
public record About(LayerDefinition definition, Instant asOf) {

  public static About of(LayerView view) {
    return new About(view.definition(), view.committedAt());
  }

  /** The title in every language, on one line. */
  public String title() {
    return line(definition.title());
  }

  /** A line each of what the layer is, its licence and its state. */
  public List<String> lines() {
    return Stream.of(
            Optional.of(line(definition.description())).filter(text -> !text.isEmpty()),
            definition.licence().map(licence -> "许可 / Licence / ཆོག་མཆན།: " + licence),
            Optional.of("数据截至 / As of / དུས་ཚོད།: " + asOf))
        .flatMap(Optional::stream)
        .toList();
  }

  /** {@link #lines}, as one text. */
  public String summary() {
    return String.join("\n", lines());
  }

  /** The same in the terms of Dublin Core, as JSON with a text a language. */
  public String dublinCore() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      JsonBytes out = new JsonBytes(bytes);
      out.raw("{\"title\":");
      languages(definition.title(), out);
      out.raw(",\"description\":");
      languages(definition.description(), out);
      if (definition.licence().isPresent()) {
        out.raw(",\"license\":").text(definition.licence().get());
      }
      out.raw(",\"modified\":").instant(asOf.toEpochMilli()).put('}').flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void languages(LocalText text, JsonBytes out) throws IOException {
    out.raw("{\"zh\":").text(text.zh());
    out.raw(",\"en\":").text(text.en());
    out.raw(",\"bo\":").text(text.bo()).put('}');
  }

  /** A text in each language that differs from those before, on one line. */
  public static String line(LocalText text) {
    return Stream.of(text.zh(), text.en(), text.bo())
        .map(String::strip)
        .filter(words -> !words.isEmpty())
        .distinct()
        .collect(Collectors.joining(" / "));
  }

  /** A field's unit and codes, as one text; empty if it has neither. */
  public static String meaning(Field field) {
    return Stream.concat(
            field.unit().map(unit -> "[" + unit + "]").stream(),
            field.codes().stream().map(About::entry))
        .collect(Collectors.joining("; "));
  }

  private static String entry(Code code) {
    return code.code() + " = " + line(code.title());
  }
}
