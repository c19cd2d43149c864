package org.linli.intake;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.linli.geo.Crs;
import org.linli.ingest.ImportRequest;
import org.linli.ingest.TrackBy;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;
import org.linli.store.LoadMode;

/** The parameters of an import, which are those of the command line, each checked. */
final class ImportForm {
  static final Set<String> NAMES =
      Set.of(
          "layer",
          "as",
          "map",
          "from-crs",
          "track-by",
          "mode",
          "staff",
          "keep-going",
          "encoding",
          "table",
          "set",
          "licence",
          "check");

  private static final String TABLE = "table";

  private final Upload upload;
  private final Parameters fields;

  ImportForm(Upload upload) {
    this.upload = upload;
    this.fields = upload.fields();
  }

  /** Whether nothing is to be written. */
  boolean isCheck() {
    return flag("check");
  }

  /**
   * @throws InvalidParameterException if one of them is not usable
   */
  ImportRequest request() {
    return new ImportRequest(
        layer(),
        upload.file(),
        upload.fileName(),
        text("as").map(ImportForm::kind),
        pairs("map"),
        parsed("from-crs", ImportForm::crs),
        parsed("track-by", TrackBy::parse),
        text("mode").map(ImportForm::mode),
        flag("staff"),
        flag("keep-going"),
        parsed("encoding", ImportForm::encoding),
        text("table"),
        pairs("set"),
        text("licence"));
  }

  /** An empty field of a form is one that was not filled in. */
  private Optional<String> text(String name) {
    return fields.find(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  private String layer() {
    String layer = text("layer").orElseGet(() -> ImportRequest.layerIdFor(upload.fileName()));
    if (!LayerDefinition.isId(layer)) {
      throw new InvalidParameterException(
          "layer",
          new LocalText(
              "「" + shown(layer) + "」不能用作图层标识：请以小写字母开头，后接小写字母、数字或 _，最多 50 个字符。",
              "«"
                  + shown(layer)
                  + "» cannot be a layer's id: begin with a small letter, then small letters, digits"
                  + " or _, 50 at most.",
              "«" + shown(layer) + "» ནི་བང་རིམ་གྱི་རྟགས་སུ་མི་རུང་། a-z 0-9 _ (50) སྤྱོད་རོགས།"));
    }
    return layer;
  }

  private static String kind(String kind) {
    List<String> kinds =
        Stream.concat(BuiltInLayers.list().stream().map(LayerDefinition::id), Stream.of(TABLE))
            .toList();
    return oneOf("as", kind, kinds);
  }

  private static LoadMode mode(String mode) {
    List<String> modes = Arrays.stream(LoadMode.values()).map(ImportForm::lower).toList();
    return LoadMode.valueOf(
        oneOf("mode", mode.toLowerCase(Locale.ROOT), modes).toUpperCase(Locale.ROOT));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private boolean flag(String name) {
    return text(name)
        .map(value -> oneOf(name, value.toLowerCase(Locale.ROOT), List.of("true", "false")))
        .filter("true"::equals)
        .isPresent();
  }

  private static String oneOf(String name, String value, List<String> allowed) {
    if (!allowed.contains(value)) {
      String list = String.join(", ", allowed);
      throw new InvalidParameterException(
          name,
          new LocalText(
              "参数「" + name + "」的值「" + shown(value) + "」不可用。可用的值：" + list + "。",
              "«" + shown(value) + "» is no " + name + "; give one of: " + list + ".",
              "«" + shown(value) + "» ནི་ " + name + " མིན། སྤྱོད་ཆོག་པ། " + list),
          allowed);
    }
    return value;
  }

  private Map<String, String> pairs(String name) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : fields.list(name)) {
      int equals = pair.indexOf('=');
      if (equals < 1 || pairs.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
        String form = name.equals("map") ? "field=column" : "field=value";
        throw new InvalidParameterException(
            name,
            new LocalText(
                "「" + shown(pair) + "」不可用：请写成 " + form + "，每个字段一次。",
                "«" + shown(pair) + "» is not usable: write " + form + ", each field once.",
                "«" + shown(pair) + "» སྤྱོད་མི་རུང་། " + form + " ཞེས་འབྲི་རོགས།"));
      }
    }
    return pairs;
  }

  private static String crs(String name) {
    Crs.parse(name);
    return name;
  }

  private static String encoding(String name) {
    Charset.forName(name);
    return name;
  }

  /** A text that something else understands, or does not. */
  private <T> Optional<T> parsed(String name, Function<String, T> parser) {
    try {
      return text(name).map(parser);
    } catch (IllegalArgumentException unreadable) {
      String value = shown(text(name).orElse(""));
      throw new InvalidParameterException(
          name,
          new LocalText(
              "参数「" + name + "」的值「" + value + "」不可用；例如：" + EXAMPLES.get(name) + "。",
              "«" + value + "» is no " + name + "; give, for example, " + EXAMPLES.get(name) + ".",
              "«" + value + "» ནི་ " + name + " མིན། དཔེར་ན། " + EXAMPLES.get(name)));
    }
  }

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "from-crs", "EPSG:4549, GCJ-02, BD-09",
          "track-by", "patrol_id,time",
          "encoding", "UTF-8, GB18030, Big5");

  private static String shown(String text) {
    return Parameters.shown(text);
  }
}
