package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import tools.jackson.databind.JsonNode;

/** What a client of the API does: it reads documents and follows their links. */
record ApiClient(Browser browser) {

  JsonNode json(String address) {
    Answer answer = browser.get(address);
    assertThat(answer.status()).as(address + "\n" + answer.text()).isEqualTo(200);
    return answer.json();
  }

  static Optional<JsonNode> link(JsonNode document, String rel, String type) {
    return document
        .path("links")
        .valueStream()
        .filter(link -> link.path("rel").asString().equals(rel))
        .filter(link -> link.path("type").asString().startsWith(type))
        .findFirst();
  }

  static String href(JsonNode document, String rel, String type) {
    return link(document, rel, type)
        .map(link -> link.path("href").asString())
        .orElseThrow(() -> new AssertionError("No " + rel + " as " + type + " in " + document));
  }

  static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  static List<String> ids(JsonNode page) {
    return page.path("features").valueStream().map(f -> f.path("id").asString()).toList();
  }
}
