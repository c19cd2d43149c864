package org.linli.ogcapi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.encode.Link;
import org.linli.geo.Bounds;
import org.linli.layer.LayerDefinition;
import org.linli.layer.Systems;
import org.linli.layer.TimeInterval;
import org.linli.ogcapi.Documents.Collection;
import org.linli.ogcapi.Documents.Extent;
import org.linli.ogcapi.Documents.Spatial;
import org.linli.ogcapi.Documents.Temporal;
import org.linli.ogcapi.LayerSchema.Kind;
import org.linli.snapshot.LayerView;

/** Describes layers as collections. */
final class CollectionDocuments {
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";
  static final String TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
  private static final String JSON = "application/json";
  private static final String GEOJSON = "application/geo+json";
  private static final String HTML = "text/html";

  private CollectionDocuments() {}

  static Collection of(LayerView view, Asked asked, List<Link> first) {
    LayerDefinition definition = view.definition();
    Locale language = asked.language();
    return new Collection(
        definition.id(),
        definition.title().in(language),
        definition.description().in(language),
        links(definition, asked, first),
        extent(view),
        "feature",
        new Systems(view.extent()).uris(),
        definition.hasGeometry() ? Optional.of(CRS84) : Optional.empty());
  }

  private static List<Link> links(LayerDefinition layer, Asked asked, List<Link> first) {
    List<Link> links = new java.util.ArrayList<>(first);
    Place place = asked.place();
    String items = place.items(layer.id());
    links.add(new Link(asked.other(items, "f", "json"), "items", GEOJSON));
    links.add(new Link(asked.other(items, "f", "html"), "items", HTML));
    for (Kind kind : Kind.values()) {
      String address = place.collection(layer.id()) + "/" + kind.path();
      links.add(new Link(asked.other(address), kind.rel(), LayerSchema.MEDIA_TYPE));
    }
    if (layer.hasGeometry()) {
      links.add(new Link(asked.other(place.tiles(layer.id())), TILESETS, JSON));
    }
    links.add(new Link(asked.other(place.export(layer.id())), "enclosure", GEOJSON));
    licence(layer).ifPresent(href -> links.add(new Link(href, "license", HTML)));
    return links;
  }

  /** An SPDX identifier has a page; a licence of one's own has none. */
  private static Optional<String> licence(LayerDefinition layer) {
    return layer
        .licence()
        .filter(id -> !id.startsWith("LicenseRef-"))
        .map(id -> "https://spdx.org/licenses/" + id + ".html");
  }

  private static Optional<Extent> extent(LayerView view) {
    Optional<Spatial> spatial = spatial(view.extent());
    Optional<Temporal> temporal = view.timeExtent().map(CollectionDocuments::temporal);
    return spatial.isEmpty() && temporal.isEmpty()
        ? Optional.empty()
        : Optional.of(new Extent(spatial, temporal));
  }

  private static Optional<Spatial> spatial(Bounds box) {
    return box.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Spatial(List.of(List.of(box.minX(), box.minY(), box.maxX(), box.maxY())), CRS84));
  }

  private static Temporal temporal(TimeInterval times) {
    return new Temporal(
        List.of(List.of(times.start().toString(), times.end().toString())), GREGORIAN);
  }

  /** The links of a document to itself and to its other format. */
  static List<Link> selves(Asked asked) {
    return List.of(asked.linkTo(Format.JSON, JSON), asked.linkTo(Format.HTML, HTML));
  }

  /** The links of a collection to itself, as the list of collections has them. */
  static List<Link> listed(LayerDefinition layer, Place place) {
    String self = place.collection(layer.id());
    return List.of(
        new Link(self + "?f=json", "self", JSON), new Link(self + "?f=html", "alternate", HTML));
  }
}
