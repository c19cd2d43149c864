package org.linli.analysis;

import org.linli.layer.Audience;
import org.linli.layer.LocalText;

/**
 * What a number means, whatever its value.
 *
 * @param id stable, such as {@code coverage.buildings}
 * @param formula the formula in words
 * @param unit {@code share} for a part of one, else a unit such as {@code m²} or {@code
 *     person-days}
 * @param audience the least audience that may see the number
 * @param countsPeople whether the value, or its numerator and denominator, are numbers of people,
 *     which the public gets only rounded, and not when they are small
 */
public record MetricDefinition(
    String id,
    LocalText title,
    LocalText formula,
    String unit,
    Audience audience,
    boolean countsPeople) {}
