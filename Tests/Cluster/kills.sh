#!/bin/bash
# Kills parts, runs with checkpoints, merges and variants of a sweep with SIGKILL at random moments, 200 times: nothing that is half
# written is ever taken for whole, nothing that was done is lost, and in the end stand the bytes of a single run.
#
# kills.sh PROGRAM: the program, built already. KILLS may be set.
set -euo pipefail
package=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "$1")
kills=${KILLS:-200}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp -r "$package/scenarios/rotterdam-rijnmond" study
rm -rf study/expected study/resultaten
# After every few draws.
export WATERLIJN_CHECKPOINT_SECONDS=0
run=(run study --draws 300000 --threads 1 --quiet)
sweep=(sweep study --scenario PROGRAMMA --vary "bandwidth=0...0.3/8" --draws 20000 --threads 1 --quiet)

"$program" "${run[@]}" --out one
"$program" "${sweep[@]}" --out onesweep
RANDOM=2027
killed=0
damaged=0
# Starts a command, ends it after a random time below a second, and says whether it was still there.
strike() {
  "$program" "$@" >/dev/null 2>>errors &
  local pid=$!
  disown
  sleep "0.$(printf %03d $((RANDOM % 700)))"
  if kill -9 $pid 2>/dev/null; then killed=$((killed + 1)); fi
  while kill -0 $pid 2>/dev/null; do sleep 0.01; done
}
check() {
  if "$program" parts "$1" 2>&1 | grep -E "beschadigd|damaged|kan niet worden gelezen" >&2; then damaged=$((damaged + 1)); fi
}
while [ $killed -lt "$kills" ]; do
  case $((RANDOM % 5)) in
  0) strike "${run[@]}" --part "$((RANDOM % 4 + 1))/4" --out parts --resume && { [ ! -d parts ] || check parts; } ;;
  1) strike "${run[@]}" --resume --out two && { [ ! -d two/delen ] || check two/delen; } ;;
  2) strike "${sweep[@]}" --plan plan --part "$((RANDOM % 3 + 1))/3" && { [ ! -f plan/plan.json ] || check plan; } ;;
  3) [ -d parts ] && strike merge parts --partial --out interim --quiet ;;
  4) [ -d parts ] && strike merge parts --out three --quiet ;;
  esac || true
  # Results are those of before or those of after.
  if [ -f three/manifest.json ]; then
    "$program" verify three --quiet || { echo "results of a merge that was killed are neither" >&2; exit 1; }
    rm -rf three parts
  fi
  if [ -f two/manifest.json ]; then
    diff -r -x delen -x '.*' one two >&2 || { echo "results of a run that was killed are neither" >&2; exit 1; }
    rm -rf two
  fi
done
unset WATERLIJN_CHECKPOINT_SECONDS
[ $damaged -eq 0 ] || { echo "$damaged times a half-written file was taken for whole" >&2; exit 1; }
"$program" "${run[@]}" --part 1-4/4 --out parts --resume
"$program" merge parts --out three --quiet
diff -r one three
"$program" "${run[@]}" --resume --out two
diff -r -x '.*' one two
"$program" "${sweep[@]}" --plan plan --part 1/1
"$program" merge plan --out twosweep --quiet
diff -r onesweep twosweep
echo "+ $killed kills: nothing half written was taken for whole, and the bytes are those of a single run"
