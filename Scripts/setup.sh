# shellcheck shell=bash
# What the scripts share: finding Swift, installing what is missing, building the program. Sourced, not run.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)

# The optimised program, and when its build began: what is newer than that is not in it yet.
program=$root/.build/release/plenum
built=$root/.build/plenum-built

# What the program is linked with: a package and its archive, by the names of `Package.swift`.
archives=(libyaml-dev:libyaml.a libedit-dev:libedit.a libbsd-dev:libbsd.a libmd-dev:libmd.a libncurses-dev:libtinfo.a
  zlib1g-dev:libz.a libexpat1-dev:libexpat.a)

# fail STATUS SENTENCE: ends the script.
fail() {
  printf '%s\n' "$2" >&2
  exit "$1"
}

# quietly COMMAND…: what it says is shown only when it fails; its exit status is kept.
quietly() {
  local said status=0
  said=$("$@" 2>&1 </dev/null) || status=$?
  ((status == 0)) || printf '%s\n' "$said" >&2
  return "$status"
}

# Sees to it that `swift` can be called, and is new enough.
need_swift() {
  local bin=${SWIFTLY_BIN_DIR:-${HOME:-}/.local/share/swiftly/bin} version
  if ! command -v swift >/dev/null && [[ -x $bin/swift ]]; then PATH=$bin:$PATH; fi
  command -v swift >/dev/null ||
    fail 69 'Plenum is built with Swift 6.3 or newer, and there is no swift here: install it as swift.org/install says, then run this again.'
  version=$(swift --version 2>/dev/null || true)
  [[ $version =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]] ||
    fail 69 'Plenum is built with Swift 6.3 or newer, and the swift here does not say its version: install it as swift.org/install says, then run this again.'
  ((BASH_REMATCH[1] > 6 || (BASH_REMATCH[1] == 6 && BASH_REMATCH[2] >= 3))) ||
    fail 69 "Plenum is built with Swift 6.3 or newer, and this is ${BASH_REMATCH[0]}: update it as swift.org/install says, then run this again."
}

has_apt() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

# need_packages PACKAGE…: installs those that are missing, with apt.
need_packages() {
  local installed package as_root=() missing=()
  # shellcheck disable=SC2016 # The format is dpkg-query's own.
  installed=$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
  for package; do
    [[ $'\n'$installed$'\n' == *$'\n'"$package installed"$'\n'* ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail 69 "As root, run: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  echo "Installing ${missing[*]} …" >&2
  # Package lists that cannot be brought up to date may still do: whether they did is for the installation to say.
  local update="${lists_are_new:-apt-get -q update || true}" install='exec apt-get -qy -o DPkg::Lock::Timeout=300 install --no-install-recommends'
  quietly ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive sh -c "$update; $install \"\$@\"" sh "${missing[@]}" ||
    fail 69 "These packages could not be installed: ${missing[*]}"
  lists_are_new=true
}

# need_tools NAME…: commands whose packages have the same name.
need_tools() {
  local name missing=()
  for name; do
    command -v "$name" >/dev/null || missing+=("$name")
  done
  ((${#missing[@]})) || return 0
  has_apt || fail 69 "Install these, then run this again: ${missing[*]}"
  need_packages "${missing[@]}"
}

# What building needs besides Swift. macOS brings all of it along but libyaml.
need_libraries() {
  local each missing=() prefix
  if [[ $(uname -s) == Darwin ]]; then
    prefix=$(brew --prefix libyaml 2>/dev/null) ||
      fail 69 'Install libyaml (with Homebrew: brew install libyaml), then run this again.'
    export CPATH=$prefix/include${CPATH:+:$CPATH} LIBRARY_PATH=$prefix/lib${LIBRARY_PATH:+:$LIBRARY_PATH}
  fi
  [[ $(uname -s) == Linux ]] || return 0
  if has_apt; then
    need_packages "${archives[@]%%:*}"
  else
    for each in "${archives[@]#*:}"; do
      # A compiler that finds a file names its folder too.
      [[ $("$(compiler)" "-print-file-name=$each") == */* ]] || missing+=("$each")
    done
    ((${#missing[@]} == 0)) ||
      fail 69 "Install libedit, libbsd, libmd, ncurses, zlib and expat for development, with their static archives (missing: ${missing[*]}), then run this again."
  fi
}

# The C compiler: the system's own, or the one that Swift brings along.
compiler() { command -v cc || command -v clang || dirname "$(command -v swift)" | sed 's:$:/clang:'; }

need_build_tools() {
  need_swift
  need_tools git
  need_libraries
  # What was built in one folder cannot be built upon in another.
  local folder=$root/.build/plenum-folder
  if [[ ! -e $folder || $(<"$folder") != "$root" ]]; then
    if [[ -e $folder ]]; then rm -rf "$root/.build"; fi
    mkdir -p "$root/.build"
    printf '%s\n' "$root" >"$folder.$$"
    mv "$folder.$$" "$folder"
  fi
}

is_built() {
  # The program of the phones is built by itself: Scripts/phones.
  [[ -x $program && -e $built && -z $(find "$root/Package.swift" "$root/Sources" "$root/Scripts/setup.sh" \
    -path "$root/Sources/plenum-phones" -prune -o -newer "$built" -print) ]]
}

# Builds the optimised program, unless nothing has changed since.
build_program() {
  is_built && return
  need_build_tools
  local options=(--package-path "$root" --configuration release --product plenum) news='Building Plenum …'
  # One file is all there is to ship, without what only a debugger reads; macOS has the libraries in the system.
  if [[ $(uname -s) == Linux ]]; then options+=(-Xswiftc -static-executable -Xlinker --strip-all); fi
  [[ -x $program ]] || news='Building Plenum; the first time this takes a minute or two …'
  echo "$news" >&2
  local began status=0
  began=$(mktemp "$root/.build/plenum-began.XXXXXX")
  quietly swift build "${options[@]}" || status=$?
  if ((status == 0)); then mv "$began" "$built"; else rm "$began"; fi
  ((status == 0)) || fail "$status" 'Plenum could not be built: what Swift said stands above.'
}
