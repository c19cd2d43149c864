package org.linli.ogcapi;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.encode.Representation.Body;
import org.linli.encode.page.Html;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.Field;
import org.linli.snapshot.Geometries;
import org.linli.snapshot.RowCursor;

/** A page of features as a table. */
final class ItemsHtml {
  private static final int LONG_TEXT = 40;

  private final ItemsPage page;
  private final Asked asked;
  private final Locale language;
  private final List<Field> fields;

  private ItemsHtml(ItemsPage page) {
    this.page = page;
    this.asked = page.asked();
    this.language = asked.language();
    this.fields = page.view().definition().fields();
  }

  static Body of(ItemsPage page) {
    return new ItemsHtml(page).body();
  }

  private Body body() {
    Place place = asked.place();
    String layer = page.view().definition().id();
    String title = page.view().definition().title().in(language);
    return new HtmlPage(asked, title + " · " + Words.FEATURES.in(language))
        .below(place.api(), Words.PORTAL.in(language))
        .below(place.api() + "/collections", Words.LAYERS.in(language))
        .below(place.collection(layer), title)
        .body(this::write);
  }

  private void write(Html html) throws IOException {
    html.raw("<p>").text(Words.MATCHED.in(language) + " ");
    html.element("strong", String.valueOf(page.view().count(page.query()))).raw("</p>\n");
    html.table(Words.FEATURES.in(language)).raw("<thead><tr>");
    html.element("th", Words.CODE.in(language));
    for (Field field : fields) {
      html.element("th", FieldTable.title(field, language));
    }
    html.element("th", Words.EXTENT.in(language)).raw("</tr></thead>\n<tbody>\n");
    RowCursor rows = page.rows();
    int written = 0;
    String last = "";
    boolean more = rows.next();
    for (; more && written < page.limit(); written++) {
      row(html, rows);
      last = rows.place();
      more = rows.next();
    }
    html.raw("</tbody></table></div>\n");
    pages(html, more ? Optional.of(last) : Optional.empty(), written);
  }

  private void row(Html html, RowCursor row) throws IOException {
    String layer = page.view().definition().id();
    html.raw("<tr><th>");
    html.link(asked.page(asked.place().item(layer, row.code())), row.code()).raw("</th>");
    for (int i = 0; i < fields.size(); i++) {
      cell(html, ValueText.of(fields.get(i), Optional.ofNullable(row.value(i)), language));
    }
    html.element("td", box(row)).raw("</tr>\n");
  }

  /** A long text is shown by its first lines: the whole of it is on the feature's own page. */
  private static void cell(Html html, String text) throws IOException {
    if (text.length() <= LONG_TEXT) {
      html.element("td", text);
    } else {
      html.raw("<td><div class=\"long\">").text(text).raw("</div></td>");
    }
  }

  /** West, south, east, north in degrees; nothing for a feature without a place. */
  static String box(RowCursor row) {
    Geometries geometries = row.block().geometries();
    int[] box = new int[4];
    geometries.box(row.row(), box);
    if (box[0] > box[2]) {
      return "";
    }
    String low = degrees(box[0]) + ", " + degrees(box[1]);
    String high = degrees(box[2]) + ", " + degrees(box[3]);
    return low.equals(high) ? low : low + ", " + high;
  }

  private static String degrees(int grid) {
    return String.valueOf(CoordinateGrid.toDegrees(grid));
  }

  private void pages(Html html, Optional<String> last, int written) throws IOException {
    if (written == 0) {
      html.element("p", Words.NO_FEATURES.in(language));
    }
    html.raw("<nav class=\"paging\">");
    if (page.after().isPresent()) {
      html.link(asked.addressWithout("next"), "first", Words.FIRST_PAGE.in(language)).raw(" ");
    }
    if (last.isPresent()) {
      html.link(ItemLinks.next(page, last.get()), "next", Words.NEXT_PAGE.in(language));
    }
    html.raw("</nav>");
  }
}
