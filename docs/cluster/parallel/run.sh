#!/bin/bash
# The parts of a run with GNU parallel, and their merging: README.md says which variables are to be set.
set -euo pipefail
WATERLIJN=${WATERLIJN:-waterlijn}
mkdir -p "$PARTS"
parallel --will-cite --halt soon,fail=1 --retries 3 --joblog "$PARTS.log" \
  "$WATERLIJN" run "$STUDY" --draws "$DRAWS" --part "{}/$COUNT" --out "$PARTS" --resume --threads 1 \
  ::: $(seq "$COUNT")
"$WATERLIJN" merge "$PARTS" --out "$RESULTS"
