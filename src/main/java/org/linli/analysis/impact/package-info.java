/**
 * What completed projects brought: whom they reach, who paid, what still stands, and whether there
 * are fewer hazards beside them than at comparable places, with the range within which chance may
 * have moved the answer, or the plain word that there is not enough data.
 */
package org.linli.analysis.impact;
