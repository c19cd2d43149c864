package org.linli.encode.shapefile;

/**
 * A column of a dBASE table.
 *
 * @param name 10 bytes of UTF-8 at most
 * @param type C text, N number, L truth, D day
 * @param width bytes
 */
record DbfField(String name, char type, int width, int decimals) {}
