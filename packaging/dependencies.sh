#!/usr/bin/env bash
# Installs what building, running and testing Veikart needs and this machine lacks, from Debian 12 or 13: to be
# sourced; install_dependencies does it.
# SQLCipher 4.6, Catch2 3 and Source Sans 3 come from the official backports on Debian 12.
set -euo pipefail

# Qt's tools complain, file by file, of a machine that has no locale yet.
[ "$(locale charmap)" = UTF-8 ] || export LC_ALL=C.UTF-8

VEIKART_PACKAGES=(
  build-essential cmake ninja-build ccache pkg-config git ca-certificates python3
  clang clang-format-19 clang-tidy
  libsodium-dev libcurl4-openssl-dev libprotobuf-dev protobuf-compiler libzstd-dev libmicrohttpd-dev libgnutls28-dev
  libtss2-dev swtpm
  nlohmann-json3-dev librapidcheck-dev
  qt6-base-dev qt6-declarative-dev qt6-declarative-dev-tools qt6-svg-dev qt6-pdf-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
  qml6-module-qtqml qml6-module-qtqml-workerscript qml6-module-qtquick qml6-module-qtquick-controls
  qml6-module-qtquick-layouts qml6-module-qtquick-templates qml6-module-qtquick-window qml6-module-qttest
  libgl-dev libqt6svg6
  xvfb xauth xdotool x11-utils x11-xkb-utils imagemagick poppler-utils gdb
  systemd dbus-daemon at-spi2-core python3-gi gir1.2-atspi-2.0 libfaketime
)
VEIKART_BACKPORTS=(libsqlcipher-dev catch2 fonts-adobe-sourcesans3)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# missing_packages <version pattern> <name>...: those that are not installed in such a version.
missing_packages() {
  local version=$1 name
  shift
  for name in "$@"; do
    dpkg-query -W -f='${Status} ${Version}' "$name" 2>/dev/null | grep -q "^install ok installed $version" || echo "$name"
  done
}

# Where apt fetches <codename> from, whichever way its sources are written.
mirror_of() {
  apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' |
    awk -v codename="$1" '$2 == codename && !found { print $1; found = 1 }'
}

# Adds <codename>-backports on the mirror that this machine already uses for <codename>.
add_backports() {
  local codename=$1 mirror
  mirror=$(mirror_of "$codename")
  if [ -z "$mirror" ]; then
    echo "No apt source for $codename was found to take the backports' mirror from." >&2
    return 1
  fi
  printf 'Types: deb\nURIs: %s\nSuites: %s-backports\nComponents: main\nSigned-By: %s\n' \
    "$mirror" "$codename" /usr/share/keyrings/debian-archive-keyring.gpg |
    as_root tee /etc/apt/sources.list.d/veikart-backports.sources >/dev/null
}

install_dependencies() {
  local codename missing backports backported=''
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  [ "$codename" = bookworm ] && backported='.*~bpo12'
  missing=$(missing_packages '' "${VEIKART_PACKAGES[@]}")
  backports=$(missing_packages "$backported" "${VEIKART_BACKPORTS[@]}")
  [ -z "$missing$backports" ] && return 0
  echo "Installing what is missing: $(echo "$missing $backports" | xargs)"
  as_root apt-get update -q
  if [ "$codename" = bookworm ] && [ -z "$(mirror_of bookworm-backports)" ]; then
    add_backports "$codename"
    as_root apt-get update -q
  fi
  # shellcheck disable=SC2086  # lists of package names
  if [ "$codename" = bookworm ] && [ -n "$backports" ]; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
      -t bookworm-backports $backports
  else
    missing="$missing $backports"
  fi
  # shellcheck disable=SC2086
  if [ -n "$(echo $missing)" ]; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
  fi
}
