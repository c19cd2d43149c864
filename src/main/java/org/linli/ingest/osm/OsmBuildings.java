package org.linli.ingest.osm;

import java.util.HashMap;
import java.util.Map;
import org.linli.ingest.source.SourceColumn;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;

/** Areas with {@code building=*}. */
final class OsmBuildings extends OsmKind {
  private static final int MOST_FLOORS = 300;
  private static final Map<String, String> USES = new HashMap<>();
  private static final Map<String, String> AMENITIES = new HashMap<>();

  static {
    put(
        USES,
        "residential",
        "residential house detached apartments terrace semidetached_house dormitory bungalow farm"
            + " static_caravan houseboat cabin annexe villa chalet");
    put(USES, "commercial", "commercial retail supermarket shop hotel guest_house restaurant");
    put(USES, "kiosk", "kiosk");
    put(USES, "office", "office bank");
    put(
        USES,
        "service",
        "public civic government townhall fire_station police toilets train_station"
            + " transportation post_office community_centre");
    put(USES, "school", "school university college");
    put(USES, "kindergarten", "kindergarten");
    put(USES, "clinic", "hospital clinic");
    put(
        USES,
        "culture",
        "church chapel cathedral monastery temple mosque synagogue shrine pagoda religious museum"
            + " theatre library stadium grandstand sports_hall sports_centre pavilion castle");
    put(
        USES,
        "industrial",
        "industrial warehouse manufacture factory works farm_auxiliary barn stable cowshed sty"
            + " silo storage_tank hangar greenhouse");
    put(
        USES,
        "utility",
        "service utility transformer_tower water_tower substation pumping_station digester"
            + " boiler_house");
    put(AMENITIES, "service", "townhall police fire_station post_office community_centre toilets");
    put(AMENITIES, "school", "school university college");
    put(AMENITIES, "kindergarten", "kindergarten");
    put(AMENITIES, "clinic", "hospital clinic doctors");
    put(AMENITIES, "culture", "place_of_worship library theatre cinema arts_centre");
    put(AMENITIES, "commercial", "restaurant cafe fast_food bar pub marketplace bank pharmacy");
  }

  OsmBuildings() {
    super(
        GeometryType.POLYGON,
        SourceColumn.of("use", FieldType.TEXT),
        SourceColumn.of("floors", FieldType.INTEGER),
        SourceColumn.of("built_year", FieldType.INTEGER));
  }

  private static void put(Map<String, String> table, String use, String values) {
    for (String value : values.split(" ")) {
      table.put(value, use);
    }
  }

  @Override
  boolean isMeant(Map<String, String> tags) {
    String building = tags.get("building");
    return building != null && !building.equals("no");
  }

  /** Every closed one: there are no circular lines that are buildings. */
  @Override
  boolean isOutline(OsmWay way) {
    return true;
  }

  @Override
  Object[] own(TagReader tags) {
    return new Object[] {
      use(tags), tags.whole("building:levels", 0, MOST_FLOORS), tags.year("start_date")
    };
  }

  /** What the building is, or else, if it is only said to be one, what is in it. */
  private static String use(TagReader tags) {
    String building = tags.word("building");
    if (!building.equals("yes")) {
      return USES.getOrDefault(building, "other");
    }
    if (tags.first("shop") != null) {
      return "commercial";
    }
    return tags.first("office") != null ? "office" : AMENITIES.get(tags.word("amenity"));
  }
}
