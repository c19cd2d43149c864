#!/bin/sh
# Measures the portal side by side with MapServer, PostGIS and GDAL, all on this machine, and writes
# target/bench/results.md.
#
#   src/bench/run.sh [--quick] [--publish] [part ...]
#
# --quick    a tenth of the size, for trying
# --publish  also writes src/docs/benchmarks.md
# parts      import whole exports tiles items memory ready index edit patrol access whatif
#            browser growth; all of these when none is named. A piece of exports alone: exports-made
#            exports-kept exports-chosen
#            exports-heap exports-sheets. Only when named: hotspots and intervals, which write
#            target/bench/hotspots.md and target/bench/impact.md (an hour or so each)
#
# Needs on Debian: postgresql-15-postgis-3 cgi-mapserver spawn-fcgi nginx gdal-bin
set -eu
cd "$(dirname "$0")/../.."

publish=no
parts=
for word in "$@"; do
  case $word in
    --publish) publish=yes ;;
    *) parts="$parts $word" ;;
  esac
done

for program in mapserv spawn-fcgi nginx ogr2ogr psql; do
  command -v "$program" > /dev/null || { echo "$program is missing: see the head of $0" >&2; exit 1; }
done

mkdir -p target/bench
mvn -q -Pbench -DskipTests package dependency:build-classpath \
  -Dmdep.outputFile=target/bench/classpath -Dmdep.includeScope=test

# shellcheck disable=SC2086
java -Xmx4g -cp "target/test-classes:target/classes:$(cat target/bench/classpath)" \
  org.linli.bench.SideBySide $parts

cat target/bench/results.md
if [ "$publish" = yes ]; then
  mkdir -p src/docs
  cp target/bench/results.md src/docs/benchmarks.md
fi
