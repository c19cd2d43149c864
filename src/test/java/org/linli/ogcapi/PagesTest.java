package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.linli.testing.TownLayers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The API's pages, which are for reading without a program. */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PagesTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");
  private static final String ITEMS = "/ogc/collections/houses/items";

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  private static Set<String> links(String page) {
    Set<String> links = new LinkedHashSet<>();
    Matcher matcher = LINK.matcher(page);
    while (matcher.find()) {
      links.add(matcher.group(1).replace("&amp;", "&"));
    }
    return links;
  }

  @Test
  void fromTheLandingPageEveryPageAndEveryFeatureIsReachedByLinks() {
    Set<String> seen = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>(Set.of(browser.address("/ogc?f=html&lang=en")));
    while (!open.isEmpty()) {
      String address = open.iterator().next();
      open.remove(address);
      seen.add(address);
      Answer answer = browser.get(address);
      assertThat(answer.status()).as(address).isEqualTo(200);
      if (answer.header("Content-Type").startsWith("text/html") && address.contains("/ogc")) {
        links(answer.text()).stream()
            .filter(link -> link.startsWith(browser.address("/")) && !seen.contains(link))
            .filter(link -> !link.contains("lang=zh") && !link.contains("lang=bo"))
            .forEach(open::add);
      }
    }
    assertThat(seen.stream().filter(link -> link.matches(".*/items/h-\\d+\\?f=html&lang=en")))
        .hasSize(TownLayers.PUBLIC_HOUSES);
  }

  @ParameterizedTest
  @CsvSource({"zh, 图层, 总数", "en, Layers, Total", "bo, བང་རིམ།, ཁྱོན་བསྡོམས།"})
  void aPageSpeaksTheLanguageThatIsAskedFor(String language, String layers, String total) {
    Answer landing = browser.get("/ogc?f=html", "Accept-Language", language);
    assertThat(landing.header("Content-Language")).isEqualTo(language);
    assertThat(landing.text()).contains("<html lang=\"" + language + "\">", layers);
    assertThat(browser.get(ITEMS + "?f=html&lang=" + language).text()).contains(layers, total);
  }

  @Test
  void whatIsInTheDataIsTextAndNeverMarkup() {
    String page = browser.get(ITEMS + "?f=html").text();
    assertThat(page).doesNotContain("<b>").contains("&lt;b&gt;&quot;楼&quot; &amp; 0&lt;/b&gt;");
    String item = browser.get(ITEMS + "/h-000?f=html").text();
    assertThat(item).doesNotContain("<b>").contains("&lt;b&gt;");
    String attack = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    assertThat(browser.get(ITEMS + "?f=html&name=" + attack).text()).doesNotContain("<script");
    Answer refused = browser.get(ITEMS + "?f=html&" + attack + "=1");
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void aTableHasTheValuesAsPeopleReadThem() {
    String page = browser.get(ITEMS + "?f=html&lang=en&limit=2").text();
    assertThat(page)
        .contains("<strong>48</strong>")
        .contains("<td>2026-01-01 08:00</td>") // The community's clock is eight hours ahead.
        .contains("<td>yes</td>", "<td>no</td>")
        .contains("<td>101.4, 36.0, 101.4004, 36.0004</td>")
        .contains("rel=\"next\"")
        .doesNotContain("residents")
        .doesNotContain("<script");
  }

  @Test
  void aPageIsFramedForAPhoneAndItsStyleIsServed() {
    String page = browser.get("/ogc?f=html").text();
    assertThat(page).contains("width=device-width");
    for (String link : links(page)) {
      if (link.endsWith(".css")) {
        assertThat(browser.get(link).header("Content-Type")).startsWith("text/css");
      }
    }
  }

  @Test
  void everyPageLeadsToThePortalsPagesAndHasItsIcon() {
    for (String address : List.of("/ogc?f=html", ITEMS + "?f=html", "/releases?f=html")) {
      String page = browser.get(address + "&lang=en").text();
      assertThat(page).contains("<nav class=\"pages\"", ">Coverage</a>", "aria-current=\"page\"");
      Matcher icon = Pattern.compile("rel=\"icon\"[^>]*href=\"([^\"]+)\"").matcher(page);
      assertThat(icon.find()).isTrue();
      assertThat(browser.get(icon.group(1)).header("Content-Type")).startsWith("image/svg+xml");
      for (String path : List.of("/", "/coverage", "/projects", "/data", "/releases")) {
        assertThat(page).contains("href=\"" + browser.address(path) + "\"");
        assertThat(browser.get(path).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void staffPagesLeadToStaffPagesAndAreNotKept() {
    Answer page = browser.getAsStaff("/staff" + ITEMS + "?f=html");
    assertThat(page.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(page.text()).contains("residents", "/staff" + ITEMS + "/h-004?f=html");
  }
}
