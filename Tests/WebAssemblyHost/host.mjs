// Runs the module of WaterlijnPage: a request on standard input, its answer on standard output.
//
//   node host.mjs MODULE < REQUEST > ANSWER
//
// With WATERLIJN_MEMORY=1 in the environment it also says how much memory that took.

import { readFileSync, writeSync } from "node:fs";

const request = readFileSync(0);
const pieces = [];
let read = 0;
let memory;

/** Calls `each` with every vector of a WASI call; stores the sum of what it returns. */
function vectors(start, count, done, each) {
  const view = new DataView(memory.buffer);
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    const address = view.getUint32(start + 8 * index, true);
    const length = view.getUint32(start + 8 * index + 4, true);
    sum += each(new Uint8Array(memory.buffer, address, length));
  }
  view.setUint32(done, sum, true);
  return 0;
}

const { instance } = await WebAssembly.instantiate(readFileSync(process.argv[2]), {
  wasi_snapshot_preview1: {
    fd_read: (_file, start, count, done) =>
      vectors(start, count, done, (room) => {
        const piece = request.subarray(read, read + room.length);
        room.set(piece);
        read += piece.length;
        return piece.length;
      }),
    fd_write: (file, start, count, done) =>
      vectors(start, count, done, (bytes) => {
        // What is not the answer is progress.
        if (file === 1) pieces.push(bytes.slice());
        return bytes.length;
      }),
    clock_time_get: (_clock, _precision, place) => {
      new DataView(memory.buffer).setBigUint64(place, process.hrtime.bigint(), true);
      return 0;
    },
  },
});
memory = instance.exports.memory;
instance.exports._start();

const answer = Buffer.concat(pieces);
for (let place = 0; place < answer.length; ) place += writeSync(1, answer, place);
if (process.env.WATERLIJN_MEMORY) console.error(`${memory.buffer.byteLength >> 20} MB`);
