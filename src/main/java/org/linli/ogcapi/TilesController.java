package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.linli.encode.Edition;
import org.linli.encode.Representation;
import org.linli.encode.VectorTileEncoder;
import org.linli.geo.TileCoord;
import org.linli.layer.Audience;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Layers as vector tiles. A tile's address has the edition in {@code v}, and is good for ever. */
@Controller
@RequestMapping({"/ogc/collections/{layer}/tiles", "/staff/ogc/collections/{layer}/tiles"})
final class TilesController {
  private static final String TILE = "/" + Tilesets.MATRIX_SET + "/{zoom}/{row}/{column}";
  private static final Set<String> TILE_PARAMETERS = Set.of("v", "f");

  private final Snapshots snapshots;

  TilesController(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @GetMapping
  Representation list(
      @PathVariable String layer,
      HttpServletRequest request,
      Audience audience,
      Locale language,
      Parameters parameters) {
    Asked asked = Asked.inJson("json", request, audience, language, parameters);
    return Answers.json(asked, Tilesets.list(view(snapshots.current(), layer, audience), asked));
  }

  @GetMapping(value = "/" + Tilesets.MATRIX_SET, params = "f=tilejson")
  Representation tileJson(
      @PathVariable String layer,
      HttpServletRequest request,
      Audience audience,
      Locale language,
      Parameters parameters) {
    Asked asked = Asked.inJson("tilejson", request, audience, language, parameters);
    PortalSnapshot portal = snapshots.current();
    LayerView view = view(portal, layer, audience);
    return Answers.json(asked, Tilesets.tileJson(view, asked, edition(portal, view).token()));
  }

  @GetMapping("/" + Tilesets.MATRIX_SET)
  Representation tileset(
      @PathVariable String layer,
      HttpServletRequest request,
      Audience audience,
      Locale language,
      Parameters parameters) {
    Asked asked = Asked.inJson("json", request, audience, language, parameters);
    PortalSnapshot portal = snapshots.current();
    LayerView view = view(portal, layer, audience);
    return Answers.json(asked, Tilesets.tileset(view, asked, edition(portal, view).token()));
  }

  @GetMapping(TILE)
  Representation tile(
      @PathVariable String layer,
      @PathVariable String zoom,
      @PathVariable String row,
      @PathVariable String column,
      Audience audience,
      Parameters parameters) {
    parameters.requireOnly(TILE_PARAMETERS).oneOf("f", List.of("mvt"));
    PortalSnapshot portal = snapshots.current();
    LayerView view = view(portal, layer, audience);
    TileCoord tile = tile(zoom, row, column);
    Edition edition = edition(portal, view);
    boolean lasting = parameters.find("v").filter(edition.token()::equals).isPresent();
    return new Representation.Encoded(
        Tilesets.MVT,
        lasting
            ? Map.of("Cache-Control", "public, max-age=31536000, immutable")
            : Map.of("Cache-Control", "public, no-cache"),
        edition,
        false,
        out -> VectorTileEncoder.encode(view, tile, out));
  }

  private static Edition edition(PortalSnapshot portal, LayerView view) {
    return VectorTileEncoder.edition(portal.storeId(), view);
  }

  private static LayerView view(PortalSnapshot portal, String layer, Audience audience) {
    return portal
        .findView(layer, audience)
        .filter(view -> view.definition().hasGeometry())
        .orElseThrow(() -> NotFoundException.ofLayer(layer));
  }

  private static TileCoord tile(String zoom, String row, String column) {
    try {
      return new TileCoord(Integer.parseInt(zoom), Integer.parseInt(column), Integer.parseInt(row));
    } catch (IllegalArgumentException outside) {
      throw new NotFoundException(
          new LocalText(
              "没有这张瓦片：缩放级别为 0 到 30，行列号从 0 到 2 的该次方减 1（{级别}/{行}/{列}）。",
              "There is no such tile: zoom goes from 0 to 30, row and column from 0 to 2^zoom - 1"
                  + " ({zoom}/{row}/{column}).",
              "ས་ཁྲའི་ཆ་དེ་མེད། ཆེ་ཆུང་ 0 ནས་ 30 བར། ({zoom}/{row}/{column})"));
    }
  }
}
