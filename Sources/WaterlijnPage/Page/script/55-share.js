// Changes as a link or a file.

const toBase64URL = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const fromBase64URL = (text) => fromBase64(text.replaceAll("-", "+").replaceAll("_", "/"));

/// The most characters that mail programs and address bars keep whole.
const longestLink = 2000;

/// What tells a study from another: its tables as they were opened.
async function fingerprint() {
  const parts = [...study.given].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([name, bytes]) => [name, "\n", bytes, "\n"]);
  const digest = await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer());
  return Array.from(new Uint8Array(digest).slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

let programVersion = "";

/// The version of the program in this page.
async function version() {
  if (!programVersion) programVersion = (await engine.run(["--version"], new Map())).output.replace(/^waterlijn\s*/, "").trim();
  return programVersion;
}

/// The changes since the study was opened, as the fragment of a link.
async function sharedText() {
  const content = {study: study.name, print: await fingerprint(), version: await version().catch(() => ""),
    changes: study.changes.map(({name, key, kind, column, after, cells}) => kind === "cell" ? [name, key, column, after] : [name, key, cells, kind === "added" ? 1 : 0])};
  const packed = await through(new TextEncoder().encode(JSON.stringify(content)), new CompressionStream("deflate-raw"));
  return `#w=${toBase64URL(packed)}`;
}

/// Does the changes of a link on the study that is open, if it is the one that they were made on.
async function takeShared(text) {
  const found = /#w=([\w-]+)/.exec(text);
  if (!found) throw new Error(say("dit is geen koppeling van Waterlijn", "this is no link of Waterlijn"));
  let content;
  try {
    content = JSON.parse(new TextDecoder().decode(await through(fromBase64URL(found[1]), new DecompressionStream("deflate-raw"))));
  } catch {
    throw new Error(say("de koppeling is niet heel: is hij afgebroken?", "the link is not whole: was it cut off?"));
  }
  if (content.print !== await fingerprint()) {
    throw new Error(say(`deze wijzigingen horen bij een andere versie van de studie "${content.study}" dan hier open is ("${study.name}")`,
      `these changes belong to another version of the study "${content.study}" than is open here ("${study.name}")`));
  }
  study.apply(content.changes.map(([name, key, third, fourth]) => Array.isArray(third)
    ? {name, key, kind: fourth ? "added" : "removed", cells: third} : {name, key, kind: "cell", column: third, after: fourth}));
  return content.changes.length;
}

/// Whether an archive is what a region has sent back.
const isReport = (files) => [...files.keys()].some((path) => /(^|\/)opgave\.csv$/.test(path));
