package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.Block;
import org.linli.snapshot.Column;
import org.linli.snapshot.Column.TextColumn;
import org.linli.snapshot.Geometries;
import org.linli.snapshot.PackedText;
import org.linli.snapshot.RowCursor;

/**
 * Writes points as waypoints and lines as tracks of GPX 1.1: a multiple point is several waypoints,
 * a multiple line a track of several segments, and a feature without a place is left out, for it
 * can be nowhere in the format. The name is the layer's field of names, or the code; the comment is
 * the code; the description is for people; the fields are extensions as GDAL has them. One encoder
 * writes one file, on one thread.
 */
public final class GpxEncoder {
  /** Changes whenever the same features would be written as other bytes. */
  public static final int REVISION = 1;

  private static final String START =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"Linli Atlas\""
          + " xmlns=\"http://www.topografix.com/GPX/1/1\" xmlns:ogr=\"http://osgeo.org/gdal\">\n";

  private final Selection selection;
  private final XmlBytes out;
  private final List<Field> fields;
  private final List<String> elements;
  private final List<String> titles;
  private final OptionalInt nameColumn;

  private GpxEncoder(Selection selection, OutputStream stream) {
    LayerDefinition definition = selection.definition();
    this.selection = selection;
    this.out = new XmlBytes(stream);
    this.fields = selection.fields();
    this.elements = fields.stream().map(Field::name).map(GpxEncoder::element).toList();
    this.titles = fields.stream().map(Field::title).map(About::line).toList();
    this.nameColumn = definition.nameField().map(definition::findIndex).orElse(OptionalInt.empty());
  }

  /** The name of an element for a field. */
  private static String element(String name) {
    String plain = name.replaceAll("[^\\p{L}\\p{M}\\p{N}_.-]", "_");
    return "ogr:" + (plain.matches("[\\p{L}_].*") ? plain : "_" + plain);
  }

  /** Writes all of a selection. */
  public static void write(Selection selection, OutputStream stream) throws IOException {
    new GpxEncoder(selection, stream).all();
  }

  private void all() throws IOException {
    About about = About.of(selection.view());
    out.raw(START).raw("<metadata><name>").text(about.title());
    out.raw("</name><desc>").text(about.summary()).raw("</desc><time>");
    out.plainInstant(about.asOf().toEpochMilli()).raw("</time></metadata>\n");
    RowCursor rows = selection.rows();
    while (rows.next()) {
      feature(rows.block(), rows.row());
    }
    out.raw("</gpx>\n").flush();
  }

  private void feature(Block block, int row) throws IOException {
    switch (block.geometries().kind(row)) {
      case POINT, MULTI_POINT -> wayPoints(block, row);
      case LINE, MULTI_LINE -> track(block, row);
      default -> {}
    }
  }

  private void wayPoints(Block block, int row) throws IOException {
    Geometries geometries = block.geometries();
    for (int part = geometries.firstPart(row); part < geometries.endPart(row); part++) {
      position("<wpt lat=\"", geometries, geometries.firstVertex(part));
      out.put('>');
      texts(block, row);
      extensions(block, row);
      out.raw("</wpt>\n");
    }
  }

  private void position(String start, Geometries geometries, int vertex) throws IOException {
    out.raw(start).grid(geometries.xy()[2 * vertex + 1]);
    out.raw("\" lon=\"").grid(geometries.xy()[2 * vertex]).put('"');
  }

  private void track(Block block, int row) throws IOException {
    Geometries geometries = block.geometries();
    out.raw("<trk>");
    texts(block, row);
    extensions(block, row);
    for (int part = geometries.firstPart(row); part < geometries.endPart(row); part++) {
      out.raw("<trkseg>");
      for (int v = geometries.firstVertex(part); v < geometries.endVertex(part); v++) {
        trackPoint(geometries, v);
      }
      out.raw("</trkseg>");
    }
    out.raw("</trk>\n");
  }

  private void trackPoint(Geometries geometries, int vertex) throws IOException {
    position("<trkpt lat=\"", geometries, vertex);
    double epochSeconds = geometries.m(vertex);
    if (Double.isNaN(epochSeconds)) {
      out.raw("/>");
    } else {
      out.raw("><time>").plainInstant(Math.round(epochSeconds * 1000)).raw("</time></trkpt>");
    }
  }

  private void texts(Block block, int row) throws IOException {
    out.raw("<name>");
    Optional<TextColumn> names = names(block, row);
    if (names.isPresent()) {
      text(names.get().dictionary(), names.get().id(row));
    } else {
      text(block.codes(), row);
    }
    out.raw("</name><cmt>");
    text(block.codes(), row);
    out.raw("</cmt><desc>");
    description(block, row);
    out.raw("</desc>");
  }

  private Optional<TextColumn> names(Block block, int row) {
    if (nameColumn.isEmpty()) {
      return Optional.empty();
    }
    Column column = block.column(nameColumn.getAsInt());
    return column instanceof TextColumn texts && !texts.isNull(row)
        ? Optional.of(texts)
        : Optional.empty();
  }

  private void text(PackedText texts, int number) throws IOException {
    out.text(texts.bytes(), texts.start(number), texts.length(number));
  }

  private void description(Block block, int row) throws IOException {
    for (int i : present(block, row)) {
      out.text(titles.get(i) + ": " + block.column(i).value(row) + "\n");
    }
  }

  private int[] present(Block block, int row) {
    return IntStream.range(0, fields.size()).filter(i -> !block.column(i).isNull(row)).toArray();
  }

  private void extensions(Block block, int row) throws IOException {
    out.raw("<extensions><ogr:code>");
    text(block.codes(), row);
    out.raw("</ogr:code>");
    for (int i : present(block, row)) {
      out.put('<').text(elements.get(i)).put('>');
      out.text(block.column(i).value(row).toString());
      out.raw("</").text(elements.get(i)).put('>');
    }
    out.raw("</extensions>");
  }
}
