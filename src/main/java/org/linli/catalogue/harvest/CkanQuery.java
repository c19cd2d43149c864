package org.linli.catalogue.harvest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.catalogue.Dataset;
import org.linli.catalogue.DatasetSearch;
import org.linli.layer.Code;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;

/**
 * As much of CKAN's search language (Solr's) as harvesters use: words, and {@code field:value},
 * {@code field:"value"}, {@code field:(a OR b)}, {@code metadata_modified:[from TO to]}, each with
 * {@code +} or {@code -} before it; all must hold.
 */
public final class CkanQuery {
  private static final int LONGEST = 1_000;
  private static final Pattern TERM =
      Pattern.compile(
          "\\s*(?:([+-]?)([a-z_*]+):(\"[^\"]*\"|\\([^()]*\\)|\\[[^\\[\\]]*]|[^\\s\"()\\[\\]]+)"
              + "|([^\\s:\"()\\[\\]]+)|\"([^\"]*)\")(?=\\s|$)");

  /** What can be asked for, with what a dataset has of it. */
  private static final Map<String, Function<Dataset, List<String>>> FIELDS =
      Map.of(
          "name", dataset -> List.of(dataset.id()),
          "id", dataset -> List.of(CkanPackages.id(dataset)),
          "tags", dataset -> dataset.keywords().stream().map(Code::code).toList(),
          "res_format", dataset -> dataset.formats().stream().map(MediaTypes::label).toList(),
          "license_id", dataset -> dataset.licence().stream().map(l -> l.id()).toList(),
          "organization", dataset -> List.of(CkanPackages.ORGANIZATION),
          "groups", dataset -> List.of(),
          "state", dataset -> List.of("active"),
          "type", dataset -> List.of("dataset"),
          "dataset_type", dataset -> List.of("dataset"));

  private final String parameter;
  private final List<String> words = new ArrayList<>();
  private Predicate<Dataset> terms = dataset -> true;

  private CkanQuery(String parameter) {
    this.parameter = parameter;
  }

  /** What a dataset has of a field that facets may count; empty for a field that is not one. */
  public static Stream<String> values(String field, Dataset dataset) {
    return FIELDS.containsKey(field) ? FIELDS.get(field).apply(dataset).stream() : Stream.of();
  }

  /** The fields by which datasets can be counted. */
  public static List<String> facets() {
    return List.of("organization", "groups", "tags", "res_format", "license_id");
  }

  /**
   * @param parameter whose text it is, {@code q} or {@code fq}
   * @throws InvalidParameterException if it is more than is understood here
   */
  public static Predicate<Dataset> parse(String parameter, String text) {
    CkanQuery query = new CkanQuery(parameter);
    if (text.length() > LONGEST) {
      throw query.notUnderstood(Parameters.shown(text));
    }
    query.read(text.strip());
    DatasetSearch search = DatasetSearch.of(String.join(" ", query.words), Map.of());
    return query.terms.and(dataset -> !search.in(List.of(dataset)).isEmpty());
  }

  private void read(String text) {
    Matcher matcher = TERM.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        throw notUnderstood(Parameters.shown(text.substring(at)));
      }
      take(matcher);
      at = matcher.end();
    }
  }

  private void take(Matcher term) {
    String word = term.group(4) == null ? term.group(5) : term.group(4);
    if (word != null) {
      if (!word.equals("AND")) {
        words.add(word);
      }
      return;
    }
    Predicate<Dataset> test = test(term.group(2), term.group(3));
    terms = terms.and(term.group(1).equals("-") ? test.negate() : test);
  }

  private Predicate<Dataset> test(String field, String value) {
    if (field.equals("*") && value.equals("*")) {
      return dataset -> true;
    }
    if (field.equals("metadata_modified")) {
      return modified(value);
    }
    if (!FIELDS.containsKey(field)) {
      throw notUnderstood(field);
    }
    if (value.equals("*") || value.equals("[* TO *]")) {
      return dataset -> !FIELDS.get(field).apply(dataset).isEmpty();
    }
    List<String> wanted = alternatives(value);
    return dataset ->
        FIELDS.get(field).apply(dataset).stream()
            .anyMatch(known -> wanted.stream().anyMatch(known::equalsIgnoreCase));
  }

  private List<String> alternatives(String value) {
    if (value.startsWith("[")) {
      throw notUnderstood(value);
    }
    String inner = value.startsWith("(") ? value.substring(1, value.length() - 1) : value;
    return Stream.of(inner.split("\\s+OR\\s+")).map(one -> one.strip().replace("\"", "")).toList();
  }

  private Predicate<Dataset> modified(String value) {
    Matcher range = Pattern.compile("\\[(\\S+) TO (\\S+)]").matcher(value);
    if (!range.matches()) {
      throw notUnderstood(value);
    }
    Instant from = moment(range.group(1), Instant.MIN);
    Instant to = moment(range.group(2), Instant.MAX);
    return dataset -> !dataset.updatedAt().isBefore(from) && !dataset.updatedAt().isAfter(to);
  }

  private Instant moment(String text, Instant open) {
    try {
      if (text.equals("*")) {
        return open;
      }
      return text.contains("T")
          ? LocalDateTime.parse(text.replaceFirst("Z$", "")).toInstant(ZoneOffset.UTC)
          : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException malformed) {
      throw notUnderstood(text);
    }
  }

  private InvalidParameterException notUnderstood(String part) {
    String fields = String.join(", ", new java.util.TreeSet<>(FIELDS.keySet()));
    return new InvalidParameterException(
        parameter,
        new LocalText(
            "不理解「" + part + "」：请写词语或 字段:值，可用字段：" + fields + ", metadata_modified。",
            "«"
                + part
                + "» is not understood: write words or field:value, of the fields "
                + fields
                + ", metadata_modified.",
            "«" + part + "» མི་གོ ཁོངས། " + fields + ", metadata_modified"));
  }
}
