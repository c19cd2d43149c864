package org.linli.opendata;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.catalogue.Site;
import org.linli.catalogue.releases.Release.Changes;
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
    public String asJson() {
      return address + "?f=json";
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
          html.raw("<ul>\n");
          for (ReleaseSummary release : releases) {
            html.raw("<li>").link(release.url(), release.id());
            html.text(" — " + FEATURES.in(language) + " " + release.features()).raw("</li>\n");
          }
          html.raw("</ul>\n");
        });
  }

  static Representation of(ReleaseDocument release, Site site, Locale language) {
    String title = RELEASES.in(language) + " " + release.id();
    ReleasePages pages = new ReleasePages(site, "/releases/" + release.id(), language, title);
    pages.frame.below(site.at("/releases"), RELEASES.in(language));
    return pages.with(
        html -> {
          pages.fact(html, CITE, release.citation());
          if (!release.left().isEmpty()) {
            pages.fact(html, NO_MORE, String.join(", ", release.left()));
          }
          for (DatasetDocument dataset : release.datasets()) {
            pages.dataset(html, dataset);
          }
          html.raw("<p>").link(release.sums(), "SHA256SUMS").raw("</p>\n");
        });
  }

  private Representation with(Content content) {
    return frame.with(
        Map.of("Content-Language", language.toLanguageTag(), "Vary", "Accept, Accept-Language"),
        content);
  }

  private void dataset(Html html, DatasetDocument dataset) throws IOException {
    html.element("h2", dataset.title()).element("p", dataset.description());
    fact(html, FEATURES, String.valueOf(dataset.features()));
    if (dataset.licence().isPresent()) {
      fact(html, LICENCE, dataset.licence().get());
    }
    if (dataset.changes().isPresent()) {
      fact(html, CHANGES, told(dataset.changes().get()));
    }
    html.raw("<ul>\n");
    for (FileDocument file : dataset.files()) {
      html.raw("<li>").link(file.url(), file.name());
      html.text(" " + file.bytes() + " B, SHA-256 ").element("code", file.sha256());
      html.raw("</li>\n");
    }
    html.raw("</ul>\n");
  }

  private static String told(Changes changes) {
    return "+" + changes.added() + " −" + changes.removed() + " ~" + changes.changed();
  }

  private void fact(Html html, LocalText name, String value) throws IOException {
    html.element("p", name.in(language) + ": " + value).raw("\n");
  }
}
