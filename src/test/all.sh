#!/usr/bin/env bash
# Runs every test of the project, and leaves none out. What the tests need beyond JDK 17 and Maven
# (PostGIS, Chromium, GDAL, Node, QGIS, OWSLib, fonts) is installed first from Debian's packages, where missing.
set -euo pipefail
cd "$(dirname "$0")/../.."

missing=()
need() { # PACKAGE, then a command that succeeds when it is there
  local package=$1
  shift
  "$@" >/dev/null 2>&1 || missing+=("$package")
}
some_file() { compgen -G "$1"; }

need gdal-bin command -v ogr2ogr
need postgresql some_file '/usr/lib/postgresql/*/bin/initdb'
need postgis some_file '/usr/share/postgresql/*/extension/postgis.control'
need chromium command -v chromium
need nodejs command -v node
need python3-qgis some_file '/usr/lib/python3/dist-packages/qgis/__init__.py'
need python3-owslib some_file '/usr/lib/python3/dist-packages/owslib/__init__.py'
need fonts-noto-cjk some_file '/usr/share/fonts/opentype/noto/NotoSansCJK*'
need fonts-noto-core some_file '/usr/share/fonts/truetype/noto/NotoSerifTibetan*'

# The PostGIS extension comes in a package named after the server's version.
postgis_package() {
  apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' | cut -d' ' -f1 | sort -V | tail -n 1
}

if ((${#missing[@]})); then
  run_as_root=()
  ((EUID == 0)) || run_as_root=(sudo)
  echo "Installing what the tests need: ${missing[*]}"
  "${run_as_root[@]}" apt-get update -q
  packages=()
  for package in "${missing[@]}"; do
    [[ $package == postgis ]] && package=$(postgis_package)
    packages+=("$package")
  done
  DEBIAN_FRONTEND=noninteractive "${run_as_root[@]}" \
    apt-get install -y -q --no-install-recommends "${packages[@]}"
fi

export LINLI_TEST_ALL=true
exec mvn -B --no-transfer-progress verify "$@"
