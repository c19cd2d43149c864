package org.linli.opendata;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.catalogue.harvest.Catalogue;
import org.linli.encode.Representation;
import org.linli.layer.LocalText;
import org.linli.opendata.ReleaseDocuments.DatasetDocument;
import org.linli.opendata.ReleaseDocuments.FileDocument;
import org.linli.opendata.ReleaseDocuments.ReleaseDocument;
import org.linli.opendata.ReleaseDocuments.ReleaseSummary;
import org.springframework.web.util.HtmlUtils;

/** Releases as pages without a script, which say the same in ten years. */
final class ReleasePages {
  private static final LocalText RELEASES =
      new LocalText("数据发布", "Releases", "གཏན་འབེབས་གཞི་གྲངས།");
  private static final LocalText NONE =
      new LocalText(
          "还没有数据发布。发布是某一天全部公开数据的定本，可以引用；由编辑人员制作。现在的数据见「数据」页。",
          "There is no release yet. A release is all public data as it was on a day, frozen so that it can be"
              + " cited; editors make them. The data as it is now is on the page Data.",
          "ད་དུང་གཏན་འབེབས་མེད། གཏན་འབེབས་ནི་ཉིན་ཞིག་གི་མི་དམངས་གཞི་གྲངས་ཆ་ཚང་བརྟན་པོར་བཟོས་པ་དེ་ཡིན། ད་ལྟའི་གཞི་གྲངས་ནི་གཞི་གྲངས་ཤོག་ངོས་སུ་གཟིགས།");
  private static final LocalText CITE = new LocalText("引用", "Cite as", "ལུང་འདྲེན།");
  private static final LocalText FEATURES = new LocalText("要素数", "Features", "ཁྱད་རྣམ་གྲངས།");
  private static final LocalText LICENCE = new LocalText("许可", "Licence", "ཆོག་མཆན།");
  private static final LocalText CHANGES =
      new LocalText("与上一次相比", "Since the one before", "སྔོན་མ་དང་བསྡུར་ན།");
  private static final LocalText NO_MORE =
      new LocalText("不再包含", "No longer in it", "ད་ནས་མི་འདུས་པ།");
  private static final String MEDIA_TYPE = "text/html;charset=UTF-8";

  private final Locale language;
  private final StringBuilder html = new StringBuilder();

  private ReleasePages(Locale language) {
    this.language = language;
  }

  static Representation list(List<ReleaseSummary> releases, Locale language) {
    ReleasePages page = new ReleasePages(language);
    page.begin(RELEASES.in(language));
    if (releases.isEmpty()) {
      page.element("p", NONE.in(language));
      return page.end();
    }
    page.html.append("<ul>\n");
    for (ReleaseSummary release : releases) {
      page.html.append("<li>");
      page.link("/releases/" + release.id(), release.id());
      page.text(" — " + FEATURES.in(language) + " " + release.features()).append("</li>\n");
    }
    page.html.append("</ul>\n");
    return page.end();
  }

  static Representation of(ReleaseDocument release, Locale language) {
    ReleasePages page = new ReleasePages(language);
    page.begin(RELEASES.in(language) + " " + release.id());
    page.fact(CITE, release.citation());
    if (!release.left().isEmpty()) {
      page.fact(NO_MORE, String.join(", ", release.left()));
    }
    release.datasets().forEach(page::dataset);
    page.html.append("<p>");
    page.link("/releases/" + release.id() + "/SHA256SUMS", "SHA256SUMS");
    page.html.append("</p>\n");
    return page.end();
  }

  private void dataset(DatasetDocument dataset) {
    element("h2", dataset.title());
    element("p", dataset.description());
    fact(FEATURES, String.valueOf(dataset.features()));
    dataset.licence().ifPresent(licence -> fact(LICENCE, licence));
    dataset
        .changes()
        .ifPresent(
            changes ->
                fact(
                    CHANGES,
                    "+" + changes.added() + " −" + changes.removed() + " ~" + changes.changed()));
    html.append("<ul>\n");
    dataset.files().forEach(this::file);
    html.append("</ul>\n");
  }

  private void file(FileDocument file) {
    html.append("<li>");
    link(file.url(), file.name());
    text(" " + file.bytes() + " B, SHA-256 ");
    html.append("<code>");
    text(file.sha256()).append("</code></li>\n");
  }

  private void fact(LocalText name, String value) {
    element("p", name.in(language) + ": " + value);
  }

  private void begin(String title) {
    html.append("<!doctype html>\n<html lang=\"").append(language.toLanguageTag()).append("\">\n");
    html.append("<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    element("title", title + " · " + Catalogue.TITLE.in(language));
    html.append("<link rel=\"icon\" href=\"/favicon.svg\">\n");
    html.append("<link rel=\"stylesheet\" href=\"/css/tokens.css\">\n");
    html.append("<link rel=\"stylesheet\" href=\"/css/data.css\">\n");
    html.append("</head>\n<body>\n<header>\n<nav>");
    link("/data", Catalogue.TITLE.in(language));
    html.append(" › ");
    link("/releases", RELEASES.in(language));
    html.append("</nav>\n<nav>");
    link("?lang=zh", "中文");
    html.append(' ');
    link("?lang=en", "English");
    html.append(' ');
    link("?lang=bo", "བོད་ཡིག");
    html.append(' ');
    link("?f=json", "JSON");
    html.append("</nav>\n</header>\n<main>\n");
    element("h1", title);
  }

  private Representation end() {
    html.append("</main>\n</body>\n</html>\n");
    return new Representation.Document(
        MEDIA_TYPE,
        Map.of("Content-Language", language.toLanguageTag(), "Vary", "Accept, Accept-Language"),
        html.toString().getBytes(StandardCharsets.UTF_8));
  }

  private StringBuilder text(String text) {
    return html.append(HtmlUtils.htmlEscape(text, "UTF-8"));
  }

  private void element(String tag, String text) {
    html.append('<').append(tag).append('>');
    text(text).append("</").append(tag).append(">\n");
  }

  private void link(String address, String text) {
    html.append("<a href=\"").append(HtmlUtils.htmlEscape(address, "UTF-8")).append("\">");
    text(text).append("</a>");
  }
}
