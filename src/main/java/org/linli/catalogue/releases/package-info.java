/**
 * Releases: the public datasets at one day, frozen with their sums, and what changed since the one
 * before.
 */
package org.linli.catalogue.releases;
