package org.linli.ingest.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be read, found out in up to three passes: which ways and relations are meant, which
 * ways the relations consist of, and where the nodes of all of these lie.
 */
final class OsmSurvey {
  private static final Set<String> AREA_TYPES = Set.of("multipolygon", "boundary");
  private static final String OLD_STYLE = "multipolygon";

  /** Tags that say nothing of what a thing is. */
  private static final Set<String> SILENT =
      Set.of("type", "source", "created_by", "note", "fixme", "FIXME", "name", "area");

  private final OsmKind kind;
  private final LongBag nodes;
  private final LongBag memberIds;
  private final Set<Long> covered = new HashSet<>();
  private List<OsmRelation> relations = new ArrayList<>();
  private MemberWays members = new MemberWays(new long[0]);
  private NodeLocations locations = new NodeLocations(new long[0]);
  private long rows;
  private long areasAmongLines;
  private final IdOrder nodeOrder = new IdOrder();
  private final IdOrder wayOrder = new IdOrder();

  private OsmSurvey(OsmKind kind, OsmLimits limits) {
    this.kind = kind;
    this.nodes = new LongBag(limits.nodes());
    this.memberIds = new LongBag(limits.memberships());
  }

  static OsmSurvey of(OsmFile file, OsmKind kind, OsmLimits limits) {
    OsmSurvey survey = new OsmSurvey(kind, limits);
    file.scan(
        kind.isArea() ? EnumSet.of(OsmPart.WAYS, OsmPart.RELATIONS) : EnumSet.of(OsmPart.WAYS),
        survey.new Meant());
    survey.members = new MemberWays(survey.memberIds.sorted());
    if (!survey.members.isEmpty()) {
      file.scan(EnumSet.of(OsmPart.WAYS), survey.new Members());
      survey.settle();
    }
    survey.locations = new NodeLocations(survey.nodes.sorted());
    if (!survey.locations.isEmpty()) {
      file.scan(EnumSet.of(OsmPart.NODES), survey.new Nodes());
    }
    return survey;
  }

  /** The relations that are areas of the kind, those of old style with the tags of their ways. */
  List<OsmRelation> relations() {
    return relations;
  }

  MemberWays members() {
    return members;
  }

  NodeLocations locations() {
    return locations;
  }

  long rows() {
    return rows;
  }

  /** How many closed ways of the right tags were not taken because they are areas. */
  long areasAmongLines() {
    return areasAmongLines;
  }

  /** How many nodes and ways stand after one of a higher id. */
  long outOfOrder() {
    return nodeOrder.broken() + wayOrder.broken();
  }

  /** Whether a way is a row of its own, be it a broken one. */
  boolean isRow(OsmWay way) {
    if (!kind.isMeant(way.tags()) || covered.contains(way.id())) {
      return false;
    }
    return kind.isArea()
        ? way.isClosed() ? kind.isOutline(way) : !members.contains(way.id())
        : !AreaRule.isArea(way);
  }

  private void settle() {
    relations = relations.stream().flatMap(relation -> settled(relation).stream()).toList();
    long partsOnly = members.list().filter(way -> kind.isMeant(way.tags()) && !isRow(way)).count();
    rows += relations.size() - partsOnly;
  }

  /**
   * Tags on the outer ways are the relation's, where it has none, as people drew them until 2017;
   * an outer way of the same tags is the same thing a second time. Either way it is no row of its
   * own, unless the file lacks a part of the relation.
   */
  private Optional<OsmRelation> settled(OsmRelation relation) {
    boolean meant = kind.isMeant(relation.tags());
    List<OsmWay> outer = taggedOuterWays(relation);
    if (meant) {
      outer.removeIf(way -> !kind.isMeant(common(relation.tags(), way.tags())));
    }
    Map<String, String> tags =
        outer.stream().map(OsmWay::tags).reduce(OsmSurvey::common).orElse(Map.of());
    if (!isWhole(relation) || !kind.isMeant(tags)) {
      return meant ? Optional.of(relation) : Optional.empty();
    }
    outer.forEach(way -> covered.add(way.id()));
    return Optional.of(relation.withTags(tags));
  }

  private boolean isWhole(OsmRelation relation) {
    return Arrays.stream(relation.ways()).allMatch(way -> members.find(way).isPresent());
  }

  private List<OsmWay> taggedOuterWays(OsmRelation relation) {
    List<OsmWay> outer = new ArrayList<>();
    for (int i = 0; i < relation.ways().length; i++) {
      if (!relation.roles()[i].equals("inner")) {
        members.find(relation.ways()[i]).filter(way -> says(way.tags())).ifPresent(outer::add);
      }
    }
    return outer;
  }

  private static Map<String, String> common(Map<String, String> one, Map<String, String> other) {
    Map<String, String> common = new HashMap<>(one);
    common.entrySet().retainAll(other.entrySet());
    return common;
  }

  private static boolean says(Map<String, String> tags) {
    return tags.keySet().stream().anyMatch(key -> !SILENT.contains(key));
  }

  private final class Meant implements OsmSink {
    @Override
    public void way(OsmWay way) {
      wayOrder.see(way.id());
      if (isRow(way)) {
        rows++;
        nodes.addAll(way.nodes());
      } else if (kind.isMeant(way.tags()) && !kind.isArea()) {
        areasAmongLines++;
      }
    }

    @Override
    public void relation(OsmRelation relation) {
      String type = relation.tags().getOrDefault("type", "");
      boolean oldStyle = type.equals(OLD_STYLE) && !says(relation.tags());
      if (AREA_TYPES.contains(type) && (oldStyle || kind.isMeant(relation.tags()))) {
        relations.add(relation);
        memberIds.addAll(relation.ways());
      }
    }
  }

  private final class Members implements OsmSink {
    @Override
    public void way(OsmWay way) {
      if (members.contains(way.id())) {
        members.put(way);
        nodes.addAll(way.nodes());
      }
    }
  }

  private final class Nodes implements OsmSink {
    @Override
    public void node(long id, int lon, int lat) {
      nodeOrder.see(id);
      locations.put(id, lon, lat);
    }
  }
}
