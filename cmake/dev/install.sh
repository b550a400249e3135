#!/usr/bin/env bash
# Installs what is missing and nothing else: Debian packages, a Node that the web tools accept, and
# the npm packages of the lock files. A second call finds everything there and does nothing.
#   install.sh [FOLDER...]   the npm packages of further folders, too
set -euo pipefail

NODE_WANTED=22.23.3   # installed from npm's `node` package where the system's is older than this:
NODE_OLDEST=20.19     # what Vite needs

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    echo "dev: not root, and no sudo: please install these Debian packages: ${missing[*]}" >&2
    exit 1
  fi
}

installed() { dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q '^ii'; }

missing=()
while read -r package; do
  case $package in '' | '#'*) continue ;; esac
  installed "$package" || missing+=("$package")
done <"$ROOT/cmake/dev/debian-packages.txt"
# Debian's npm is a package of its own; a Node from elsewhere brings npm with it.
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)

if [ ${#missing[@]} -gt 0 ]; then
  step "Installing ${#missing[@]} Debian packages"
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >"${TMPDIR:-/tmp}/crosswalk-apt.log" 2>&1 || {
    tail -n 20 "${TMPDIR:-/tmp}/crosswalk-apt.log" >&2
    exit 1
  }
fi

at_least() { [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }
if ! at_least "$NODE_OLDEST" "$(node --version | tr -d v)"; then
  step "Taking Node $NODE_WANTED from npm (the system's is $(node --version))"
  mkdir -p "$BUILD/node"
  npm install --loglevel=error --no-package-lock --prefix "$BUILD/node" "node@$NODE_WANTED"
  hash -r
fi

# Runs only when the lock file has changed since. `npm install --no-save` and not `npm ci`: both keep to the
# lock's versions, but ci refuses a lock that lacks another platform's optional package.
install_npm() {
  local folder=$1 stamp=$1/node_modules/.installed-lock
  [ -f "$folder/package-lock.json" ] || return 0
  cmp -s "$folder/package-lock.json" "$stamp" && return 0
  step "Installing the npm packages of ${folder#"$ROOT"/}"
  (cd "$folder" && npm install --no-save --loglevel=error)
  cp "$folder/package-lock.json" "$stamp"
}
for folder in web tests/org/jsforce tests/soql "$@"; do
  install_npm "$ROOT/$folder"
done
