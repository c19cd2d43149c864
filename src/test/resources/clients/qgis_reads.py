"""Opens sources with QGIS's own providers and tells, as JSON, what it finds in each.

usage: qgis_reads.py SOURCES ANSWERS
SOURCES is a JSON list of {"name", "provider", "uri", "subset"}; ANSWERS is where to write.
"""

import json
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorTileLayer,
)
from qgis.PyQt.QtCore import NULL, QDate, QDateTime, QSize, Qt

WGS84 = QgsCoordinateReferenceSystem("EPSG:4326")
MERCATOR = QgsCoordinateReferenceSystem("EPSG:3857")


def plain(value):
    if value == NULL:
        return None
    if isinstance(value, (QDate, QDateTime)):
        return value.toString(Qt.ISODate)
    return value


def place(feature, into_degrees):
    """Well-known text in degrees, by QGIS's own transformation."""
    if not feature.hasGeometry():
        return None
    geometry = feature.geometry()
    geometry.transform(into_degrees)
    return geometry.asWkt(9)


def told(source):
    layer = QgsVectorLayer(source["uri"], source["name"], source["provider"])
    if not layer.isValid():
        return {"valid": False, "error": layer.error().message()}
    if source.get("subset") and not layer.setSubsetString(source["subset"]):
        return {"valid": False, "error": "QGIS refuses the filter " + source["subset"]}
    into_degrees = QgsCoordinateTransform(layer.crs(), WGS84, QgsProject.instance())
    names = [field.name() for field in layer.fields()]
    return {
        "valid": True,
        "crs": layer.crs().authid(),
        "geometry": layer.wkbType(),
        "count": layer.featureCount(),
        "fields": {field.name(): field.typeName() for field in layer.fields()},
        "features": [
            {
                "values": dict(zip(names, map(plain, feature.attributes()))),
                "wkt": place(feature, into_degrees),
            }
            for feature in layer.getFeatures()
        ],
    }


def painted(source):
    """How many pixels of a picture QGIS paints, of vector tiles, inside and outside a box."""
    layer = QgsVectorTileLayer(source["uri"], source["name"])
    if not layer.isValid():
        return {"valid": False, "error": layer.error().message()}
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(MERCATOR)
    settings.setExtent(QgsRectangle(*source["box"]))
    settings.setOutputSize(QSize(256, 256))
    settings.setBackgroundColor(Qt.white)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    pixels = sum(
        picture.pixelColor(x, y) != Qt.white for x in range(256) for y in range(256)
    )
    return {"valid": True, "painted": pixels}


def main(sources, answers):
    application = QgsApplication([], False)
    application.initQgis()
    with open(sources, encoding="utf-8") as asked:
        found = {
            source["name"]: (painted if source["provider"] == "vectortile" else told)(source)
            for source in json.load(asked)
        }
    with open(answers, "w", encoding="utf-8") as out:
        json.dump(found, out, ensure_ascii=False)


main(*sys.argv[1:])
