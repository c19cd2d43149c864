"""Reads an OGC API with OWSLib's client and tells, as JSON, what it finds.

usage: owslib_reads.py API COLLECTION ANSWERS
"""

import json
import sys

from owslib.ogcapi.features import Features
from owslib.util import http_get


def pages(service, collection):
    """The codes of every feature, following the links from page to page."""
    page = service.collection_items(collection, limit=7)
    codes = []
    while True:
        codes += [feature["id"] for feature in page["features"]]
        following = [link["href"] for link in page["links"] if link["rel"] == "next"]
        if not following:
            return codes
        page = http_get(following[0]).json()


def main(api, collection, answers):
    service = Features(api)

    def items(**question):
        return service.collection_items(collection, limit=1000, **question)

    found = {
        "conformance": service.conformance()["conformsTo"],
        "openapi": service.api()["openapi"],
        "collections": service.collections()["collections"],
        "feature_collections": service.feature_collections(),
        "collection": service.collection(collection),
        "queryables": service.collection_queryables(collection),
        "items": items(),
        "pages": pages(service, collection),
        "boxed": items(bbox=[101.4, 36, 101.4084, 36.0004]),
        "dated": items(datetime="../2026-01-02T00:00:00Z"),
        "filtered_by_text": items(filter="floors > 54 AND name LIKE '楼栋 %'"),
        "filtered_by_json": items(
            **{
                "filter": json.dumps({"op": ">", "args": [{"property": "floors"}, 54]}),
                "filter-lang": "cql2-json",
            }
        ),
        "item": service.collection_item(collection, "h-001"),
    }
    with open(answers, "w", encoding="utf-8") as out:
        json.dump(found, out, ensure_ascii=False)


main(*sys.argv[1:])
