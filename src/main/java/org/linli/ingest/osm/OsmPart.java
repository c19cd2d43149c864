package org.linli.ingest.osm;

/** The kinds of elements of which an OpenStreetMap file consists. */
enum OsmPart {
  NODES,
  WAYS,
  RELATIONS
}
