/**
 * How evenly what projects bring is shared among the communities of one level. From {@link
 * org.linli.analysis.equity.EquityAnalysis} the way leads through the town's homes ({@code Town},
 * {@code Peers}, {@code Homes}), the projects that stand and the communities they belong to ({@code
 * BuiltProjects}, {@code Portioner}, {@code Belonging}), what they bring ({@code Measures}, {@code
 * Tally}), to how unequal that is and would be by chance ({@code Shares}, {@code Lorenz}, {@code
 * Lottery}), and who has nothing ({@code Neglected}).
 */
package org.linli.analysis.equity;
