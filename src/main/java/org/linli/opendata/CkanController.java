package org.linli.opendata;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.catalogue.Datasets;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.Site;
import org.linli.catalogue.harvest.Catalogue;
import org.linli.catalogue.harvest.CkanPackages;
import org.linli.encode.JsonDocument;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reading half of CKAN's action API (version 3), by which its harvesters and clients come. */
@Controller
final class CkanController {
  private static final int LONGEST_BODY = 1 << 16;
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Datasets datasets;
  private final Publisher publisher;

  CkanController(Datasets datasets, Publisher publisher) {
    this.datasets = datasets;
    this.publisher = publisher;
  }

  record Envelope(String help, boolean success, Object result) {}

  @GetMapping("/api/3")
  Representation version(Parameters parameters) {
    parameters.requireOnly(Set.of());
    return JsonDocument.of(Map.of("version", 3));
  }

  /** How a request gives its parameters, which may fail. */
  private interface Question {
    Parameters read() throws IOException;
  }

  @GetMapping({"/api/3/action/{action}", "/api/action/{action}"})
  Representation ask(
      @PathVariable String action,
      Site site,
      Locale locale,
      Parameters asked,
      HttpServletResponse response)
      throws IOException {
    return answer(action, site, locale, () -> asked, response);
  }

  /** CKAN's own client puts the parameters into a JSON object. */
  @PostMapping({"/api/3/action/{action}", "/api/action/{action}"})
  Representation post(
      @PathVariable String action,
      HttpServletRequest request,
      Site site,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    return answer(action, site, locale, () -> inBody(request), response);
  }

  private Representation answer(
      String action, Site site, Locale language, Question question, HttpServletResponse response)
      throws IOException {
    String help = site.at("/api/3/action/help_show?name=" + Site.segment(action));
    try {
      Object result = result(action, site, language, question.read());
      return JsonDocument.of(
          "application/json",
          new Envelope(help, true, result),
          Map.of("Content-Language", language.toLanguageTag(), "Vary", "Accept-Language"));
    } catch (NotFoundException absent) {
      return failed(CkanFailure.of(absent, language), help, language, response);
    } catch (InvalidParameterException invalid) {
      return failed(CkanFailure.of(invalid, language), help, language, response);
    }
  }

  private static Representation failed(
      CkanFailure failure, String help, Locale language, HttpServletResponse response) {
    response.setStatus(failure.status());
    return failure.told(help, language);
  }

  private Object result(String action, Site site, Locale language, Parameters asked) {
    Set<String> known =
        Optional.ofNullable(CkanActions.ACTIONS.get(action))
            .orElseThrow(() -> CkanActions.notFound(action));
    Set<String> allowed = new HashSet<>(known);
    allowed.add("lang");
    asked.requireOnly(allowed).oneOf("lang", DatasetsController.LANGUAGES);
    Catalogue catalogue = new Catalogue(datasets.list(Audience.PUBLIC), publisher, site);
    return new CkanActions(new CkanPackages(catalogue, language), language).result(action, asked);
  }

  private static Parameters inBody(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      throw notReadable();
    }
    Map<String, List<String>> given = new LinkedHashMap<>();
    try {
      JsonNode object = body.length == 0 ? STRICT.createObjectNode() : STRICT.readTree(body);
      if (!object.isObject()) {
        throw notReadable();
      }
      object.properties().forEach(entry -> given.put(entry.getKey(), text(entry.getValue())));
    } catch (JacksonException malformed) {
      throw notReadable();
    }
    return new Parameters(given);
  }

  private static List<String> text(JsonNode value) {
    if (value.isNull()) {
      return List.of();
    }
    return List.of(value.isContainer() ? value.toString() : value.asString());
  }

  private static InvalidParameterException notReadable() {
    return new InvalidParameterException(
        "body",
        new LocalText(
            "请求正文应是一个不超过 64 KB 的 JSON 对象。",
            "The body has to be one JSON object of no more than 64 KB.",
            "ནང་དོན་ནི་ 64 KB ལས་མི་མང་བའི་ JSON དངོས་པོ་གཅིག་དགོས།"));
  }
}
