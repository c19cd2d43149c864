package org.linli.ingest.source;

import org.locationtech.jts.geom.Geometry;

/**
 * One row as it came from the file.
 *
 * @param number the line of a text file, the row of a sheet, or the feature's number, from 1
 * @param key the file's own identity for the row; null if the format has none
 * @param shape in the file's coordinate reference system, x before y; given away to the consumer;
 *     null if the row has no place or the place is in its columns
 * @param values one a column; each null, String, Long, Double, Boolean, LocalDate, LocalDateTime or
 *     Instant; given away to the consumer
 */
public record SourceRow(long number, String key, Geometry shape, Object[] values) {}
