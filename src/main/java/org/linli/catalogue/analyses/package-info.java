/**
 * Analyses run on what the portal serves. {@link org.linli.catalogue.analyses.Questions} makes of a
 * request's parameters a {@link org.linli.catalogue.analyses.Question}: layers at their versions, a
 * moment, thresholds, all checked. {@link org.linli.catalogue.analyses.AnalysisRuns} finds the
 * {@link org.linli.catalogue.analyses.Finding} of one: kept, being worked out for somebody else, or
 * worked out now.
 */
package org.linli.catalogue.analyses;
