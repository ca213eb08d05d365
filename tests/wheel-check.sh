#!/usr/bin/env bash
# The main job as a user has it: from the wheel alone, in a new environment and an empty folder.
set -euo pipefail
project=$PWD
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

"$BUILDER" -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir "$place/wheel" "$project"
"$PYTHON" -m venv "$place/venv"
"$place/venv/bin/python" -m pip install --quiet --disable-pip-version-check --constraint "$project/constraints.txt" "$place"/wheel/*.whl

cd "$place"
cp -r "$project/corpus" corpus
kg=venv/bin/kg
$kg build corpus
$kg build corpus
$kg ask who-said-what --about "North Korea"
$kg query 'SELECT (COUNT(?statement) AS ?statements) WHERE { ?statement a kg:Statement }'
$kg validate
$kg view --output kg.html
$kg export --format turtle --output kg.ttl
cmp kg.ttl "$project/graphs/kg.ttl"
cmp kg.html "$project/graphs/kg.html"
echo "The wheel does the main job, and its graph is the one in graphs/, to the byte."
