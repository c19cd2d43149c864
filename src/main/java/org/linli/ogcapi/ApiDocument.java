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
import org.linli.layer.Audience;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The API's description in OpenAPI 3.0: {@code openapi.yaml} with the layers of the moment filled
 * in, in one language. Maps and lists, as JSON has them.
 */
final class ApiDocument {
  private static final Map<String, Object> TEMPLATE = read();
  private static final String EACH_LAYER = "eachLayer";
  private static final String EACH_PLACED_LAYER = "eachPlacedLayer";
  private static final String STAFF_TOKEN = "staffToken";
  private static final Set<String> LANGUAGES = Set.of("zh", "en", "bo");

  private final Asked asked;
  private final List<LayerView> views;

  private ApiDocument(Asked asked, List<LayerView> views) {
    this.asked = asked;
    this.views = views;
  }

  /** The description of these layers' API. */
  static Map<String, Object> of(Asked asked, List<LayerView> views) {
    return new ApiDocument(asked, views).document();
  }

  private static Map<String, Object> read() {
    String name = "/ogcapi/openapi.yaml";
    try (InputStream yaml = ApiDocument.class.getResourceAsStream(name)) {
      if (yaml == null) {
        throw new IllegalStateException("The program is incomplete: it lacks " + name + ".");
      }
      return map(new Load(LoadSettings.builder().build()).loadFromInputStream(yaml));
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
      document.put("security", List.of(Map.of(STAFF_TOKEN, List.of())));
    }
    return document;
  }

  private static List<Object> server(String url) {
    return List.of(Map.of("url", url));
  }

  private Map<String, Object> paths() {
    Map<String, Object> paths = map(filled(TEMPLATE.get("paths"), null));
    for (LayerView view : views) {
      paths.putAll(map(filled(TEMPLATE.get(EACH_LAYER), view)));
      if (view.definition().hasGeometry()) {
        paths.putAll(map(filled(TEMPLATE.get(EACH_PLACED_LAYER), view)));
      }
    }
    return paths;
  }

  private Map<String, Object> components() {
    Map<String, Object> components = map(filled(TEMPLATE.get("components"), null));
    Map<String, Object> parameters = map(components.get("parameters"));
    Map<String, Object> layer = map(parameters.get("collectionId"));
    List<String> ids = views.stream().map(view -> view.definition().id()).toList();
    if (!ids.isEmpty()) {
      layer.put("schema", Map.of("type", "string", "enum", ids));
    }
    parameters.put("collectionId", layer);
    components.put("parameters", parameters);
    if (asked.audience() == Audience.STAFF) {
      Map<String, String> bearer = Map.of("type", "http", "scheme", "bearer");
      components.put("securitySchemes", Map.of(STAFF_TOKEN, bearer));
    }
    return components;
  }

  /** A part of the template with texts in the language, and with what is a layer's filled in. */
  private Object filled(Object part, LayerView view) {
    if (part instanceof Map<?, ?> map) {
      return map.keySet().equals(LANGUAGES) ? text(map, view) : filledMap(map, view);
    }
    if (part instanceof List<?> list) {
      return filledList(list, view);
    }
    if (part instanceof String text) {
      return text.equals("ROOT") ? server(asked.place().root()) : named(text, view);
    }
    return part;
  }

  private String text(Map<?, ?> texts, LayerView view) {
    String text = String.valueOf(texts.get(asked.language().getLanguage()));
    return view == null
        ? text
        : text.replace("LAYER", view.definition().title().in(asked.language()));
  }

  private static String named(String text, LayerView view) {
    return view == null ? text : text.replace("LAYER", view.definition().id());
  }

  private Map<String, Object> filledMap(Map<?, ?> map, LayerView view) {
    Map<String, Object> filled = new LinkedHashMap<>();
    map.forEach((key, value) -> filled.put(named((String) key, view), filled(value, view)));
    return filled;
  }

  private List<Object> filledList(List<?> list, LayerView view) {
    List<Object> filled = new ArrayList<>();
    for (Object element : list) {
      if ("FILTERS".equals(element)) {
        filled.addAll(filters(view.definition(), names(list)));
      } else {
        filled.add(filled(element, view));
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

  private List<Object> filters(LayerDefinition layer, Set<String> taken) {
    return layer.fields().stream()
        .filter(field -> !taken.contains(field.name()))
        .<Object>map(field -> ApiFilter.of(field, asked.language()))
        .toList();
  }
}
