#!/usr/bin/env bash
# Installs what is missing, builds and runs all tests.
#
#   packaging/test.sh                 everything, preset dev
#   packaging/test.sh --preset asan   the same under a sanitizer
#   packaging/test.sh --preset fuzz   the decoders against made-up bytes, and 200 schedules, under sanitizers
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/dependencies.sh

preset=dev
while [ $# -gt 0 ]; do
  case $1 in
    --preset) preset=$2; shift 2 ;;
    *) echo "usage: packaging/test.sh [--preset dev|release|asan|tsan|fuzz]" >&2; exit 2 ;;
  esac
done

install_dependencies
cmake --preset "$preset"
cmake --build --preset "$preset"
ctest --preset "$preset"
