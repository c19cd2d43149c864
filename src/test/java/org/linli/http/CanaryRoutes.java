package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.catalogue.releases.Release;
import org.linli.encode.ExportFormat;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the portal has, as its own mapping tells them, with what may be asked. */
record CanaryRoutes(RequestMappingHandlerMapping mapping, Release release) {
  /** What the variables of address patterns may be. */
  private static final Map<String, List<String>> FILLERS =
      Map.ofEntries(
          Map.entry(
              "layer",
              List.of("houses", "notes", "green_access", "projects", "patrols", "patrol_gaps")),
          Map.entry("code", List.of("p-001", "canary", "h-001")),
          Map.entry("ending", Stream.of(ExportFormat.values()).map(ExportFormat::ending).toList()),
          Map.entry("job", List.of("canary")),
          Map.entry("kind", List.of("schema", "queryables", "sortables")),
          Map.entry("zoom", List.of("10")),
          Map.entry("row", List.of("402")),
          Map.entry("column", List.of("800")),
          Map.entry("name", List.of("pixel.png", "canary")),
          Map.entry("metric", List.of("canary")),
          Map.entry(
              "action",
              List.of(
                  "package_list",
                  "package_search",
                  "current_package_list_with_resources",
                  "package_show?id=houses",
                  "package_show?id=notes",
                  "package_show?id=projects",
                  "organization_show?id=linli",
                  "organization_list",
                  "tag_list",
                  "license_list",
                  "status_show")));

  private static final List<String> FEATURES = List.of("h-001", "canary", "canary-note");
  private static final List<String> ANALYSES = List.of("patrol", "access", "canary");
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)(?::[^}]*)?}");

  private static final List<String> QUERIES =
      List.of(
          "",
          "f=html",
          "f=tilejson",
          "lang=en",
          "q=canary",
          "name=" + Canaries.SECRET_NAME,
          "residents=" + Canaries.SECRET_NUMBER,
          "status=draft",
          "filter=residents%3D" + Canaries.SECRET_NUMBER,
          "filter=status%3D%27draft%27",
          "sortby=residents",
          "properties=residents");

  Set<String> patterns() {
    return mapping.getHandlerMethods().keySet().stream()
        .flatMap(info -> info.getPatternValues().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The addresses of a pattern, with all that its variables may be, told or untold. */
  Stream<String> addresses(String pattern) {
    String plain = pattern.replaceAll("\\$\\{[^}]*}", "/error").replace("**", "main.js");
    Matcher variable = VARIABLE.matcher(plain);
    if (!variable.find()) {
      assertThat(plain).as("a pattern of a form that this test does not know").doesNotContain("{");
      return Stream.of(plain);
    }
    return fillers(variable.group(1), pattern).stream()
        .flatMap(
            filler ->
                addresses(
                    plain.substring(0, variable.start())
                        + filler
                        + plain.substring(variable.end())));
  }

  private List<String> fillers(String variable, String pattern) {
    if (variable.equals("id")) {
      return pattern.contains("/analyses/") ? ANALYSES : FEATURES;
    }
    if (variable.equals("release")) {
      return List.of(release.id(), "canary");
    }
    if (variable.equals("file")) {
      return Stream.concat(
              release.files().map(Release.ReleasedFile::name),
              Stream.of("SHA256SUMS", "release.json", ".notes.rows.gz", "notes.geojson"))
          .toList();
    }
    assertThat(FILLERS)
        .as("%s has the variable {%s}: add to FILLERS what it may be", pattern, variable)
        .containsKey(variable);
    return FILLERS.get(variable);
  }

  Stream<String> asked() {
    return patterns().stream()
        .flatMap(this::addresses)
        .distinct()
        .flatMap(path -> queries(path).stream().map(query -> with(path, query)));
  }

  /** Of files that are the same whatever is asked, and of layers like others, once is enough. */
  private static List<String> queries(String path) {
    boolean likeOthers =
        path.startsWith("/staff")
            || path.matches("/releases/.+|.*/(notes|patrol_gaps|patrols|projects)([/.].*)?")
            || path.matches("/data/.*[.](geojsonl|xlsx|gpkg|fgb|shp[.]zip|gpx)|/api/action/.*");
    return likeOthers ? List.of("", "q=canary") : QUERIES;
  }

  private static String with(String path, String query) {
    return query.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + query;
  }
}
