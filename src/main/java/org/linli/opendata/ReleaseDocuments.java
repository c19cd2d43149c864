package org.linli.opendata;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.catalogue.Licence;
import org.linli.catalogue.Site;
import org.linli.catalogue.releases.Release;
import org.linli.catalogue.releases.Release.Changes;
import org.linli.catalogue.releases.Release.ReleasedDataset;
import org.linli.catalogue.releases.Release.ReleasedField;
import org.linli.catalogue.releases.Release.ReleasedFile;
import org.linli.layer.LocalText;

/** Releases as JSON: what stands in their manifests, with addresses. */
final class ReleaseDocuments {
  private ReleaseDocuments() {}

  record ReleaseList(List<ReleaseSummary> releases) {}

  record ReleaseSummary(
      String id,
      Instant frozenAt,
      int datasets,
      long features,
      long bytes,
      String citation,
      LocalText citations,
      Optional<String> previous,
      String url) {}

  record ReleaseDocument(
      String id,
      Instant frozenAt,
      String publisher,
      String citation,
      LocalText citations,
      String url,
      Optional<String> previous,
      List<String> left,
      String sums,
      List<DatasetDocument> datasets) {}

  record DatasetDocument(
      String id,
      String title,
      LocalText titles,
      String description,
      LocalText descriptions,
      Optional<String> licence,
      Optional<String> licenceUrl,
      long version,
      Instant updatedAt,
      long features,
      List<Double> bbox,
      List<ReleasedField> fields,
      List<FileDocument> files,
      Optional<Changes> changes,
      String dataset) {}

  record FileDocument(
      String name, String format, String mediaType, long bytes, String sha256, String url) {}

  static String url(Release release, Site site) {
    return site.at("/releases/" + release.id());
  }

  static ReleaseList list(List<Release> releases, Site site, Locale language) {
    return new ReleaseList(
        releases.stream().map(release -> summary(release, site, language)).toList());
  }

  static ReleaseSummary summary(Release release, Site site, Locale language) {
    LocalText citation = release.citation(url(release, site));
    return new ReleaseSummary(
        release.id(),
        release.frozenAt(),
        release.datasets().size(),
        release.datasets().stream().mapToLong(ReleasedDataset::features).sum(),
        release.files().mapToLong(ReleasedFile::bytes).sum(),
        citation.in(language),
        citation,
        release.previous(),
        url(release, site));
  }

  static ReleaseDocument of(Release release, Site site, Locale language) {
    String url = url(release, site);
    LocalText citation = release.citation(url);
    return new ReleaseDocument(
        release.id(),
        release.frozenAt(),
        release.publisher(),
        citation.in(language),
        citation,
        url,
        release.previous(),
        release.left(),
        url + "/SHA256SUMS",
        release.datasets().stream().map(one -> dataset(one, url, site, language)).toList());
  }

  private static DatasetDocument dataset(
      ReleasedDataset dataset, String url, Site site, Locale language) {
    return new DatasetDocument(
        dataset.id(),
        dataset.title().in(language),
        dataset.title(),
        dataset.description().in(language),
        dataset.description(),
        dataset.licence(),
        dataset.licence().map(Licence::of).flatMap(Licence::address),
        dataset.version(),
        dataset.updatedAt(),
        dataset.features(),
        dataset.bbox(),
        dataset.fields(),
        dataset.files().stream().map(file -> file(file, url)).toList(),
        dataset.changes(),
        site.at("/data/" + dataset.id()));
  }

  private static FileDocument file(ReleasedFile file, String url) {
    return new FileDocument(
        file.name(),
        file.format(),
        file.mediaType(),
        file.bytes(),
        file.sha256(),
        url + "/" + file.name());
  }
}
