package org.linli.catalogue.feeds;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.catalogue.Dataset;
import org.linli.catalogue.Site;
import org.linli.catalogue.harvest.Catalogue;
import org.linli.catalogue.releases.Release;
import org.linli.layer.LocalText;
import org.linli.snapshot.LayerView;
import org.linli.store.FeatureStore.Commit;

/**
 * What changed, as far as the public may know: of the features that a commit touched those are told
 * that the view shows now, and by their codes those that are gone, unless the layer hides rows. A
 * commit that has neither is not told at all.
 */
public final class Feeds {
  /** How many commits of a layer are looked at. */
  public static final int COMMITS = 50;

  private static final int MOST = 50;
  private static final int NAMED = 10;
  private static final LocalText WHOLE =
      new LocalText("全部更新，现有要素：", "Loaded anew; features now: ", "ཡོངས་སུ་གསར་བསྒྱུར། ཁྱད་རྣམ། ");
  private static final LocalText TOUCHED =
      new LocalText("有变化的要素：", "Features that changed: ", "འགྱུར་བའི་ཁྱད་རྣམ། ");
  private static final LocalText REMOVED =
      new LocalText("已删除的要素：", "Features that are gone: ", "བསུབས་པའི་ཁྱད་རྣམ། ");
  private static final LocalText MADE =
      new LocalText("按新的数据重新计算", "Worked out of newer data", "གཞི་གྲངས་གསར་པས་རྩིས་པ།");
  private static final LocalText RELEASED = new LocalText("数据发布 ", "Release ", "གཏན་འབེབས་ ");

  private final Catalogue catalogue;
  private final Locale language;

  public Feeds(Catalogue catalogue, Locale language) {
    this.catalogue = catalogue;
    this.language = language;
  }

  private Site site() {
    return catalogue.site();
  }

  private String title(Dataset dataset) {
    return dataset.definition().title().in(language);
  }

  /** A layer of the store: a commit that touched the area an entry. */
  public AtomFeed ofLayer(Dataset dataset, LayerView view, List<Commit> commits, FeedArea area) {
    return feed(dataset, entries(dataset, view, commits, area), area);
  }

  /** A layer that is made has no commits of its own: the last change of its sources is told. */
  public AtomFeed ofMade(Dataset dataset) {
    return feed(dataset, List.of(made(dataset)), FeedArea.EVERYWHERE);
  }

  /** Projects in the area, the one that got furthest last first. */
  public AtomFeed ofProjects(Dataset dataset, LayerView view, FeedArea area) {
    return feed(
        dataset,
        new ProjectNews(view, language, site())
            .newest(MOST, area.chosen(), code -> urn(dataset, "project " + code)),
        area);
  }

  private AtomFeed feed(Dataset dataset, List<FeedEntry> entries, FeedArea area) {
    return new AtomFeed(
        urn(dataset, "feed" + area.query()),
        title(dataset),
        catalogue.publisher().name(),
        site().at("/feeds/" + dataset.id() + ".atom" + area.query()),
        site().at("/data/" + dataset.id()),
        dataset.updatedAt(),
        entries);
  }

  private FeedEntry made(Dataset dataset) {
    return new FeedEntry(
        urn(dataset, "at " + dataset.updatedAt()),
        title(dataset),
        MADE.in(language),
        site().at("/data/" + dataset.id()),
        dataset.updatedAt());
  }

  /** The commits of a layer that the public may know of, newest first. */
  public List<FeedEntry> entries(Dataset dataset, LayerView view, List<Commit> commits) {
    return entries(dataset, view, commits, FeedArea.EVERYWHERE);
  }

  private List<FeedEntry> entries(
      Dataset dataset, LayerView view, List<Commit> commits, FeedArea area) {
    Set<String> touched = commits.stream().flatMap(Feeds::codes).collect(Collectors.toSet());
    Told told = new Told(dataset, view, area, area.shown(view, touched));
    return commits.stream().flatMap(commit -> entry(told, commit).stream()).toList();
  }

  /**
   * What entries are told of.
   *
   * @param shown of the features that any of the commits touched those that the view shows in the
   *     area
   */
  private record Told(Dataset dataset, LayerView view, FeedArea area, Set<String> shown) {}

  private Optional<FeedEntry> entry(Told of, Commit commit) {
    if (commit.change().whole()) {
      String count = WHOLE.in(language) + of.view.count(of.area.chosen());
      return Optional.of(entry(of, commit, count));
    }
    List<String> told = new ArrayList<>();
    List<String> shown = codes(commit).filter(of.shown::contains).toList();
    if (!shown.isEmpty()) {
      told.add(TOUCHED.in(language) + named(of.view, shown));
    }
    List<String> gone = gone(of, commit);
    if (!gone.isEmpty()) {
      told.add(REMOVED.in(language) + few(gone.stream(), gone.size()));
    }
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(entry(of, commit, String.join(" · ", told)));
  }

  private static Stream<String> codes(Commit commit) {
    return commit.change().codes().stream();
  }

  /**
   * The features that a commit took away. Where the public sees every row, what it does not find
   * was removed; where rows may be hidden, that may also be one that it never saw, and nothing is
   * told. Nor is it in an area: where something was that is gone, nobody knows.
   */
  private static List<String> gone(Told of, Commit commit) {
    return of.view.definition().hiddenRows().isPresent() || !of.area.isEverywhere()
        ? List.of()
        : codes(commit).filter(code -> of.view.find(code).isEmpty()).toList();
  }

  private String named(LayerView view, List<String> codes) {
    Names names = new Names(view, language);
    return few(codes.stream().map(names::of), codes.size());
  }

  private static String few(Stream<String> names, int count) {
    String first = names.limit(NAMED).collect(Collectors.joining(", "));
    return count > NAMED ? first + " … (" + count + ")" : first;
  }

  private FeedEntry entry(Told of, Commit commit, String summary) {
    return new FeedEntry(
        urn(of.dataset, "version " + commit.change().version() + of.area.query()),
        title(of.dataset),
        summary,
        site().at("/data/" + of.dataset.id()),
        commit.at());
  }

  /** The newest of all entries and releases. */
  public AtomFeed ofAll(List<FeedEntry> entries, List<Release> releases) {
    List<FeedEntry> all = new ArrayList<>(entries);
    releases.stream().map(this::entry).forEach(all::add);
    all.sort(Comparator.comparing(FeedEntry::updatedAt).reversed());
    return new AtomFeed(
        uuid(site().at("/feeds/index.atom")),
        Catalogue.TITLE.in(language),
        catalogue.publisher().name(),
        site().at("/feeds/index.atom"),
        site().at("/data"),
        catalogue.updatedAt(),
        List.copyOf(all.subList(0, Math.min(MOST, all.size()))));
  }

  private FeedEntry entry(Release release) {
    String address = site().at("/releases/" + release.id());
    return new FeedEntry(
        uuid(address),
        RELEASED.in(language) + release.id(),
        release.citation(address).in(language),
        address,
        release.frozenAt());
  }

  private static String urn(Dataset dataset, String what) {
    return uuid(dataset.storeId() + " " + dataset.id() + " " + what);
  }

  private static String uuid(String name) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** What a layer's features are called. */
  private record Names(LayerView view, Locale language) {
    String of(String code) {
      return view.definition()
          .nameField()
          .flatMap(
              field -> text(code, field + "_" + language.getLanguage()).or(() -> text(code, field)))
          .orElse(code);
    }

    private Optional<String> text(String code, String field) {
      return view.definition().findIndex(field).stream()
          .boxed()
          .flatMap(index -> view.find(code).stream().map(row -> row.value(index)))
          .flatMap(value -> Optional.ofNullable(value).map(Object::toString).stream())
          .findFirst();
    }
  }
}
