package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** What the page does when something is missing, fails, or is meant to harm. */
@Needs(Tool.CHROMIUM)
class MapStatesTest {
  private static final String AT_BUILDING_44 = "/#v1&at=18/36.04170/101.43281&layers=buildings";

  private Visitor visitor;

  @BeforeEach
  void open() {
    visitor = Visitor.atDesk(ServedPortal.withDemo());
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  private static void answer(Route route, String json) {
    route.fulfill(new FulfillOptions().setContentType("application/json").setBody(json));
  }

  /** Lets the server's answers through, with one text in them replaced by another. */
  private void replace(String addresses, String text, String other) {
    visitor.alter(addresses, answer -> answer.replace(text, other));
  }

  @Test
  void aPortalWithoutLayersSaysHowToGetThem() {
    visitor.page().route("**/api/layers", route -> answer(route, "[]"));
    visitor.open("/#v1&lang=en");
    assertThat(visitor.find(".instead h2")).hasText("No layers yet");
    assertThat(visitor.find(".instead code"))
        .hasText("java -jar linli-atlas.jar import buildings buildings.geojson");
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void aPortalThatIsStillStartingIsAwaited() {
    AtomicBoolean isStarting = new AtomicBoolean(true);
    visitor
        .page()
        .route(
            "**/api/layers",
            route -> {
              if (isStarting.get()) {
                route.fulfill(new FulfillOptions().setStatus(503));
              } else {
                route.resume();
              }
            });
    visitor.page().navigate(ServedPortal.withDemo().address(AT_BUILDING_44));
    assertThat(visitor.find(".starting h2")).hasText("正在启动");
    isStarting.set(false);
    visitor.untilDrawn();
    assertThat(visitor.find(".starting")).hasCount(0);
  }

  @Test
  void theDemoIsSaidToBeInventedUntilSomebodyHasReadIt() {
    visitor.open(AT_BUILDING_44);
    assertThat(visitor.find(".notice.demo")).containsText("虚构");
    assertThat(visitor.find(".notice.demo code").last()).hasText("--linli.demo=false");
    visitor.find(".notice.demo button").click();
    visitor.open(AT_BUILDING_44);
    visitor.page().reload();
    visitor.untilDrawn();
    assertThat(visitor.find(".layer-list")).isVisible();
    assertThat(visitor.find(".notice.demo")).hasCount(0);
  }

  @Test
  void aServerThatIsGoneIsToldAndAskedAgainOnRequest() {
    AtomicBoolean isGone = new AtomicBoolean(true);
    visitor.page().route("**/api/layers", route -> passUnless(isGone, route));
    visitor.page().navigate(ServedPortal.withDemo().address(AT_BUILDING_44));
    assertThat(visitor.find("[role=alert] h2")).hasText("连不上服务器");
    assertThat(visitor.find(".brand")).hasText("邻里图");
    assertThat(visitor.find(".pages a")).hasCount(4);
    visitor.find("[data-language=en]").click();
    assertThat(visitor.find("[role=alert] h2")).hasText("The server cannot be reached");
    isGone.set(false);
    visitor.find("[role=alert] button").click();
    visitor.untilDrawn();
    assertThat(visitor.find("[role=alert]")).hasCount(0);
    assertThat(visitor.find("html")).hasAttribute("lang", "en");
    assertThat(visitor.address()).contains("at=18/36.04170/101.43281");
  }

  private static void passUnless(AtomicBoolean isGone, Route route) {
    if (isGone.get()) {
      route.abort();
    } else {
      route.resume();
    }
  }

  @Test
  void tilesThatDoNotComeAreToldAndComeOnRequest() {
    AtomicBoolean isGone = new AtomicBoolean(true);
    visitor.page().context().route("**/tiles/**", route -> passUnless(isGone, route));
    visitor.page().navigate(ServedPortal.withDemo().address(AT_BUILDING_44));
    assertThat(visitor.find(".notice.trouble:visible")).containsText("地图有一部分没有取到");
    isGone.set(false);
    visitor.find(".notice.trouble:visible button").click();
    visitor.untilDrawn();
    assertThat(visitor.find(".notice.trouble:visible")).hasCount(0);
    assertThat(Painted.around(visitor.page(), 720, 477, 3)).isNotEmpty();
  }

  @Test
  void aLayerThatIsTakenAwayMeanwhileIsTold() {
    visitor
        .page()
        .context()
        .route("**/tiles/**", route -> route.fulfill(new FulfillOptions().setStatus(404)));
    visitor.open(AT_BUILDING_44);
    assertThat(visitor.find(".notice.trouble:visible")).containsText("图层“楼栋”已不在");
  }

  @Test
  void aFeatureThatIsNotThereIsToldOnItsCard() {
    visitor.open(AT_BUILDING_44 + "&feature=buildings/NO-SUCH");
    assertThat(visitor.find(".card-body")).containsText("已不在，或不对外公开");
  }

  @Test
  void aBrowserThatKeepsNothingStillShowsTheMap() {
    visitor
        .page()
        .addInitScript(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })");
    visitor.open(AT_BUILDING_44);
    visitor.find("[data-language=en]").click();
    assertThat(visitor.find("html")).hasAttribute("lang", "en");
    assertThat(Painted.around(visitor.page(), 720, 477, 3)).isNotEmpty();
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void markupInANameIsTextAndDoesNothing() {
    String harm = "<img src=x onerror='window.harmed = true'><b>44</b>";
    replace("**/items/DJ-44", "44号楼", harm);
    replace("**/api/search?*", "44号楼", harm);
    visitor.open(AT_BUILDING_44 + "&feature=buildings/DJ-44");
    assertThat(visitor.find(".card-name")).hasText(harm);
    visitor.find("#search").fill("44号楼");
    assertThat(visitor.find("[role=option] .name").first()).hasText(harm);
    assertThat(visitor.find("#stage img, #stage b")).hasCount(0);
    assertThat(visitor.page().evaluate("window.harmed === undefined")).isEqualTo(true);
    assertThat(visitor.page().title()).startsWith(harm);
  }

  @Test
  void aBackgroundMapLiesUnderTheLayersNamesItsOwnersAndCanBeSwitchedOff() {
    replace(
        "**/api/portal",
        "\"basemaps\":[]",
        "\"basemaps\":[{\"id\":\"own\",\"titles\":{\"zh\":\"底图\"},\"url\":\"/ground/{z}/{x}/{y}\","
            + "\"attribution\":\"© Somebody\",\"subdomains\":[],\"maxZoom\":18}]");
    visitor
        .page()
        .route(
            "**/ground/**",
            route -> answerPicture(route, "<svg xmlns='http://www.w3.org/2000/svg'/>"));
    visitor.open(AT_BUILDING_44);
    assertThat(visitor.find(".attribution")).hasText("© Somebody");
    assertThat(visitor.find(".leaflet-basemap-pane img").first()).isAttached();
    visitor.find(".layer-switch.basemap [role=switch]").uncheck();
    assertThat(visitor.find(".attribution")).isHidden();
    assertThat(visitor.find(".leaflet-basemap-pane img")).hasCount(0);
  }

  private static void answerPicture(Route route, String svg) {
    route.fulfill(new FulfillOptions().setContentType("image/svg+xml").setBody(svg));
  }
}
