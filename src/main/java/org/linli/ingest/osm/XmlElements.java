package org.linli.ingest.osm;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/** Makes elements of XML tags: the element itself, two deep, and its parts, three deep. */
final class XmlElements {
  private static final int ROOT = 1;
  private static final int ELEMENT = 2;
  private static final int PART = 3;
  private static final int MOST_PARTS = 1_000_000;

  private final XMLStreamReader xml;
  private final Set<OsmPart> wanted;
  private final OsmSink sink;

  private Optional<OsmPart> part = Optional.empty();
  private long id;
  private Optional<Instant> at = Optional.empty();
  private Map<String, String> tags = new HashMap<>();
  private final List<Long> refs = new ArrayList<>();
  private final List<String> roles = new ArrayList<>();

  XmlElements(XMLStreamReader xml, Set<OsmPart> wanted, OsmSink sink) {
    this.xml = xml;
    this.wanted = wanted;
    this.sink = sink;
  }

  long rows() {
    return sink.rows();
  }

  void begin(int depth) {
    switch (depth) {
      case ROOT -> root();
      case ELEMENT -> element();
      case PART -> part.ifPresent(this::part);
      default -> {
        // Nothing that is read lies deeper.
      }
    }
  }

  private void root() {
    String name = xml.getLocalName();
    if (name.equals("osmChange")) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.OSM_NO_STATE, name));
    }
    if (!name.equals("osm")) {
      throw new SourceException(ImportIssue.ofField(IssueKind.UNKNOWN_XML, name, name));
    }
  }

  private void element() {
    part = wantedPart();
    if (part.isPresent()) {
      id = number("id");
      if (part.get() == OsmPart.NODES) {
        sink.node(id, Degrees.of(decimal("lon")), Degrees.of(decimal("lat")));
        return;
      }
      at = time(xml.getAttributeValue(null, "timestamp"));
      tags = new HashMap<>();
      refs.clear();
      roles.clear();
    }
  }

  private Optional<OsmPart> wantedPart() {
    Optional<OsmPart> kind =
        switch (xml.getLocalName()) {
          case "node" -> Optional.of(OsmPart.NODES);
          case "way" -> Optional.of(OsmPart.WAYS);
          case "relation" -> Optional.of(OsmPart.RELATIONS);
          default -> Optional.empty();
        };
    if (kind.isPresent() && "false".equals(xml.getAttributeValue(null, "visible"))) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.OSM_NO_STATE, "visible=\"false\""));
    }
    // The editor JOSM keeps what was deleted in its files.
    boolean deleted = "delete".equals(xml.getAttributeValue(null, "action"));
    return kind.filter(wanted::contains).filter(wantedOne -> !deleted);
  }

  private void part(OsmPart of) {
    switch (xml.getLocalName()) {
      case "tag" -> tags.put(text("k"), text("v"));
      case "nd" -> ref(of == OsmPart.WAYS, "");
      case "member" ->
          ref(of == OsmPart.RELATIONS && text("type").equals("way"), attribute("role"));
      default -> {
        // An extension of somebody's.
      }
    }
  }

  private void ref(boolean counts, String role) {
    if (counts) {
      if (refs.size() == MOST_PARTS) {
        throw new SourceException(
            ImportIssue.ofFile(
                IssueKind.UNREADABLE, XmlFile.place(xml), "more than " + MOST_PARTS + " parts"));
      }
      refs.add(number("ref"));
      roles.add(role);
    }
  }

  void end(int depth) {
    if (depth == ELEMENT && part.isPresent()) {
      long[] ids = refs.stream().mapToLong(Long::longValue).toArray();
      switch (part.get()) {
        case NODES -> {
          // It was handed over when it began.
        }
        case WAYS -> sink.way(new OsmWay(id, ids, tags, at));
        case RELATIONS ->
            sink.relation(new OsmRelation(id, ids, roles.toArray(String[]::new), tags, at));
      }
      part = Optional.empty();
    }
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private String text(String name) {
    String value = xml.getAttributeValue(null, name);
    if (value == null) {
      throw wrong(name, "");
    }
    return value;
  }

  private long number(String name) {
    String value = text(name);
    try {
      return Long.parseLong(value.strip());
    } catch (NumberFormatException none) {
      throw wrong(name, value);
    }
  }

  private double decimal(String name) {
    String value = text(name);
    try {
      double decimal = Double.parseDouble(value);
      if (Double.isFinite(decimal)) {
        return decimal;
      }
    } catch (NumberFormatException none) {
      throw wrong(name, value);
    }
    throw wrong(name, value);
  }

  private SourceException wrong(String name, String value) {
    return new SourceException(
        ImportIssue.ofFile(IssueKind.UNREADABLE, XmlFile.place(xml), name + "=\"" + value + "\""));
  }

  private static Optional<Instant> time(String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
