package org.linli.analysis;

import org.linli.layer.LocalText;

/**
 * What a layer is to an analysis. Any layer with the fields can play a role.
 *
 * @param name the role and the parameter by which another layer is named, such as {@code buildings}
 * @param standard the id of the layer that plays it when none is named
 * @param required whether the analysis cannot do without; the others may be missing
 */
public record LayerRole(String name, LocalText title, String standard, boolean required) {}
