package org.linli.catalogue;

import java.util.List;
import java.util.Locale;
import org.linli.encode.ExportFormat;
import org.linli.layer.Audience;
import org.linli.layer.LocalText;

/**
 * How a dataset is used from a program: lines that work as they stand.
 *
 * @param tool a short name that does not change, such as {@code python}
 * @param language what the lines are written in, for whoever colours them; {@code text} for steps
 */
public record Recipe(String tool, LocalText title, String language, LocalText lines) {

  /**
   * A recipe for each tool; at the addresses of staff, for those that can say who asks, in which
   * {@code NAME} and {@code PASSWORD} stand for one's own.
   */
  public static List<Recipe> of(Dataset dataset, Addresses at) {
    if (at.audience() == Audience.STAFF) {
      return List.of(curl(at, " --user NAME"), qgis(at), pythonOfStaff(at));
    }
    return List.of(curl(at, ""), qgis(at), python(dataset, at), r(dataset, at), javaScript(at));
  }

  private static Recipe command(String tool, String name, String language, String lines) {
    return new Recipe(tool, LocalText.same(name), language, LocalText.same(lines));
  }

  private static Recipe curl(Addresses at, String who) {
    return command(
        "curl",
        "curl",
        "sh",
        """
        # %1$s
        curl%2$s --fail --location --output %3$s.geojson "%4$s"
        curl%2$s --fail --header "Accept: application/geo+json" "%5$s?limit=10"
        """
            .formatted(
                at.page(), who, at.layerId(), at.download(ExportFormat.GEOJSON), at.items()));
  }

  private static Recipe qgis(Addresses at) {
    return new Recipe(
        "qgis",
        LocalText.same("QGIS"),
        "text",
        new LocalText(
            """
            1. 图层 › 添加图层 › 添加 WFS / OGC API - Features 图层 › 新建
            2. 网址：%s
            3. 版本选「OGC API - Features」，确定，连接，选择「%s」，添加
            """
                .formatted(at.api(), at.layerId()),
            """
            1. Layer › Add Layer › Add WFS / OGC API - Features Layer › New
            2. URL: %s
            3. Version: OGC API - Features; OK, Connect, choose «%s», Add
            """
                .formatted(at.api(), at.layerId()),
            """
            1. Layer › Add Layer › Add WFS / OGC API - Features Layer › New
            2. URL: %s
            3. OGC API - Features འདེམས། OK, Connect, «%s» འདེམས། Add
            """
                .formatted(at.api(), at.layerId())));
  }

  private static Recipe python(Dataset dataset, Addresses at) {
    String address = at.download(ExportFormat.GEOJSON);
    String lines =
        dataset.definition().hasGeometry()
            ? """
            import geopandas

            %s = geopandas.read_file("%s")
            print(%s.head())
            """
            : """
            import json, urllib.request
            import pandas

            features = json.load(urllib.request.urlopen("%2$s"))["features"]
            %1$s = pandas.json_normalize([feature["properties"] for feature in features])
            print(%1$s.head())
            """;
    return command(
        "python", "Python", "python", lines.formatted(at.layerId(), address, at.layerId()));
  }

  private static Recipe pythonOfStaff(Addresses at) {
    return command(
        "python",
        "Python",
        "python",
        """
        import geopandas, requests

        answer = requests.get("%2$s", auth=("NAME", "PASSWORD"))
        answer.raise_for_status()
        %1$s = geopandas.GeoDataFrame.from_features(answer.json()["features"], crs="EPSG:4326")
        print(%1$s.head())
        """
            .formatted(at.layerId(), at.download(ExportFormat.GEOJSON)));
  }

  private static Recipe r(Dataset dataset, Addresses at) {
    String lines =
        dataset.definition().hasGeometry()
            ? """
            library(sf)

            %1$s <- st_read("%2$s")
            print(head(%1$s))
            """
            : """
            library(jsonlite)

            %1$s <- fromJSON("%2$s")$features$properties
            print(head(%1$s))
            """;
    return command("r", "R", "r", lines.formatted(at.layerId(), at.download(ExportFormat.GEOJSON)));
  }

  private static Recipe javaScript(Addresses at) {
    return command(
        "javascript",
        "JavaScript",
        "js",
        """
        const answer = await fetch('%s?limit=100');
        const { features, numberMatched } = await answer.json();
        console.log(numberMatched, features[0].properties);
        """
            .formatted(at.items()));
  }

  /** The lines for a reader of a language. */
  public String in(Locale language) {
    return lines.in(language);
  }
}
