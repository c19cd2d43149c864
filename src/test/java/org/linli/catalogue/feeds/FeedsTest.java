package org.linli.catalogue.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.Town;
import org.linli.catalogue.harvest.Catalogue;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;
import org.linli.layer.Parameters;
import org.linli.snapshot.LayerSnapshot;
import org.linli.snapshot.LayerView;
import org.linli.testing.TownLayers;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What feeds tell, read by a feed reader. */
class FeedsTest {
  private Town town;

  @BeforeEach
  void open() {
    town = new Town();
  }

  @AfterEach
  void close() {
    town.close();
  }

  private Feeds feeds(Locale language) {
    return new Feeds(
        new Catalogue(
            town.datasets().list(Audience.PUBLIC),
            new Publisher("居委会", Optional.empty()),
            Town.SITE),
        language);
  }

  private LayerView view(String layer) {
    return town.snapshots().current().findView(layer, Audience.PUBLIC).orElseThrow();
  }

  private Feed houses() {
    return layer("houses");
  }

  private Feed layer(String id) {
    return read(
        feeds(Locale.ENGLISH)
            .ofLayer(
                town.datasets().get(id, Audience.PUBLIC),
                view(id),
                town.store().lastCommits(id, Feeds.COMMITS),
                FeedArea.EVERYWHERE));
  }

  private Feed housesIn(String parameter, String value) {
    FeedArea area =
        FeedArea.read(
            new Parameters(Map.of(parameter, List.of(value))),
            view("houses"),
            Optional.of(blocks()));
    return read(
        feeds(Locale.ENGLISH)
            .ofLayer(
                town.datasets().get("houses", Audience.PUBLIC),
                view("houses"),
                town.store().lastCommits("houses", Feeds.COMMITS),
                area));
  }

  /** One community, three-cornered: h-000 lies in it, and h-011 only in its box. */
  private static LayerView blocks() {
    LayerDefinition communities = BuiltInLayers.find("communities").orElseThrow();
    Coordinate corner = new Coordinate(101.3999, 35.9999);
    Geometry shape =
        new GeometryFactory()
            .createPolygon(
                new Coordinate[] {
                  corner,
                  new Coordinate(101.4019, 35.9999),
                  new Coordinate(101.3999, 36.0019),
                  corner.copy()
                });
    LayerSnapshot.Builder builder = new LayerSnapshot.Builder(communities);
    builder.add(new Feature("三角", shape, new Object[communities.fields().size()]), 1);
    return builder.finish(1, Town.NOW).view(Audience.PUBLIC);
  }

  @Test
  void aFeedOfAnAreaTellsOnlyOfWhatIsThere() {
    put(0, "里面");
    put(11, "外面");
    String box = "101.3999,35.9999,101.4019,36.0019";
    Feed boxed = housesIn("bbox", box);
    assertThat(summaries(boxed))
        .containsExactly(
            "Features that changed: 外面",
            "Features that changed: 里面",
            "Loaded anew; features now: 4");
    Feed named = housesIn("community", "三角");
    assertThat(summaries(named))
        .containsExactly("Features that changed: 里面", "Loaded anew; features now: 3");
    assertThat(named.getOtherLinks().get(0).getHref())
        .endsWith("/feeds/houses.atom?community=%E4%B8%89%E8%A7%92");
    assertThat(named.getId()).isNotEqualTo(boxed.getId()).isNotEqualTo(houses().getId());
    assertThat(named.getEntries().get(0).getId())
        .isNotEqualTo(houses().getEntries().get(1).getId());
    town.store().remove("houses", "h-000");
    assertThat(summaries(housesIn("community", "三角")))
        .containsExactly("Loaded anew; features now: 2");
  }

  private static List<String> summaries(Feed feed) {
    return feed.getEntries().stream().map(entry -> entry.getSummary().getValue()).toList();
  }

  @Test
  void aCommunityThatIsNotThereIsNamedWithWhereTheyAre() {
    assertThatThrownBy(() -> housesIn("community", "nowhere"))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            refused -> {
              assertThat(refused.parameter()).isEqualTo("community");
              assertThat(refused.detail().en()).contains("nowhere", "/ogc/collections/communities");
            });
    assertThatThrownBy(() -> housesIn("bbox", "1,2,3"))
        .isInstanceOf(InvalidParameterException.class);
  }

  private static Feed read(AtomFeed feed) {
    try {
      return (Feed) new WireFeedInput().build(new StringReader(feed.toXml()));
    } catch (FeedException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private void put(int house, String name) {
    Feature known = TownLayers.house(house);
    Object[] values = known.values().clone();
    values[0] = name;
    town.store().put("houses", new Feature(known.code(), known.geometry().orElseThrow(), values));
  }

  @Test
  void eachCommitIsAnEntryWithItsTimeAndAnIdThatStays() {
    put(1, "新楼");
    Feed feed = houses();
    assertThat(feed.getTitle()).isEqualTo("Houses");
    assertThat(feed.getEntries()).hasSize(2);
    Entry newest = feed.getEntries().get(0);
    assertThat(newest.getSummary().getValue()).isEqualTo("Features that changed: 新楼");
    assertThat(newest.getUpdated().toInstant()).isEqualTo(view("houses").committedAt());
    assertThat(feed.getUpdated()).isEqualTo(newest.getUpdated());
    assertThat(feed.getEntries().get(1).getSummary().getValue())
        .isEqualTo("Loaded anew; features now: 48");
    List<String> ids = feed.getEntries().stream().map(Entry::getId).toList();
    assertThat(ids).allMatch(id -> id.startsWith("urn:uuid:")).doesNotHaveDuplicates();
    put(2, "又一栋");
    assertThat(houses().getEntries().stream().map(Entry::getId).skip(1)).isEqualTo(ids);
  }

  @Test
  void aCommitThatOnlyTouchedWhatThePublicMayNotSeeIsNotTold() {
    int before = houses().getEntries().size();
    put(4, "秘密草案");
    town.store().remove("houses", "h-009");
    assertThat(houses().getEntries()).hasSize(before);
  }

  @Test
  void aCommitThatOnlyRemovedIsTold() {
    int before = layer("buildings").getEntries().size();
    town.store().remove("buildings", "one");
    List<Entry> entries = layer("buildings").getEntries();
    assertThat(entries).hasSize(before + 1);
    assertThat(entries.get(0).getSummary().getValue()).isEqualTo("Features that are gone: one");
  }

  @Test
  void whatXmlHasNoPlaceForIsLeftOut() {
    String text = "a\u0000b\u000B<c>&\uD800]]>\uFFFE";
    FeedEntry entry = new FeedEntry("urn:x", text, text, "https://p", Town.NOW);
    AtomFeed feed =
        new AtomFeed("urn:x", text, text, "https://s", "https://p", Town.NOW, List.of(entry));
    assertThat(read(feed).getTitle()).isEqualTo("ab<c>&]]>");
    assertThat(read(feed).getEntries().get(0).getSummary().getValue()).isEqualTo("ab<c>&]]>");
  }

  @Test
  void aFeedWithoutEntriesIsValidAndDatedByTheDataset() {
    AtomFeed empty = new AtomFeed("urn:x", "t", "a", "https://s", "https://p", Town.NOW, List.of());
    assertThat(read(empty).getUpdated().toInstant()).isEqualTo(Town.NOW);
  }

  @Test
  void projectsAreToldByTitleAndByTheDayOfTheirStage() {
    LayerDefinition projects = BuiltInLayers.find("projects").orElseThrow();
    town.store()
        .put(
            projects,
            List.of(
                project(projects, "a", "口袋公园", "completed", "completed_at", "2026-05-02"),
                project(projects, "b", "楼道灯", "proposed", "proposed_at", "2026-06-01"),
                project(projects, "c", "还是草案", "draft", "draft_at", "2026-06-10")));
    Feed feed =
        read(
            feeds(Locale.forLanguageTag("zh"))
                .ofProjects(
                    town.datasets().get("projects", Audience.PUBLIC),
                    view("projects"),
                    FeedArea.EVERYWHERE));
    assertThat(feed.getEntries().stream().map(entry -> entry.getTitle().split(" · ")[0]))
        .containsExactly("楼道灯", "口袋公园");
    // Midnight in the community is 16:00 of the day before in UTC.
    assertThat(feed.getEntries().get(0).getUpdated().toInstant())
        .isEqualTo(Instant.parse("2026-05-31T16:00:00Z"));
    assertThat(feed.getEntries().get(1).getAlternateLinks().get(0).getHref())
        .isEqualTo("https://data.example.org/projects/a");
  }

  private static Feature project(
      LayerDefinition projects, String code, String title, String status, String at, String day) {
    Object[] values = new Object[projects.fields().size()];
    values[projects.getIndex("title")] = title;
    values[projects.getIndex("status")] = status;
    values[projects.getIndex(at)] = LocalDate.parse(day);
    return new Feature(code, null, values);
  }
}
