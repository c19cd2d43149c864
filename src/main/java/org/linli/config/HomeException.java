package org.linli.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.linli.layer.Explained;
import org.linli.layer.LocalText;

/** The home, or a file of it, cannot be read or written. */
final class HomeException extends UncheckedIOException implements Explained {
  private static final long serialVersionUID = 1L;

  private final LocalText detail;

  private HomeException(LocalText detail, IOException cause) {
    super(detail.en(), cause);
    this.detail = detail;
  }

  static HomeException unusable(Path folder, IOException cause) {
    return new HomeException(
        new LocalText(
            "不能建立或写入数据目录 " + folder + "：请用 --home 另选一个，或修正其访问权限。",
            "The home "
                + folder
                + " cannot be made or written: choose another with --home, or mend its rights.",
            "གཞི་གྲངས་ཁྱིམ་ "
                + folder
                + " བཟོའམ་འབྲི་མི་ཐུབ། --home ཡིས་གཞན་ཞིག་འདེམས་པའམ་དབང་ཆ་བཅོས་རོགས།"),
        cause);
  }

  static HomeException unreadable(Path file, IOException cause) {
    return new HomeException(
        new LocalText(
            "读不出 " + file + "：请检查其访问权限和磁盘。",
            file + " cannot be read: look at its rights and at the disk.",
            file + " ཀློག་མི་ཐུབ། དབང་ཆ་དང་སྡུད་སྡེར་ལ་ལྟ་རོགས།"),
        cause);
  }

  static HomeException unwritable(Path file, IOException cause) {
    return new HomeException(
        new LocalText(
            "写不进 " + file + "：请检查其访问权限和磁盘空间。",
            file + " cannot be written: look at its rights and at the space on the disk.",
            file + " འབྲི་མི་ཐུབ། དབང་ཆ་དང་སྡུད་སྡེར་གྱི་བར་སྟོང་ལ་ལྟ་རོགས།"),
        cause);
  }

  @Override
  public LocalText detail() {
    return detail;
  }
}
