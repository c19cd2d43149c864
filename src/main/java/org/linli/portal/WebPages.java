package org.linli.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.linli.encode.Representation.Document;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files that pages are made of, read once from the class path: our own from {@code web/}, the
 * libraries from their webjars. Only what was found at the start can be asked for.
 */
final class WebPages {
  private static final String OWN = "/web/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  /** The libraries' modules by the names that ours import them by. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "/lib/leaflet.js", "leaflet/*/dist/leaflet.js",
          "/lib/leaflet.css", "leaflet/*/dist/leaflet.css",
          "/lib/pbf.js", "pbf/*/index.js",
          "/lib/echarts.js", "echarts/*/echarts.esm.min.js");

  private final Map<String, Document> files;

  private WebPages(Map<String, Document> files) {
    this.files = Map.copyOf(files);
  }

  /**
   * @throws IllegalStateException if a library is missing
   */
  static WebPages fromClasspath() {
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    Map<String, Document> files = new HashMap<>();
    try {
      for (Resource own : resolver.getResources("classpath*:web/**/*.*")) {
        String url = own.getURL().toString();
        add(files, url.substring(url.lastIndexOf(OWN) + OWN.length() - 1), own);
      }
      for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
        add(files, library.getKey(), library(resolver, library.getValue()));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The pages' files cannot be read.", unreadable);
    }
    return new WebPages(files);
  }

  private static Resource library(PathMatchingResourcePatternResolver resolver, String name)
      throws IOException {
    Resource[] found = resolver.getResources("classpath*:META-INF/resources/webjars/" + name);
    if (found.length != 1) {
      throw new IllegalStateException(
          "The program is incomplete: it has " + found.length + " of the library " + name + ".");
    }
    return found[0];
  }

  private static void add(Map<String, Document> files, String path, Resource file)
      throws IOException {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type != null) {
      files.putIfAbsent(path, new Document(type, Map.of(), file.getContentAsByteArray()));
    }
  }

  /**
   * @throws IllegalStateException if the program was built without it
   */
  Document get(String path) {
    return find(path)
        .orElseThrow(() -> new IllegalStateException("The program is incomplete: no " + path));
  }

  /** The file of a path such as {@code /js/main.js}. */
  Optional<Document> find(String path) {
    return Optional.ofNullable(files.get(path));
  }
}
