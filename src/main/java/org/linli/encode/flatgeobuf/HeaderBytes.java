package org.linli.encode.flatgeobuf;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.linli.encode.About;
import org.linli.encode.Selection;
import org.linli.geo.Crs;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Header;

/** The start of a file: its magic bytes and its header, with the dictionary in the columns. */
final class HeaderBytes {
  private static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b', 0};

  private final Selection selection;
  private final About about;
  private final FlatBufferBuilder builder = new FlatBufferBuilder(1 << 12);

  HeaderBytes(Selection selection) {
    this.selection = selection;
    this.about = About.of(selection.view());
  }

  /**
   * @param box what all features cover; {@code minX > maxX} when none has a place
   */
  void write(Survey survey, double[] box, OutputStream out) throws IOException {
    int name = builder.createString(selection.definition().id());
    int title = builder.createString(about.title());
    int description = builder.createString(about.summary());
    int columns = Header.createColumnsVector(builder, columns());
    int crs = crs(selection.crs());
    int envelope = box[0] > box[2] ? 0 : Header.createEnvelopeVector(builder, box);
    Header.startHeader(builder);
    Header.addName(builder, name);
    if (envelope != 0) {
      Header.addEnvelope(builder, envelope);
    }
    Header.addGeometryType(builder, survey.type());
    Header.addHasM(builder, selection.definition().geometry() == GeometryType.TRACK);
    Header.addColumns(builder, columns);
    Header.addFeaturesCount(builder, survey.features());
    Header.addIndexNodeSize(builder, survey.nodeSize());
    Header.addCrs(builder, crs);
    Header.addTitle(builder, title);
    Header.addDescription(builder, description);
    Header.finishSizePrefixedHeaderBuffer(builder, Header.endHeader(builder));
    out.write(MAGIC);
    ByteBuffer bytes = builder.dataBuffer();
    out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }

  private int[] columns() {
    List<Integer> columns = new ArrayList<>();
    columns.add(column(LayerDefinition.KEY, ColumnType.String, "", "", true));
    for (Field field : selection.fields()) {
      String title = About.line(field.title());
      columns.add(column(field.name(), type(field.type()), title, About.meaning(field), false));
    }
    return columns.stream().mapToInt(Integer::intValue).toArray();
  }

  private int column(String name, int type, String title, String description, boolean key) {
    int nameAt = builder.createString(name);
    int titleAt = builder.createString(title);
    int descriptionAt = builder.createString(description);
    Column.startColumn(builder);
    Column.addName(builder, nameAt);
    Column.addType(builder, type);
    Column.addTitle(builder, titleAt);
    Column.addDescription(builder, descriptionAt);
    Column.addNullable(builder, !key);
    Column.addUnique(builder, key);
    Column.addPrimaryKey(builder, key);
    return Column.endColumn(builder);
  }

  private static int type(FieldType type) {
    return switch (type) {
      case TEXT -> ColumnType.String;
      case INTEGER -> ColumnType.Long;
      case REAL -> ColumnType.Double;
      case BOOLEAN -> ColumnType.Bool;
      case DATE, INSTANT -> ColumnType.DateTime;
    };
  }

  private int crs(Crs crs) {
    int organisation = builder.createString("EPSG");
    int name = builder.createString(crs.name());
    org.wololo.flatgeobuf.generated.Crs.startCrs(builder);
    org.wololo.flatgeobuf.generated.Crs.addOrg(builder, organisation);
    org.wololo.flatgeobuf.generated.Crs.addCode(builder, crs.epsg().orElseThrow());
    org.wololo.flatgeobuf.generated.Crs.addName(builder, name);
    return org.wololo.flatgeobuf.generated.Crs.endCrs(builder);
  }
}
