package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.encode.page.Html;
import org.linli.encode.page.PageFrame;
import org.linli.layer.LocalText;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** A problem as a page, for whoever came to it with a browser: what is wrong, and the ways on. */
final class ProblemPage {
  private static final LocalText PARAMETER = new LocalText("参数", "Parameter", "ཞུགས་གྲངས།");
  private static final LocalText ALLOWED = new LocalText("可以用的值", "What it takes", "སྤྱོད་རུང་བ།");
  private static final LocalText WAYS_ON =
      new LocalText(
          "可以从上面的页面继续，",
          "Go on from one of the pages above, or ",
          "གོང་གི་ཤོག་ངོས་ནས་མུ་མཐུད་རོགས། ");
  private static final LocalText API =
      new LocalText("或看开放接口", "see the open API", "ཁ་ཕྱེའི་མཐུད་ཁ།");

  private final Problem problem;
  private final HttpServletRequest request;
  private final Locale language;

  ProblemPage(Problem problem, HttpServletRequest request) {
    this.problem = problem;
    this.request = request;
    this.language = Languages.of(request);
  }

  /** Whether the request comes from somebody who reads pages, and did not ask for anything else. */
  static boolean isWanted(HttpServletRequest request) {
    return List.of("GET", "HEAD").contains(request.getMethod())
        && QueryPairs.values(request, "f").allMatch("html"::equals)
        && Optional.ofNullable(request.getHeader("Accept"))
            .filter(ProblemPage::likesHtml)
            .isPresent();
  }

  /** Browsers name HTML first; what takes anything is no browser. */
  private static boolean likesHtml(String accept) {
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .max((a, b) -> Double.compare(a.getQualityValue(), b.getQualityValue()))
          .filter(best -> best.equalsTypeAndSubtype(MediaType.TEXT_HTML))
          .isPresent();
    } catch (InvalidMediaTypeException malformed) {
      return false;
    }
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new PageFrame("", language, problem.kind().title().in(language), new Others(request))
        .body(this::content)
        .writeTo(bytes);
    return bytes.toByteArray();
  }

  private void content(Html html) throws IOException {
    String detail = problem.detail().in(language);
    String allowed = String.join(", ", problem.allowed());
    html.element("p", detail).raw("\n");
    if (problem.parameter().isPresent()) {
      html.raw("<dl>").fact(PARAMETER.in(language), problem.parameter().get());
      // Nothing is told twice.
      if (!detail.contains(allowed)) {
        html.fact(ALLOWED.in(language), allowed);
      }
      html.raw("</dl>\n");
    }
    html.raw("<p>").text(WAYS_ON.in(language)).link("/ogc?f=html", API.in(language));
    html.raw(" · HTTP " + problem.status() + "</p>\n");
  }

  /** The same address, asked in another language. */
  private record Others(HttpServletRequest request) implements PageFrame.Addresses {
    @Override
    public String inLanguage(String language) {
      String others =
          QueryPairs.of(request)
              .filter(pair -> !QueryPairs.isOf(pair, "lang"))
              .collect(Collectors.joining("&"));
      return "?" + (others.isEmpty() ? "" : others + "&") + "lang=" + language;
    }

    @Override
    public Optional<String> asJson() {
      return Optional.empty();
    }
  }
}
