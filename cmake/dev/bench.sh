#!/usr/bin/env bash
# Builds, then prints the figures; each beside a peer measured in the same run.
#   bench.sh [NAME...]   those of tests/bench/NAME.mjs: validate describe chromium size preview truth sync; all unless said
set -euo pipefail
bash "$ROOT/cmake/dev/build.sh"
bash "$ROOT/cmake/dev/install.sh" tests/bench/peers
export CROSSWALK_BIN_DIR=$RELEASE/bin CROSSWALK_NPM_DIR=$RELEASE/npm
[ $# -gt 0 ] || set -- validate describe chromium size preview truth sync
for name in "$@"; do
  node "$ROOT/tests/bench/$name.mjs"
done
echo
echo "Load of the machine before and after: $(uptime | sed 's/.*load average/load average/'), $(nproc) processors"
