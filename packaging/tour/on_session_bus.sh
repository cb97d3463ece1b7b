#!/usr/bin/env bash
# Runs a command with a D-Bus session of its own, on which the app and the tour's driver meet. What the buses have to say
# about themselves is dropped; the command keeps its standard error.
set -euo pipefail
exec 3>&2 2>/dev/null
exec env -u DBUS_SESSION_BUS_ADDRESS -u AT_SPI_BUS_ADDRESS dbus-run-session -- bash -c 'exec "$@" 2>&3 3>&-' -- "$@"
