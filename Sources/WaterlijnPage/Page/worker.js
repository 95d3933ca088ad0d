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
      compiled = await WebAssembly.compile(await unzipped(unpacked(data.packed)));
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

async function unzipped(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
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
