package org.linli.opendata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.linli.catalogue.Datasets;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.Site;
import org.linli.catalogue.harvest.Catalogue;
import org.linli.catalogue.harvest.DataJson;
import org.linli.catalogue.harvest.Dcat;
import org.linli.catalogue.harvest.Sitemap;
import org.linli.catalogue.releases.Releases;
import org.linli.encode.JsonDocument;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.LayerQuery;
import org.linli.layer.Parameters;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public catalogue for programs that collect catalogues, and for search engines. */
@Controller
final class HarvestController {
  private static final String PROJECTS = "projects";

  private final Datasets datasets;
  private final Releases releases;
  private final Snapshots snapshots;
  private final Publisher publisher;

  HarvestController(
      Datasets datasets, Releases releases, Snapshots snapshots, Publisher publisher) {
    this.datasets = datasets;
    this.releases = releases;
    this.snapshots = snapshots;
    this.publisher = publisher;
  }

  private Catalogue catalogue(Site site) {
    return new Catalogue(datasets.list(Audience.PUBLIC), publisher, site);
  }

  @GetMapping("/catalogue.jsonld")
  Representation dcat(Site site, Parameters parameters) {
    parameters.requireOnly(Set.of());
    return JsonDocument.of(Dcat.MEDIA_TYPE, Dcat.of(catalogue(site), releases.list()), Map.of());
  }

  /** {@code lang} chooses the language of its texts. */
  @GetMapping("/data.json")
  Representation dataJson(Site site, Locale language, Parameters parameters) {
    parameters.requireOnly(Set.of("lang")).oneOf("lang", DatasetsController.LANGUAGES);
    return JsonDocument.of(
        "application/json",
        DataJson.of(catalogue(site), language),
        Map.of("Content-Language", language.toLanguageTag(), "Vary", "Accept-Language"));
  }

  @GetMapping("/sitemap.xml")
  Representation sitemap(Site site, Parameters parameters) {
    parameters.requireOnly(Set.of());
    List<String> paths =
        new ArrayList<>(List.of("/", "/coverage", "/projects", "/data", "/releases"));
    datasets.list(Audience.PUBLIC).forEach(dataset -> paths.add("/data/" + dataset.id()));
    releases.list().forEach(release -> paths.add("/releases/" + release.id()));
    snapshots.current().findView(PROJECTS, Audience.PUBLIC).ifPresent(v -> addProjects(v, paths));
    return text(Sitemap.MEDIA_TYPE, Sitemap.of(site, paths));
  }

  private static void addProjects(LayerView projects, List<String> paths) {
    RowCursor cursor = projects.rows(LayerQuery.ALL);
    while (cursor.next()) {
      paths.add("/projects/" + Site.segment(cursor.code()));
    }
  }

  /** Robots may read everything but what staff alone can open, and what only repeats the data. */
  @GetMapping("/robots.txt")
  Representation robots(Site site, Parameters parameters) {
    parameters.requireOnly(Set.of());
    return text(
        "text/plain;charset=UTF-8",
        """
        User-agent: *
        Disallow: /staff
        Disallow: /ogc/collections/*/tiles/
        Allow: /

        Sitemap: %s
        """
            .formatted(site.at("/sitemap.xml")));
  }

  private static Representation text(String mediaType, String text) {
    return new Representation.Document(mediaType, Map.of(), text.getBytes(StandardCharsets.UTF_8));
  }
}
