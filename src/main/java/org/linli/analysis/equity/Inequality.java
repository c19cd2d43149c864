package org.linli.analysis.equity;

/** How unequally something is shared, beside what chance would do. */
record Inequality(Lorenz lorenz, Chance chance) {}
