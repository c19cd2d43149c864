package org.linli.ingest.osm;

import java.util.Set;

/** A file of OpenStreetMap elements, which can be read as often as need be. */
interface OsmFile {

  /** The format's name, as people say it. */
  String format();

  /**
   * Hands over all elements of the parts that are wanted.
   *
   * @throws org.linli.ingest.source.SourceException if the file breaks off or cannot be read on
   */
  void scan(Set<OsmPart> wanted, OsmSink sink);
}
