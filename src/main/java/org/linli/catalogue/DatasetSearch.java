package org.linli.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.linli.encode.ExportFormat;
import org.linli.layer.Code;
import org.linli.layer.Field;
import org.linli.layer.LocalText;

/**
 * Finds datasets by words and by what they have in common. All words must be there, in whatever
 * language, or among the names by which other files know its fields; of each facet the dataset must
 * have what is chosen.
 *
 * @param words folded words
 * @param chosen facets with the code chosen of each
 */
public record DatasetSearch(List<String> words, Map<Facet, String> chosen) {

  /** What datasets may have in common. */
  public enum Facet {
    KEYWORD(Dataset::keywords),
    FORMAT(dataset -> dataset.formats().stream().map(Facet::of).toList()),
    FRESHNESS(dataset -> List.of(of(dataset.freshness()))),
    LICENCE(dataset -> dataset.licence().stream().map(Facet::of).toList());

    private final Function<Dataset, List<Code>> codes;

    Facet(Function<Dataset, List<Code>> codes) {
      this.codes = codes;
    }

    private static Code of(ExportFormat format) {
      return new Code(format.ending(), format.title(), Optional.empty());
    }

    private static Code of(Freshness state) {
      return new Code(state.code(), state.title(), Optional.empty());
    }

    private static Code of(Licence licence) {
      return new Code(licence.id(), licence.title(), Optional.empty());
    }

    /** The parameter by which it is chosen. */
    public String parameter() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean has(Dataset dataset, String code) {
      return codes.apply(dataset).stream().anyMatch(known -> known.code().equals(code));
    }
  }

  /** A code of a facet, and how many datasets there would be if it were chosen. */
  public record Choice(String code, LocalText titles, int count) {}

  public static DatasetSearch of(String text, Map<Facet, String> chosen) {
    String folded = folded(text).strip();
    return new DatasetSearch(
        folded.isEmpty() ? List.of() : List.of(folded.split("\\s+")), Map.copyOf(chosen));
  }

  /** The datasets that are found, in the order in which they came. */
  public List<Dataset> in(List<Dataset> datasets) {
    return datasets.stream().filter(dataset -> hasWords(dataset) && has(dataset, chosen)).toList();
  }

  /** What can be chosen of each facet while the choices of the others stay. */
  public Map<Facet, List<Choice>> choices(List<Dataset> datasets) {
    Map<Facet, List<Choice>> choices = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      Map<Facet, String> others = new LinkedHashMap<>(chosen);
      others.remove(facet);
      choices.put(facet, choices(facet, new DatasetSearch(words, others).in(datasets)));
    }
    return choices;
  }

  private static List<Choice> choices(Facet facet, List<Dataset> datasets) {
    Map<String, Choice> counted = new LinkedHashMap<>();
    for (Dataset dataset : datasets) {
      for (Code code : facet.codes.apply(dataset)) {
        counted.merge(
            code.code(),
            new Choice(code.code(), code.title(), 1),
            (known, one) -> new Choice(known.code, known.titles, known.count + 1));
      }
    }
    List<Choice> list = new ArrayList<>(counted.values());
    list.sort(Comparator.comparingInt(Choice::count).reversed().thenComparing(Choice::code));
    return List.copyOf(list);
  }

  private boolean hasWords(Dataset dataset) {
    String text = folded(String.join("\n", texts(dataset).toList()));
    return words.stream().allMatch(text::contains);
  }

  private static boolean has(Dataset dataset, Map<Facet, String> wanted) {
    return wanted.entrySet().stream()
        .allMatch(choice -> choice.getKey().has(dataset, choice.getValue()));
  }

  private static Stream<String> texts(Dataset dataset) {
    Stream<LocalText> titles =
        Stream.of(
                Stream.of(dataset.definition().title(), dataset.definition().description()),
                dataset.keywords().stream().map(Code::title),
                dataset.definition().fields().stream().map(Field::title))
            .flatMap(Function.identity());
    Stream<String> names =
        Stream.concat(
            Stream.of(dataset.id()),
            dataset.definition().fields().stream()
                .flatMap(
                    field -> Stream.concat(Stream.of(field.name()), field.aliases().stream())));
    return Stream.concat(names, titles.flatMap(title -> title.asMap().values().stream()));
  }

  /** Without regard to case and width. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
