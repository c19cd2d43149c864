#!/bin/sh
# Pictures of the pages, into target/screenshots: every view, window, language and theme. Needs Chromium.
set -eu
cd "$(dirname "$0")/../.."
exec mvn -q test -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false "$@"
