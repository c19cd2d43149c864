package org.linli.ogcapi;

import java.util.List;
import java.util.Optional;
import org.linli.encode.Link;

/** The JSON documents of the API, as their schemas have them. */
final class Documents {
  private Documents() {}

  /** {@code landingPage.yaml} of OGC 17-069r4. */
  record Landing(String title, String description, List<Link> links) {}

  /** {@code collections.yaml}, with the systems that every collection has (OGC 18-058r1). */
  record Collections(List<Link> links, List<String> crs, List<Collection> collections) {}

  /** {@code collection.yaml}. */
  record Collection(
      String id,
      String title,
      String description,
      List<Link> links,
      Optional<Extent> extent,
      String itemType,
      List<String> crs,
      Optional<String> storageCrs) {}

  /** {@code extent.yaml}. */
  record Extent(Optional<Spatial> spatial, Optional<Temporal> temporal) {}

  /** Degrees, lon-lat: west, south, east, north. */
  record Spatial(List<List<Double>> bbox, String crs) {}

  /** RFC 3339 instants. */
  record Temporal(List<List<String>> interval, String trs) {}
}
