package org.linli.opendata;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.Addresses;
import org.linli.catalogue.Dataset;
import org.linli.catalogue.DatasetSearch;
import org.linli.catalogue.DatasetSearch.Choice;
import org.linli.catalogue.DatasetSearch.Facet;
import org.linli.catalogue.Datasets;
import org.linli.catalogue.Freshness;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.ServedLayers;
import org.linli.catalogue.Site;
import org.linli.encode.ExportFormat;
import org.linli.encode.JsonDocument;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;
import org.linli.opendata.DatasetDocuments.Found;
import org.linli.snapshot.LayerView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The records of the datasets; the public's and, under {@code /staff}, those of the staff. */
@Controller
final class DatasetsController {
  static final List<String> LANGUAGES = List.of("zh", "en", "bo");
  private static final int LONGEST = 100;

  private final Datasets datasets;
  private final ServedLayers layers;
  private final Publisher publisher;

  DatasetsController(Datasets datasets, ServedLayers layers, Publisher publisher) {
    this.datasets = datasets;
    this.layers = layers;
    this.publisher = publisher;
  }

  /**
   * {@code q} is words, at most 100 characters; {@code keyword}, {@code format}, {@code freshness}
   * and {@code licence} each take a code that the answer's facets list.
   */
  @GetMapping({"/api/datasets", "/staff/api/datasets"})
  Representation list(Audience audience, Site site, Locale language, Parameters parameters) {
    Set<String> allowed = new HashSet<>(Set.of("q", "lang"));
    List.of(Facet.values()).forEach(facet -> allowed.add(facet.parameter()));
    parameters.requireOnly(allowed).oneOf("lang", LANGUAGES);
    List<Dataset> all = datasets.list(audience);
    DatasetSearch search = DatasetSearch.of(words(parameters), chosen(parameters));
    List<Dataset> found = search.in(all);
    return answer(
        new Found(
            found.size(),
            found.stream()
                .map(
                    dataset ->
                        DatasetDocuments.summary(
                            dataset, new Addresses(site, audience, dataset.id()), language))
                .toList(),
            facets(search.choices(all))),
        language);
  }

  private static Map<String, List<Choice>> facets(Map<Facet, List<Choice>> choices) {
    Map<String, List<Choice>> facets = new LinkedHashMap<>();
    choices.forEach((facet, list) -> facets.put(facet.parameter(), list));
    return facets;
  }

  private static Map<Facet, String> chosen(Parameters parameters) {
    Map<Facet, String> chosen = new EnumMap<>(Facet.class);
    parameters.oneOf("freshness", codes(Freshness.values(), Freshness::code));
    parameters.oneOf("format", codes(ExportFormat.values(), ExportFormat::ending));
    for (Facet facet : Facet.values()) {
      parameters.find(facet.parameter()).ifPresent(code -> chosen.put(facet, code));
    }
    return chosen;
  }

  private static <T> List<String> codes(T[] values, Function<T, String> code) {
    return Stream.of(values).map(code).toList();
  }

  static String words(Parameters parameters) {
    String text = parameters.find("q").orElse("");
    if (text.length() > LONGEST) {
      throw new InvalidParameterException(
          "q",
          new LocalText(
              "搜索的文字太长：最多 " + LONGEST + " 个字符。",
              "The text to search for is too long: give at most " + LONGEST + " characters.",
              "འཚོལ་ཡིག་རིང་དྲགས། ཡིག་རྟགས་ " + LONGEST + " ལས་བརྒལ་མི་ཆོག"));
    }
    return text;
  }

  /** The record of one; a layer that is made is made with what its analysis takes by itself. */
  @GetMapping({
    "/api/datasets/{layer:[a-z][a-z0-9_]*}",
    "/staff/api/datasets/{layer:[a-z][a-z0-9_]*}"
  })
  Representation one(
      @PathVariable String layer,
      Audience audience,
      Site site,
      Locale language,
      Parameters parameters,
      Cancellation client) {
    parameters.requireOnly(Set.of("lang")).oneOf("lang", LANGUAGES);
    Dataset known = datasets.get(layer, audience);
    Parameters plain = new Parameters(Map.of());
    LayerView view = layers.get(layer, audience, plain, client).view();
    return answer(
        DatasetRecord.of(
            known.shownAs(view), view, new Addresses(site, audience, layer), publisher, language),
        language);
  }

  private static Representation answer(Object document, Locale language) {
    return JsonDocument.of(
        "application/json",
        document,
        Map.of("Content-Language", language.toLanguageTag(), "Vary", "Accept-Language"));
  }
}
