#!/bin/sh
# Sees to Node: present, and no older than the first argument, say 20.19.
set -eu

wanted=$1
way="install Node ${wanted%%.*} or newer, for instance from https://nodejs.org"
command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || {
    echo "setup-node: no node and npm on the PATH: $way" >&2
    exit 1
}
found=$(node --version)
node -e '
const [wanted, found] = process.argv.slice(1).map((version) => version.split(".").map(Number));
process.exit(found[0] > wanted[0] || (found[0] === wanted[0] && found[1] >= wanted[1]) ? 0 : 1);
' "$wanted" "${found#v}" || {
    echo "setup-node: node $found is older than $wanted: $way" >&2
    exit 1
}
