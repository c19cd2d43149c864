package org.linli.catalogue;

import org.linli.encode.ExportFormat;
import org.linli.layer.Audience;

/** The addresses of a dataset in its many forms, for an audience. */
public record Addresses(Site site, Audience audience, String layerId) {

  private String root() {
    return site.at(audience == Audience.STAFF ? "/staff" : "");
  }

  /** For people. */
  public String page() {
    return site.at("/data/" + layerId);
  }

  /** The record, as JSON. */
  public String record() {
    return root() + "/api/datasets/" + layerId;
  }

  public String download(ExportFormat format) {
    return root() + "/data/" + layerId + "." + format.ending();
  }

  /** The OGC API's landing page. */
  public String api() {
    return root() + "/ogc";
  }

  public String collection() {
    return api() + "/collections/" + layerId;
  }

  public String items() {
    return collection() + "/items";
  }

  public String tiles() {
    return collection() + "/tiles/WebMercatorQuad";
  }
}
