package org.linli.portal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.ServedLayers;
import org.linli.encode.CrsOffer;
import org.linli.encode.Edition;
import org.linli.encode.ExportFormat;
import org.linli.encode.Representation;
import org.linli.encode.Representation.WholeLayer;
import org.linli.encode.Selection;
import org.linli.encode.file.LayerFile;
import org.linli.geo.Crs;
import org.linli.layer.Audience;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.layer.QueryParser;
import org.linli.layer.Systems;
import org.linli.snapshot.LayerView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Layers as files, at addresses that do not change: whole, or the features that a query chooses.
 */
@Controller
final class ExportController {
  private static final String CRS = "crs";
  private static final String MARK = "bom";
  private static final List<String> TRUTHS = List.of("true", "false");

  private final ServedLayers layers;
  private final ScratchFolder scratch;

  ExportController(ServedLayers layers, ScratchFolder scratch) {
    this.layers = layers;
    this.scratch = scratch;
  }

  /**
   * Takes all that {@link QueryParser} reads, {@code crs} where the format may be in another system
   * than WGS 84, {@code bom} for CSV, and of a layer that an analysis makes the parameters of that.
   */
  @GetMapping({
    "/data/{layer:[a-z][a-z0-9_]*}.{ending:.+}",
    "/staff/data/{layer:[a-z][a-z0-9_]*}.{ending:.+}"
  })
  Representation file(
      @PathVariable String layer,
      @PathVariable String ending,
      Audience audience,
      Parameters parameters,
      Cancellation client) {
    ServedLayer served = layers.get(layer, audience, parameters, client);
    LayerDefinition definition = served.view().definition();
    ExportFormat format = format(definition, ending);
    LayerFile file = asked(format, served, parameters);
    return new Representation.Export(
        format.mediaType(),
        Map.of("Content-Disposition", FileName.of(definition, format).header()),
        Edition.of(served.storeId(), served.view(), format.ending(), file.revision()),
        whole(served, file),
        format.isText(),
        file.body(scratch.path()));
  }

  private static ExportFormat format(LayerDefinition definition, String ending) {
    Optional<ExportFormat> format = ExportFormat.find(ending);
    List<ExportFormat> fitting = ExportFormat.of(definition.geometry());
    return format
        .filter(fitting::contains)
        .orElseThrow(() -> notOffered(definition.id(), ending, format.isPresent(), fitting));
  }

  private static NotFoundException notOffered(
      String layer, String ending, boolean known, List<ExportFormat> fitting) {
    String shown = "." + Parameters.shown(ending);
    String list = ExportFormat.endings(fitting);
    return new NotFoundException(
        known
            ? new LocalText(
                "图层「" + layer + "」的几何类型不能存成 " + shown + "，可用的格式：" + list + "。",
                "The geometries of layer «%s» do not fit into %s. The formats are: %s."
                    .formatted(layer, shown, list),
                "བང་རིམ་ «" + layer + "» ནི་ " + shown + " ལ་མི་འོས། སྤྱོད་ཆོག་པ། " + list)
            : new LocalText(
                "没有格式「" + shown + "」，可用的格式：" + list + "。",
                "There is no format «" + shown + "». The formats are: " + list + ".",
                "རྣམ་གཞག་ «" + shown + "» མེད། སྤྱོད་ཆོག་པ། " + list));
  }

  private static LayerFile asked(ExportFormat format, ServedLayer served, Parameters parameters) {
    LayerView view = served.view();
    Set<String> others = new HashSet<>(served.parameters());
    others.add(CRS);
    if (format == ExportFormat.CSV) {
      others.add(MARK);
    }
    QueryParser parser = new QueryParser(view.definition(), new Systems(view.extent()), others);
    Selection selection =
        new Selection(view, parser.parse(parameters), crs(format, view, parameters));
    boolean marked =
        format == ExportFormat.CSV
            && parameters.oneOf(MARK, TRUTHS).map(Boolean::valueOf).orElse(false);
    return new LayerFile(format, selection, marked);
  }

  private static Crs crs(ExportFormat format, LayerView view, Parameters parameters) {
    if (format.takesCrs()) {
      return new CrsOffer(view.extent()).named(parameters);
    }
    if (parameters.find(CRS).isPresent()) {
      throw onlyWgs84(view.definition().id(), format);
    }
    return Crs.WGS84;
  }

  private static InvalidParameterException onlyWgs84(String layer, ExportFormat format) {
    String ending = "." + format.ending();
    String items = "/ogc/collections/" + layer + "/items?crs=";
    return new InvalidParameterException(
        CRS,
        new LocalText(
            ending + " 文件只用 WGS 84 经纬度（RFC 7946、GPX 1.1）；要其他坐标系的 GeoJSON，请用 " + items,
            "A "
                + ending
                + " file is always in WGS 84, longitude and latitude (RFC 7946, GPX 1.1); for"
                + " GeoJSON in another system ask "
                + items,
            ending + " ནི་ WGS 84 ཁོ་ན་ཡིན། གཞན་ཞིག་དགོས་ན་ " + items));
  }

  private static Optional<WholeLayer> whole(ServedLayer served, LayerFile file) {
    LayerView view = served.view();
    return file.selection().query().isAll() && served.isStored()
        ? Optional.of(new WholeLayer(view.definition().id(), view.version()))
        : Optional.empty();
  }
}
