package org.linli.web;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** What the map's canvases have at a place of the window, names and marks of other panes apart. */
final class Painted {
  private static final String READ =
      """
      ({ x, y, reach }) => [...document.querySelectorAll('.cell > canvas:first-child')].flatMap((canvas) => {
        const box = canvas.getBoundingClientRect();
        if (x < box.left || x >= box.right || y < box.top || y >= box.bottom) return [];
        const scale = canvas.width / box.width;
        const side = Math.round(2 * reach * scale) + 1;
        const left = Math.round((x - box.left - reach) * scale);
        const top = Math.round((y - box.top - reach) * scale);
        const probe = new OffscreenCanvas(side, side).getContext('2d');
        probe.drawImage(canvas, left, top, side, side, 0, 0, side, side);
        const { data } = probe.getImageData(0, 0, side, side);
        const colours = [];
        for (let at = 0; at < data.length; at += 4) {
          if (data[at + 3] > 0) {
            const part = (channel) => data[at + channel].toString(16).padStart(2, '0');
            colours.push('#' + part(0) + part(1) + part(2));
          }
        }
        return colours;
      })
      """;

  private Painted() {}

  /** The colours of the pixels that are painted within some pixels of a place, {@code #rrggbb}. */
  @SuppressWarnings("unchecked")
  static List<String> around(Page page, double x, double y, int reach) {
    return (List<String>) page.evaluate(READ, Map.of("x", x, "y", y, "reach", reach));
  }
}
