#!/usr/bin/env bash
# Every reader under libFuzzer, AddressSanitizer and UndefinedBehaviorSanitizer.
#   fuzz.sh [SECONDS]   for each target, 120 unless said
# What is found on the way stays in build/fuzz/corpus, so that the next search begins there; an
# input that breaks a target is named at the end of the output and lies in build/fuzz/broken.
set -euo pipefail
cd "$ROOT"
seconds=${1:-120}
case $seconds in *[!0-9]* | '') echo "fuzz: '$seconds' is no number of seconds" >&2 && exit 2 ;; esac
bash cmake/dev/install.sh

step "Building the fuzzers"
mkdir -p build
[ -f build/fuzz/build.ninja ] || cmake --preset fuzz >build/fuzz.configure.log
cmake --build --preset fuzz

broken=0
fuzz() { # target, folders of further seeds
  local target=$1 corpus=build/fuzz/corpus/$1
  shift
  mkdir -p "$corpus" build/fuzz/broken
  step "fuzz $target, $seconds seconds"
  build/fuzz/bin/fuzz_"$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384 \
    -verbosity=0 -print_final_stats=1 -print_funcs=0 -artifact_prefix=build/fuzz/broken/"$target"- \
    "$corpus" "tests/fuzz/seeds/$target" "$@" 2>&1 | grep -vE '^(stat::(new_units|slowest)|Loaded|INFO|#####|".*" # Uses)' || broken=1
}
real=${CROSSWALK_CORPUS:-$ROOT/../shared/corpus}
if [ -d "$real/describe" ]; then fuzz describe "$real/describe"; else fuzz describe; fi
fuzz mapping tests/golden/validate/*
if [ -d "$real/records" ]; then fuzz csv "$real/records"; else fuzz csv; fi
fuzz preview tests/golden/preview/*
fuzz platform
fuzz soql
fuzz transform
exit $broken
