package org.linli.ogcapi;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.encode.Edition;
import org.linli.encode.Representation;
import org.linli.encode.VectorTileEncoder;
import org.linli.geo.TileCoord;
import org.linli.layer.Audience;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Component;

/**
 * The tiles that a map asks for by the hundred: of the store's layers, as the public may see them,
 * with nothing in the address but the tile and its edition. Whatever else may be asked of a tile,
 * and whatever is wrong with an address, is for {@link TilesController}.
 */
@Component
public final class StoredTiles {
  private static final String BEFORE_LAYER = "/ogc/collections/";
  private static final String AFTER_LAYER = "/tiles/" + Tilesets.MATRIX_SET + "/";
  private static final String EDITION = "v=";

  private final Snapshots snapshots;

  StoredTiles(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * A tile of a stored layer; empty when it must be looked at more closely what is asked.
   *
   * @param path as the client wrote it
   * @param query as the client wrote it; null when there is none
   */
  public Optional<Representation> find(String path, String query) {
    int layerEnd = path.indexOf(AFTER_LAYER);
    if (!path.startsWith(BEFORE_LAYER) || layerEnd < BEFORE_LAYER.length() || !isPlain(query)) {
      return Optional.empty();
    }
    PortalSnapshot portal = snapshots.current();
    Optional<String> edition =
        Optional.ofNullable(query).map(given -> given.substring(EDITION.length()));
    return portal
        .findView(path.substring(BEFORE_LAYER.length(), layerEnd), Audience.PUBLIC)
        .filter(view -> view.definition().hasGeometry())
        .flatMap(
            view ->
                findTile(path.substring(layerEnd + AFTER_LAYER.length()))
                    .map(tile -> tile(portal.storeId(), view, LayerQuery.ALL, tile, edition)));
  }

  /** Nothing but an edition's token, of letters, digits, minus and underscore. */
  private static boolean isPlain(String query) {
    return query == null
        || query.startsWith(EDITION)
            && query
                .chars()
                .skip(EDITION.length())
                .allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }

  private static Optional<TileCoord> findTile(String numbers) {
    String[] parts = numbers.split("/", -1);
    try {
      return parts.length == 3 ? Optional.of(tile(parts)) : Optional.empty();
    } catch (IllegalArgumentException outside) {
      return Optional.empty();
    }
  }

  /**
   * @param parts zoom, row, column
   * @throws IllegalArgumentException if they are not the numbers of a tile
   */
  static TileCoord tile(String... parts) {
    return new TileCoord(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[2]), Integer.parseInt(parts[1]));
  }

  /**
   * @param given the edition that the address names; with the right one the answer may be kept
   */
  static Representation tile(
      UUID storeId, LayerView view, LayerQuery query, TileCoord tile, Optional<String> given) {
    Edition edition = VectorTileEncoder.edition(storeId, view);
    boolean lasting = given.filter(token -> token.equals(edition.token())).isPresent();
    return new Representation.Encoded(
        Tilesets.MVT,
        lasting
            ? Map.of("Cache-Control", "public, max-age=31536000, immutable")
            : Map.of("Cache-Control", "public, no-cache"),
        edition,
        false,
        out -> VectorTileEncoder.encode(view, query, tile, out));
  }
}
