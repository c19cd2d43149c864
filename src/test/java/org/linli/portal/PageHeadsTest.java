package org.linli.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.catalogue.Datasets;
import org.linli.catalogue.FileSizes;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.ServedLayers;
import org.linli.catalogue.Site;
import org.linli.catalogue.analyses.AnalysisRuns;
import org.linli.catalogue.analyses.Questions;
import org.linli.encode.Representation.Document;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.layer.NotFoundException;
import org.linli.portal.PageHead.Alternate;
import org.linli.portal.PageHead.Picture;
import org.linli.portal.PageHeads.Fixed;
import org.linli.snapshot.Snapshots;
import org.linli.testing.MemoryStore;
import org.linli.testing.TownLayers;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What pages say in their heads, be their texts as hostile as they may. */
class PageHeadsTest {
  private static final Site SITE = new Site("https://data.example.org");
  private static final Locale BO = Locale.forLanguageTag("bo");
  private static final LayerDefinition PROJECTS = BuiltInLayers.find("projects").orElseThrow();
  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\"' & <!-- ]]>\u2028";

  private final Clock clock = Clock.systemUTC();
  private final AnalysisRuns runs = new AnalysisRuns(1, 1);
  private PageHeads heads;

  @BeforeEach
  void open() {
    MemoryStore store = new MemoryStore();
    store.put(TownLayers.HOUSES_LAYER, TownLayers.houses());
    store.put(TownLayers.NOTES_LAYER, TownLayers.notes());
    store.put(
        PROJECTS,
        List.of(
            project("p 1", "口袋公园", "Pocket park", "一块荒地变成了花园。", "built"),
            project("p2", HOSTILE, null, HOSTILE, "proposed"),
            project("p3", "秘密", null, "还没有公开。", "draft"),
            drawn("p4", new GeometryFactory().createPoint(new Coordinate(101.4, 36))),
            drawn("p5", null)));
    Snapshots snapshots = Snapshots.load(store);
    heads =
        new PageHeads(
            snapshots,
            new Datasets(
                snapshots,
                new ServedLayers(snapshots, new Questions(clock), runs),
                clock,
                new FileSizes()),
            new Publisher("居委会", Optional.empty()));
  }

  @AfterEach
  void close() {
    runs.close();
  }

  private static Feature project(
      String code, String title, String english, String story, String status) {
    Object[] values = new Object[PROJECTS.fields().size()];
    values[PROJECTS.getIndex("title")] = title;
    values[PROJECTS.getIndex("title_en")] = english;
    values[PROJECTS.getIndex("story")] = story;
    values[PROJECTS.getIndex("status")] = status;
    values[PROJECTS.getIndex("picture_before")] = "before " + code + ".png";
    return new Feature(code, null, values);
  }

  /** With a drawing for a picture. */
  private static Feature drawn(String code, Geometry place) {
    Object[] values = project(code, "画", null, "画", "built").values();
    values[PROJECTS.getIndex("picture_before")] = "drawing.svg";
    return new Feature(code, place, values);
  }

  @Test
  void aProjectIsPreviewedByItsTitleAndStoryInTheReadersLanguage() {
    String html = heads.ofProject("p 1", SITE, Locale.ENGLISH).toHtml();
    assertThat(html)
        .contains("<title>Pocket park · Linli Atlas</title>")
        .contains("<meta property=\"og:title\" content=\"Pocket park · Linli Atlas\">")
        .contains("<meta name=\"description\" content=\"一块荒地变成了花园。\">")
        .contains("<link rel=\"canonical\" href=\"https://data.example.org/projects/p%201\">")
        .contains("\"og:image\" content=\"https://data.example.org/pictures/before%20p%201.png\"")
        .contains("href=\"https://data.example.org/projects/p%201?lang=bo\" hreflang=\"bo\"");
    assertThat(heads.ofProject("p 1", SITE, BO).toHtml()).contains("<title>口袋公园 · ");
  }

  /**
   * Who shows previews of links shows no SVG: there, a plan of the place stands for the drawing.
   */
  @Test
  void aPreviewShowsAPhotographElseThePlaceElseThePortalsMark() {
    assertThat(heads.ofProject("p 1", SITE, BO).picture())
        .isEqualTo(new Picture("https://data.example.org/pictures/before%20p%201.png", true));
    assertThat(heads.ofProject("p4", SITE, BO).picture())
        .isEqualTo(new Picture("https://data.example.org/pictures/projects/p4.png", true));
    assertThat(heads.ofProject("p5", SITE, BO).picture())
        .isEqualTo(new Picture("https://data.example.org/icon.png", false));
    assertThat(heads.of(Fixed.DATA, SITE, BO).toHtml())
        .contains("\"og:image\" content=\"https://data.example.org/icon.png\"")
        .contains("\"twitter:card\" content=\"summary\"");
  }

  @Test
  void aDraftIsAsUnknownAsAProjectThatNeverWas() {
    assertThatThrownBy(() -> heads.ofProject("p3", SITE, BO))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("Layer «projects» has no feature with the code «p3».");
    assertThatThrownBy(() -> heads.ofProject("p9", SITE, BO))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("Layer «projects» has no feature with the code «p9».");
  }

  @Test
  void aLayerOfTheStaffHasNoPage() {
    assertThat(heads.ofDataset("houses", SITE, Locale.ENGLISH).title()).startsWith("Houses · ");
    assertThatThrownBy(() -> heads.ofDataset("notes", SITE, BO))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void noTextFromOutsideBecomesMarkup() {
    PageHead head = heads.ofProject("p2", SITE, Locale.ENGLISH);
    PageHead full =
        new PageHead(
            head.language(),
            head.title(),
            head.description(),
            SITE.at("/projects/" + HOSTILE),
            new Picture(SITE.at("/" + HOSTILE), true),
            List.of(new Alternate(HOSTILE, HOSTILE, HOSTILE)),
            Optional.of(Map.of("name", HOSTILE)));
    String html = full.toHtml();
    assertThat(html).doesNotContain("<img").doesNotContain("<!--");
    assertThat(html.split("<script")[0]).doesNotContain("\"'").doesNotContain("' &");
    assertThat(html.split("</script>", -1)).as("only the block's own end").hasSize(2);
    assertThat(html).contains("\\u003c/script\\u003e\\u003cimg");
    assertThat(html.split("\n"))
        .allMatch(line -> line.matches("(?s)\\s*<(title|meta|link|script)[ >].*>"));
  }

  @Test
  void aLongStoryIsCutAtAWholeCharacter() {
    PageHead head = heads.of(Fixed.DATA, SITE, BO);
    PageHead longer =
        new PageHead(
            BO,
            "t",
            "楼\n𠀀".repeat(200),
            head.address(),
            head.picture(),
            List.of(),
            Optional.empty());
    String told = longer.toHtml().split("\"description\" content=\"")[1].split("\"")[0];
    assertThat(told.codePointCount(0, told.length())).isEqualTo(300);
    assertThat(told).startsWith("楼 𠀀楼 𠀀").endsWith("…");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(told))
        .as("no half character")
        .isTrue();
  }

  @Test
  void theHeadComesInThePlaceOfThePortalsOwnAndAllElseStays() {
    String page =
        "<!doctype html>\n<html lang=\"zh\">\n  <head>\n    <meta name=\"description\" content=\"d\">\n"
            + "    <title>t</title>\n    <link rel=\"icon\" href=\"/i.svg\">\n  </head>\n</html>\n";
    Document filled =
        (Document) template(page).with(heads.of(Fixed.COVERAGE, SITE, Locale.ENGLISH));
    String html = new String(filled.bytes(), StandardCharsets.UTF_8);
    assertThat(html).startsWith("<!doctype html>\n<html lang=\"en\">\n  <head>\n");
    assertThat(html).containsOnlyOnce("<title>").containsOnlyOnce("name=\"description\"");
    assertThat(html).contains("<title>Coverage · Linli Atlas</title>");
    assertThat(html).endsWith("    <link rel=\"icon\" href=\"/i.svg\">\n  </head>\n</html>\n");
    assertThat(filled.headers()).containsEntry("Vary", "Accept-Language");
  }

  @Test
  void whatOnlyOtherPagesNeedIsNotAnnounced() {
    String page =
        "<html lang=\"zh\">\n<meta name=\"description\" content=\"d\">\n<title>t</title>\n"
            + "<link href=\"/both.js\" data-pages=\"map coverage\">\n"
            + "<script src=\"/theirs.js\" data-pages=\"map data\"></script>\n"
            + "<link href=\"/others.js\" data-pages=\"map data\">\n<link href=\"/all.js\">\n";
    Document filled =
        (Document) template(page).with(heads.of(Fixed.COVERAGE, SITE, Locale.ENGLISH));
    assertThat(new String(filled.bytes(), StandardCharsets.UTF_8))
        .contains("/both.js", "/all.js")
        .doesNotContain("/others.js", "/theirs.js", "</script>");
  }

  @Test
  void aPageWithoutThesePlacesIsRefusedAtTheStart() {
    assertThatThrownBy(() -> template("<html lang=\"zh\"><title>t</title></html>"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("description");
  }

  private static PageTemplate template(String page) {
    return PageTemplate.of(
        new Document("text/html", Map.of(), page.getBytes(StandardCharsets.UTF_8)), "coverage");
  }
}
