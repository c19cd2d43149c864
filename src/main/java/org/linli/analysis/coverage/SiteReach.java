package org.linli.analysis.coverage;

/**
 * The buildings within the distance of one site.
 *
 * @param metres how far each of them is
 */
record SiteReach(int[] buildings, double[] metres) {}
