package org.linli.ogcapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.analysis.AnalysisDefinition;
import org.linli.catalogue.analyses.Analyses;
import org.linli.catalogue.analyses.Questions;
import org.linli.encode.ExportFormat;
import org.linli.layer.Audience;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.LayerDefinition;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The API's description in OpenAPI 3.0: {@code openapi.yaml} with the layers of the moment filled
 * in, in one language. Maps and lists, as JSON has them.
 */
final class ApiDocument {
  /** The template refers to its own parts often; it is ours, and no stranger's. */
  private static final int MOST_ALIASES = 500;

  private static final Map<String, Object> TEMPLATE = read();
  private static final String EACH_LAYER = "eachLayer";
  private static final String EACH_FILE = "eachFile";
  private static final String EACH_FEED = "eachFeed";
  private static final String EACH_PLACED_LAYER = "eachPlacedLayer";
  private static final String EACH_ANALYSIS = "eachAnalysis";
  private static final String EACH_ANALYSIS_OF_STAFF = "eachAnalysisOfStaff";
  private static final String STAFF_ACCOUNT = "staffAccount";
  private static final Set<String> LANGUAGES = Set.of("zh", "en", "bo");

  private final Asked asked;
  private final List<LayerDefinition> layers;
  private final List<AnalysisDefinition> analyses;

  private ApiDocument(
      Asked asked, List<LayerDefinition> layers, List<AnalysisDefinition> analyses) {
    this.asked = asked;
    this.layers = layers;
    this.analyses = analyses;
  }

  /** The description of these layers' API. */
  static Map<String, Object> of(
      Asked asked, List<LayerDefinition> layers, List<AnalysisDefinition> analyses) {
    return new ApiDocument(asked, layers, analyses).document();
  }

  private static Map<String, Object> read() {
    String name = "/ogcapi/openapi.yaml";
    try (InputStream yaml = ApiDocument.class.getResourceAsStream(name)) {
      if (yaml == null) {
        throw new IllegalStateException("The program is incomplete: it lacks " + name + ".");
      }
      return map(
          new Load(LoadSettings.builder().setMaxAliasesForCollections(MOST_ALIASES).build())
              .loadFromInputStream(yaml));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A map of the template; its keys are texts. */
  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((key, entry) -> map.put((String) key, entry));
    return map;
  }

  private Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", TEMPLATE.get("openapi"));
    document.put("info", filled(TEMPLATE.get("info"), null));
    document.put("servers", server(asked.place().api()));
    document.put("paths", paths());
    document.put("components", components());
    if (asked.audience() == Audience.STAFF) {
      document.put("security", List.of(Map.of(STAFF_ACCOUNT, List.of())));
    }
    return document;
  }

  private static List<Object> server(String url) {
    return List.of(Map.of("url", url));
  }

  private Map<String, Object> paths() {
    Map<String, Object> paths = map(filled(TEMPLATE.get("paths"), null));
    for (LayerDefinition layer : layers) {
      paths.putAll(map(filled(TEMPLATE.get(EACH_LAYER), layer)));
      for (ExportFormat format : ExportFormat.of(layer.geometry())) {
        paths.putAll(map(ApiFile.of(filled(TEMPLATE.get(EACH_FILE), layer), format)));
      }
      if (asked.audience() == Audience.PUBLIC && Analyses.findMaker(layer.id()).isEmpty()) {
        paths.putAll(map(filled(TEMPLATE.get(EACH_FEED), layer)));
      }
      if (layer.hasGeometry()) {
        paths.putAll(map(filled(TEMPLATE.get(EACH_PLACED_LAYER), layer)));
      }
    }
    for (AnalysisDefinition analysis : analyses) {
      paths.putAll(map(analysis(EACH_ANALYSIS, analysis)));
      if (asked.audience() == Audience.STAFF) {
        paths.putAll(map(analysis(EACH_ANALYSIS_OF_STAFF, analysis)));
      }
    }
    return paths;
  }

  private Object analysis(String part, AnalysisDefinition analysis) {
    return ofAnalysis(filled(TEMPLATE.get(part), null), analysis);
  }

  /** A part of the template with what is an analysis' filled in. */
  private Object ofAnalysis(Object part, AnalysisDefinition analysis) {
    if (part instanceof Map<?, ?> map) {
      Map<String, Object> filled = new LinkedHashMap<>();
      map.forEach(
          (key, value) ->
              filled.put(
                  ((String) key).replace("ANALYSIS", analysis.id()), ofAnalysis(value, analysis)));
      return filled;
    }
    if (part instanceof List<?> list) {
      List<Object> filled = new ArrayList<>();
      list.forEach(
          element -> {
            if ("MAKING".equals(element)) {
              filled.addAll(ApiMaking.of(analysis, asked.audience(), asked.language()));
            } else {
              filled.add(ofAnalysis(element, analysis));
            }
          });
      return filled;
    }
    return part instanceof String text
        ? text.replace("ANALYSIS.title", analysis.title().in(asked.language()))
            .replace("ANALYSIS", analysis.id())
        : part;
  }

  private Map<String, Object> components() {
    Map<String, Object> components = map(filled(TEMPLATE.get("components"), null));
    Map<String, Object> parameters = map(components.get("parameters"));
    Map<String, Object> layer = map(parameters.get("collectionId"));
    List<String> ids = layers.stream().map(LayerDefinition::id).toList();
    if (!ids.isEmpty()) {
      layer.put("schema", Map.of("type", "string", "enum", ids));
    }
    parameters.put("collectionId", layer);
    components.put("parameters", parameters);
    if (asked.audience() == Audience.STAFF) {
      Map<String, String> basic = Map.of("type", "http", "scheme", "basic");
      components.put("securitySchemes", Map.of(STAFF_ACCOUNT, basic));
    }
    return components;
  }

  /** A part of the template with texts in the language, and with what is a layer's filled in. */
  private Object filled(Object part, LayerDefinition layer) {
    if (part instanceof Map<?, ?> map) {
      return map.keySet().equals(LANGUAGES) ? text(map, layer) : filledMap(map, layer);
    }
    if (part instanceof List<?> list) {
      return filledList(list, layer);
    }
    if (part instanceof String text) {
      return text.equals("ROOT") ? server(asked.place().root()) : named(text, layer);
    }
    return part;
  }

  private String text(Map<?, ?> texts, LayerDefinition layer) {
    String text = String.valueOf(texts.get(asked.language().getLanguage()));
    return layer == null ? text : text.replace("LAYER", layer.title().in(asked.language()));
  }

  private static String named(String text, LayerDefinition layer) {
    return layer == null ? text : text.replace("LAYER", layer.id());
  }

  private Map<String, Object> filledMap(Map<?, ?> map, LayerDefinition layer) {
    Map<String, Object> filled = new LinkedHashMap<>();
    map.forEach((key, value) -> filled.put(named((String) key, layer), filled(value, layer)));
    return filled;
  }

  private List<Object> filledList(List<?> list, LayerDefinition layer) {
    List<Object> filled = new ArrayList<>();
    for (Object element : list) {
      if ("FILTERS".equals(element)) {
        filled.addAll(filters(layer, names(list)));
        filled.addAll(making(layer));
      } else if ("MAKING".equals(element) && layer != null) {
        filled.addAll(making(layer));
      } else {
        filled.add(filled(element, layer));
      }
    }
    return filled;
  }

  /** The names of the parameters that a list refers to. */
  private static Set<String> names(List<?> parameters) {
    return parameters.stream()
        .filter(Map.class::isInstance)
        .map(parameter -> String.valueOf(((Map<?, ?>) parameter).get("$ref")))
        .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  /** The parameters of the analysis that makes a layer; none for one of the store. */
  private List<Object> making(LayerDefinition layer) {
    return Analyses.findMaker(layer.id())
        .map(maker -> ApiMaking.of(maker.definition(), asked.audience(), asked.language()))
        .orElse(List.of());
  }

  private List<Object> filters(LayerDefinition layer, Set<String> taken) {
    Set<String> makers = Analyses.findMaker(layer.id()).map(Questions::parameters).orElse(Set.of());
    return Stream.concat(
            Stream.of(Field.of(LayerDefinition.KEY, FieldType.TEXT)), layer.fields().stream())
        .filter(field -> !taken.contains(field.name()) && !makers.contains(field.name()))
        .<Object>map(field -> ApiFilter.of(field, asked.language()))
        .toList();
  }
}
