package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.geo.Crs;
import org.linli.snapshot.Block;
import org.linli.snapshot.Column;
import org.linli.snapshot.Column.BooleanColumn;
import org.linli.snapshot.Column.RealColumn;
import org.linli.snapshot.Column.TextColumn;
import org.linli.snapshot.Column.WholeColumn;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PackedText;
import org.linli.snapshot.RowCursor;

/**
 * Writes features as GeoJSON (RFC 7946): {@code id} is the code, properties are flat, a missing
 * value is {@code null}, instants are RFC 3339 in UTC. Nothing is allocated by the feature. One
 * encoder writes one document, on one thread.
 */
public final class GeoJsonEncoder {
  /** Changes whenever the same features would be written as other bytes. */
  public static final int REVISION = 1;

  private static final byte[] FEATURE = JsonBytes.ascii("{\"type\":\"Feature\",\"id\":");
  private static final byte[] GEOMETRY = JsonBytes.ascii(",\"geometry\":");
  private static final byte[] PROPERTIES = JsonBytes.ascii(",\"properties\":{");
  private static final byte[] COLLECTION =
      JsonBytes.ascii("{\"type\":\"FeatureCollection\",\"features\":[\n");

  private final LayerView view;
  private final byte[][] keys;
  private final JsonBytes out;
  private final GeoJsonGeometry geometry;

  private GeoJsonEncoder(LayerView view, Positions positions, OutputStream stream) {
    this.view = view;
    this.keys =
        view.definition().fields().stream()
            .map(field -> JsonBytes.key(field.name()))
            .toArray(byte[][]::new);
    this.out = new JsonBytes(stream);
    this.geometry = new GeoJsonGeometry(positions, out);
    for (int i = 1; i < keys.length; i++) {
      keys[i] = afterComma(keys[i]);
    }
  }

  /** An encoder of WGS 84 longitude, latitude, as RFC 7946 has it. */
  public static GeoJsonEncoder to(OutputStream stream, LayerView view) {
    return to(stream, view, Crs.WGS84);
  }

  /** An encoder of positions in any system, in its axis order. */
  public static GeoJsonEncoder to(OutputStream stream, LayerView view, Crs crs) {
    return new GeoJsonEncoder(view, Positions.in(crs), stream);
  }

  private static byte[] afterComma(byte[] key) {
    byte[] withComma = new byte[key.length + 1];
    withComma[0] = ',';
    System.arraycopy(key, 0, withComma, 1, key.length);
    return withComma;
  }

  /** All rows of a cursor as a feature collection, a feature a line. */
  public void collection(RowCursor rows) throws IOException {
    out.raw("{\"type\":\"FeatureCollection\",\"name\":").text(view.definition().id());
    out.raw(",\"features\":[\n");
    for (boolean more = rows.next(); more; ) {
      feature(rows);
      more = rows.next();
      if (more) {
        out.put(',').put('\n');
      }
    }
    out.raw("\n]}\n").flush();
  }

  /** All rows of a cursor, a feature a line. */
  public void lines(RowCursor rows) throws IOException {
    while (rows.next()) {
      feature(rows);
      out.put('\n');
    }
    out.flush();
  }

  /**
   * What a page says of itself beside its features.
   *
   * @param links given the place of the page's last feature when there are more after it
   */
  public record PageFrame(
      int limit,
      long numberMatched,
      Instant timeStamp,
      Function<Optional<String>, List<Link>> links) {}

  /** At most {@code limit} rows of a cursor as a feature collection of OGC API - Features. */
  public void page(RowCursor rows, PageFrame frame) throws IOException {
    out.raw(COLLECTION);
    int returned = 0;
    String lastPlace = "";
    boolean more = rows.next();
    while (more && returned < frame.limit()) {
      if (returned > 0) {
        out.put(',').put('\n');
      }
      feature(rows);
      returned++;
      lastPlace = returned == frame.limit() ? rows.place() : lastPlace;
      more = rows.next();
    }
    out.raw("\n],\"numberMatched\":").whole(frame.numberMatched());
    out.raw(",\"numberReturned\":").whole(returned);
    out.raw(",\"timeStamp\":").instant(frame.timeStamp().toEpochMilli());
    links(frame.links().apply(more ? Optional.of(lastPlace) : Optional.empty()));
    out.put('}').flush();
  }

  /** The feature that a cursor is on, with links. */
  public void single(RowCursor row, List<Link> links) throws IOException {
    open(row.block(), row.row());
    out.put('}');
    links(links);
    out.put('}').flush();
  }

  private void links(List<Link> links) throws IOException {
    out.raw(",\"links\":[");
    String separator = "";
    for (Link link : links) {
      out.raw(separator).raw("{\"href\":").text(link.href());
      out.raw(",\"rel\":").text(link.rel()).raw(",\"type\":").text(link.type()).put('}');
      separator = ",";
    }
    out.put(']');
  }

  private void feature(RowCursor rows) throws IOException {
    open(rows.block(), rows.row());
    out.put('}').put('}');
  }

  /** A feature up to the brace that closes its properties. */
  private void open(Block block, int row) throws IOException {
    PackedText codes = block.codes();
    out.raw(FEATURE)
        .text(codes.bytes(), codes.start(row), codes.length(row), codes.isPlain())
        .raw(GEOMETRY);
    geometry.write(block.geometries(), row);
    out.raw(PROPERTIES);
    for (int i = 0; i < keys.length; i++) {
      out.raw(keys[i]);
      value(block.column(i), row);
    }
  }

  private void value(Column column, int row) throws IOException {
    if (column.isNull(row)) {
      out.nothing();
    } else if (column instanceof TextColumn texts) {
      PackedText all = texts.dictionary();
      int id = texts.id(row);
      out.text(all.bytes(), all.start(id), all.length(id), all.isPlain());
    } else if (column instanceof WholeColumn wholes) {
      whole(wholes, row);
    } else if (column instanceof RealColumn reals) {
      out.real(reals.get(row));
    } else if (column instanceof BooleanColumn booleans) {
      out.bool(booleans.get(row));
    }
  }

  private void whole(WholeColumn column, int row) throws IOException {
    switch (column.type()) {
      case DATE -> out.date(column.get(row));
      case INSTANT -> out.instant(column.get(row));
      default -> out.whole(column.get(row));
    }
  }
}
