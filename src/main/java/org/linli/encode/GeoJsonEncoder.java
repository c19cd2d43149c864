package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.linli.encode.Relay.Lane;
import org.linli.encode.RowDeal.Hand;
import org.linli.geo.Crs;
import org.linli.snapshot.Block;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;

/**
 * Writes features as GeoJSON (RFC 7946): {@code id} is the code, properties are flat, a missing
 * value is {@code null}, instants are RFC 3339 in UTC. Nothing is allocated by the feature. One
 * encoder writes one document.
 */
public final class GeoJsonEncoder {
  /** Changes whenever the same features would be written as other bytes. */
  public static final int REVISION = 1;

  private static final char RECORD_SEPARATOR = 0x1E;
  private static final byte[] FEATURE = JsonBytes.ascii("{\"type\":\"Feature\",\"id\":");
  private static final byte[] GEOMETRY = JsonBytes.ascii(",\"geometry\":");
  private static final byte[] PROPERTIES = JsonBytes.ascii(",\"properties\":{");
  private static final byte[] COLLECTION =
      JsonBytes.ascii("{\"type\":\"FeatureCollection\",\"features\":[\n");

  /** What a hand of rows takes as a rule; a piece that takes more is written in several goes. */
  private static final int PIECE_BYTES = 1 << 18;

  private final LayerView view;
  private final Crs crs;
  private final OutputStream stream;
  private final Map<Block, JsonProperties> propertiesOf = new IdentityHashMap<>();
  private final JsonBytes out;
  private final GeoJsonGeometry geometry;
  private Block current;
  private JsonProperties currentProperties;

  private GeoJsonEncoder(LayerView view, Crs crs, OutputStream stream, int bufferBytes) {
    this.view = view;
    this.crs = crs;
    this.stream = stream;
    this.out = new JsonBytes(stream, bufferBytes);
    this.geometry = new GeoJsonGeometry(Positions.in(crs), out);
  }

  /** An encoder of WGS 84 longitude, latitude, as RFC 7946 has it. */
  public static GeoJsonEncoder to(OutputStream stream, LayerView view) {
    return to(stream, view, Crs.WGS84);
  }

  /** An encoder of positions in any system, in its axis order. */
  public static GeoJsonEncoder to(OutputStream stream, LayerView view, Crs crs) {
    return new GeoJsonEncoder(view, crs, stream, TextBytes.CAPACITY);
  }

  /** All rows of a cursor as a feature collection, a feature a line. */
  public void collection(RowCursor rows) throws IOException {
    out.raw("{\"type\":\"FeatureCollection\",\"name\":").text(view.definition().id());
    out.raw(",\"features\":[\n").flush();
    share(rows, GeoJsonEncoder::members);
    out.raw("\n]}\n").flush();
  }

  /** All rows of a cursor, a feature a line. */
  public void lines(RowCursor rows) throws IOException {
    share(rows, GeoJsonEncoder::lines);
  }

  /** All rows of a cursor as a text sequence (RFC 8142). */
  public void sequence(RowCursor rows) throws IOException {
    share(rows, GeoJsonEncoder::records);
  }

  /** At most {@code limit} rows of a cursor, one after the other with nothing about them. */
  public void page(RowCursor rows, FeatureForm form, int limit) throws IOException {
    for (int left = limit; left > 0 && rows.next(); left--) {
      if (form == FeatureForm.SEQUENCE) {
        out.put(RECORD_SEPARATOR);
      }
      feature(rows.block(), rows.row());
      out.put('\n');
    }
    out.flush();
  }

  /** Has the rows written by as many threads as have nothing else to do. */
  private void share(RowCursor rows, Piece piece) throws IOException {
    RowDeal deal = new RowDeal(rows);
    new Relay(stream).run(lane -> run(deal, piece, lane));
  }

  private interface Piece {
    void write(GeoJsonEncoder encoder, Hand hand) throws IOException;
  }

  private void run(RowDeal deal, Piece piece, Lane lane) throws IOException {
    Hand hand = new Hand();
    if (!deal.deal(hand)) {
      return;
    }
    GeoJsonEncoder encoder = new GeoJsonEncoder(view, crs, lane, PIECE_BYTES);
    do {
      lane.begin(hand.number());
      hand.fetch();
      piece.write(encoder, hand);
      encoder.out.flush();
      lane.end();
    } while (deal.deal(hand));
  }

  /** Members of an array, as they follow those of the hand before. */
  private void members(Hand hand) throws IOException {
    for (int i = 0; i < hand.size(); i++) {
      if (i > 0 || hand.number() > 0) {
        out.put(',').put('\n');
      }
      feature(hand.block(i), hand.row(i));
    }
  }

  private void lines(Hand hand) throws IOException {
    for (int i = 0; i < hand.size(); i++) {
      feature(hand.block(i), hand.row(i));
      out.put('\n');
    }
  }

  private void records(Hand hand) throws IOException {
    for (int i = 0; i < hand.size(); i++) {
      out.put(RECORD_SEPARATOR);
      feature(hand.block(i), hand.row(i));
      out.put('\n');
    }
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
      feature(rows.block(), rows.row());
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

  private void feature(Block block, int row) throws IOException {
    open(block, row);
    out.put('}').put('}');
  }

  /** A feature up to the brace that closes its properties. */
  private void open(Block block, int row) throws IOException {
    out.raw(FEATURE).text(block.codes(), row).raw(GEOMETRY);
    geometry.write(block.geometries(), row);
    out.raw(PROPERTIES);
    propertiesOf(block).write(row, out);
  }

  private JsonProperties propertiesOf(Block block) {
    if (block != current) {
      current = block;
      currentProperties =
          propertiesOf.computeIfAbsent(
              block, known -> new JsonProperties(known, view.definition().fields()));
    }
    return currentProperties;
  }
}
