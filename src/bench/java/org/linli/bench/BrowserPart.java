package org.linli.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.linli.snapshot.LayerView;

/**
 * The pages in a real browser: how soon the map is painted, how smoothly it moves, how soon a step
 * of the time slider is seen. What is slowed is the page's own thread, four times, by the browser's
 * developer tools.
 */
final class BrowserPart {
  private static final int SLOWED = 4;
  private static final int STEPS = 10;
  private static final int QUICK_BUILDINGS = 17_900;
  private static final double SMOOTH_MILLIS = 32;

  /**
   * Notes the frame in which every square of the map in sight has a canvas and one of them has
   * paint; where the map colours an answer, the paint is that answer's. It looks when something has
   * come or gone and not in each frame, or it would measure its own looking.
   */
  private static final String WATCH_PAINT =
      """
      (() => {
        const probe = new OffscreenCanvas(16, 16).getContext('2d', { willReadFrequently: true });
        const hasPaint = (canvas) => {
          probe.clearRect(0, 0, 16, 16);
          probe.drawImage(canvas, 0, 0, 16, 16);
          return probe.getImageData(0, 0, 16, 16).data.some((value, i) => i % 4 === 3 && value > 0);
        };
        const inSight = (element, frame) => {
          const box = element.getBoundingClientRect();
          return box.right > frame.left && box.left < frame.right && box.bottom > frame.top && box.top < frame.bottom;
        };
        window.paintedAt = null;
        const isPainted = () => {
          const map = document.getElementById('map');
          const cells = map ? [...map.querySelectorAll('.cell')].filter((cell) => inSight(cell, map.getBoundingClientRect())) : [];
          const canvases = cells.map((cell) => cell.querySelector('canvas')).filter(Boolean);
          const isOfAnswer = !map?.classList.contains('lens-map') || Boolean(map.dataset.moment);
          return isOfAnswer && cells.length > 0 && canvases.length === cells.length && canvases.some(hasPaint);
        };
        let isLooking = false;
        const watching = new MutationObserver(() => {
          if (isLooking) return;
          isLooking = true;
          requestAnimationFrame(() => {
            isLooking = false;
            if (window.paintedAt === null && isPainted()) {
              requestAnimationFrame((now) => { window.paintedAt = now; });
              watching.disconnect();
            }
          });
        });
        watching.observe(document, { childList: true, subtree: true, attributeFilter: ['data-moment'] });
      })();
      """;

  /**
   * Drags the map by its middle, a few pixels a frame, and gives the time of each frame. What a
   * hand does is told to an element under it, never to the document itself: Leaflet marks that
   * element as dragged, and would not end the drag where there is none.
   */
  private static final String PAN =
      """
      async (frames) => {
        const map = document.getElementById('map');
        const { left, top, width, height } = map.getBoundingClientRect();
        const at = (type, x) => map.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, button: 0, buttons: 1, clientX: x, clientY: top + height / 2 }));
        const frame = () => new Promise(requestAnimationFrame);
        const [from, to] = [left + width * 0.85, left + width * 0.15];
        const deltas = [];
        let x = to;
        let before = await frame();
        for (let i = 0; i < frames; i++) {
          if (x <= to) {
            at('mouseup', x);
            x = from;
            at('mousedown', x);
          }
          x -= 8;
          at('mousemove', x);
          const now = await frame();
          deltas.push(now - before);
          before = now;
        }
        at('mouseup', x);
        return deltas;
      }
      """;

  /** Moves the slider and waits for the frame in which map and charts are of the new moment. */
  private static final String STEP =
      """
      async (day) => {
        const [map, charts, range] = ['#map', '.coverage-charts', '#asof'].map((each) => document.querySelector(each));
        const former = map.dataset.moment;
        range.value = day;
        const start = performance.now();
        range.dispatchEvent(new Event('input', { bubbles: true }));
        const isNew = () => map.dataset.moment !== former && charts.dataset.moment === map.dataset.moment;
        while (!isNew()) {
          await new Promise(requestAnimationFrame);
          if (performance.now() - start > 60000) throw new Error('no new moment after a minute');
        }
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - start;
      }
      """;

  private static final String SETTLED = "() => document.querySelector('#map[aria-busy=false]')";
  private static final String READY =
      "() => document.querySelector('#map[aria-busy=false]')"
          + " && document.querySelector('.coverage[data-days=ready]')";

  private final Results results;
  private final int rounds;

  private BrowserPart(Results results, int rounds) {
    this.results = results;
    this.rounds = rounds;
  }

  static void run(Course course, Results results) throws Exception {
    BrowserPart part = new BrowserPart(results, course.rounds());
    results.note(
        "Browser: “4× slowed” is the page's own thread, by the developer tools. The worker that reads"
            + " and paints tiles, the browser's other processes and the server run at full speed.");
    try (Portal portal = Portal.serveDemo(course.emptyFolder("home-browser-demo"));
        BrowserDesk desk = new BrowserDesk(portal)) {
      desk.ask("/api/analyses/patrol");
      part.firstPaint(desk, "/coverage", false, "coverage, public");
      part.firstPaint(desk, "/coverage", true, "coverage, staff");
      part.firstPaint(desk, "/", false, "map");
      part.slider(desk, "/coverage", "on the demo", 100);
    }
    LayerView buildings = buildings(course);
    var home = course.emptyFolder("home-browser-ward");
    BrowserTown.fill(home, buildings, Instant.now());
    String named = String.format(Locale.ROOT, "%,d buildings", buildings.count());
    try (Portal portal = Portal.serve(home, "-Xmx3g");
        BrowserDesk desk = new BrowserDesk(portal)) {
      String at = at(buildings);
      part.panning(desk, "/coverage" + at, "coverage over " + named);
      part.panning(desk, "/" + at, "map over " + named);
      part.slider(desk, "/coverage" + at, "at " + named, 400);
    }
  }

  private static LayerView buildings(Course course) throws Exception {
    boolean isWhole = course.buildings() > 2 * Towns.PLOTS_A_TOWN;
    return isWhole ? Setagaya.load(course).buildings() : PatrolTown.buildings(QUICK_BUILDINGS);
  }

  private static String at(LayerView buildings) {
    var place = buildings.extent();
    return String.format(
        Locale.ROOT,
        "#v1&at=15/%.5f/%.5f",
        (place.minY() + place.maxY()) / 2,
        (place.minX() + place.maxX()) / 2);
  }

  private void firstPaint(BrowserDesk desk, String path, boolean isStaff, String named) {
    List<Long> nanos = new ArrayList<>();
    long bytes = 0;
    for (int round = -1; round < rounds; round++) {
      try (BrowserDesk.Window window = desk.window(WATCH_PAINT)) {
        if (isStaff) {
          window.asStaff();
        }
        boolean isTimed = round >= 0;
        if (!isTimed) {
          window.counted();
        }
        window.slowed(SLOWED).open(path);
        window.page().waitForFunction("() => window.paintedAt !== null");
        window.page().waitForFunction(SETTLED);
        if (isTimed) {
          nanos.add(Math.round(window.number("() => window.paintedAt") * 1e6));
        } else {
          bytes = window.bytesWithoutCharts();
        }
      }
    }
    Timings timings = new Timings(nanos);
    results.add(
        Figure.bound(
            named + ": map painted from a cold cache, 4× slowed",
            timings.median() / 1e6,
            "ms",
            1_500));
    results.add(Figure.bound(named + ": over the wire without charts", bytes / 1e3, "kB", 900));
    results.note("First paint, " + named + ": " + timings + ".");
  }

  @SuppressWarnings("unchecked")
  private void panning(BrowserDesk desk, String path, String named) {
    try (BrowserDesk.Window window = desk.window("")) {
      window.asStaff().open(path);
      window.page().waitForFunction(SETTLED);
      window.page().evaluate(PAN, 60);
      window.page().waitForFunction(SETTLED);
      List<Number> deltas = (List<Number>) window.page().evaluate(PAN, 600);
      List<Double> sorted = deltas.stream().map(Number::doubleValue).sorted().toList();
      double smooth = sorted.stream().filter(delta -> delta < SMOOTH_MILLIS).count();
      results.add(
          new Figure(
              "panning the " + named + " at zoom 15: frames under 32 ms",
              String.format(Locale.ROOT, "%.1f %%", 100 * smooth / sorted.size()),
              "",
              "",
              "≥ 95 %",
              smooth >= 0.95 * sorted.size()));
      results.note("Frames of panning the " + named + ", ms: " + distribution(sorted) + ".");
    }
  }

  private static String distribution(List<Double> sorted) {
    return List.of(0.5, 0.9, 0.95, 0.99, 1.0).stream()
        .map(
            share ->
                String.format(
                    Locale.ROOT,
                    "%.0f %% ≤ %.1f",
                    100 * share,
                    sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()))))
        .collect(Collectors.joining(", "));
  }

  private void slider(BrowserDesk desk, String path, String named, double mostMillis) {
    try (BrowserDesk.Window window = desk.window("")) {
      window.asStaff().slowed(SLOWED).open(path);
      window.page().waitForFunction(SETTLED);
      double unprepared = window.number(STEP, 3);
      window.page().waitForFunction(READY);
      window.number(STEP, 29);
      List<Long> nanos = new ArrayList<>();
      for (int step = 1; step <= STEPS; step++) {
        window.page().waitForTimeout(500);
        nanos.add(Math.round(window.number(STEP, 29 - step) * 1e6));
      }
      Timings timings = new Timings(nanos);
      results.add(
          Figure.bound(
              "a step of the time slider " + named + ", 4× slowed",
              timings.median() / 1e6,
              "ms",
              mostMillis));
      results.note(
          String.format(
              Locale.ROOT,
              "Steps of the slider %s: %s; one at once, before the page has the other days: %.0f ms.",
              named,
              timings,
              unprepared));
    }
  }
}
