package org.linli.ogcapi;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.encode.Representation;
import org.linli.encode.page.Html;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's description for people: every address with its parameters. */
final class ApiPage {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode document;
  private final Locale language;

  private ApiPage(JsonNode document, Locale language) {
    this.document = document;
    this.language = language;
  }

  static Representation of(Asked asked, Map<String, Object> document) {
    ApiPage page = new ApiPage(JSON.valueToTree(document), asked.language());
    return new HtmlPage(asked, Words.API.in(asked.language()))
        .below(asked.place().api(), Words.PORTAL.in(asked.language()))
        .with(page::write);
  }

  private void write(Html html) throws IOException {
    html.element("p", document.path("info").path("description").asString());
    String server = server(document);
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      String own = server(path.getValue());
      boolean reads = path.getValue().has("get");
      JsonNode get = path.getValue().path(reads ? "get" : "post");
      html.element("h2", get.path("summary").asString());
      html.raw(reads ? "<p><code>GET " : "<p><code>POST ")
          .text((own.isEmpty() ? server : own) + path.getKey());
      html.raw("</code></p>").table(get.path("summary").asString());
      for (JsonNode parameter : get.path("parameters")) {
        parameter(html, resolved(parameter));
      }
      html.raw("</table></div>");
    }
  }

  private static String server(JsonNode node) {
    return node.path("servers").path(0).path("url").asString("");
  }

  private JsonNode resolved(JsonNode parameter) {
    String reference = parameter.path("$ref").asString("");
    return reference.isEmpty() ? parameter : document.at(reference.substring(1));
  }

  private void parameter(Html html, JsonNode parameter) throws IOException {
    html.raw("<tr><th>").element("code", parameter.path("name").asString()).raw("</th>");
    html.element("td", parameter.path("description").asString(""));
    html.element("td", values(parameter.path("schema"))).raw("</tr>");
  }

  private String values(JsonNode schema) {
    List<String> values = schema.path("enum").valueStream().map(JsonNode::asString).toList();
    return values.isEmpty()
        ? schema.path("format").asString(schema.path("type").asString(""))
        : String.join(language.getLanguage().equals("zh") ? "、" : ", ", values);
  }
}
