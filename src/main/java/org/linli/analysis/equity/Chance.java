package org.linli.analysis.equity;

/**
 * How unequal the same projects would be if they had fallen at random.
 *
 * @param mean of Gini's coefficient over the draws
 * @param asUnequal in how many draws it was at least what it is
 */
record Chance(double mean, int asUnequal, int draws) {}
