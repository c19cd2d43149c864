package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.linli.geo.Bounds;
import org.linli.geo.TileCoord;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.Block;
import org.linli.snapshot.LayerView;

/**
 * Writes one layer's part of the world as a vector tile (Mapbox Vector Tile 2.1): extent 4096, a
 * buffer of 64, every field that the view has, and {@code code}. A tile is at most {@value
 * #MAX_BYTES} bytes: where more lies in it, the smallest features are drawn together, to one point
 * for each 2 × 2 pixels that has no property but {@value #COUNT}, how many they are. A feature's id
 * is a hash of its code.
 */
public final class VectorTileEncoder {
  /** Changes whenever the same features would be written as other bytes. */
  public static final int REVISION = 1;

  /** The property of a point that stands for several features. */
  public static final String COUNT = "_count";

  /** No tile is larger. */
  public static final int MAX_BYTES = 500_000;

  /** The units of a pixel, of a tile that is 256 pixels wide. */
  static final int PIXEL = TileProjection.EXTENT / 256;

  /** More features than this do not fit, whatever they are. */
  private static final int MAX_WHOLE = 12_000;

  /** Vertices are thinned to half a pixel below this zoom. */
  private static final int FULL_DETAIL_ZOOM = 14;

  private final LayerView view;
  private final LayerQuery query;
  private final TileCoord tile;
  private final TileDesk desk;
  private final TileProjection projection;
  private final TileGeometry geometry;
  private final int[] box = new int[4];

  private VectorTileEncoder(LayerView view, LayerQuery query, TileCoord tile, TileDesk desk) {
    this.view = view;
    this.query = query;
    this.tile = tile;
    this.desk = desk;
    this.projection = new TileProjection(tile);
    this.geometry = new TileGeometry(projection, tile.zoom() < FULL_DETAIL_ZOOM ? PIXEL / 2 : 0);
  }

  /** Which state of a layer its tiles show. */
  public static Edition edition(UUID storeId, LayerView view) {
    return Edition.of(storeId, view, "mvt", REVISION);
  }

  /** Writes a tile; nothing at all when nothing is in it. */
  public static void encode(LayerView view, TileCoord tile, OutputStream out) throws IOException {
    encode(view, LayerQuery.ALL, tile, out);
  }

  /**
   * Writes a tile of the features that a query chooses; its windows and its order do not matter.
   */
  public static void encode(LayerView view, LayerQuery query, TileCoord tile, OutputStream out)
      throws IOException {
    TileDesk desk = TileDesk.take();
    new VectorTileEncoder(view.showing(query), query, tile, desk).layer().writeTo(out);
    desk.giveBack();
  }

  private TileLayer layer() {
    int[][] rows = rows();
    int smallest = total(rows) > MAX_WHOLE ? PIXEL : 0;
    TileLayer layer = layer(rows, smallest);
    while (layer.size() > MAX_BYTES - overhead()) {
      smallest = smallest == 0 ? PIXEL : smallest * 2;
      layer = layer(rows, smallest > TileProjection.EXTENT ? Integer.MAX_VALUE : smallest);
    }
    return layer;
  }

  private static int total(int[][] rows) {
    return Arrays.stream(rows).mapToInt(found -> found.length).sum();
  }

  /** Room for the names. */
  private int overhead() {
    return 1_000 + view.definition().fields().size() * 100;
  }

  /** For each block the rows in the tile or its buffer. */
  private int[][] rows() {
    Bounds window = tile.bounds((double) TileGeometry.BUFFER / TileProjection.EXTENT);
    return view.blocks().stream().map(block -> rows(block, window)).toArray(int[][]::new);
  }

  private int[] rows(Block block, Bounds window) {
    RowNumbers found = new RowNumbers();
    view.search(block, window, found);
    return query.choosesAll()
        ? found.ascending()
        : IntStream.of(found.ascending()).filter(view.matching(block, query)).toArray();
  }

  /**
   * @param smallest features that are smaller than so many units, both ways, are only counted
   */
  private TileLayer layer(int[][] rows, int smallest) {
    TileLayer layer = new TileLayer(view.definition(), geometry, desk, total(rows));
    TileCells cells = new TileCells();
    List<Block> blocks = view.blocks();
    for (int i = 0; i < rows.length; i++) {
      Block block = blocks.get(i);
      int[] whole = smallest == 0 ? rows[i] : uncounted(block, rows[i], smallest, cells);
      layer.add(block, i, whole);
    }
    cells.addTo(layer);
    return layer;
  }

  private int[] uncounted(Block block, int[] rows, int smallest, TileCells cells) {
    return IntStream.of(rows).filter(row -> !counted(block, row, smallest, cells)).toArray();
  }

  private boolean counted(Block block, int row, int smallest, TileCells cells) {
    block.geometries().box(row, box);
    long west = projection.x(box[0]);
    long east = projection.x(box[2]);
    long south = projection.y(box[1]);
    long north = projection.y(box[3]);
    if (east - west >= smallest || south - north >= smallest) {
      return false;
    }
    cells.count(west + east >> 1, north + south >> 1);
    return true;
  }
}
