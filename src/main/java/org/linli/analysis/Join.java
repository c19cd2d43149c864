package org.linli.analysis;

/**
 * Where something meets the network.
 *
 * @param part where on the segment, from 0 at its beginning to 1 at its end
 * @param metres from the thing to there
 */
public record Join(int segment, double part, double metres) {}
