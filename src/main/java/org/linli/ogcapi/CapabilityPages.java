package org.linli.ogcapi;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.linli.encode.Link;
import org.linli.encode.Representation;
import org.linli.encode.page.Html;
import org.linli.layer.LayerDefinition;
import org.linli.ogcapi.Documents.Collection;
import org.linli.ogcapi.Documents.Collections;
import org.linli.ogcapi.Documents.Landing;
import org.linli.ogcapi.LayerSchema.Kind;

/** What the API has, for people. */
final class CapabilityPages {
  private CapabilityPages() {}

  static Representation landing(Asked asked, Landing landing) {
    String api = asked.place().api();
    Locale language = asked.language();
    return new HtmlPage(asked, landing.title())
        .with(
            html -> {
              html.element("p", landing.description()).raw("<ul>");
              html.raw("<li>");
              html.link(asked.page(api + "/collections"), "data", Words.LAYERS.in(language));
              html.raw("</li><li>");
              html.link(asked.page(api + "/api"), "service-doc", Words.API.in(language));
              html.raw(" (").link(api + "/api?f=json", "service-desc", "OpenAPI 3.0");
              html.raw(")</li><li>");
              html.link(
                  asked.page(api + "/conformance"), "conformance", Words.CONFORMANCE.in(language));
              html.raw("</li></ul>");
            });
  }

  private static HtmlPage page(Asked asked, String title) {
    return new HtmlPage(asked, title).below(asked.place().api(), Words.PORTAL.in(asked.language()));
  }

  static Representation conformance(Asked asked, List<String> classes) {
    return page(asked, Words.CONFORMANCE.in(asked.language()))
        .with(
            html -> {
              html.raw("<ul>");
              for (String uri : classes) {
                html.raw("<li>").link(uri, uri).raw("</li>");
              }
              html.raw("</ul>");
            });
  }

  static Representation collections(Asked asked, Collections collections) {
    return page(asked, Words.LAYERS.in(asked.language()))
        .with(
            html -> {
              html.raw("<dl class=\"layers\">");
              for (Collection layer : collections.collections()) {
                String items = asked.page(asked.place().items(layer.id()));
                html.raw("<dt>");
                html.link(asked.page(asked.place().collection(layer.id())), layer.title());
                html.raw(" <code>").text(layer.id()).raw("</code></dt><dd>");
                html.text(layer.description()).raw(" ");
                html.link(items, "items", Words.FEATURES.in(asked.language()));
                html.raw("</dd>");
              }
              html.raw("</dl>");
            });
  }

  static Representation collection(Asked asked, Collection layer, LayerDefinition definition) {
    return page(asked, layer.title())
        .below(asked.place().api() + "/collections", Words.LAYERS.in(asked.language()))
        .with(
            html -> {
              html.element("p", layer.description());
              links(html, asked, layer);
              facts(html, asked.language(), layer);
              FieldTable.write(html, definition, asked.language());
            });
  }

  static Representation schema(Asked asked, Kind kind, LayerDefinition layer) {
    Locale language = asked.language();
    return page(asked, layer.title().in(language) + " · " + kind.title().in(language))
        .below(asked.place().api() + "/collections", Words.LAYERS.in(language))
        .below(asked.place().collection(layer.id()), layer.title().in(language))
        .with(html -> FieldTable.write(html, layer, language));
  }

  private static void links(Html html, Asked asked, Collection layer) throws IOException {
    Locale language = asked.language();
    html.raw("<ul>");
    html.raw("<li>");
    html.link(asked.page(asked.place().items(layer.id())), "items", Words.FEATURES.in(language));
    html.raw("</li>");
    for (Kind kind : Kind.values()) {
      String address = asked.place().collection(layer.id()) + "/" + kind.path();
      html.raw("<li>").link(asked.page(address), kind.rel(), kind.title().in(language));
      html.raw("</li>");
    }
    for (Link link : layer.links()) {
      Words words =
          switch (link.rel()) {
            case "enclosure" -> Words.FILE;
            case CollectionDocuments.TILESETS -> Words.TILES;
            case "license" -> Words.LICENCE;
            default -> null;
          };
      if (words != null) {
        html.raw("<li>").link(link.href(), link.rel(), words.in(language)).raw("</li>");
      }
    }
    html.raw("</ul>");
  }

  private static void facts(Html html, Locale language, Collection layer) throws IOException {
    html.raw("<dl>").fact("id", layer.id());
    if (layer.extent().isPresent()) {
      Documents.Extent extent = layer.extent().get();
      if (extent.spatial().isPresent()) {
        html.fact(Words.EXTENT.in(language), joined(extent.spatial().get().bbox().get(0)));
      }
      if (extent.temporal().isPresent()) {
        html.fact(
            Words.TIME.in(language), String.join(" / ", extent.temporal().get().interval().get(0)));
      }
    }
    html.element("dt", Words.SYSTEMS.in(language));
    for (String uri : layer.crs()) {
      html.raw("<dd>").link(uri, uri).raw("</dd>");
    }
    if (layer.storageCrs().isPresent()) {
      html.fact(Words.STORED_IN.in(language), layer.storageCrs().get());
    }
    html.raw("</dl>");
  }

  private static String joined(List<Double> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
