package org.linli.opendata;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.catalogue.Site;
import org.linli.catalogue.releases.Release.Changes;
import org.linli.encode.ExportFormat;
import org.linli.encode.Representation;
import org.linli.encode.page.Html;
import org.linli.encode.page.PageFrame;
import org.linli.encode.page.PageFrame.Content;
import org.linli.layer.LocalText;
import org.linli.opendata.ReleaseDocuments.DatasetDocument;
import org.linli.opendata.ReleaseDocuments.FileDocument;
import org.linli.opendata.ReleaseDocuments.ReleaseDocument;
import org.linli.opendata.ReleaseDocuments.ReleaseSummary;

/** Releases as pages without a script, which say the same in ten years. */
final class ReleasePages {
  private static final LocalText RELEASES =
      new LocalText("数据发布", "Releases", "གཏན་འབེབས་གཞི་གྲངས།");
  private static final LocalText ONE = new LocalText("数据发布", "Release", "གཏན་འབེབས་གཞི་གྲངས།");
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

  private static final LocalText RELEASE = new LocalText("版本", "Release", "པར་གཞི།");
  private static final LocalText DATASETS = new LocalText("数据集", "Datasets", "གཞི་གྲངས་ཚོགས།");
  private static final LocalText SIZE = new LocalText("大小", "Size", "ཆེ་ཆུང་།");
  private static final LocalText FORMAT = new LocalText("格式", "Format", "རྣམ་གཞག");
  private static final LocalText FILE = new LocalText("文件", "File", "ཡིག་ཆ།");
  private static final LocalText SUMS =
      new LocalText("全部文件的校验值", "The sums of all files", "ཡིག་ཆ་ཚང་མའི་ཞིབ་བཤེར།");
  private static final LocalText SUM = new LocalText("SHA-256", "SHA-256", "SHA-256");
  private static final LocalText COUNT = new LocalText("数据集数", "Datasets", "གཞི་གྲངས་ཚོགས་གྲངས།");
  private static final Set<LocalText> NUMBERS = Set.of(COUNT, FEATURES, SIZE);

  private static final String END_OF_TABLE = "</tbody></table></div>\n";
  private static final LocalText ADDED = new LocalText("新增", "added", "བསྣན་པ།");
  private static final LocalText REMOVED = new LocalText("移除", "removed", "བསུབས་པ།");
  private static final LocalText CHANGED = new LocalText("改动", "changed", "བཅོས་པ།");

  private final PageFrame frame;
  private final Locale language;

  private ReleasePages(Site site, String path, Locale language, String title) {
    this.language = language;
    this.frame =
        new PageFrame(site.at(""), language, title, new Others(site.at(path)))
            .in(PageFrame.Portal.RELEASES);
  }

  /** The same release otherwise. */
  private record Others(String address) implements PageFrame.Addresses {
    @Override
    public String inLanguage(String language) {
      return address + "?f=html&lang=" + language;
    }

    @Override
    public Optional<String> asJson() {
      return Optional.of(address + "?f=json");
    }
  }

  static Representation list(List<ReleaseSummary> releases, Site site, Locale language) {
    ReleasePages pages = new ReleasePages(site, "/releases", language, RELEASES.in(language));
    return pages.with(
        html -> {
          if (releases.isEmpty()) {
            html.element("p", NONE.in(language));
            return;
          }
          pages.head(html, RELEASES.in(language), RELEASE, COUNT, FEATURES, SIZE);
          for (ReleaseSummary release : releases) {
            html.raw("<tr><th scope=\"row\">").link(release.url(), release.id()).raw("</th>");
            pages.number(html, release.datasets());
            pages.number(html, release.features());
            html.number(FileSize.of(release.bytes())).raw("</tr>\n");
          }
          html.raw(END_OF_TABLE);
        });
  }

  static Representation of(ReleaseDocument release, Site site, Locale language) {
    String title = ONE.in(language) + " " + release.id();
    ReleasePages pages = new ReleasePages(site, "/releases/" + release.id(), language, title);
    pages.frame.below(site.at("/releases"), RELEASES.in(language));
    return pages.with(
        html -> {
          pages.citation(html, release.citation());
          if (!release.left().isEmpty()) {
            pages.fact(html, NO_MORE, String.join(", ", release.left()));
          }
          pages.contents(html, release);
          for (DatasetDocument dataset : release.datasets()) {
            pages.dataset(html, dataset);
          }
        });
  }

  private Representation with(Content content) {
    return frame.with(
        Map.of("Content-Language", language.toLanguageTag(), "Vary", "Accept, Accept-Language"),
        content);
  }

  /** How to cite it, in words that one press selects as a whole. */
  private void citation(Html html, String citation) throws IOException {
    html.raw("<dl class=\"cite\"><dt>").text(CITE.in(language)).raw("</dt><dd><cite>");
    html.text(citation).raw("</cite></dd></dl>\n");
  }

  /** What is in it, in one table that leads on. */
  private void contents(Html html, ReleaseDocument release) throws IOException {
    boolean isCompared = release.datasets().stream().anyMatch(each -> each.changes().isPresent());
    List<LocalText> columns = List.of(DATASETS, FEATURES, SIZE, LICENCE, CHANGES);
    head(
        html,
        DATASETS.in(language),
        columns.subList(0, isCompared ? 5 : 4).toArray(LocalText[]::new));
    for (DatasetDocument dataset : release.datasets()) {
      html.raw("<tr><th scope=\"row\">").link("#" + dataset.id(), dataset.title()).raw("</th>");
      number(html, dataset.features());
      html.number(FileSize.of(dataset.files().stream().mapToLong(FileDocument::bytes).sum()));
      cell(html, dataset.licence().orElse(""));
      if (isCompared) {
        cell(html, dataset.changes().map(this::told).orElse(""));
      }
      html.raw("</tr>\n");
    }
    html.raw(END_OF_TABLE).raw("<p>").text(SUMS.in(language) + ": ");
    html.link(release.sums(), "SHA256SUMS").raw("</p>\n");
  }

  private void dataset(Html html, DatasetDocument dataset) throws IOException {
    html.raw("<h2 id=\"").text(dataset.id()).raw("\">").text(dataset.title()).raw("</h2>");
    html.element("p", dataset.description());
    fact(html, FEATURES, grouped(dataset.features()));
    if (dataset.changes().isPresent()) {
      fact(html, CHANGES, told(dataset.changes().get()));
    }
    head(html, dataset.title(), FORMAT, FILE, SIZE, SUM);
    for (FileDocument file : dataset.files()) {
      html.raw("<tr>");
      cell(html, format(file)).raw("<td>").link(file.url(), file.name()).raw("</td>");
      html.number(FileSize.of(file.bytes()));
      // Shown short; one press selects, and copies, the whole of it.
      html.raw("<td><code class=\"sum\" title=\"").text(file.sha256()).raw("\">");
      html.text(file.sha256()).raw("</code></td></tr>\n");
    }
    html.raw(END_OF_TABLE);
  }

  private String format(FileDocument file) {
    return ExportFormat.find(file.format())
        .map(format -> format.title().in(language))
        .orElse(file.format());
  }

  private void head(Html html, String told, LocalText... columns) throws IOException {
    html.table(told).raw("<thead><tr>");
    for (LocalText column : columns) {
      String numeric = NUMBERS.contains(column) ? " class=\"numeric\"" : "";
      html.raw("<th scope=\"col\"" + numeric + ">").text(column.in(language)).raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
  }

  private Html cell(Html html, String text) throws IOException {
    return html.element("td", text);
  }

  private void number(Html html, long number) throws IOException {
    html.number(grouped(number));
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private String told(Changes changes) {
    return String.join(
        ", ",
        ADDED.in(language) + " " + grouped(changes.added()),
        CHANGED.in(language) + " " + grouped(changes.changed()),
        REMOVED.in(language) + " " + grouped(changes.removed()));
  }

  private void fact(Html html, LocalText name, String value) throws IOException {
    html.element("p", name.in(language) + ": " + value).raw("\n");
  }
}
