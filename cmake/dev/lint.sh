#!/usr/bin/env bash
# Formatting, the rules of the tree, clang-tidy and the web's own lint.
#   lint.sh            everything
#   lint.sh --changed  clang-tidy over the C++ files that differ from the branch's start or the last commit
#   lint.sh --format   clang-format alone
#   lint.sh --fix      let clang-format write
set -euo pipefail
cd "$ROOT"
bash cmake/dev/install.sh
mode=${1:-}

cpp_files() { git ls-files --cached --others --exclude-standard '*.cpp' '*.hpp' | while read -r f; do [ -f "$f" ] && echo "$f"; done; }

if [ "$mode" = --fix ]; then
  cpp_files | xargs -r clang-format -i
  exit 0
fi
if [ "$mode" != --changed ]; then
  step "clang-format"
  cpp_files | xargs -r clang-format --dry-run --Werror
fi
[ "$mode" = --format ] && exit 0

[ -f build/release/build.ninja ] || { mkdir -p build; cmake --preset release >build/release.configure.log; }
if [ "$mode" = --changed ]; then
  # On main itself the last commit is what changed; a first commit has nothing before it.
  base=$(git merge-base HEAD origin/main 2>/dev/null || git rev-parse -q --verify HEAD~1 || git hash-object -t tree /dev/null)
  [ "$base" = "$(git rev-parse HEAD)" ] && base=$(git rev-parse -q --verify HEAD~1 || git hash-object -t tree /dev/null)
  files=$(git diff --name-only --diff-filter=d "$base" -- '*.cpp')
else
  files=$(cpp_files | grep '\.cpp$')
fi
step "clang-tidy"
[ -z "$files" ] || printf '%s\n' "$files" | node cmake/dev/clang_tidy.mjs

if [ -z "$mode" ]; then
  step "Structure of the tree"
  node --test tests/tidy/tidy.test.mjs
  step "Web"
  npm --prefix web run --silent check
fi
