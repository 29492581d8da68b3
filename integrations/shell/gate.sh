#!/usr/bin/env bash
# Fails a job by the verdict of its review: REVIEW_FAIL_ON is never, dangerous or changes. A change
# that could not be judged passes only where nothing fails.
set -euo pipefail

verdict=$(head -c 20 "$REVIEW_RESULTS/verdict" 2>/dev/null || echo failed)
case $verdict in
  nothing | changes | dangerous | unknown | failed) ;;
  *) verdict=failed ;;
esac
[ -z "${GITHUB_OUTPUT:-}" ] || echo "verdict=$verdict" >>"$GITHUB_OUTPUT"
echo "verdict: $verdict"

case "${REVIEW_FAIL_ON:-never}/$verdict" in
  never/failed | dangerous/failed | changes/failed) exit 1 ;;
  never/* | dangerous/nothing | dangerous/changes | changes/nothing) exit 0 ;;
  dangerous/* | changes/*) exit 1 ;;
  *)
    echo "review: fail-on must be never, dangerous or changes, not $REVIEW_FAIL_ON" >&2
    exit 2
    ;;
esac
