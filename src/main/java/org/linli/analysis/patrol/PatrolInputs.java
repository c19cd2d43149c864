package org.linli.analysis.patrol;

import java.util.Optional;
import org.linli.snapshot.LayerView;

/** The layers that the patrol analysis reads; each must show the fields that staff may see. */
public record PatrolInputs(
    LayerView buildings,
    Optional<LayerView> patrols,
    Optional<LayerView> visits,
    Optional<LayerView> hazards,
    Optional<LayerView> communities) {}
