/**
 * What every panel is given: the words of the language, the layers and how they are drawn, the store, and what can be
 * done. A page is for one language and one theme; a switch makes another one and ends this one's watching.
 */
export function createPage({ store, words, portal, layers, rules, actions }) {
  const byId = new Map(layers.map((layer) => [layer.id, layer]));
  const stops = [];
  return {
    store,
    words,
    portal,
    layers,
    actions,
    /** The definition of a layer; `undefined` when the portal has none of that id. */
    layerOf: (id) => byId.get(id),
    ruleOf: (id) => rules.get(id),
    isShown: (id) => store.get().layers?.includes(id) ?? true,
    watch: (select, listener) => stops.push(store.watch(select, listener)),
    end: () => stops.splice(0).forEach((stop) => stop()),
  };
}
