package org.linli.ingest.osm;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.Info;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.Relation.MemberType;
import crosby.binary.Osmformat.StringTable;
import crosby.binary.Osmformat.Way;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** A made-up extract that can be written in both formats. */
final class OsmFixture {
  private static final long EDITED = 1_600_000_000;

  private final Map<Long, double[]> nodes = new LinkedHashMap<>();
  private final List<DrawnWay> ways = new ArrayList<>();
  private final List<DrawnRelation> relations = new ArrayList<>();
  private int granularity = 100;

  private record DrawnWay(long id, Map<String, String> tags, long[] refs) {}

  private record DrawnRelation(long id, Map<String, String> tags, List<Member> members) {}

  /**
   * @param type node, way or relation
   */
  record Member(String type, long id, String role) {
    static Member way(long id, String role) {
      return new Member("way", id, role);
    }
  }

  OsmFixture node(long id, double lon, double lat) {
    nodes.put(id, new double[] {lon, lat});
    return this;
  }

  /** Four nodes around a square, from {@code firstId} on, counterclockwise from the south-west. */
  OsmFixture square(long firstId, double lon, double lat, double side) {
    return node(firstId, lon, lat)
        .node(firstId + 1, lon + side, lat)
        .node(firstId + 2, lon + side, lat + side)
        .node(firstId + 3, lon, lat + side);
  }

  OsmFixture way(long id, Map<String, String> tags, long... refs) {
    ways.add(new DrawnWay(id, tags, refs));
    return this;
  }

  /** A closed way around the square whose nodes begin with {@code firstNode}. */
  OsmFixture ring(long id, Map<String, String> tags, long firstNode) {
    return way(id, tags, firstNode, firstNode + 1, firstNode + 2, firstNode + 3, firstNode);
  }

  OsmFixture relation(long id, Map<String, String> tags, Member... members) {
    return relation(id, tags, List.of(members));
  }

  OsmFixture relation(long id, Map<String, String> tags, List<Member> members) {
    relations.add(new DrawnRelation(id, tags, members));
    return this;
  }

  OsmFixture granularity(int nanoDegrees) {
    granularity = nanoDegrees;
    return this;
  }

  OsmFile write(Path folder, boolean binary) {
    try {
      Path file = folder.resolve(binary ? "town.osm.pbf" : "town.osm");
      Files.write(file, binary ? pbf() : xml().getBytes(StandardCharsets.UTF_8));
      return binary ? new PbfFile(file, (r, b) -> {}) : new XmlFile(file, (r, b) -> {});
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String xml() {
    StringBuilder xml = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm>\n");
    nodes.forEach(
        (id, at) -> xml.append("<node id='%d' lon='%s' lat='%s'/>\n".formatted(id, at[0], at[1])));
    for (DrawnWay way : ways) {
      xml.append("<way id='%d' timestamp='2020-09-13T12:26:40Z'>".formatted(way.id));
      for (long ref : way.refs) {
        xml.append("<nd ref='%d'/>".formatted(ref));
      }
      xml.append(xml(way.tags)).append("</way>\n");
    }
    for (DrawnRelation relation : relations) {
      xml.append("<relation id='%d' timestamp='2020-09-13T12:26:40Z'>".formatted(relation.id));
      for (Member m : relation.members) {
        xml.append("<member type='%s' ref='%d' role='%s'/>".formatted(m.type, m.id, m.role));
      }
      xml.append(xml(relation.tags)).append("</relation>\n");
    }
    return xml.append("</osm>\n").toString();
  }

  private static String xml(Map<String, String> tags) {
    StringBuilder xml = new StringBuilder();
    tags.forEach((key, value) -> xml.append("<tag k='%s' v='%s'/>".formatted(key, value)));
    return xml.toString();
  }

  byte[] pbf() {
    return concat(header("OsmSchema-V0.6", "DenseNodes"), data(block()));
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] header(String... features) {
    HeaderBlock header = HeaderBlock.newBuilder().addAllRequiredFeatures(List.of(features)).build();
    return framed("OSMHeader", zipped(header.toByteArray(), header.getSerializedSize()));
  }

  static byte[] data(PrimitiveBlock block) {
    return framed("OSMData", zipped(block.toByteArray(), block.getSerializedSize()));
  }

  static Blob zipped(byte[] content, int declared) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(zipped)) {
      deflater.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Blob.newBuilder()
        .setRawSize(declared)
        .setZlibData(ByteString.copyFrom(zipped.toByteArray()))
        .build();
  }

  static byte[] framed(String type, Blob blob) {
    BlobHeader header =
        BlobHeader.newBuilder().setType(type).setDatasize(blob.getSerializedSize()).build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(header.getSerializedSize());
      out.write(header.toByteArray());
      out.write(blob.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  PrimitiveBlock block() {
    Strings strings = new Strings();
    PrimitiveGroup.Builder wayGroup = PrimitiveGroup.newBuilder();
    ways.forEach(way -> wayGroup.addWays(message(way, strings)));
    PrimitiveGroup.Builder relationGroup = PrimitiveGroup.newBuilder();
    relations.forEach(relation -> relationGroup.addRelations(message(relation, strings)));
    return PrimitiveBlock.newBuilder()
        .setGranularity(granularity)
        .addPrimitivegroup(PrimitiveGroup.newBuilder().setDense(dense()))
        .addPrimitivegroup(wayGroup)
        .addPrimitivegroup(relationGroup)
        .setStringtable(strings.table())
        .build();
  }

  private DenseNodes dense() {
    DenseNodes.Builder dense = DenseNodes.newBuilder();
    long[] last = new long[3];
    nodes.forEach(
        (id, at) -> {
          long lon = Math.round(at[0] * 1e9 / granularity);
          long lat = Math.round(at[1] * 1e9 / granularity);
          dense.addId(id - last[0]).addLon(lon - last[1]).addLat(lat - last[2]);
          last[0] = id;
          last[1] = lon;
          last[2] = lat;
        });
    return dense.build();
  }

  private static Way message(DrawnWay drawn, Strings strings) {
    Way.Builder way = Way.newBuilder().setId(drawn.id).setInfo(info());
    long last = 0;
    for (long ref : drawn.refs) {
      way.addRefs(ref - last);
      last = ref;
    }
    drawn.tags.forEach((k, v) -> way.addKeys(strings.index(k)).addVals(strings.index(v)));
    return way.build();
  }

  private static Relation message(DrawnRelation drawn, Strings strings) {
    Relation.Builder relation = Relation.newBuilder().setId(drawn.id).setInfo(info());
    long last = 0;
    for (Member member : drawn.members) {
      relation
          .addMemids(member.id - last)
          .addRolesSid(strings.index(member.role))
          .addTypes(MemberType.valueOf(member.type.toUpperCase(java.util.Locale.ROOT)));
      last = member.id;
    }
    drawn.tags.forEach((k, v) -> relation.addKeys(strings.index(k)).addVals(strings.index(v)));
    return relation.build();
  }

  private static Info info() {
    return Info.newBuilder().setTimestamp(EDITED).build();
  }

  /** The texts of a block; the first is empty, as the format has it. */
  private static final class Strings {
    private final List<String> texts = new ArrayList<>(List.of(""));

    int index(String text) {
      int known = texts.indexOf(text);
      if (known >= 0) {
        return known;
      }
      texts.add(text);
      return texts.size() - 1;
    }

    StringTable table() {
      StringTable.Builder table = StringTable.newBuilder();
      texts.forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
      return table.build();
    }
  }
}
