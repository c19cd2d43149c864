package org.linli.ingest;

/** How fixes become tracks: the column that tells tracks apart, and the column of their times. */
public record TrackBy(String idColumn, String timeColumn) {

  /**
   * From {@code patrol_id,time}.
   *
   * @throws IllegalArgumentException if it is not two names
   */
  public static TrackBy parse(String text) {
    String[] names = text.split(",", -1);
    if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
      throw new IllegalArgumentException(
          "«"
              + text
              + "» does not say how fixes become tracks: give the column of the track and the"
              + " column of the time, as in patrol_id,time.");
    }
    return new TrackBy(names[0].strip(), names[1].strip());
  }
}
