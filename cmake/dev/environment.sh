# Sourced by ./dev: what every step shares.

export BUILD=$ROOT/build
export RELEASE=$BUILD/release
# A newer Node than the system's, where one was needed, lies here (install.sh).
export PATH=$BUILD/node/node_modules/.bin:$PATH
# Precompiled headers and coverage of __TIME__ need these to be cacheable.
export CCACHE_SLOPPINESS=pch_defines,time_macros
export CCACHE_BASEDIR=$ROOT
export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}
export NPM_CONFIG_UPDATE_NOTIFIER=false NPM_CONFIG_FUND=false NPM_CONFIG_AUDIT=false

step() { printf '\n\033[1m== %s\033[0m\n' "$*" >&2; }
export -f step
