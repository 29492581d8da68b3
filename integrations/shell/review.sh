#!/usr/bin/env bash
# Synthesizes the base and the head of a change and reviews what is between them. Takes no
# credentials. Inputs are the variables below; `docs/review.md` explains them.
set -euo pipefail

directory=${REVIEW_DIRECTORY:-.}
install=${REVIEW_INSTALL-npm ci}
install_head=${REVIEW_INSTALL_HEAD-$install}
synth=${REVIEW_SYNTH:-npx cdktf synth}
output=${REVIEW_OUTPUT:-cdktf.out}
command=${REVIEW_COMMAND:-npx --no-install cdktf-azureml}
formats=${REVIEW_FORMATS:-markdown json sarif html}
export CDKTF_AZUREML_VERSIONS=${REVIEW_VERSIONS:-read}

say() { printf '%s\n' "== $*"; }

die() {
  printf '%s\n' "review: $*" >&2
  exit 1
}

# The output is removed before each synthesis, so it must be a folder of the app.
case "/$directory/$output/" in
  *//* | */../*) die 'the working directory and the output must be relative and stay inside' ;;
esac
case $output in
  . | ./*) die 'the output must be a folder of its own, such as cdktf.out' ;;
esac

temporary=${RUNNER_TEMP:-${AGENT_TEMPDIRECTORY:-${TMPDIR:-/tmp}}}
results=${REVIEW_RESULTS:-$(mktemp -d "$temporary/review.XXXXXX")}
mkdir -p "$results"
results=$(cd "$results" && pwd)
rm -f "$results"/review.* "$results/verdict"
cd "$(git rev-parse --show-toplevel)"

# The commit to compare with. The merge of a pull request has the base as its first parent, which
# is there without a further fetch, for which a private repository would need a token.
base_of() {
  local given=${REVIEW_BASE:-} head=${REVIEW_HEAD_COMMIT:-} commit
  if [ -n "$given" ]; then
    commit=$(git rev-parse --verify --quiet --end-of-options "$given^{commit}") ||
      die "there is no commit $given here: fetch it first"
    git merge-base "$commit" HEAD || echo "$commit"
  elif [ -n "$head" ] && [ "$(git rev-parse --verify --quiet 'HEAD^2')" = "$head" ]; then
    git rev-parse 'HEAD^1'
  else
    die 'HEAD is no merge of the pull request: check that out with a depth of 2, or give the base'
  fi
}

has_app() { [ -e "$1/$directory/cdktf.json" ] || [ -e "$1/$directory/package.json" ]; }

# synthesize ROOT INSTALL
synthesize() (
  cd "$1/$directory" || exit 1
  rm -rf -- "$output" || exit 1
  [ -z "$2" ] || bash -euo pipefail -c "$2" || exit 1
  bash -euo pipefail -c "$synth" || exit 1
  [ -d "$output" ] || die "the synthesis wrote no $output"
)

conclude() { printf '%s\n' "$1" >"$results/verdict"; }

# A review that says why there is none, so that a comment never goes on telling the former one.
no_review() {
  conclude "$1"
  printf '%s\n\n%s\n\n%s\n' '<!-- cdktf-azureml review -->' "## No review: $2" "$3" >"$results/review.md"
  say "no review: $2"
}

base=$(base_of)
work=$(mktemp -d "$temporary/review-base.XXXXXX")
cleanup() {
  git worktree remove --force "$work/tree" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

say "head $(git rev-parse HEAD)"
if ! synthesize "$PWD" "$install_head"; then
  no_review failed 'the change does not synthesize' 'The log of the run has the error.'
  exit 1
fi

say "base $base"
mkdir "$work/none"
former="$work/none"
# Outside of the checkout: below it, Node would find the packages of the head.
git -c core.hooksPath=/dev/null worktree add --quiet --detach "$work/tree" "$base"
if ! has_app "$work/tree"; then
  say "the base has no app in $directory: all is new"
elif synthesize "$work/tree" "$install"; then
  former="$work/tree/$directory/$output"
else
  no_review unknown 'the base does not synthesize' \
    'There is nothing to compare the change with. The log of the run has the error.'
  exit 0
fi

for format in $formats; do
  case $format in markdown) file=review.md ;; text) file=review.txt ;; *) file=review.$format ;; esac
  status=0
  (cd "$directory" && bash -c "$command \"\$@\"" review review --base "$former" --head "$output" \
    --format "$format" --out "$results/$file" --limit "${REVIEW_LIMIT:-64000}" --exit-code) || status=$?
  case $status in
    0) conclude nothing ;;
    10) conclude changes ;;
    11) conclude dangerous ;;
    *) no_review failed 'the review failed' 'The log of the run has the error.' && exit 1 ;;
  esac
done
[ ! -f "$results/review.txt" ] || cat "$results/review.txt"
say "$(cat "$results/verdict"), see $results"
