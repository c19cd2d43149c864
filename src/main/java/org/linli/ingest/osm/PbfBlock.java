package org.linli.ingest.osm;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.Info;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.Relation.MemberType;
import crosby.binary.Osmformat.Way;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The elements of one block: deltas added up, texts looked up. */
final class PbfBlock {
  private final PrimitiveBlock block;
  private final String[] strings;

  PbfBlock(PrimitiveBlock block) {
    this.block = block;
    this.strings = new String[block.getStringtable().getSCount()];
  }

  /**
   * @throws InvalidProtocolBufferException if the block refers to texts or numbers that it has not
   */
  void hand(Set<OsmPart> wanted, OsmSink sink) throws InvalidProtocolBufferException {
    for (PrimitiveGroup group : block.getPrimitivegroupList()) {
      if (wanted.contains(OsmPart.NODES)) {
        group.getNodesList().forEach(node -> node(node, sink));
        dense(group.getDense(), sink);
      }
      if (wanted.contains(OsmPart.WAYS)) {
        for (Way way : group.getWaysList()) {
          sink.way(way(way));
        }
      }
      if (wanted.contains(OsmPart.RELATIONS)) {
        for (Relation relation : group.getRelationsList()) {
          sink.relation(relation(relation));
        }
      }
    }
  }

  private void node(Node node, OsmSink sink) {
    sink.node(node.getId(), lon(node.getLon()), lat(node.getLat()));
  }

  private void dense(DenseNodes dense, OsmSink sink) throws InvalidProtocolBufferException {
    require(dense.getLonCount() == dense.getIdCount() && dense.getLatCount() == dense.getIdCount());
    long id = 0;
    long lon = 0;
    long lat = 0;
    for (int i = 0; i < dense.getIdCount(); i++) {
      id += dense.getId(i);
      lon += dense.getLon(i);
      lat += dense.getLat(i);
      sink.node(id, lon(lon), lat(lat));
    }
  }

  private int lon(long steps) {
    return Degrees.ofNano(block.getLonOffset() + block.getGranularity() * steps);
  }

  private int lat(long steps) {
    return Degrees.ofNano(block.getLatOffset() + block.getGranularity() * steps);
  }

  private OsmWay way(Way way) throws InvalidProtocolBufferException {
    long[] nodes = new long[way.getRefsCount()];
    long id = 0;
    for (int i = 0; i < nodes.length; i++) {
      id += way.getRefs(i);
      nodes[i] = id;
    }
    return new OsmWay(
        way.getId(), nodes, tags(way.getKeysList(), way.getValsList()), at(way.getInfo()));
  }

  private OsmRelation relation(Relation relation) throws InvalidProtocolBufferException {
    int members = relation.getMemidsCount();
    require(relation.getTypesCount() == members && relation.getRolesSidCount() == members);
    long[] ways = new long[members];
    String[] roles = new String[members];
    int count = 0;
    long id = 0;
    for (int i = 0; i < members; i++) {
      id += relation.getMemids(i);
      if (relation.getTypes(i) == MemberType.WAY) {
        ways[count] = id;
        roles[count++] = string(relation.getRolesSid(i));
      }
    }
    return new OsmRelation(
        relation.getId(),
        Arrays.copyOf(ways, count),
        Arrays.copyOf(roles, count),
        tags(relation.getKeysList(), relation.getValsList()),
        at(relation.getInfo()));
  }

  private Map<String, String> tags(List<Integer> keys, List<Integer> values)
      throws InvalidProtocolBufferException {
    require(keys.size() == values.size());
    Map<String, String> tags = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      tags.put(string(keys.get(i)), string(values.get(i)));
    }
    return tags;
  }

  private Optional<Instant> at(Info info) {
    return info.getTimestamp() <= 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(info.getTimestamp() * block.getDateGranularity()));
  }

  private static void require(boolean holds) throws InvalidProtocolBufferException {
    if (!holds) {
      throw new InvalidProtocolBufferException("a block refers to what it does not hold");
    }
  }

  private String string(int index) throws InvalidProtocolBufferException {
    require(index >= 0 && index < strings.length);
    String known = strings[index];
    if (known == null) {
      ByteString bytes = block.getStringtable().getS(index);
      known = bytes.toStringUtf8();
      strings[index] = known;
    }
    return known;
  }
}
