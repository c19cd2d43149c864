package org.linli.analysis;

import org.linli.layer.Audience;
import org.linli.layer.LocalText;

/**
 * What the numbers of a series mean.
 *
 * @param id stable, such as {@code trend.coverage}
 * @param unit the unit of the values
 * @param audience the least audience that may see them
 */
public record SeriesDefinition(String id, LocalText title, String unit, Audience audience) {}
