#!/usr/bin/env bash
# Installs what is missing, builds, starts a hub with the practice office on this machine and opens the app enrolled to
# it. May be run again at any time: what is up to date is not built again, and the office is kept.
#
#   packaging/run.sh               Kari Moen's tablet (a counsellor)
#   packaging/run.sh supervisor    Randi Vik's desk, on the same office; also while the tablet's app is open
#
# Without a display it takes the whole road by itself in a virtual one, on an office of its own, and leaves a picture of
# every screen and the client's paper copy in build/tour/. It ends with 1 when a step failed.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/dependencies.sh

usage() {
  echo "usage: packaging/run.sh [counsellor|supervisor]" >&2
  exit 2
}

case ${1:-counsellor} in
  counsellor | supervisor) role=${1:-counsellor} ;;
  *) usage ;;
esac

install_dependencies
umask 077
[ -f build/release/build.ninja ] || cmake --preset release
cmake --build --preset release --target veikart veikart-hub veikart-practice-office

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec /usr/bin/python3 -B packaging/tour/open_app.py --bin build/release/bin --folder build/practice --role "$role"
fi
exec timeout --kill-after=30 1500 packaging/tour/on_session_bus.sh /usr/bin/python3 -B packaging/tour/home_visit.py \
  --bin build/release/bin --out build/tour --work build/tour-work
