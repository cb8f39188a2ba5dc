#!/usr/bin/env bash
# Shows that the net catches fish: plants each bug of Patches/ into a copy of the last commit and lets the simulation find it.
# With names (without .patch) only those. SEEDS and JOBS say how many cycles to play, and on how many cores.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(git -C "$here" rev-parse --show-toplevel)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git clone --quiet --local "$root" "$copy"
# What the pages need from npm is not in the repository.
[[ ! -d $root/web/dist ]] || cp -r "$root/web/dist" "$copy/web/"
export DOTNET_TieredPGO=0

# Planted bugs may offend the analysers; they are not asked.
build() {
  (cd "$copy" && dotnet build local/Host -c Release -v quiet -nologo \
    -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:TreatWarningsAsErrors=false >"$copy/build.log" 2>&1)
}

build || {
  echo 'The last commit does not build.' >&2
  exit 1
}

missed=0
total=0
printf '%-34s %-30s %s\n' bug 'found by' seed
for patch in "$here"/Patches/*.patch; do
  name=$(basename "$patch" .patch)
  [[ $# -eq 0 || " $* " == *" $name "* ]] || continue
  total=$((total + 1))
  expected=$(sed -n 's/^Invariant: //p' "$patch")
  git -C "$copy" apply "$patch"
  if build; then
    output=$(dotnet "$copy/local/Host/bin/Release/net10.0/review.dll" simulate \
      --seeds "${SEEDS:-2000}" --jobs "${JOBS:-$(nproc)}" --first 2>/dev/null || true)
    found=$(sed -n '1s/:.*//p' <<<"$output")
    seed=$(sed -n 's/.*--from \([0-9]*\).*/\1/p' <<<"$output" | head -1)
  else
    found='does not build'
    seed=''
  fi
  mark=''
  if [[ -z $seed || ! " $expected " == *" $found "* ]]; then
    mark="  <- expected $expected"
    missed=$((missed + 1))
  fi
  printf '%-34s %-30s %s%s\n' "$name" "${found:-nothing}" "${seed:--}" "$mark"
  git -C "$copy" checkout --quiet -- .
done
echo "$total bugs, $((total - missed)) found by the invariant they break, $missed not."
[[ $missed -eq 0 ]]
