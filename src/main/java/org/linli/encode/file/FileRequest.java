package org.linli.encode.file;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.encode.CrsOffer;
import org.linli.encode.ExportFormat;
import org.linli.encode.Selection;
import org.linli.geo.Crs;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.layer.QueryParser;
import org.linli.layer.Systems;
import org.linli.snapshot.LayerView;

/**
 * Reads what a file of a layer is to be: all that {@link QueryParser} reads, {@code crs} where the
 * format may be in another system than WGS 84, and {@code bom} for CSV.
 */
public final class FileRequest {
  private static final String CRS = "crs";
  private static final String MARK = "bom";
  private static final List<String> TRUTHS = List.of("true", "false");

  private final LayerView view;
  private final ExportFormat format;

  private FileRequest(LayerView view, ExportFormat format) {
    this.view = view;
    this.format = format;
  }

  /**
   * The file that is asked for.
   *
   * @param ending what the file's name ends with, without its dot
   * @param others the parameters that the caller reads itself
   * @throws NotFoundException if there is no such format, or not of such a layer
   * @throws InvalidParameterException if a parameter is unknown or malformed
   */
  public static LayerFile read(
      LayerView view, String ending, Parameters parameters, Set<String> others) {
    return new FileRequest(view, format(view.definition(), ending)).read(parameters, others);
  }

  private static ExportFormat format(LayerDefinition definition, String ending) {
    Optional<ExportFormat> format =
        ExportFormat.find(ending).filter(known -> known.ending().equals(ending));
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

  private LayerFile read(Parameters parameters, Set<String> others) {
    Set<String> ours = new HashSet<>(others);
    Crs crs = crs(parameters);
    if (format.takesCrs()) {
      ours.add(CRS);
    }
    if (format == ExportFormat.CSV) {
      ours.add(MARK);
    }
    QueryParser parser = new QueryParser(view.definition(), new Systems(view.extent()), ours);
    Selection selection = new Selection(view, parser.parse(parameters), crs);
    return new LayerFile(format, selection, isMarked(parameters));
  }

  private boolean isMarked(Parameters parameters) {
    return format == ExportFormat.CSV
        && parameters.oneOf(MARK, TRUTHS).map(Boolean::valueOf).orElse(false);
  }

  private Crs crs(Parameters parameters) {
    if (format.takesCrs()) {
      return new CrsOffer(view.extent()).named(parameters);
    }
    if (parameters.find(CRS).isPresent()) {
      throw onlyWgs84();
    }
    return Crs.WGS84;
  }

  private InvalidParameterException onlyWgs84() {
    String ending = "." + format.ending();
    String items = "/ogc/collections/" + view.definition().id() + "/items?crs=";
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
}
