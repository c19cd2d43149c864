package org.linli.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.snapshot.LayerView;

/**
 * The layers that an analysis reads, by role, with a memory of what was derived from them. The
 * layers never change, so neither does what follows from them alone; whoever keeps these inputs
 * keeps that work. Thread-safe.
 */
public final class AnalysisInputs {
  private final Map<String, LayerView> views;
  private final Map<Key, Lazy<?>> derived = new ConcurrentHashMap<>();

  public AnalysisInputs(Map<String, LayerView> viewsByRole) {
    this.views = Map.copyOf(viewsByRole);
  }

  public Map<String, LayerView> views() {
    return views;
  }

  public Optional<LayerView> find(String role) {
    return Optional.ofNullable(views.get(role));
  }

  /**
   * @throws InvalidParameterException if no layer plays the role; it names the role
   */
  public LayerView get(String role) {
    return find(role).orElseThrow(() -> missing(role));
  }

  private static InvalidParameterException missing(String role) {
    return new InvalidParameterException(
        role,
        new LocalText(
            "没有可用作「" + role + "」的图层：请用参数「" + role + "」指定一个。",
            "There is no layer to be the " + role + ": name one by the parameter " + role + ".",
            "«" + role + "» བྱེད་པའི་བང་རིམ་མེད། ཞུགས་གྲངས་ «" + role + "» ཡིས་གཅིག་སྟོན་རོགས།"));
  }

  /**
   * The rows of a role's layer.
   *
   * @throws InvalidParameterException if no layer plays the role; it names the role
   */
  public LayerRows requiredRows(String role) {
    get(role);
    return rows(role).orElseThrow();
  }

  /** The rows of a role's layer, made once; empty where no layer plays the role. */
  public Optional<LayerRows> rows(String role) {
    return find(role).map(view -> once(Set.of(role), "rows", () -> new LayerRows(view, role)));
  }

  /** The same inputs with another layer in a role; what does not depend on it is remembered. */
  public AnalysisInputs with(String role, LayerView view) {
    Map<String, LayerView> changed = new HashMap<>(views);
    changed.put(role, view);
    AnalysisInputs inputs = new AnalysisInputs(changed);
    derived.forEach(
        (key, value) -> {
          if (!key.roles.contains(role)) {
            inputs.derived.put(key, value);
          }
        });
    return inputs;
  }

  /**
   * What follows from all of these layers and the key; see {@link #once(Set, Object, Supplier)}.
   */
  public <T> T once(Object key, Supplier<T> derivation) {
    return once(views.keySet(), key, derivation);
  }

  /**
   * What follows from the layers of some roles and the key alone: derived the first time,
   * remembered after. One that fails is not remembered.
   *
   * @param roles those that it depends on
   * @param key names it, with everything besides the layers that it depends on
   */
  @SuppressWarnings("unchecked")
  public <T> T once(Set<String> roles, Object key, Supplier<T> derivation) {
    Key whole = new Key(roles, key);
    return ((Lazy<T>) derived.computeIfAbsent(whole, k -> new Lazy<T>())).get(derivation);
  }

  private record Key(Set<String> roles, Object key) {}

  /** A derivation may ask for another one, which the map itself would not allow. */
  private static final class Lazy<T> {
    private T value;

    synchronized T get(Supplier<T> derivation) {
      if (value == null) {
        value = derivation.get();
      }
      return value;
    }
  }
}
