package org.linli.catalogue;

import java.util.List;
import java.util.Optional;
import org.linli.layer.LocalText;

/**
 * What may be done with a dataset.
 *
 * @param id of SPDX, or as its owner wrote it
 * @param address where its text is
 * @param open whether it is open by the Open Definition
 */
public record Licence(String id, LocalText title, Optional<String> address, boolean open) {
  private static final List<Licence> KNOWN =
      List.of(
          open(
              "CC-BY-4.0",
              new LocalText("署名 4.0（CC BY）", "Creative Commons Attribution 4.0", "CC BY 4.0"),
              "https://creativecommons.org/licenses/by/4.0/"),
          open(
              "CC-BY-SA-4.0",
              new LocalText(
                  "署名-相同方式共享 4.0（CC BY-SA）",
                  "Creative Commons Attribution-ShareAlike 4.0",
                  "CC BY-SA 4.0"),
              "https://creativecommons.org/licenses/by-sa/4.0/"),
          open(
              "CC0-1.0",
              new LocalText("CC0 公共领域", "CC0 1.0, public domain", "CC0 1.0"),
              "https://creativecommons.org/publicdomain/zero/1.0/"),
          open(
              "ODbL-1.0",
              new LocalText("开放数据库许可 1.0", "Open Database License 1.0", "ODbL 1.0"),
              "https://opendatacommons.org/licenses/odbl/1-0/"),
          open(
              "ODC-By-1.0",
              new LocalText("开放数据署名许可 1.0", "Open Data Commons Attribution 1.0", "ODC-By 1.0"),
              "https://opendatacommons.org/licenses/by/1-0/"),
          open(
              "PDDL-1.0",
              new LocalText("公共领域贡献 1.0", "Public Domain Dedication and License 1.0", "PDDL 1.0"),
              "https://opendatacommons.org/licenses/pddl/1-0/"),
          new Licence(
              "LicenseRef-internal",
              new LocalText("仅供内部使用", "For internal use only", "ནང་ཁུལ་བེད་སྤྱོད་ཁོ་ན།"),
              Optional.empty(),
              false));

  private static Licence open(String id, LocalText title, String address) {
    return new Licence(id, title, Optional.of(address), true);
  }

  /** The licence of an id; one that is not known is taken as it was written. */
  public static Licence of(String id) {
    return KNOWN.stream()
        .filter(known -> known.id.equalsIgnoreCase(id))
        .findFirst()
        .orElseGet(() -> new Licence(id, LocalText.same(id), address(id), false));
  }

  private static Optional<String> address(String id) {
    return id.matches("https?://[^\\s<>\"{}|\\\\^`]+") ? Optional.of(id) : Optional.empty();
  }

  /** Those that the portal knows and that are open. */
  public static List<Licence> listOpen() {
    return KNOWN.stream().filter(Licence::open).toList();
  }
}
