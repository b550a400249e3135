#!/usr/bin/env bash
# Builds, then runs the demo (demo.mjs).
set -euo pipefail
bash "$ROOT/cmake/dev/build.sh"
exec node "$ROOT/cmake/dev/demo.mjs" "$@"
