package org.linli.opendata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.linli.catalogue.Dataset;
import org.linli.catalogue.Licence;
import org.linli.catalogue.harvest.CkanPackages;
import org.linli.catalogue.harvest.CkanQuery;
import org.linli.layer.Code;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What CKAN's actions answer, over the public datasets. */
final class CkanActions {
  private static final int MOST_ROWS = 1_000;
  private static final int USUAL_ROWS = 10;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The actions, each with the parameters it takes; those that change nothing here are let by. */
  static final Map<String, Set<String>> ACTIONS = new TreeMap<>();

  static {
    Set<String> part = Set.of("limit", "offset");
    Set<String> named = Set.of("id", "include_datasets", "include_tracking", "use_default_schema");
    Set<String> listed = Set.of("all_fields", "limit", "offset", "sort", "query", "vocabulary_id");
    ACTIONS.put("site_read", Set.of());
    ACTIONS.put("status_show", Set.of());
    ACTIONS.put("help_show", Set.of("name"));
    ACTIONS.put("license_list", Set.of());
    ACTIONS.put("package_list", part);
    ACTIONS.put("current_package_list_with_resources", part);
    ACTIONS.put("package_show", named);
    ACTIONS.put("resource_show", Set.of("id", "include_tracking"));
    ACTIONS.put("organization_list", listed);
    ACTIONS.put("organization_show", named);
    ACTIONS.put("group_list", listed);
    ACTIONS.put("tag_list", listed);
    ACTIONS.put(
        "package_search",
        Set.of(
            "q",
            "fq",
            "rows",
            "start",
            "sort",
            "facet",
            "facet.field",
            "facet.limit",
            "facet.mincount",
            "include_private",
            "include_drafts",
            "use_default_schema"));
  }

  private final CkanPackages packages;
  private final List<Dataset> datasets;
  private final Locale language;

  CkanActions(CkanPackages packages, Locale language) {
    this.packages = packages;
    this.datasets = packages.catalogue().datasets();
    this.language = language;
  }

  Object result(String action, Parameters parameters) {
    return switch (action) {
      case "site_read" -> true;
      case "status_show" -> status();
      case "help_show" -> help(parameters);
      case "license_list" ->
          Licence.listOpen().stream().map(one -> CkanPackages.licence(one, language)).toList();
      case "package_list" -> part(datasets, parameters).stream().map(Dataset::id).toList();
      case "current_package_list_with_resources" ->
          part(datasets, parameters).stream().map(packages::of).toList();
      case "package_show" -> packages.of(dataset(required("id", parameters)));
      case "resource_show" -> resource(required("id", parameters));
      case "organization_list" -> organizations(parameters);
      case "organization_show" -> organization(required("id", parameters));
      case "group_list" -> List.of();
      case "tag_list" -> tags();
      case "package_search" -> search(parameters);
      default -> throw new IllegalArgumentException(action);
    };
  }

  private Map<String, Object> status() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("ckan_version", "2.10.0");
    status.put("site_title", org.linli.catalogue.harvest.Catalogue.TITLE.in(language));
    status.put("site_description", "Linli Atlas: a read-only part of CKAN's API");
    status.put("site_url", packages.catalogue().site().at(""));
    status.put("locale_default", "zh");
    status.put("extensions", List.of());
    return status;
  }

  private static String help(Parameters parameters) {
    String name = required("name", parameters);
    if (!ACTIONS.containsKey(name)) {
      throw notFound(name);
    }
    return name + "(" + String.join(", ", new java.util.TreeSet<>(ACTIONS.get(name))) + ")";
  }

  private static String required(String name, Parameters parameters) {
    return parameters
        .find(name)
        .orElseThrow(
            () ->
                new InvalidParameterException(
                    name,
                    new LocalText(
                        "缺少参数「" + name + "」。",
                        "The parameter «" + name + "» is missing.",
                        "ཞུགས་གྲངས་ «" + name + "» མེད།")));
  }

  static NotFoundException notFound(String name) {
    String shown = Parameters.shown(name);
    return new NotFoundException(
        new LocalText(
            "没有「" + shown + "」。", "There is no «" + shown + "» here.", "«" + shown + "» མེད།"));
  }

  private Dataset dataset(String idOrName) {
    return datasets.stream()
        .filter(one -> one.id().equals(idOrName) || CkanPackages.id(one).equals(idOrName))
        .findFirst()
        .orElseThrow(() -> notFound(idOrName));
  }

  private Map<String, Object> resource(String id) {
    return datasets.stream()
        .flatMap(dataset -> packages.resources(dataset).stream())
        .filter(resource -> resource.get("id").equals(id))
        .findFirst()
        .orElseThrow(() -> notFound(id));
  }

  private List<?> organizations(Parameters parameters) {
    boolean whole = parameters.oneOf("all_fields", BOOLEANS).filter(TRUE::contains).isPresent();
    return List.of(whole ? packages.organization() : CkanPackages.ORGANIZATION);
  }

  private static final List<String> TRUE = List.of("true", "True");
  private static final List<String> BOOLEANS = List.of("true", "True", "false", "False");

  private Map<String, Object> organization(String id) {
    Map<String, Object> organization = packages.organization();
    if (!id.equals(CkanPackages.ORGANIZATION) && !id.equals(organization.get("id"))) {
      throw notFound(id);
    }
    return organization;
  }

  private List<String> tags() {
    return datasets.stream()
        .flatMap(dataset -> dataset.keywords().stream().map(Code::code))
        .distinct()
        .sorted()
        .toList();
  }

  private static int whole(String name, Parameters parameters, int otherwise) {
    Optional<String> text = parameters.find(name);
    return text.isPresent() && text.get().equals("0")
        ? 0
        : parameters.count(name, otherwise, Integer.MAX_VALUE);
  }

  private static List<Dataset> part(List<Dataset> all, Parameters parameters) {
    int offset = whole("offset", parameters, 0);
    int limit = whole("limit", parameters, all.size());
    return all.stream().skip(offset).limit(limit).toList();
  }

  private Map<String, Object> search(Parameters parameters) {
    List<Dataset> found =
        datasets.stream()
            .filter(CkanQuery.parse("q", parameters.find("q").orElse("")))
            .filter(CkanQuery.parse("fq", parameters.find("fq").orElse("")))
            .sorted(order(parameters))
            .toList();
    int rows = Math.min(MOST_ROWS, whole("rows", parameters, USUAL_ROWS));
    int start = whole("start", parameters, 0);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("count", found.size());
    result.put("sort", parameters.find("sort").orElse("name asc"));
    result.put("results", found.stream().skip(start).limit(rows).map(packages::of).toList());
    Map<String, Map<String, Long>> counts = counts(found, parameters);
    result.put("facets", counts);
    result.put("search_facets", searchFacets(counts));
    return result;
  }

  private Comparator<Dataset> order(Parameters parameters) {
    Comparator<Dataset> order = (one, other) -> 0;
    for (String part : parameters.find("sort").orElse("name asc").split(",", -1)) {
      String[] words = part.strip().split("\\s+");
      boolean down = words.length > 1 && words[1].equals("desc");
      Comparator<Dataset> by = by(words[0]);
      order = order.thenComparing(down ? by.reversed() : by);
    }
    return order.thenComparing(Dataset::id);
  }

  private Comparator<Dataset> by(String field) {
    return switch (field) {
      case "name" -> Comparator.comparing(Dataset::id);
      case "id" -> Comparator.comparing(CkanPackages::id);
      case "title", "title_string" -> Comparator.comparing(packages::title);
      case "metadata_modified", "metadata_created" -> Comparator.comparing(Dataset::updatedAt);
      case "score", "relevance" -> (one, other) -> 0;
      default ->
          throw new InvalidParameterException(
              "sort",
              new LocalText(
                  "不能按「" + Parameters.shown(field) + "」排序。",
                  "«" + Parameters.shown(field) + "» is nothing to sort by.",
                  "«" + Parameters.shown(field) + "» ཡིས་གོ་རིམ་སྒྲིག་མི་ཐུབ།"),
              List.of("name", "id", "title", "metadata_modified", "score"));
    };
  }

  private static Map<String, Map<String, Long>> counts(List<Dataset> found, Parameters parameters) {
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    for (String field : facets(parameters)) {
      Map<String, Long> values = new TreeMap<>();
      found.stream()
          .flatMap(dataset -> CkanQuery.values(field, dataset))
          .forEach(value -> values.merge(value, 1L, Long::sum));
      counts.put(field, values);
    }
    return counts;
  }

  /** CKAN takes them as a JSON list in one parameter. */
  private static List<String> facets(Parameters parameters) {
    try {
      List<String> asked = new ArrayList<>();
      JSON.readTree(parameters.find("facet.field").orElse("[]"))
          .forEach(field -> asked.add(field.asString()));
      if (CkanQuery.facets().containsAll(asked)) {
        return asked;
      }
    } catch (JacksonException malformed) {
      // Told below, with what would do.
    }
    throw new InvalidParameterException(
        "facet.field",
        new LocalText(
            "facet.field 应是字段名的 JSON 列表。",
            "facet.field takes a JSON list of fields.",
            "facet.field ལ་ JSON ཐོ་ཞིག་དགོས།"),
        CkanQuery.facets());
  }

  private static Map<String, Object> searchFacets(Map<String, Map<String, Long>> counts) {
    Map<String, Object> facets = new LinkedHashMap<>();
    counts.forEach(
        (field, values) -> facets.put(field, Map.of("title", field, "items", items(values))));
    return facets;
  }

  private static List<Map<String, Object>> items(Map<String, Long> values) {
    Stream<Map.Entry<String, Long>> byCount =
        values.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed());
    return byCount
        .map(
            entry ->
                Map.<String, Object>of(
                    "name",
                    entry.getKey(),
                    "display_name",
                    entry.getKey(),
                    "count",
                    entry.getValue()))
        .toList();
  }
}
