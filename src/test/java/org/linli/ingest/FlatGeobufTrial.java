package org.linli.ingest;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.Feature;

/** A FlatGeobuf written byte by byte, and its import. */
abstract class FlatGeobufTrial {
  static final int MAGIC_BYTES = 8;
  static final int POINT = 1;
  static final int LINE = 2;
  static final int POLYGON = 3;
  static final int COLLECTION = 7;
  static final int CURVE = 13;
  static final int UNKNOWN = 0;
  @TempDir Path folder;
  Trial trial;
  final HeaderMeta header = new HeaderMeta();
  final ByteArrayOutputStream features = new ByteArrayOutputStream();

  @BeforeEach
  void aHeaderOfPointsInWgs84() {
    trial = new Trial(folder);
    header.geometryType = POINT;
    header.srid = 4326;
    header.columns = new java.util.ArrayList<>();
  }

  Trial fresh() {
    trial = new Trial(folder);
    return trial;
  }

  void column(String name, int type) {
    ColumnMeta column = new ColumnMeta();
    column.name = name;
    column.type = (byte) type;
    column.nullable = true;
    header.columns.add(column);
  }

  void feature(String wkt, byte[] properties) throws Exception {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    Geometry geometry = wkt == null ? null : new WKTReader().read(wkt);
    int at =
        geometry == null
            ? 0
            : GeometryConversions.serialize(
                builder, geometry, GeometryConversions.toGeometryType(geometry.getClass()));
    int bytes = Feature.createPropertiesVector(builder, properties);
    Feature.finishSizePrefixedFeatureBuffer(builder, Feature.createFeature(builder, at, bytes, 0));
    features.write(builder.sizedByteArray());
  }

  /** A feature that tells its own type, which the library's writer leaves to the header. */
  void typed(int type, double... xy) throws IOException {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int vector = org.wololo.flatgeobuf.generated.Geometry.createXyVector(builder, xy);
    org.wololo.flatgeobuf.generated.Geometry.startGeometry(builder);
    org.wololo.flatgeobuf.generated.Geometry.addXy(builder, vector);
    org.wololo.flatgeobuf.generated.Geometry.addType(builder, type);
    int at = org.wololo.flatgeobuf.generated.Geometry.endGeometry(builder);
    Feature.finishSizePrefixedFeatureBuffer(builder, Feature.createFeature(builder, at, 0, 0));
    features.write(builder.sizedByteArray());
  }

  static ByteBuffer properties() {
    return ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] used(ByteBuffer bytes) {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  Path file() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(Constants.MAGIC_BYTES);
    HeaderMeta.write(header, whole, new FlatBufferBuilder());
    features.writeTo(whole);
    return Files.write(folder.resolve("in.fgb"), whole.toByteArray());
  }

  Path changed(Path file, int at, int value) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    return Files.write(file, bytes);
  }

  /** Where in the file the features begin, there being no index. */
  static int firstFeature(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return MAGIC_BYTES + 4 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(8);
  }

  static void text(ByteBuffer row, int column, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    row.putShort((short) column).putInt(bytes.length).put(bytes);
  }

  static int part(FlatBufferBuilder builder, int type, double[] xy, int[] parts) {
    int positions = org.wololo.flatgeobuf.generated.Geometry.createXyVector(builder, xy);
    int references = org.wololo.flatgeobuf.generated.Geometry.createPartsVector(builder, parts);
    org.wololo.flatgeobuf.generated.Geometry.startGeometry(builder);
    org.wololo.flatgeobuf.generated.Geometry.addXy(builder, positions);
    org.wololo.flatgeobuf.generated.Geometry.addParts(builder, references);
    org.wololo.flatgeobuf.generated.Geometry.addType(builder, type);
    return org.wololo.flatgeobuf.generated.Geometry.endGeometry(builder);
  }
}
