package org.linli.analysis.impact;

/**
 * How the hazards of comparable places split into before and after.
 *
 * @param sites G
 * @param kappa κ, what the hazards there were multiplied by
 * @param rho the correlation of two hazards of a place, with its standard error on top
 * @param variance v, of the logarithm of κ
 */
record Split(int sites, double kappa, double rho, double variance) {}
