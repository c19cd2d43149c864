/**
 * The invented community the portal shows until somebody brings their own: a resettlement estate
 * and a city sub-district, drawn and lived in by a seeded generator that writes ordinary source
 * files (GeoJSON, CSV). They go in through the import like anyone's.
 */
package org.linli.demo;
