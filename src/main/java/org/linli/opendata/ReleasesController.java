package org.linli.opendata;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.catalogue.Site;
import org.linli.catalogue.releases.Release;
import org.linli.catalogue.releases.Release.ReleasedFile;
import org.linli.catalogue.releases.Releases;
import org.linli.encode.JsonDocument;
import org.linli.encode.Representation;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Releases, at addresses that never change; {@link ReleaseJobsController} makes them. */
@Controller
final class ReleasesController {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final Set<String> QUERY = Set.of("lang", "f");

  private final Releases releases;

  ReleasesController(Releases releases) {
    this.releases = releases;
  }

  @GetMapping("/releases")
  Representation list(
      HttpServletRequest request, Site site, Locale language, Parameters parameters) {
    parameters.requireOnly(QUERY).oneOf("lang", DatasetsController.LANGUAGES);
    ReleaseDocuments.ReleaseList list = ReleaseDocuments.list(releases.list(), site, language);
    return wantsPage(request, parameters)
        ? ReleasePages.list(list.releases(), site, language)
        : json(list, language);
  }

  @GetMapping("/releases/{release}")
  Representation one(
      @PathVariable String release,
      HttpServletRequest request,
      Site site,
      Locale language,
      Parameters parameters) {
    parameters.requireOnly(QUERY).oneOf("lang", DatasetsController.LANGUAGES);
    ReleaseDocuments.ReleaseDocument document = ReleaseDocuments.of(get(release), site, language);
    return wantsPage(request, parameters)
        ? ReleasePages.of(document, site, language)
        : json(document, language);
  }

  @GetMapping("/releases/{release}/{file}")
  Representation file(
      @PathVariable String release, @PathVariable String file, Parameters parameters) {
    parameters.requireOnly(Set.of());
    Release known = get(release);
    ReleasedFile found =
        releases.findFile(known, file).orElseThrow(() -> noFile(release, Parameters.shown(file)));
    Path path = releases.path(known, found);
    return new Representation.Stored(
        found.mediaType(),
        Map.of(
            "Cache-Control",
            FOR_EVER,
            "Content-Disposition",
            "attachment; filename=\"" + release + "-" + found.name() + "\""),
        path,
        found.sha256(),
        known.frozenAt());
  }

  private Release get(String id) {
    return releases
        .find(id)
        .orElseThrow(
            () -> {
              String shown = Parameters.shown(id);
              return new NotFoundException(
                  new LocalText(
                      "没有数据发布「" + shown + "」。列表见 /releases。",
                      "There is no release «" + shown + "». They are listed at /releases.",
                      "གཏན་འབེབས་ «" + shown + "» མེད། /releases ལ་གཟིགས།"));
            });
  }

  private static NotFoundException noFile(String release, String file) {
    String list = "/releases/" + release;
    return new NotFoundException(
        new LocalText(
            "数据发布中没有文件「" + file + "」。列表见 " + list + "。",
            "The release has no file «" + file + "». They are listed at " + list + ".",
            "གཏན་འབེབས་ནང་ཡིག་ཆ་ «" + file + "» མེད། " + list + " ལ་གཟིགས།"));
  }

  /** People get the page, programs JSON, and whoever asks by {@code f} what was asked. */
  private static boolean wantsPage(HttpServletRequest request, Parameters parameters) {
    Optional<String> format = parameters.oneOf("f", List.of("json", "html"));
    return format.isPresent()
        ? format.get().equals("html")
        : Optional.ofNullable(request.getHeader("Accept"))
            .filter(accepted -> accepted.contains(MediaType.TEXT_HTML_VALUE))
            .isPresent();
  }

  private static Representation json(Object document, Locale language) {
    return JsonDocument.of(
        "application/json",
        document,
        Map.of("Content-Language", language.toLanguageTag(), "Vary", "Accept, Accept-Language"));
  }
}
