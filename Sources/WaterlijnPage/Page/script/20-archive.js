// ZIP archives, read and written. Nothing here needs the module.

const crcTable = Uint32Array.from({length: 256}, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ value >>> 1 : value >>> 1;
  return value;
});

function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = crcTable[(value ^ byte) & 255] ^ value >>> 8;
  return (value ^ 0xffffffff) >>> 0;
}

async function through(bytes, stream) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

/// What may be in an archive: a study has a few hundred kilobytes.
const archiveLimits = {files: 2000, bytes: 300e6};

/// The files in an archive, by path.
async function readZip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  const refused = () => new Error(say("dit .zip-bestand is beschadigd", "this .zip file is damaged"));
  if (end < 0) throw refused();
  const files = new Map();
  const count = view.getUint16(end + 10, true);
  if (count > archiveLimits.files) throw new Error(say("er staan te veel bestanden in", "it holds too many files"));
  let [at, total] = [view.getUint32(end + 16, true), 0];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw refused();
    const [flags, method, checksum, packed, size, nameSize, extra, comment, , , start] = [
      view.getUint16(at + 8, true), view.getUint16(at + 10, true), view.getUint32(at + 16, true),
      view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint16(at + 28, true),
      view.getUint16(at + 30, true), view.getUint16(at + 32, true), 0, 0, view.getUint32(at + 42, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize)).replaceAll("\\", "/");
    at += 46 + nameSize + extra + comment;
    if (name.endsWith("/")) continue;
    if (flags & 1) throw new Error(say(`${name} is met een wachtwoord beveiligd`, `${name} has a password`));
    total += size;
    if (total > archiveLimits.bytes) throw new Error(say("uitgepakt is het te groot", "it is too large when unpacked"));
    const content = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const piece = bytes.subarray(content, content + packed);
    let file;
    if (method === 0) file = piece.slice();
    else if (method === 8) file = await through(piece, new DecompressionStream("deflate-raw")).catch(() => { throw refused(); });
    else throw refused();
    if (file.length !== size || crc32(file) !== checksum) throw refused();
    files.set(name, file);
  }
  return files;
}

/// An archive of files by path: the same files give the same bytes in the same browser.
async function writeZip(files) {
  const [pieces, directory] = [[], []];
  let [offset, directorySize] = [0, 0];
  for (const [name, bytes] of [...files].sort(([a], [b]) => a < b ? -1 : 1)) {
    const path = new TextEncoder().encode(name);
    const packed = await through(bytes, new CompressionStream("deflate-raw"));
    const header = new DataView(new ArrayBuffer(26));
    header.setUint16(0, 20, true);
    header.setUint16(2, 1 << 11, true);
    header.setUint16(4, 8, true);
    header.setUint16(8, 1 << 5 | 1, true);
    header.setUint32(10, crc32(bytes), true);
    header.setUint32(14, packed.length, true);
    header.setUint32(18, bytes.length, true);
    header.setUint16(22, path.length, true);
    const fields = new Uint8Array(header.buffer);
    const entry = new Uint8Array(46);
    entry.set([0x50, 0x4b, 1, 2, 20, 0]);
    entry.set(fields, 6);
    new DataView(entry.buffer).setUint32(42, offset, true);
    pieces.push(Uint8Array.of(0x50, 0x4b, 3, 4), fields, path, packed);
    directory.push(entry, path);
    offset += 30 + path.length + packed.length;
    directorySize += 46 + path.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.size, true);
  end.setUint16(10, files.size, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, offset, true);
  return new Uint8Array(await new Blob([...pieces, ...directory, end.buffer]).arrayBuffer());
}

const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
