package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.ServedLayers;
import org.linli.catalogue.Site;
import org.linli.encode.Edition;
import org.linli.encode.Representation;
import org.linli.encode.VectorTileEncoder;
import org.linli.geo.TileCoord;
import org.linli.layer.Audience;
import org.linli.layer.LayerQuery;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.layer.QueryParser;
import org.linli.layer.Systems;
import org.linli.snapshot.LayerView;
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

  private final ServedLayers layers;

  TilesController(ServedLayers layers) {
    this.layers = layers;
  }

  @GetMapping
  Representation list(
      @PathVariable String layer,
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters,
      Cancellation client) {
    ServedLayer served = served(layer, audience, parameters, client);
    Asked asked = asked("json", served, request, site, audience, language, parameters);
    return Answers.json(asked, Tilesets.list(served.view(), asked));
  }

  @GetMapping(value = "/" + Tilesets.MATRIX_SET, params = "f=tilejson")
  Representation tileJson(
      @PathVariable String layer,
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters,
      Cancellation client) {
    ServedLayer served = served(layer, audience, parameters, client);
    Asked asked = asked("tilejson", served, request, site, audience, language, parameters);
    return Answers.json(asked, Tilesets.tileJson(served.view(), asked, edition(served).token()));
  }

  @GetMapping("/" + Tilesets.MATRIX_SET)
  Representation tileset(
      @PathVariable String layer,
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters,
      Cancellation client) {
    ServedLayer served = served(layer, audience, parameters, client);
    Asked asked = asked("json", served, request, site, audience, language, parameters);
    return Answers.json(asked, Tilesets.tileset(served.view(), asked, edition(served).token()));
  }

  @GetMapping(TILE)
  Representation tile(
      @PathVariable String layer,
      @PathVariable String zoom,
      @PathVariable String row,
      @PathVariable String column,
      Audience audience,
      Parameters parameters,
      Cancellation client) {
    ServedLayer served = served(layer, audience, parameters, client);
    Set<String> others = new HashSet<>(TILE_PARAMETERS);
    others.addAll(served.parameters());
    parameters.oneOf("f", List.of("mvt"));
    LayerView view = served.view();
    LayerQuery query =
        QueryParser.choosing(view.definition(), new Systems(view.extent()), others)
            .parse(parameters);
    return StoredTiles.tile(
        served.storeId(), view, query, tile(zoom, row, column), parameters.find("v"));
  }

  private static Asked asked(
      String format,
      ServedLayer served,
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters) {
    return Asked.inJson(format, request, site, audience, language, parameters)
        .about(served)
        .withoutParameters();
  }

  private static Edition edition(ServedLayer layer) {
    return VectorTileEncoder.edition(layer.storeId(), layer.view());
  }

  private ServedLayer served(
      String layer, Audience audience, Parameters parameters, Cancellation client) {
    ServedLayer served = layers.get(layer, audience, parameters, client);
    if (!served.view().definition().hasGeometry()) {
      throw NotFoundException.ofLayer(layer);
    }
    return served;
  }

  private static TileCoord tile(String zoom, String row, String column) {
    try {
      return StoredTiles.tile(zoom, row, column);
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
