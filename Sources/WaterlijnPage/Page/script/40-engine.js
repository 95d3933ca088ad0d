// Commands, done by worker threads with the module.

/// Bytes of a request, as PageBytes.swift has them.
function requestBytes(words, files) {
  const encoder = new TextEncoder();
  const pieces = [];
  const number = (value) => pieces.push(new Uint8Array(Uint32Array.of(value).buffer));
  const counted = (bytes) => { number(bytes.length); pieces.push(bytes); };
  number(1);
  number(words.length);
  for (const word of words) counted(encoder.encode(word));
  number(files.size);
  for (const [path, bytes] of files) { counted(encoder.encode(path)); counted(bytes); }
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let place = 0;
  for (const piece of pieces) { all.set(piece, place); place += piece.length; }
  return all;
}

function answerOf(bytes) {
  const view = new DataView(bytes.buffer);
  let place = 0;
  const number = () => { place += 4; return view.getUint32(place - 4, true); };
  const counted = () => { const size = number(); place += size; return bytes.subarray(place - size, place); };
  const decoder = new TextDecoder();
  const answer = {status: number(), output: decoder.decode(counted()), error: decoder.decode(counted()), files: new Map()};
  for (let left = number(); left > 0; left--) { const path = decoder.decode(counted()); answer.files.set(path, counted().slice()); }
  return answer;
}

class Stopped extends Error {}

/// The threads, and the commands that wait for one.
const engine = {
  /// Why nothing can be computed; null if it can, or that is not known yet.
  obstacle: null,
  compiled: null,
  workers: [],
  waiting: [],

  get most() { return Math.max(1, Math.min(8, navigator.hardwareConcurrency || 1)); },

  /// Compiles the module in the first thread.
  start() {
    this.starting ??= (async () => {
      if (typeof WebAssembly !== "object") throw new Error("WebAssembly");
      const worker = this.makeWorker();
      const answer = await this.ask(worker, {packed: byID("module").textContent});
      this.compiled = answer.module;
      this.release(worker);
    })().catch((error) => {
      this.obstacle = error.message === "WebAssembly"
        ? say("Rekenen kan hier niet: deze browser staat WebAssembly niet toe (vaak een instelling van de ICT-afdeling). Invullen en bewaren kan wel.",
          "Nothing can be computed here: this browser does not allow WebAssembly (often a policy of the IT department). Filling in and saving work.")
        : say(`Rekenen kan hier niet: ${error.message}. Invullen en bewaren kan wel.`,
          `Nothing can be computed here: ${error.message}. Filling in and saving work.`);
      throw error;
    });
    return this.starting;
  },

  makeWorker() {
    const address = URL.createObjectURL(new Blob([byID("worker").textContent], {type: "text/javascript"}));
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    this.workers.push(worker);
    return worker;
  },

  /// One message and its answer; progress meanwhile.
  ask(worker, message, transfer = [], progress = () => {}) {
    return new Promise((resolve, reject) => {
      worker.onmessage = ({data}) => {
        if (data.progress !== undefined) return progress(data.progress);
        if (data.failure !== undefined) reject(new Error(data.failure)); else resolve(data);
      };
      worker.onerror = (event) => { event.preventDefault(); reject(new Error(event.message || say("de browser staat geen werker toe", "the browser allows no worker"))); };
      worker.reject = reject;
      worker.postMessage(message, transfer);
    });
  },

  free: [],

  release(worker) {
    const next = this.waiting.shift();
    if (next) next(worker); else this.free.push(worker);
  },

  /// A thread: the one that did the last command which keeps its draws under this name, if that is free.
  async acquire(keeps) {
    await this.start();
    const own = this.free.findLastIndex((worker) => worker.keeps === keeps);
    if (own >= 0) return this.free.splice(own, 1)[0];
    if (this.workers.length < this.most) {
      const worker = this.makeWorker();
      await this.ask(worker, {module: this.compiled});
      return worker;
    }
    if (this.free.length) return this.free.pop();
    return new Promise((resolve) => this.waiting.push(resolve));
  },

  /// Takes a thread away: what it did is lost.
  discard(worker) {
    worker.terminate();
    this.workers = this.workers.filter((other) => other !== worker);
    if (this.waiting.length) {
      const fresh = this.makeWorker();
      this.ask(fresh, {module: this.compiled}).then(() => this.release(fresh));
    }
  },

  /// Does a command with files by path.
  ///
  /// - task: may hold `progress`, called with texts, and `keeps`, a name: draws stay for the next command with
  ///   that name; gets `stop`.
  async run(words, files, task = {}) {
    const worker = await this.acquire(task.keeps);
    if (task.keeps) worker.keeps = task.keeps;
    if (task.isStopped) { this.release(worker); throw new Stopped(); }
    const stopBefore = task.stop;
    task.stop = () => {
      task.isStopped = true;
      if (stopBefore) stopBefore();
      this.discard(worker);
      worker.reject(new Stopped());
    };
    const request = requestBytes(words, files);
    try {
      const {answer} = await this.ask(worker, {request: request.buffer, keep: Boolean(task.keeps)}, [request.buffer], task.progress);
      this.release(worker);
      return answerOf(new Uint8Array(answer));
    } catch (error) {
      if (!(error instanceof Stopped)) {
        // A trap: the thread is replaced, and the study is kept.
        this.discard(worker);
        throw new Error(say(`Het rekenen is gestopt door een fout in het programma (${error.message}). Uw studie is bewaard.`,
          `Computing ended by a defect of the program (${error.message}). Your study is kept.`));
      }
      throw error;
    } finally {
      task.stop = stopBefore;
    }
  },
};
