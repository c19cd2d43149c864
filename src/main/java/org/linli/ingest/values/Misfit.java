package org.linli.ingest.values;

import org.linli.layer.FieldType;

/**
 * The first value that keeps a column from being of a type that nearly all its values are of.
 *
 * @param type the widest type of the kind that the others have: a boolean, a real or an instant
 * @param row the row's number in its file
 * @param shown the value as it stands there
 */
public record Misfit(FieldType type, long row, String shown) {}
