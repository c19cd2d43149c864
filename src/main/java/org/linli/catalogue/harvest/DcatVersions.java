package org.linli.catalogue.harvest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.linli.catalogue.Licence;
import org.linli.catalogue.Site;
import org.linli.catalogue.releases.Release;
import org.linli.catalogue.releases.Release.ReleasedDataset;
import org.linli.catalogue.releases.Release.ReleasedFile;
import org.linli.encode.ExportFormat;

/**
 * Datasets as they are in releases: versions of those that live on, with the sums of their files.
 */
final class DcatVersions {
  /** Older ones are at {@code /releases}. */
  private static final int MOST = 12;

  private static final String SHA_256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256";

  private final Site site;
  private final List<Release> releases;

  DcatVersions(Site site, List<Release> releases) {
    this.site = site;
    this.releases = releases.subList(0, Math.min(MOST, releases.size()));
  }

  /** The versions of a dataset, the newest first. */
  List<Map<String, Object>> of(String layerId) {
    List<Release> having =
        releases.stream().filter(release -> release.findDataset(layerId).isPresent()).toList();
    return IntStream.range(0, having.size())
        .mapToObj(i -> version(layerId, having.get(i), having.stream().skip(i + 1L).findFirst()))
        .toList();
  }

  private String page(Release release) {
    return site.at("/releases/" + release.id());
  }

  private String id(Release release, String layerId) {
    return page(release) + "#" + layerId;
  }

  private Map<String, Object> version(String layerId, Release release, Optional<Release> previous) {
    ReleasedDataset dataset = release.findDataset(layerId).orElseThrow();
    Map<String, Object> living = Node.reference(site.at("/data/" + layerId));
    return Node.ofType("dcat:Dataset")
        .with("@id", id(release, layerId))
        .with("dct:identifier", id(release, layerId))
        .with("dct:title", Node.texts(dataset.title()))
        .with("dct:description", Node.texts(dataset.description()))
        .with("dct:publisher", Node.reference(site.at("/#publisher")))
        .with("dcat:version", release.id())
        .with("dct:issued", Node.typed(release.frozenAt(), Dcat.DATE_TIME))
        .with("dcat:isVersionOf", living)
        .with("dct:isVersionOf", living)
        .with("dcat:previousVersion", previous.map(before -> Node.reference(id(before, layerId))))
        .with("dcat:distribution", files(dataset, release))
        .end();
  }

  private List<Map<String, Object>> files(ReleasedDataset dataset, Release release) {
    return dataset.files().stream()
        .flatMap(
            file ->
                ExportFormat.find(file.format()).stream()
                    .map(format -> file(file, format, dataset, release)))
        .toList();
  }

  private Map<String, Object> file(
      ReleasedFile file, ExportFormat format, ReleasedDataset dataset, Release release) {
    String address = page(release) + "/" + file.name();
    return Node.ofType("dcat:Distribution")
        .with("@id", address)
        .with("dct:title", Node.texts(format.title()))
        .with("dcat:accessURL", Node.reference(page(release)))
        .with("dcat:downloadURL", Node.reference(address))
        .with("dct:format", Dcat.format(format))
        .with("dct:license", dataset.licence().map(Licence::of).map(Dcat::licence))
        .with("dcat:byteSize", Node.typed(file.bytes(), "xsd:nonNegativeInteger"))
        .with("spdx:checksum", checksum(file))
        .end();
  }

  private static Map<String, Object> checksum(ReleasedFile file) {
    return Node.ofType("spdx:Checksum")
        .with("spdx:algorithm", Node.reference(SHA_256))
        .with("spdx:checksumValue", Node.typed(file.sha256(), "xsd:hexBinary"))
        .end();
  }
}
