package org.linli.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.testing.Browser.Answer;
import org.linli.testing.MemoryStore;
import org.linli.testing.TownLayers;
import org.linli.testing.Zips;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.GeometryFactory;

/** Secrets in every place where only staff may look, and how to find them in an answer. */
final class Canaries {
  /** In a staff field, in a row that is a draft, and in a layer of the staff. */
  static final long SECRET_NUMBER = 918_273_645;

  static final String SECRET_NAME = "canary-draft-name";
  static final String SECRET_TEXT = "canary-note-text";
  static final List<String> SECRETS =
      List.of(
          String.valueOf(SECRET_NUMBER),
          SECRET_NAME,
          SECRET_TEXT,
          "residents",
          "canary-note",
          "canary-project",
          "canary-post",
          "101.40019");

  private final MemoryStore store;

  private Canaries(MemoryStore store) {
    this.store = store;
  }

  static void plantIn(MemoryStore store) {
    Canaries canaries = new Canaries(store);
    canaries.plantHouses();
    store.put("notes", new Feature("canary-note", null, new Object[] {SECRET_TEXT}));
    canaries.plant("buildings", "residents");
    canaries.plant("green_spaces", "area");
    canaries.plantProjects();
    canaries.plantPatrol();
  }

  private void plantHouses() {
    Feature house = TownLayers.house(1);
    Object[] values = house.values().clone();
    values[field("residents")] = SECRET_NUMBER;
    store.put("houses", new Feature("h-001", house.geometry().orElseThrow(), values));
    values[field("name")] = SECRET_NAME;
    values[field("status")] = "draft";
    store.put("houses", new Feature("canary", house.geometry().orElseThrow(), values));
  }

  private void plantProjects() {
    LayerDefinition projects = withoutSecretCodes("projects");
    store.put(
        projects,
        List.of(
            project(projects, "p-001", "口袋公园", "proposed"),
            project(projects, "canary", "canary-project", "draft")));
  }

  private static Feature project(
      LayerDefinition projects, String code, String words, String status) {
    Object[] values = new Object[projects.fields().size()];
    values[projects.getIndex("title")] = words;
    values[projects.getIndex("story")] = words + " story";
    values[projects.getIndex("status")] = status;
    values[projects.getIndex("givers")] = SECRET_NUMBER;
    return new Feature(code, TownLayers.house(1).geometry().orElseThrow(), values);
  }

  /** A walk by the house, to coordinates that nothing else has. */
  private void plantPatrol() {
    LayerDefinition patrols = BuiltInLayers.find("patrols").orElseThrow();
    Object[] values = new Object[patrols.fields().size()];
    values[patrols.getIndex("post")] = "canary-post";
    values[patrols.getIndex("started_at")] = Instant.parse("2026-06-01T01:00:00Z");
    values[patrols.getIndex("ended_at")] = Instant.parse("2026-06-01T02:00:00Z");
    Coordinate[] walk = {
      new CoordinateXYM(101.40019, 36.0001, 1_780_275_600),
      new CoordinateXYM(101.4012, 36.0002, 1_780_279_200)
    };
    store.put(
        patrols,
        List.of(new Feature("canary", new GeometryFactory().createLineString(walk), values)));
  }

  /** A layer that comes with the portal, without the codes that are called like a secret. */
  private static LayerDefinition withoutSecretCodes(String layer) {
    LayerDefinition whole = BuiltInLayers.find(layer).orElseThrow();
    return whole.withFields(
        whole.fields().stream()
            .filter(f -> f.codes().stream().noneMatch(c -> c.code().contains("residents")))
            .toList());
  }

  /** One place of a built-in layer, for the analyses to look at; without a code called a secret. */
  private void plant(String layer, String numberField) {
    LayerDefinition definition = withoutSecretCodes(layer);
    Object[] values = new Object[definition.fields().size()];
    definition.findIndex(numberField).ifPresent(i -> values[i] = SECRET_NUMBER);
    store.put(
        definition,
        List.of(new Feature("h-001", TownLayers.house(1).geometry().orElseThrow(), values)));
  }

  private static int field(String name) {
    return TownLayers.HOUSES_LAYER.getIndex(name);
  }

  /**
   * The name of the hidden field is a word that others use: an analysis has it for what it counts,
   * and in what is told of the other layers it may be part of a sentence or of a longer name.
   */
  static List<String> secrets(String address) {
    if (address.startsWith("/api/analyses")) {
      return SECRETS.stream().filter(secret -> !secret.equals("residents")).toList();
    }
    return address.contains("houses")
        ? SECRETS
        : SECRETS.stream()
            .map(secret -> secret.equals("residents") ? "\"residents\"" : secret)
            .toList();
  }

  /** Links repeat the query; everything else is told by the portal. */
  static String told(Answer answer) {
    return content(answer).replaceAll("\"?href\"?[:=]\"[^\"]*\"", "");
  }

  /** All that an answer says, what is packed in it too. */
  static String content(Answer answer) {
    byte[] bytes = bytes(answer);
    boolean archive = bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K';
    return archive
        ? Zips.entries(bytes).entrySet().stream()
            .map(e -> e.getKey() + " " + new String(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("\n"))
        : new String(bytes, StandardCharsets.UTF_8);
  }

  /** The secret number as files and tiles without digits hold it; twice it is a zigzag varint. */
  private static List<byte[]> encodedSecrets() {
    return List.of(
        ByteBuffer.allocate(4).putInt((int) SECRET_NUMBER).array(),
        varint(SECRET_NUMBER),
        varint(2 * SECRET_NUMBER),
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(SECRET_NUMBER).array(),
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(SECRET_NUMBER).array());
  }

  private static byte[] varint(long number) {
    ByteBuffer bytes = ByteBuffer.allocate(10);
    for (long rest = number; ; rest >>>= 7) {
      if (rest < 0x80) {
        return Arrays.copyOf(bytes.put((byte) rest).array(), bytes.position());
      }
      bytes.put((byte) (rest & 0x7F | 0x80));
    }
  }

  /** Whether the secret number is there, in digits or otherwise. */
  static boolean holdsNumber(Answer answer) {
    return holdsEncodedNumber(answer) || content(answer).contains(String.valueOf(SECRET_NUMBER));
  }

  static boolean holdsEncodedNumber(Answer answer) {
    String all = new String(bytes(answer), ISO_8859_1);
    return encodedSecrets().stream()
        .anyMatch(secret -> all.contains(new String(secret, ISO_8859_1)));
  }

  /** What was sent, unzipped if it was zipped on the way. */
  static byte[] bytes(Answer answer) {
    if (!answer.header("Content-Encoding").equals("gzip")) {
      return answer.bytes();
    }
    try (GZIPInputStream zipped = new GZIPInputStream(new ByteArrayInputStream(answer.bytes()))) {
      return zipped.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A refusal may say again what was asked, and nothing else. */
  static List<String> secrets(String address, Answer answer) {
    return answer.status() == 200
        ? secrets(address)
        : secrets(address).stream()
            .filter(secret -> !address.contains(secret.replace("\"", "")))
            .toList();
  }
}
