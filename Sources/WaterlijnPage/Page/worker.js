"use strict";
// A thread that does one command at a time: it is handed the module once, and a request with each command (the bytes of
// PageBytes.swift). It answers {answer}, {progress} meanwhile, or {failure}. With {keep} an instance of the module lives on,
// which has the draws of the command before.
let compiled;
let lasting = null;
// Bytes: beyond that an instance is done with.
const mostMemory = 256 << 20;

onmessage = async ({data}) => {
  try {
    if (data.packed !== undefined) {
      compiled = await WebAssembly.compile(expanded(unpacked(data.packed)));
      postMessage({module: compiled});
    } else if (data.module) {
      compiled = data.module;
      postMessage({ready: true});
    } else {
      const answer = await answered(new Uint8Array(data.request), data.keep);
      postMessage({answer: answer.buffer}, [answer.buffer]);
    }
  } catch (error) {
    postMessage({failure: String(error && error.message || error)});
  }
};

// Bytes that were packed 13 bits in two characters: see PackedText.swift.
function unpacked(text) {
  const space = text.indexOf(" ");
  const bytes = new Uint8Array(Number(text.slice(0, space)));
  let [bits, count, place] = [0, 0, 0];
  const digit = (at) => {
    const code = text.charCodeAt(at);
    return (code === 33 ? 60 : code) - 35;
  };
  for (let at = space + 1; at + 1 < text.length; at += 2) {
    bits |= (digit(at) * 92 + digit(at + 1)) << count;
    count += 13;
    while (count >= 8 && place < bytes.length) {
      bytes[place++] = bits & 255;
      bits >>>= 8;
      count -= 8;
    }
  }
  return bytes;
}

// The contents of a file of `xz --format=lzma` (I. Pavlov, LZMA specification, 2015): a quarter smaller than what browsers
// expand by themselves. It ends with a mark.
function expanded(input) {
  const chances = (count) => new Uint16Array(count).fill(1024);
  const [context, rest] = [input[0] % 9, Math.floor(input[0] / 9)];
  const [low, places] = [(1 << rest % 5) - 1, (1 << Math.floor(rest / 5)) - 1];
  // Range and code: variables of this size would be allocated anew each time.
  const [now, ends] = [new Uint32Array([0xFFFFFFFF, 0]), 0x1000000];
  let at = 13;
  const fill = () => {
    now[0] <<= 8;
    now[1] = now[1] << 8 | input[at++];
  };
  for (let index = 0; index < 5; index++) now[1] = now[1] << 8 | input[at++];
  const bit = (from, index) => {
    if (now[0] < ends) fill();
    const chance = from[index];
    const bound = Math.imul(now[0] >>> 11, chance) >>> 0;
    if (now[1] < bound) {
      now[0] = bound;
      from[index] = chance + (2048 - chance >> 5);
      return 0;
    }
    now[0] -= bound;
    now[1] -= bound;
    from[index] = chance - (chance >> 5);
    return 1;
  };
  const tree = (from, start, bits) => {
    let node = 1;
    for (let index = 0; index < bits; index++) node = node << 1 | bit(from, start + node);
    return node - (1 << bits);
  };
  const reversed = (from, start, bits) => {
    let [node, value] = [1, 0];
    for (let index = 0; index < bits; index++) {
      const next = bit(from, start + node);
      node = node << 1 | next;
      value |= next << index;
    }
    return value;
  };
  const lengths = () => ({choice: chances(2), short: chances(128), middle: chances(128), long: chances(256)});
  const length = (from, place) => {
    if (!bit(from.choice, 0)) return 2 + tree(from.short, place << 3, 3);
    return bit(from.choice, 1) ? 18 + tree(from.long, 0, 8) : 10 + tree(from.middle, place << 3, 3);
  };
  const [isMatch, isRepeated, isLong] = [chances(192), chances(12), chances(192)];
  const repeats = [chances(12), chances(12), chances(12)];
  const [first, again] = [lengths(), lengths()];
  const [slots, near, aligned] = [chances(256), chances(128), chances(16)];
  const literals = chances(0x300 << context + rest % 5);
  let [output, size, state] = [new Uint8Array(8 << 20), 0, 0];
  let distances = [0, 0, 0, 0];
  const room = (count) => {
    if (size + count <= output.length) return;
    const larger = new Uint8Array(2 * output.length);
    larger.set(output);
    output = larger;
  };
  for (;;) {
    if (at > input.length) throw new Error("LZMA");
    const place = size & places;
    if (!bit(isMatch, state << 4 | place)) {
      room(1);
      const before = size ? output[size - 1] : 0;
      const start = 0x300 * ((size & low) << context | before >> 8 - context);
      let node = 1;
      if (state >= 7) {
        let match = output[size - distances[0] - 1];
        do {
          const expected = match >> 7 & 1;
          match <<= 1;
          const next = bit(literals, start + (1 + expected << 8) + node);
          node = node << 1 | next;
          if (next !== expected) break;
        } while (node < 256);
      }
      while (node < 256) node = node << 1 | bit(literals, start + node);
      output[size++] = node;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(isRepeated, state)) {
      if (!bit(repeats[0], state)) {
        if (!bit(isLong, state << 4 | place)) {
          room(1);
          output[size] = output[size - distances[0] - 1];
          size++;
          state = state < 7 ? 9 : 11;
          continue;
        }
      } else {
        const which = !bit(repeats[1], state) ? 1 : !bit(repeats[2], state) ? 2 : 3;
        distances.unshift(distances.splice(which, 1)[0]);
      }
      count = length(again, place);
      state = state < 7 ? 8 : 11;
    } else {
      count = length(first, place);
      state = state < 7 ? 7 : 10;
      const slot = tree(slots, Math.min(count - 2, 3) << 6, 6);
      let distance = slot;
      if (slot > 3) {
        const bits = (slot >> 1) - 1;
        distance = (2 | slot & 1) * 2 ** bits;
        if (slot < 14) {
          distance += reversed(near, distance - slot, bits);
        } else {
          let direct = 0;
          for (let index = 4; index < bits; index++) {
            if (now[0] < ends) fill();
            now[0] >>>= 1;
            const next = now[1] >= now[0] ? 1 : 0;
            if (next) now[1] -= now[0];
            direct = direct * 2 + next;
          }
          distance += direct * 16 + reversed(aligned, 0, 4);
        }
      }
      if (distance === 0xFFFFFFFF) return output.subarray(0, size);
      distances = [distance, distances[0], distances[1], distances[2]];
    }
    if (distances[0] >= size) throw new Error("LZMA");
    room(count);
    for (let from = size - distances[0] - 1; count > 0; count--) output[size++] = output[from++];
  }
}

// Runs the command: in an instance of its own, which leaves nothing behind, or in the one that lives on.
async function answered(request, keep) {
  if (!keep) return (await made()).run("_start", request);
  lasting ??= await made();
  const answer = lasting.run("again", request);
  if (lasting.size > mostMemory) lasting = null;
  return answer;
}

// An instance of the module, with what it asks of its host.
async function made() {
  let [request, read, pieces, memory] = [null, 0, [], null];
  const view = () => new DataView(memory.buffer);
  const vectors = (at, number, use) => {
    let done = 0;
    for (let index = 0; index < number; index++) {
      done += use(view().getUint32(at + 8 * index, true), view().getUint32(at + 8 * index + 4, true));
    }
    return done;
  };
  const system = {
    fd_read(file, at, number, done) {
      const count = vectors(at, number, (start, size) => {
        const piece = request.subarray(read, read + size);
        new Uint8Array(memory.buffer, start, size).set(piece);
        read += piece.length;
        return piece.length;
      });
      view().setUint32(done, count, true);
      return 0;
    },
    fd_write(file, at, number, done) {
      const count = vectors(at, number, (start, size) => {
        const piece = new Uint8Array(memory.buffer, start, size).slice();
        if (file === 1) pieces.push(piece);
        else postMessage({progress: new TextDecoder().decode(piece)});
        return size;
      });
      view().setUint32(done, count, true);
      return 0;
    },
    clock_time_get(clock, precision, at) {
      view().setBigUint64(at, BigInt(Math.round(performance.now() * 1e6)), true);
      return 0;
    },
  };
  const {exports} = await WebAssembly.instantiate(compiled, {wasi_snapshot_preview1: system});
  memory = exports.memory;
  return {
    get size() { return memory.buffer.byteLength; },
    run(entry, bytes) {
      [request, read, pieces] = [bytes, 0, []];
      exports[entry]();
      const answer = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
      let place = 0;
      for (const piece of pieces) {
        answer.set(piece, place);
        place += piece.length;
      }
      return answer;
    },
  };
}
