package org.linli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drawings of two projects' places before and after: nobody can take a photograph of them. */
final class ProjectPictures {
  private static final Map<String, String> STEMS =
      Map.of("LT-P005", "tyre-garden", "LT-P010", "shaded-square");
  private static final List<String> PAINTS =
      List.of("#c8503c", "#e6a52e", "#3f7fb5", "#7d5aa0", "#3a8f75");
  private static final List<String> FLOWERS = List.of("#f2c94c", "#e2728f", "#f7f3e6", "#d9534f");
  private static final List<String> CLOTHS = List.of("#e8b04a", "#e9dcc0", "#c9704e");
  private static final List<String> COATS = List.of("#2b4fb5", "#b5532b", "#5a7d4a", "#7a4a6d");

  private final Dice dice;

  ProjectPictures(Dice dice) {
    this.dice = dice;
  }

  /** What the names of a project's two files begin with; most projects have none. */
  static Optional<String> findStem(Project project) {
    return Optional.ofNullable(STEMS.get(project.code()));
  }

  static String before(String stem) {
    return stem + "-before.svg";
  }

  static String after(String stem) {
    return stem + "-after.svg";
  }

  /** The text of each file by its name. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(before("tyre-garden"), rubbish());
    files.put(after("tyre-garden"), tyreGarden());
    files.put(before("shaded-square"), bareSquare());
    files.put(after("shaded-square"), shadedSquare());
    return files;
  }

  private static Sketch behindTheHouse(String ground) {
    return new Sketch("#dfe8ec", ground).house(60, 840, "#d9cbb4", "#8fa3ad");
  }

  private String rubbish() {
    Sketch sketch = behindTheHouse("#b5a68a");
    sketch.shape("M90 470 Q220 330 390 450 Q420 520 260 540 Q110 540 90 470Z", "#8d7f68");
    sketch.shape("M520 520 Q650 400 830 500 Q880 580 700 590 Q540 590 520 520Z", "#94866c");
    for (int i = 0; i < 46; i++) {
      sketch.rect(
          dice.between(110, 380),
          dice.between(420, 520),
          30,
          14,
          1,
          i % 3 == 0 ? "#a5624a" : "#8a5240");
    }
    for (int i = 0; i < 12; i++) {
      double x = dice.between(545, 820);
      double y = dice.between(470, 570);
      sketch.oval(x, y, 34, 26, i % 2 == 0 ? "#e9e7e1" : "#4d5256").disc(x, y - 26, 5, "#7d7f80");
    }
    sketch.rect(400, 440, 150, 34, 10, "#6d5a78").rect(392, 466, 166, 44, 10, "#7f6a8b");
    for (int i = 0; i < 40; i++) {
      sketch.disc(dice.between(120, 850), dice.between(360, 470), 2.2, "#2b2b2b");
    }
    return sketch.text();
  }

  private String tyreGarden() {
    Sketch sketch = behindTheHouse("#a9c08a");
    sketch.shape("M380 640 Q430 480 480 345 L540 345 Q560 480 640 640Z", "#dcc9a2");
    for (int row = 0; row < 4; row++) {
      for (int i = 0; i < 5; i++) {
        double size = 30 + 7 * row;
        double step = size * 2.4;
        tyre(sketch, 400 - 18 * row - i * step, 385 + row * 62, size);
        tyre(sketch, 600 + 30 * row + i * step, 385 + row * 62, size);
      }
    }
    sketch.line(
        "M470 560 L500 430 L530 560 M500 430 L640 430 M610 560 L640 430 L670 560", 9, "#8a5a3a");
    sketch.line("M548 430 L548 500 M592 430 L592 500", 4, "#6b6b6b");
    sketch.oval(570, 515, 34, 26, "#2f3133").oval(570, 515, 18, 12, "#a9c08a");
    return sketch.text();
  }

  private void tyre(Sketch sketch, double x, double y, double size) {
    sketch.oval(x, y + size * 0.3, size, size * 0.62, "#2f3133");
    sketch.oval(x, y, size, size * 0.62, dice.pick(PAINTS));
    sketch.oval(x, y, size * 0.66, size * 0.38, "#5c4a35");
    for (int i = 0; i < 7; i++) {
      double left = x + dice.between(-0.6, 0.6) * size;
      double top = y - dice.between(0.1, 0.9) * size;
      sketch.line("M" + (int) left + " " + (int) y + " V" + (int) top, 3, "#4c7a3d");
      sketch.disc(left, top, size * 0.16, dice.pick(FLOWERS));
    }
  }

  private static Sketch onTheSquare(String sky, String ground) {
    return new Sketch(sky, ground)
        .house(-40, 330, "#d3cdc2", "#9fb0b8")
        .house(700, 330, "#d9cbb4", "#9fb0b8")
        .rect(290, 150, 410, 190, 2, "#e3ddd2")
        .rect(470, 230, 60, 110, 2, "#8a8f94");
  }

  private static String bareSquare() {
    Sketch sketch = onTheSquare("#f6e6c2", "#d8cfbf").disc(600, 92, 54, "#f4a63a");
    for (int x = -400; x <= 1360; x += 110) {
      sketch.line("M480 330 L" + x + " 640", 2, "#bfb5a3");
    }
    for (int y : new int[] {350, 382, 430, 500, 590}) {
      sketch.line("M0 " + y + " H960", 2, "#bfb5a3");
    }
    for (int x = 180; x < 900; x += 170) {
      String wave = "M%d 430 q14 -18 0 -36 q-14 -18 0 -36".formatted(x);
      sketch.line(wave, 5, "#e9b872");
    }
    return sketch.text();
  }

  private String shadedSquare() {
    Sketch sketch = onTheSquare("#dcebf2", "#c9bfa9");
    sketch.oval(480, 500, 440, 120, "#a89f8b");
    for (int i = 0; i < 12; i++) {
      double x = i < 6 ? 60 + i * 30 : 750 + (i - 6) * 30;
      tree(sketch, x, 380 + (i % 6) * 38);
    }
    for (int i = 0; i < 3; i++) {
      int x = 270 + i * 150;
      String cloth = "M%d 300 Q%d 350 %d 290 Q%d 380 %d 420 Q%d 370 %d 300Z";
      sketch.shape(cloth.formatted(x, x + 80, x + 170, x + 120, x + 90, x + 30, x), CLOTHS.get(i));
      sketch.line("M%d 300 V470".formatted(x), 7, "#6d6152");
    }
    sketch.line("M740 290 V470", 7, "#6d6152");
    sketch.rect(300, 545, 380, 22, 6, "#a87b4c").rect(320, 567, 340, 16, 2, "#7d5a36");
    for (int i = 0; i < 9; i++) {
      person(sketch, 310 + i * 46, 505 + (i % 3) * 14);
    }
    return sketch.text();
  }

  private static void tree(Sketch sketch, double x, double y) {
    sketch.rect(x - 6, y, 12, 90, 3, "#7a5b3f");
    sketch
        .disc(x, y - 10, 48, "#5f8f55")
        .disc(x - 20, y + 14, 32, "#6f9f60")
        .disc(x + 22, y + 10, 34, "#557f4d");
  }

  private void person(Sketch sketch, double x, double y) {
    sketch.rect(x - 9, y - 34, 18, 38, 9, dice.pick(COATS)).disc(x, y - 44, 9, "#d9b48f");
  }
}
