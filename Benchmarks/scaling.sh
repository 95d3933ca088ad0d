#!/bin/bash
# What docs/scaling.md tells, measured anew: time and memory of a run as one thing after another doubles, and of parts and their
# merging. A quarter of an hour on two processors that do nothing else.
#
# scaling.sh PROGRAM
set -euo pipefail
package=$(cd "$(dirname "$0")/.." && pwd)
program=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# A study of so many municipalities, functions (4, 8, 16) and years, cut from scenarios/gemeenten.
study() {
  rm -rf study && cp -r "$package/scenarios/gemeenten" study && rm -rf study/expected study/resultaten
  head -n $(($1 + 1)) "$package/scenarios/gemeenten/regions.csv" >study/regions.csv
  sed -i "s/^jaren;10;/jaren;$3;/" study/settings.csv
  local copy=1
  while [ $((4 * copy)) -lt "$2" ]; do
    for table in functions norms staffing training; do
      grep -E "(^|;)(TL-OPV|MW-OPV|MW-PV|MW-VI);" "$package/scenarios/gemeenten/$table.csv" |
        sed -E "s/(^|;)(TL-OPV|MW-OPV|MW-PV|MW-VI);/\1\2-$copy;/" >>study/$table.csv
    done
    copy=$((copy + 1))
  done
}

# The median of three: seconds of processor time on two threads, megabytes at most.
measure() {
  local what=$1
  shift
  for _ in 1 2 3; do
    rm -rf out
    /usr/bin/time -f "%U %S %M" "$program" "$@" 2>&1 >/dev/null | tail -n 1
  done | awk '{print $1 + $2, $3 / 1024}' | sort -n | awk -v what="$what" 'NR == 2 {printf "%-44s %7.1f s %6.0f MB\n", what, $1, $2}'
}

run() { measure "$1" run study --out out --quiet --threads 2 --draws "$2" --scenario "$3"; }

all=INEENS+INGROEI+INGROEI-BAND+INGROEI-SLIM
for regions in 43 86 171 342; do study $regions 4 10 && run "$regions municipalities" 5000 $all; done
for functions in 8 16; do study 86 $functions 10 && run "86 municipalities, $functions functions" 5000 $all; done
study 86 4 10
run "86 municipalities, 1 scenario" 5000 INEENS
run "86 municipalities, 2 scenarios" 5000 INEENS+INGROEI
for years in 5 20; do study 86 4 $years && run "86 municipalities, $years years" 5000 $all; done
study 86 4 10
for draws in 10000 20000 100000; do run "86 municipalities, $draws draws" $draws $all; done

nederland=$package/scenarios/nederland
for draws in 10000 20000 62500; do
  rm -rf one parts
  measure "nederland, $draws draws" run "$nederland" --draws $draws --threads 1 --out one --quiet
  # The first part of one: what it takes beyond the run is writing it.
  measure "the same as a part" run "$nederland" --draws $draws --threads 1 --part 1/1 --out out --quiet
  du --apparent-size -m out/*.part
  mv out parts
  measure "merging it" merge parts --threads 1 --out out --quiet
  rm -rf parts
done
"$program" run "$nederland" --draws 200000 --part 1-1000/1000 --out parts --quiet
measure "parts of nederland: what is missing of 1,000" parts parts
measure "merging 1,000 of them" merge parts --threads 2 --out out --quiet
measure "the same draws at once" run "$nederland" --draws 200000 --threads 2 --out out --quiet
