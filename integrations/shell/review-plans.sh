#!/usr/bin/env bash
# Plans every synthesized stack with the credentials of the shell and reviews the plans together.
# Usage: review-plans.sh [FOLDER] [options of `cdktf-azureml review`]
set -euo pipefail

folder=${1:-cdktf.out}
[ $# -eq 0 ] || shift
plans=$(mktemp -d)
# A plan can hold secrets in plain text.
trap 'rm -rf "$plans"' EXIT

for stack in "$folder"/stacks/*/; do
  [ -d "$stack" ] || { echo "review: no stacks in $folder" >&2 && exit 1; }
  name=$(basename "$stack")
  terraform -chdir="$stack" init -input=false >&2
  terraform -chdir="$stack" plan -input=false -out "$plans/$name.tfplan" >&2
  terraform -chdir="$stack" show -json "$plans/$name.tfplan" >"$plans/$name.json"
done
bash -c "${REVIEW_COMMAND:-npx --no-install cdktf-azureml} \"\$@\"" review \
  review "$plans"/*.json --synth "$folder" "$@"
