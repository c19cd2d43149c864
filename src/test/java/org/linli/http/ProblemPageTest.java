package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who comes to a problem with a browser reads a page; whoever else reads JSON. */
class ProblemPageTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
  private static final LocalText NO_LAYER =
      new LocalText("没有图层「x」。", "There is no layer «x».", "བང་རིམ་ «x» མེད།");

  private static MockHttpServletRequest from(String accept, String language) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/data/x.foo");
    request.addHeader("Accept", accept);
    request.addHeader("Accept-Language", language);
    return request;
  }

  private static MockHttpServletResponse answer(Exception thrown, MockHttpServletRequest request)
      throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new ProblemAdvice().handle(thrown, request, response);
    return response;
  }

  @ParameterizedTest
  @CsvSource({
    "zh, 没有找到, 没有图层「x」。",
    "en, Not found, There is no layer «x».",
    "bo, མ་རྙེད།, བང་རིམ་ «x» མེད།"
  })
  void aBrowserGetsAPageInItsLanguageWithTheWaysOn(String language, String title, String detail)
      throws Exception {
    var response = answer(new NotFoundException(NO_LAYER), from(BROWSER, language));
    assertThat(response.getStatus()).isEqualTo(404);
    assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(response.getHeader("Vary")).contains("Accept");
    String page = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("<html lang=\"" + language + "\">", "<h1>" + title + "</h1>", detail)
        .contains("href=\"/projects\"", "href=\"?lang=en\"")
        .doesNotContain("f=json");
    assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*",
        "application/json",
        "application/geo+json, application/json;q=0.9, text/html;q=0.8",
        "text/html;q=x",
        "nonsense"
      })
  void whoeverElseGetsJson(String accept) throws Exception {
    var response = answer(new NotFoundException(NO_LAYER), from(accept, "en"));
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(response.getContentAsString()).contains("\"status\":404");
  }

  @Test
  void aBrowserThatAsksForJsonGetsIt() throws Exception {
    MockHttpServletRequest request = from(BROWSER, "en");
    request.setQueryString("lang=en&f=json");
    assertThat(answer(new NotFoundException(NO_LAYER), request).getContentType())
        .isEqualTo("application/problem+json");
  }

  @Test
  void aFormThatWasSentIsAnsweredInJson() throws Exception {
    MockHttpServletRequest request = from(BROWSER, "en");
    request.setMethod("POST");
    assertThat(answer(new NotFoundException(NO_LAYER), request).getContentType())
        .isEqualTo("application/problem+json");
  }

  @Test
  void allSheetsOfThePageAreThere() throws Exception {
    String page =
        answer(new NotFoundException(NO_LAYER), from(BROWSER, "en"))
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(Pattern.compile("/css/[^\"]+").matcher(page).results().map(MatchResult::group))
        .isNotEmpty()
        .allSatisfy(sheet -> assertThat(Path.of("web" + sheet)).exists());
  }

  @Test
  void whatMayBeGivenIsToldOnce() throws Exception {
    LocalText said = new LocalText("可用：a, b。", "The parameters are: a, b.", "a, b");
    var thrown = new InvalidParameterException("c", said, List.of("a", "b"));
    String page = answer(thrown, from(BROWSER, "en")).getContentAsString(StandardCharsets.UTF_8);
    assertThat(page).containsOnlyOnce("a, b").doesNotContain("What it takes");
  }

  @Test
  void whatCameFromOutsideIsTextOnThePage() throws Exception {
    MockHttpServletRequest request = from(BROWSER, "en");
    request.setRequestURI("//elsewhere.example/<b>");
    request.setQueryString("lang=bo&q=\"><script>alert(1)</script>");
    LocalText said = new LocalText("<img>", "No <img src=x onerror=alert(1)>.", "<img>");
    var thrown = new InvalidParameterException("<i>q</i>", said, List.of("<u>"));
    String page = answer(thrown, request).getContentAsString(StandardCharsets.UTF_8);
    assertThat(page)
        .contains("&lt;i&gt;q&lt;/i&gt;", "&lt;u&gt;", "&lt;img")
        .doesNotContain("<img", "<script", "<i>", "<u>", "elsewhere");
  }
}
