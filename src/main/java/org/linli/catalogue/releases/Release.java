package org.linli.catalogue.releases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.layer.LocalText;

/**
 * The public datasets as they were when they were frozen. This is what stands in {@code
 * release.json}, which is never changed: a member may be added in a later version of the program,
 * and none taken away.
 *
 * @param id the day in the community's calendar, and a number from 2 on for one more on that day
 * @param frozenAt when its data was taken
 * @param previous the release that the changes are told against
 * @param left datasets of the one before that are not in this one
 */
public record Release(
    String id,
    Instant frozenAt,
    String publisher,
    Optional<String> previous,
    List<ReleasedDataset> datasets,
    List<String> left) {
  public Release {
    datasets = List.copyOf(datasets);
    left = List.copyOf(left);
  }

  /**
   * A dataset, with all that is needed to understand its files.
   *
   * @param version the store's version of the layer
   * @param making what decides a layer that an analysis made, {@code asOf} among it
   * @param changes against the release before; empty in the first that has the dataset
   */
  public record ReleasedDataset(
      String id,
      LocalText title,
      LocalText description,
      Optional<String> licence,
      long version,
      Instant updatedAt,
      long features,
      List<Double> bbox,
      Map<String, String> making,
      List<ReleasedField> fields,
      List<ReleasedFile> files,
      Optional<Changes> changes) {}

  /** A field of the dictionary. */
  public record ReleasedField(
      String name, String type, LocalText title, Optional<String> unit, List<ReleasedCode> codes) {}

  public record ReleasedCode(String code, LocalText title) {}

  /**
   * @param format the ending of its name
   * @param sha256 hexadecimal
   */
  public record ReleasedFile(
      String name, String format, String mediaType, long bytes, String sha256) {}

  /**
   * How a dataset differs from the one before, by key.
   *
   * @param examples the first of each, as they stand in the file
   * @param file the name of the text that lists all of them
   */
  public record Changes(
      long added,
      long removed,
      long changed,
      List<String> fieldsAdded,
      List<String> fieldsRemoved,
      List<String> examples,
      String file) {}

  public Optional<ReleasedDataset> findDataset(String layerId) {
    return datasets.stream().filter(dataset -> dataset.id().equals(layerId)).findFirst();
  }

  /** All its files, with the texts that tell the changes. */
  public Stream<ReleasedFile> files() {
    return datasets.stream().flatMap(dataset -> dataset.files().stream());
  }

  public Optional<ReleasedFile> findFile(String name) {
    return files().filter(file -> file.name().equals(name)).findFirst();
  }

  /** How it is cited, in each language; the address is the release's own. */
  public LocalText citation(String address) {
    String year = id.substring(0, 4);
    return new LocalText(
        publisher + "：《邻里图开放数据》，" + id + " 版，" + year + "。" + address,
        publisher + " (" + year + "): Linli Atlas open data, release " + id + ". " + address,
        publisher + "། «ཁྱིམ་མཚེས་ས་ཁྲའི་སྒོ་འབྱེད་གཞི་གྲངས།» " + id + "། " + address);
  }
}
