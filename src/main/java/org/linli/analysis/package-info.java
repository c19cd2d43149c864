/**
 * What every analysis is made of. An analysis is a pure function from layer views and parameters to
 * an {@link org.linli.analysis.AnalysisResult}: no Spring, no SQL, no HTTP, no clock. Each has a
 * package of its own under this one and knows none of its siblings.
 *
 * <p>A new analysis provides:
 *
 * <ol>
 *   <li>{@code analyses/{id}.yaml}, read into an {@link org.linli.analysis.AnalysisDefinition}: the
 *       layers it reads by role, its parameters with range and, where the public may set one, its
 *       presets, its metrics with formula, unit, audience and whether they count people, its
 *       series, and in words every reason it gives for a missing number or a row left out. All
 *       words are in zh, en and bo, or the definition does not load. Its id goes into {@link
 *       org.linli.analysis.AnalysisDefinitions}.
 *   <li>{@code analyses/layers/{layer}.yaml} for each layer it makes; the layer's audience decides
 *       who gets it.
 *   <li>A public class that implements {@link org.linli.analysis.Analysis}. It reads views through
 *       {@link org.linli.analysis.LayerRows} (rows in the order of their codes, columns as arrays,
 *       {@code require} for the fields it cannot do without) and their places through {@link
 *       org.linli.analysis.PlaneShapes} (metres of {@link org.linli.analysis.LocalPlanes}, one for
 *       all layers of a run; distances without allocation) and {@link
 *       org.linli.analysis.PlaneIndex}; begins each number with {@link
 *       org.linli.analysis.Metric#of}, says what it counted and left out as {@link
 *       org.linli.analysis.RowSet}s, and gives a reason instead of a value where there is none.
 *       What depends only on some layers it gets through {@link
 *       org.linli.analysis.AnalysisInputs#once}, so that a later run on the same versions finds it.
 *       In long loops it calls {@link org.linli.analysis.Cancellation#check}.
 *   <li>Numbers by community, where they make sense, as {@link org.linli.analysis.AreaMetrics}:
 *       they are what the public gets of anything about people.
 * </ol>
 *
 * <p>An analysis computes the whole truth, from staff views. What the public may see of it is
 * decided once for all, by {@link org.linli.analysis.publication.Publication}, from the audience of
 * each metric, series and layer and from what counts people; what does not say that it is public is
 * for staff.
 */
package org.linli.analysis;
