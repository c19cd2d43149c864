package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.AddLocatorHandlerOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/**
 * Takes a picture of each view of each page, on a desk's window and on a phone's, in every
 * language, light and dark, into {@code target/screenshots}: for eyes, which see what no assertion
 * does. Run by {@code src/test/screenshots.sh}; its name keeps it out of the ordinary run.
 */
@Needs(Tool.CHROMIUM)
class Screenshots {
  private static final Path FOLDER = Path.of("target/screenshots");

  /** What is looked at, as the address of its page says it; those for staff come in first. */
  private static final Map<String, String> VIEWS =
      new TreeMap<>(
          Map.of(
              "first", "/#v1",
              "estate", "/#v1&at=17/36.04000/101.43030",
              "streets", "/#v1&at=17/37.43000/118.67000",
              "card", "/#v1&at=17/37.43190/118.67090&feature=projects/LT-P005",
              "list", "/#v1&at=16/37.43000/118.67000&tab=list",
              "coverage", "/coverage#v1",
              "coverage-hazards", "/coverage#v1&lens=hazard",
              "coverage-access", "/coverage#v1&lens=access&mode=walk"));

  private static final String COVERAGE = "coverage";

  /** Pages that are documents: they are whole when nothing is asked for any more. */
  private static final Map<String, String> DOCUMENTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("projects", "/projects#v1"),
              Map.entry("projects-shared", "/projects#v1&show=shares"),
              Map.entry("project", "/projects/LT-P005#v1"),
              Map.entry("project-lapsed", "/projects/LT-P034#v1"),
              Map.entry("data", "/data#v1"),
              Map.entry("dataset", "/data/projects#v1&where=kind%3Dgreening"),
              Map.entry("project-unknown", "/projects/none#v1"),
              Map.entry("dataset-unknown", "/data/none#v1"),
              Map.entry("staff-dataset", "/data/visits#v1"),
              Map.entry("staff-accounts", "/accounts#v1")));

  /** What there is to see when somebody has done something, or something has gone, by its name. */
  private static final Map<String, Consumer<Visitor>> STATES =
      new TreeMap<>(
          Map.of(
              "sign-in", Screenshots::openDoor,
              "session-over", Screenshots::outstaySession,
              "portal-gone", Screenshots::findNobody,
              "what-if", Screenshots::supposeGreen,
              "next-round", Screenshots::askForRound));

  /** Pages that programs are answered with too; they take the language of the address. */
  private static final Map<String, String> DESCRIPTIONS =
      new TreeMap<>(
          Map.of(
              "ogc", "/ogc?f=html",
              "ogc-items", "/ogc/collections/projects/items?f=html&limit=5",
              "releases", "/releases?f=html",
              "problem-address", "/data/none.foo?f=html",
              "problem-collection", "/ogc/collections/none?f=html",
              "problem-release", "/releases/none?f=html"));

  /** The id of a release, made before the first picture. */
  private static String release;

  /** What is written on the button that asks again. */
  private static final Pattern AGAIN = Pattern.compile("再试一次|Try again|ཡང་བསྐྱར་ཚོད་ལྟ།");

  private static final String OF_STAFF = "staff-";

  private static final Map<String, int[]> WINDOWS =
      new TreeMap<>(Map.of("1440", new int[] {1440, 900}, "390", new int[] {390, 844}));

  @BeforeAll
  static void release() {
    try (Visitor editor = at("1440").asStaff()) {
      release = editor.staff().release(editor.page());
    }
    PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.LONG_PATIENCE_MS);
  }

  private static Visitor at(String window) {
    return with(optionsOf(window));
  }

  /** Somebody who asks again when a busy machine was too long with an answer. */
  private static Visitor with(NewContextOptions options) {
    Visitor visitor = Visitor.with(ServedPortal.withDemo(), options).patient();
    Locator again =
        visitor.find("main [role=alert] button").filter(new FilterOptions().setHasText(AGAIN));
    visitor
        .page()
        .addLocatorHandler(
            again, Locator::click, new AddLocatorHandlerOptions().setNoWaitAfter(true));
    return visitor;
  }

  private static NewContextOptions optionsOf(String window) {
    int[] size = WINDOWS.get(window);
    return Visitor.window(size[0], size[1]);
  }

  static Stream<Arguments> pictures() {
    return WINDOWS.keySet().stream()
        .flatMap(
            window ->
                Stream.of("zh", "en", "bo")
                    .flatMap(
                        language ->
                            Stream.of("light", "dark")
                                .map(theme -> Arguments.of(window, language, theme))));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void takes(String window, String language, String theme) {
    for (Map.Entry<String, String> view : VIEWS.entrySet()) {
      try (Visitor visitor = at(window)) {
        if (view.getKey().startsWith(COVERAGE)) {
          visitor.asStaff();
        }
        visitor.open(view.getValue() + "&lang=" + language + "&theme=" + theme);
        if (view.getKey().startsWith(COVERAGE)) {
          assertThat(visitor.find(".coverage-charts canvas").last()).isVisible();
          visitor.untilDrawn();
        }
        String name = String.join("-", List.of(view.getKey(), window, language, theme));
        visitor.page().screenshot(picture(name));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void takesDocuments(String window, String language, String theme) {
    for (Map.Entry<String, String> document : DOCUMENTS.entrySet()) {
      try (Visitor visitor = at(window)) {
        if (document.getKey().startsWith(OF_STAFF)) {
          visitor.asStaff();
        }
        String look = "&lang=" + language + "&theme=" + theme;
        visitor.page().navigate(ServedPortal.withDemo().address(document.getValue() + look));
        untilWhole(visitor);
        String name = String.join("-", List.of(document.getKey(), window, language, theme));
        visitor.page().screenshot(picture(name).setFullPage(true));
      }
    }
  }

  /** What is awaited has come, and what shows it asks for nothing more. */
  private static void untilWhole(Visitor visitor) {
    assertThat(visitor.find("main h1").first()).isVisible();
    assertThat(visitor.find(".skeleton, [aria-busy=true], .progress")).hasCount(0);
    visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
  }

  /** They follow the theme of the device. */
  @ParameterizedTest
  @MethodSource("pictures")
  void takesDescriptions(String window, String language, String theme) {
    NewContextOptions options =
        optionsOf(window).setColorScheme(ColorScheme.valueOf(theme.toUpperCase(Locale.ROOT)));
    Map<String, String> descriptions = new TreeMap<>(DESCRIPTIONS);
    descriptions.put("release", "/releases/" + release + "?f=html");
    for (Map.Entry<String, String> description : descriptions.entrySet()) {
      try (Visitor visitor = with(options)) {
        String address = description.getValue() + "&lang=" + language;
        visitor.page().navigate(ServedPortal.withDemo().address(address));
        String name = String.join("-", List.of(description.getKey(), window, language, theme));
        visitor.page().screenshot(picture(name).setFullPage(true));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void takesStates(String window, String language, String theme) {
    for (Map.Entry<String, Consumer<Visitor>> state : STATES.entrySet()) {
      try (Visitor visitor = at(window)) {
        String look = "language:'" + language + "',theme:'" + theme + "'";
        visitor
            .page()
            .addInitScript("localStorage.setItem('linli', JSON.stringify({" + look + "}))");
        state.getValue().accept(visitor);
        String name = String.join("-", List.of(state.getKey(), window, language, theme));
        visitor.page().screenshot(picture(name));
      }
    }
  }

  private static void openDoor(Visitor visitor) {
    visitor.open("/coverage").find(".public-note button").click();
  }

  private static void outstaySession(Visitor visitor) {
    visitor.asStaff().open("/coverage");
    assertThat(visitor.find("[data-metric='gap.person_days']")).isVisible();
    visitor.staff().leave();
    visitor.find("#asof").fill("3");
    assertThat(visitor.find(".coverage-notices [role=alert]").first()).isVisible();
    assertThat(visitor.find("[data-metric='duty.kept']")).isVisible();
    assertThat(visitor.find("[data-metric='gap.person_days']")).hasCount(0);
    visitor.untilDrawn();
  }

  private static void findNobody(Visitor visitor) {
    visitor.page().route("**/api/layers", Route::abort);
    visitor.page().navigate(ServedPortal.withDemo().address("/"));
    assertThat(visitor.find("[role=alert]")).isVisible();
  }

  private static void supposeGreen(Visitor visitor) {
    visitor.asStaff().open("/coverage#v1&lens=access").find("#tab-what-if").click();
    visitor.find("[data-tool=green]").click();
    visitor.find(".add-point").click();
    assertThat(visitor.find(".what-if-answer .facts")).isVisible();
    visitor.untilDrawn().find(".coverage-main").scrollIntoViewIfNeeded();
  }

  private static void askForRound(Visitor visitor) {
    visitor.asStaff().open("/coverage").find("#tab-round").click();
    visitor.find(".round .strong").click();
    assertThat(visitor.find(".round .worst-row").first()).isVisible();
    visitor.untilDrawn().find(".coverage-main").scrollIntoViewIfNeeded();
  }

  private static ScreenshotOptions picture(String name) {
    return new ScreenshotOptions()
        .setFullPage(name.startsWith(COVERAGE))
        .setPath(FOLDER.resolve(name + ".png"));
  }
}
