package org.linli.ogcapi;

import java.util.Map;
import java.util.Optional;
import org.linli.encode.Representation;
import org.linli.encode.Representation.Body;
import org.linli.encode.page.PageFrame;
import org.linli.encode.page.PageFrame.Content;

/** A page of the API, in the frame that all pages have. */
final class HtmlPage {
  private final Asked asked;
  private final PageFrame frame;

  HtmlPage(Asked asked, String title) {
    this.asked = asked;
    this.frame =
        new PageFrame(asked.place().site(), asked.language(), title, new Others(asked))
            .in(PageFrame.Portal.DATA);
  }

  /** The same resource otherwise. */
  private record Others(Asked asked) implements PageFrame.Addresses {
    @Override
    public String inLanguage(String language) {
      return asked.address(Map.of("f", Format.HTML.parameter(), "lang", language));
    }

    @Override
    public Optional<String> asJson() {
      return Optional.of(asked.address(Format.JSON));
    }
  }

  /** A page above this one, from the top down. */
  HtmlPage below(String url, String name) {
    frame.below(asked.page(url), name);
    return this;
  }

  /** The page as a document. */
  Representation with(Content content) {
    return frame.with(Answers.negotiated(asked), content);
  }

  /** The page for a stream, for as much as there is. */
  Body body(Content content) {
    return frame.body(content);
  }
}
