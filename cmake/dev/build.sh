#!/usr/bin/env bash
# Builds the programs (build/release/bin), the WebAssembly package (build/release/npm) and the console.
set -euo pipefail
bash "$ROOT/cmake/dev/install.sh"
cd "$ROOT"

configure() { # preset
  [ -f "build/$1/build.ninja" ] || cmake --preset "$1" >"build/$1.configure.log" 2>&1 || {
    cat "build/$1.configure.log" >&2
    return 1
  }
}

mkdir -p build
step "Building the programs"
configure release
cmake --build --preset release >&2

step "Building the WebAssembly module"
export NODE_PATH=/usr/share/nodejs # Debian's acorn, which em++ needs to optimise its glue
configure wasm
cmake --build --preset wasm >&2
rm -rf build/release/npm
cp -a build/wasm/npm build/release/npm

step "Building the console"
newest() { find web wasm build/release/npm -type f -not -path '*/node_modules/*' -newer build/web/.built -print -quit 2>/dev/null; }
if [ ! -f build/web/.built ] || [ -n "$(newest)" ]; then
  mkdir -p build/web
  (cd web && npm run --silent build)
  touch build/web/.built
fi
