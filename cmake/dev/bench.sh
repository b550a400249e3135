#!/usr/bin/env bash
# Builds, then prints the figures; each beside a peer measured in the same run.
set -euo pipefail
bash "$ROOT/cmake/dev/build.sh"
export CROSSWALK_BIN_DIR=$RELEASE/bin CROSSWALK_NPM_DIR=$RELEASE/npm
node "$ROOT/tests/bench/validate.mjs"
node "$ROOT/tests/bench/describe.mjs"
node "$ROOT/tests/bench/sync.mjs"
