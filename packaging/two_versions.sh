#!/usr/bin/env bash
# Builds an earlier version's hub and device beside this one's and lets them work together, in both directions.
#
#   packaging/two_versions.sh COMMIT
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/dependencies.sh

if [ $# -ne 1 ]; then
  echo "usage: packaging/two_versions.sh COMMIT" >&2
  exit 2
fi
other=$PWD/build/other_version

install_dependencies
rm -rf "$other"
git worktree prune
git worktree add --detach "$other" "$1"
trap 'git worktree remove --force "$other"' EXIT
for version in "$other" "$PWD"; do
  (cd "$version" && cmake --preset dev && cmake --build --preset dev --target veikart-hub veikart-device)
done
VEIKART_BIN=$PWD/build/dev/bin VEIKART_OTHER_BIN=$other/build/dev/bin PYTHONPATH=tests/processes \
  python3 -B tests/processes/two_versions.py -v
