package org.linli.opendata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.catalogue.Dataset;
import org.linli.catalogue.Datasets;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.Site;
import org.linli.catalogue.feeds.AtomFeed;
import org.linli.catalogue.feeds.FeedArea;
import org.linli.catalogue.feeds.FeedEntry;
import org.linli.catalogue.feeds.Feeds;
import org.linli.catalogue.harvest.Catalogue;
import org.linli.catalogue.releases.Releases;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.Parameters;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;
import org.linli.store.FeatureStore;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Feeds of what changed, of each layer and of all. */
@Controller
final class FeedsController {
  private static final String PROJECTS = "projects";
  private static final String COMMUNITIES = "communities";

  private final Datasets datasets;
  private final Snapshots snapshots;
  private final FeatureStore store;
  private final Releases releases;
  private final Publisher publisher;

  FeedsController(
      Datasets datasets,
      Snapshots snapshots,
      FeatureStore store,
      Releases releases,
      Publisher publisher) {
    this.datasets = datasets;
    this.snapshots = snapshots;
    this.store = store;
    this.releases = releases;
    this.publisher = publisher;
  }

  @GetMapping("/feeds/{layer:[a-z][a-z0-9_]*}.atom")
  Representation layer(
      @PathVariable String layer, Site site, Locale language, Parameters parameters) {
    Dataset dataset = datasets.get(layer, Audience.PUBLIC);
    Feeds feeds = feeds(site, language);
    PortalSnapshot portal = snapshots.current();
    Optional<LayerView> view = portal.findView(layer, Audience.PUBLIC);
    if (view.isEmpty()) {
      requireLanguage(parameters);
      return answer(feeds.ofMade(dataset), language);
    }
    FeedArea area = area(parameters, view.get(), portal);
    return answer(
        layer.equals(PROJECTS)
            ? feeds.ofProjects(dataset, view.get(), area)
            : feeds.ofLayer(dataset, view.get(), store.lastCommits(layer, Feeds.COMMITS), area),
        language);
  }

  @GetMapping("/feeds/index.atom")
  Representation all(Site site, Locale language, Parameters parameters) {
    requireLanguage(parameters);
    PortalSnapshot portal = snapshots.current();
    Feeds feeds = feeds(site, language);
    List<FeedEntry> entries = new ArrayList<>();
    for (Dataset dataset : datasets.list(Audience.PUBLIC)) {
      portal
          .findView(dataset.id(), Audience.PUBLIC)
          .map(view -> feeds.entries(dataset, view, store.lastCommits(dataset.id(), Feeds.COMMITS)))
          .ifPresent(entries::addAll);
    }
    return answer(feeds.ofAll(entries, releases.list()), language);
  }

  private static FeedArea area(Parameters parameters, LayerView view, PortalSnapshot portal) {
    Set<String> all = new HashSet<>(FeedArea.PARAMETERS);
    all.add("lang");
    parameters.requireOnly(all).oneOf("lang", DatasetsController.LANGUAGES);
    return FeedArea.read(parameters, view, portal.findView(COMMUNITIES, Audience.PUBLIC));
  }

  private static void requireLanguage(Parameters parameters) {
    parameters.requireOnly(Set.of("lang")).oneOf("lang", DatasetsController.LANGUAGES);
  }

  private Feeds feeds(Site site, Locale language) {
    return new Feeds(new Catalogue(datasets.list(Audience.PUBLIC), publisher, site), language);
  }

  private static Representation answer(AtomFeed feed, Locale language) {
    return new Representation.Document(
        AtomFeed.MEDIA_TYPE,
        Map.of("Content-Language", language.toLanguageTag(), "Vary", "Accept-Language"),
        feed.toXml().getBytes(StandardCharsets.UTF_8));
  }
}
