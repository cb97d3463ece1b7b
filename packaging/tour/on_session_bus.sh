#!/usr/bin/env bash
# Runs a command with a D-Bus session of its own, on which the app and the tour's driver meet. What the buses have to say
# about themselves is dropped; the command keeps its output.
set -euo pipefail
# The accessibility bus keeps its socket here: shared, one session would take it over from another.
XDG_RUNTIME_DIR=$(mktemp -d)
export XDG_RUNTIME_DIR
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
exec 3>&1 4>&2 >/dev/null 2>&1
env -u DBUS_SESSION_BUS_ADDRESS -u AT_SPI_BUS_ADDRESS dbus-run-session -- bash -c 'exec "$@" >&3 2>&4 3>&- 4>&-' -- "$@"
