/** Leaflet by the names that this folder uses: its small build is no module, and leaves itself with the page. */
import '/lib/leaflet.js';

export const { Circle, CircleMarker, Control, CRS, DivIcon, DomUtil, GeoJSON, GridLayer, LatLngBounds, Layer, LayerGroup, Map, Marker, Polygon, Polyline, SVG, TileLayer } = globalThis.leaflet;
