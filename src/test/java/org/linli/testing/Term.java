package org.linli.testing;

import java.util.function.Function;
import org.linli.layer.Feature;

/** A scalar expression in CQL2 text, with what it is worth for a feature: null when unknown. */
record Term<T>(String text, Function<Feature, T> of) {}
