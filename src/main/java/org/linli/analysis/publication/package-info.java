/**
 * What the public may see of a result: the one place where it is decided, from the audience of each
 * metric, series and layer and from what counts people. {@link
 * org.linli.analysis.publication.Publication} makes the public's result of the whole one; {@link
 * org.linli.analysis.publication.PublicMoment} says which moments the public may look from.
 */
package org.linli.analysis.publication;
