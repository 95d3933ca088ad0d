#!/bin/bash
# A cluster of three nodes on this computer, with Debian's Slurm, has a run done as docs/cluster/slurm tells: an array job, of which
# one node is killed half-way, and a merge that waits for it. The results must be the bytes of a single run.
#
# slurm.sh PROGRAM: the program, built already. DRAWS and COUNT may be set. Needs root, slurmd, slurmctld and munged.
set -euo pipefail
package=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "$1")
draws=${DRAWS:-1000000}
count=${COUNT:-16}
limit=${LIMIT:-900}

for tool in slurmctld slurmd munged sbatch; do
  if ! command -v "$tool" >/dev/null; then
    echo "WITHOUT $tool NO CLUSTER WAS TRIED: install slurmd, slurmctld, slurm-client and munge" >&2
    exit 0
  fi
done

work=$(mktemp -d)
export SLURM_CONF=$work/slurm.conf
daemons=()
finish() {
  status=$?
  kill -9 "${daemons[@]}" 2>/dev/null || true
  pkill -9 -f "slurmstepd: \[" 2>/dev/null || true
  if [ $status -ne 0 ]; then
    for log in "$work"/*.log "$work"/*.out; do
      [ -s "$log" ] && { echo "== $log"; tail -n 15 "$log"; }
    done
  fi
  rm -rf "$work"
  exit $status
}
trap finish EXIT

mkdir -p "$work/state" "$work"/spool/n{1,2,3}
cat >"$SLURM_CONF" <<CONF
ClusterName=loopback
SlurmctldHost=$(hostname)(127.0.0.1)
SlurmctldPort=26817
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool/%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd-%n.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
SchedulerType=sched/backfill
SchedulerParameters=sched_interval=2,requeue_delay=5
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
ReturnToService=2
SlurmdTimeout=10
InactiveLimit=0
MinJobAge=3600
KillWait=5
NodeName=n[1-3] NodeHostname=localhost NodeAddr=127.0.0.1 Port=[26821-26823] CPUs=1 RealMemory=4096 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF

# Munge accepts no key and no folder that others could write to.
head -c 1024 /dev/urandom >"$work/munge.key"
chmod 400 "$work/munge.key"
chmod 755 "$work"
munged --foreground --force --key-file="$work/munge.key" --socket="$work/munge.socket" --pid-file="$work/munge.pid" \
  --log-file="$work/munge.log" --seed-file="$work/munge.seed" 2>"$work/munge.out" &
daemons+=($!)
disown
for _ in $(seq 50); do [ -S "$work/munge.socket" ] && break; sleep 0.2; done
slurmctld -D -c >"$work/controller.out" 2>&1 &
daemons+=($!)
disown
declare -A node
for name in n1 n2 n3; do
  slurmd -D -N $name >"$work/$name.out" 2>&1 &
  node[$name]=$!
  daemons+=($!)
  disown
done
for _ in $(seq 60); do
  [ "$(sinfo -h -o '%T %D' 2>/dev/null)" = "idle 3" ] && break
  sleep 0.5
done
sinfo

cp -r "$package/scenarios/nederland" "$work/study"
rm -rf "$work/study/resultaten" "$work/study/expected"
export WATERLIJN=$program STUDY=$work/study DRAWS=$draws COUNT=$count PARTS=$work/parts RESULTS=$work/results
cd "$work"
started=$SECONDS
job=$(sbatch --parsable --array=1-"$count" "$package/docs/cluster/slurm/run.sbatch")
merge=$(sbatch --parsable --dependency=afterok:"$job" --kill-on-invalid-dep=yes "$package/docs/cluster/slurm/merge.sbatch")

# Half-way, or nearly: a node goes, with all that runs on it.
parts() { find "$work/parts" -name '*.part' 2>/dev/null | wc -l; }
while [ "$(parts)" -lt $((count / 2)) ]; do
  [ $((SECONDS - started)) -lt "$limit" ] || { echo "not half-way after $limit s" >&2; squeue -r; exit 1; }
  sleep 0.5
done
victim=
until [ -n "$victim" ]; do
  sleep 0.5
  read -r victim doomed < <(squeue -h -r -t R -o '%N %K' | grep '^n' | head -n 1) || true
done
echo "+ after $((SECONDS - started)) s and $(parts) parts: $victim goes, which does part $doomed"
kill -9 "${node[$victim]}"
stepd=$(pgrep -f "slurmstepd: \[.*" | while read -r pid; do
  grep -qz "SLURMD_NODENAME=$victim" "/proc/$(pgrep -P "$pid" | head -n 1)/environ" 2>/dev/null && echo "$pid"; done || true)
for pid in $stepd; do
  kill -9 $(pgrep -P "$pid") "$pid" 2>/dev/null || true
done

while :; do
  state=$(squeue -h -j "$merge" -t all -o '%T' 2>/dev/null || true)
  case $state in COMPLETED) break ;; FAILED | CANCELLED | TIMEOUT | NODE_FAIL)
    echo "the merge: $state" >&2
    squeue -r -t all
    exit 1
    ;;
  esac
  [ $((SECONDS - started)) -lt "$limit" ] || { echo "not done after $limit s" >&2; squeue -r -t all; exit 1; }
  sleep 1
done
echo "+ the cluster took $((SECONDS - started)) s"
grep -h "requeue" "$work/slurmctld.log" | head -n 3 || true
grep -qi "requeue" "$work/slurmctld.log" || { echo "nothing was requeued: the node did not go half-way" >&2; exit 1; }
"$program" parts "$work/parts"
"$program" run "$work/study" --draws "$draws" --out "$work/one" --quiet
diff -r "$work/one" "$work/results"
echo "+ $draws draws in $count parts on three nodes, of which one went: the bytes of a single run"
