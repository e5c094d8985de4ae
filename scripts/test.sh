#!/usr/bin/env bash
# Runs every test there is, on a fresh clone too: needs Node and npm, installs the rest below node_modules.
# All stages run, even when one fails; the last line counts tests, and a failed stage without tests of its own as one.
set -uo pipefail
cd "$(dirname "$0")/.."

export CI=true
exec </dev/null

reports=node_modules/.cache/reports
failed_stages=()

stage() {
  local name=$1
  shift
  printf '\n== %s ==\n' "$name"
  if "$@"; then return 0; fi
  failed_stages+=("$name")
  printf '** %s failed\n' "$name" >&2
  return 1
}

# What follows needs what this stage makes.
stage_or_end() {
  stage "$@" || finish
}

finish() {
  printf '\n== Result ==\n'
  printf 'Total time: %d s\n' "$SECONDS"
  node scripts/test-summary.mjs "$reports" "${failed_stages[@]+"${failed_stages[@]}"}"
  exit
}

# The command as it is installed: a built file, started as a process.
command_smoke() {
  local folder status
  folder=$(mktemp -d) &&
    printf '%s\n' '{"version":2,"width":80,"height":24}' '[1,"o","one"]' '[9,"o","two"]' >"$folder/in.cast" &&
    printf '%s\n' '{"idle_cap":2}' >"$folder/plan.json" &&
    node dist/node/castfold.js --version &&
    node dist/node/castfold.js apply "$folder/plan.json" "$folder/in.cast" -o "$folder/out.cast" &&
    grep -qxE '\[3(\.0)?,"o","two"\]' "$folder/out.cast" &&
    node dist/node/castfold.js check "$folder/plan.json" "$folder/in.cast" &&
    node dist/node/castfold.js analyze "$folder/in.cast" &&
    node dist/node/castfold.js fit "$folder/in.cast" --target 5 -o "$folder/fit.json" &&
    node dist/node/castfold.js check "$folder/fit.json" "$folder/in.cast"
  status=$?
  rm -rf "$folder"
  return $status
}

stage_or_end 'Dependencies' node scripts/ensure-dependencies.mjs
rm -rf "$reports"
mkdir -p "$reports"
PATH="$PWD/node_modules/.bin:$PATH"

stage 'Lock file' node scripts/lock-check.mjs
stage 'Types' tsc -b
stage 'Lint and format' biome check --error-on-warnings
stage 'Unit tests' vitest run --reporter=default --reporter=json --outputFile.json="$reports/unit.json"
if stage 'Build' npm run --silent build; then
  stage 'Command' command_smoke
  if stage 'Browser' node scripts/ensure-browser.mjs; then
    PLAYWRIGHT_JSON_OUTPUT_NAME="$reports/browser.json" stage 'Journeys in the browser' playwright test --reporter=list,json
  fi
fi
finish
