# What every finding needs, read in by it: a folder of its own, pinned packages, and a comparison.
# shellcheck shell=bash

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export HOME=$work TMPDIR=$work LC_ALL=C.UTF-8 TZ=UTC PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1

# debian NAME=VERSION…: installs what is missing, and says which version answers here.
debian() {
  local each name here
  for each; do
    name=${each%%=*}
    here=$(dpkg-query -W -f '${Version}' "$name" 2>/dev/null) || true
    if [[ -z $here ]]; then
      DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "$name" >&2
      here=$(dpkg-query -W -f '${Version}' "$name")
    fi
    echo "$name $here (Debian)"
    [[ $each != *=* || $here == "${each#*=}" ]] || echo "  seen with ${each#*=}: what follows may differ."
  done
}

# pypi NAME==VERSION…: into a virtual environment of this run alone, whose `python` then comes first.
pypi() {
  python3 -c 'import ensurepip' 2>/dev/null || debian python3-venv
  python3 -m venv "$work/venv"
  PATH=$work/venv/bin:$PATH
  pip install --quiet "$@"
  printf '%s\n' "$@"
}

# office FORMAT FILE: what LibreOffice makes of a file, beside it, with a profile of this run alone.
office() { soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" "$2" >/dev/null 2>&1; }

# expect SEEN: compares it with what standard input says; exits 1 when the behaviour is another one by now.
expect() {
  printf '\n%s\n\n' "$1"
  if diff <(cat) <(printf '%s\n' "$1"); then echo 'As it was found.'; else
    echo 'This has changed since it was found.'
    exit 1
  fi
}
