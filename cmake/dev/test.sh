#!/usr/bin/env bash
# Builds and runs every test, fast ones first. Every runner's own closing lines stay in the output;
# the last lines say which suites passed. Non-zero when any failed.
set -uo pipefail
cd "$ROOT"

passed=() failed=()
suite() { # name command...
  local name=$1 started=$SECONDS
  shift
  step "$name"
  if "$@"; then
    passed+=("$name ($((SECONDS - started)) s)")
  else
    failed+=("$name")
  fi
}

# Real describes, answers and records that lie beside the project on some machines.
if [ -z "${CROSSWALK_CORPUS:-}" ] && [ -d "$ROOT/../shared/corpus" ]; then
  CROSSWALK_CORPUS=$(cd "$ROOT/../shared/corpus" && pwd)
fi
export CROSSWALK_CORPUS=${CROSSWALK_CORPUS:-}
if [ -z "$CROSSWALK_CORPUS" ]; then
  echo "NOTE: no corpus of real Salesforce answers here (CROSSWALK_CORPUS is empty): the tests that read it are skipped." >&2
fi
export CROSSWALK_BIN_DIR=$RELEASE/bin CROSSWALK_NPM_DIR=$RELEASE/npm

bash cmake/dev/install.sh || exit 1

# Each program's own closing lines, and all that failed.
programs() { ctest -V -j "$CMAKE_BUILD_PARALLEL_LEVEL" "$@" | grep -vE '^(UpdateCTest|Parse Config|Checking test|[0-9]+: (Test (command|timeout|properties)|Working Dir|Environment|Note: (This|Rand|Google)|$))'; return "${PIPESTATUS[0]}"; }
native() { programs --test-dir build/release; }
sanitized() {
  [ -f build/sanitize/build.ninja ] || cmake --preset sanitize >build/sanitize.configure.log 2>&1 || return 1
  cmake --build --preset sanitize --target fast_tests >&2 &&
    programs --test-dir build/sanitize -L fast
}
node_tests() { node --test --test-reporter=tap "$@" | grep -vE '^\s*(duration_ms|type:|---|\.\.\.)'; return "${PIPESTATUS[0]}"; }

mkdir -p build
suite "Structure of the tree" node_tests tests/tidy/tidy.test.mjs
suite "Formatting" bash cmake/dev/lint.sh --format
suite "Build" bash cmake/dev/build.sh
if [[ " ${failed[*]} " != *" Build "* ]]; then # nothing else can run without it
  suite "C++ tests" native
  suite "WebAssembly tests" node_tests tests/wasm/*.test.mjs
  suite "The command line, whole way" node_tests tests/story/*.test.mjs
  suite "SOQL beside a parser from elsewhere" npm --prefix tests/soql test --silent
  suite "Web: types and lint" npm --prefix web run --silent check
  suite "jsforce against the local org" npm --prefix tests/org/jsforce test --silent
  suite "Elements in Chromium" npm --prefix web run --silent test:elements
  suite "Console in Chromium" npm --prefix web run --silent test:e2e
  suite "Demo" bash cmake/dev/demo.sh --once
  suite "C++ tests under ASan and UBSan" sanitized
  suite "Readers under random input" bash cmake/dev/fuzz.sh 8
  suite "clang-tidy over what changed" bash cmake/dev/lint.sh --changed
fi

step "Summary"
printf 'passed: %s\n' "${passed[@]}"
[ ${#failed[@]} -gt 0 ] && printf 'FAILED: %s\n' "${failed[@]}"
printf '%d passed, %d failed\n' ${#passed[@]} ${#failed[@]}
[ ${#failed[@]} -eq 0 ]
