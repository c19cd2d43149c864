package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.linli.encode.page.PageFrame;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends problems as {@code application/problem+json}, to browsers as a page, in the language of the
 * request.
 */
final class ProblemWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String RETRY_SECONDS = "5";
  private static final String RETRY_SIGN_IN_SECONDS = "180";

  private ProblemWriter() {}

  static void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale language = Languages.of(request);
    boolean asPage = ProblemPage.isWanted(request);
    byte[] body =
        asPage
            ? new ProblemPage(problem, request).bytes()
            : JSON.writeValueAsBytes(members(problem, language));
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType(asPage ? PageFrame.MEDIA_TYPE : "application/problem+json");
    response.setHeader("Vary", "Accept, Accept-Language");
    response.setHeader("Content-Language", language.toLanguageTag());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("ETag", null);
    response.setHeader("Last-Modified", null);
    response.setHeader("Content-Encoding", null);
    addHeadersOf(problem.kind(), request, response);
    response.setContentLength(body.length);
    if (!"HEAD".equals(request.getMethod())) {
      response.getOutputStream().write(body);
    }
  }

  private static void addHeadersOf(
      ProblemKind kind, HttpServletRequest request, HttpServletResponse response) {
    if (kind == ProblemKind.UNAUTHORIZED) {
      challenge(request, response);
    }
    if (kind == ProblemKind.TOO_MANY_REQUESTS) {
      response.setHeader("Retry-After", RETRY_SIGN_IN_SECONDS);
    }
    if (kind == ProblemKind.BUSY) {
      response.setHeader("Retry-After", RETRY_SECONDS);
    }
  }

  /**
   * A page signs in by its own form: were it challenged, the browser would ask for a password of
   * its own, and send that along with requests that other sites make.
   */
  private static void challenge(HttpServletRequest request, HttpServletResponse response) {
    boolean page = request.getHeader("Sec-Fetch-Mode") != null;
    response.setHeader(
        "WWW-Authenticate", page ? "Session realm=\"staff\"" : "Basic realm=\"staff\"");
  }

  private static Map<String, Object> members(Problem problem, Locale language) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "/problems/" + problem.kind().slug());
    members.put("title", problem.kind().title().in(language));
    members.put("status", problem.status());
    members.put("detail", problem.detail().in(language));
    problem.parameter().ifPresent(name -> members.put("parameter", name));
    if (!problem.allowed().isEmpty()) {
      members.put("allowed", problem.allowed());
    }
    return members;
  }
}
