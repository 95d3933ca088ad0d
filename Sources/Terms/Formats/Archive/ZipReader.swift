/// Reads a ZIP archive (PKWARE, APPNOTE.TXT 6.3): the list of its entries at once, and an entry when it is asked for.
///
/// Entries are stored or compressed by DEFLATE. Nothing in the archive is believed: places and sizes are compared with the
/// bytes that are there, contents with their checksum, and limits hold for what really comes out. An archive within an
/// archive is an entry like others; it is never opened.
public struct ZipReader {
  /// Bytes in an archive: 64 MB.
  public static let largestArchive = 64 << 20
  /// Entries in an archive, folders included.
  public static let mostEntries = 10_000
  /// Bytes that may come out of an archive in all, and so of an entry: 256 MB.
  public static let mostExpanded = 256 << 20
  /// How many bytes may come out of one, for entries that expand to more than ``smallExpanded``.
  public static let largestRatio = 200
  /// Bytes that may come out of an entry whatever the ratio: 1 MB.
  public static let smallExpanded = 1 << 20

  private struct Entry {
    let name: String
    let method: Int
    let checksum: UInt32
    let expandedCount: Int
    /// Where the local header begins.
    let start: Int
    /// Where the contents are.
    let contents: Range<Int>
  }

  private let bytes: [UInt8]
  private let entries: [Entry]
  /// By name in small letters: the entry's index.
  private let indices: [[UInt8]: Int]
  private var expandedCount = 0

  public init(_ bytes: [UInt8]) throws(ZipProblem) {
    guard bytes.count <= Self.largestArchive else { throw .archiveTooLarge }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .compoundFile }
    guard let end = Self.endOfDirectory(bytes) else {
      throw bytes.starts(with: [0x50, 0x4B]) ? .damaged(name: nil) : .notAnArchive
    }
    let header = Header(bytes: bytes, start: end)
    let count = header.number(at: 10)
    if count == 0xFFFF || header.number32(at: 12) == .max || header.number32(at: 16) == .max { throw .zip64 }
    guard header.number(at: 4) == 0, header.number(at: 6) == 0, header.number(at: 8) == count else {
      throw .severalDisks
    }
    guard count <= Self.mostEntries else { throw .tooManyEntries }
    guard let size = header.place(at: 12), let first = header.place(at: 16), size <= end, first <= end - size else {
      throw .damaged(name: nil)
    }

    var entries: [Entry] = []
    entries.reserveCapacity(count)
    var indices: [[UInt8]: Int] = [:]
    var place = first
    for _ in 0..<count {
      let (entry, next) = try Self.entry(in: bytes, at: place, directory: first, end: first + size)
      guard indices.updateValue(entries.count, forKey: Self.key(entry.name)) == nil else {
        throw .duplicateName(entry.name)
      }
      entries.append(entry)
      place = next
    }
    var last = 0
    for entry in entries.sorted(by: { $0.start < $1.start }) {
      guard entry.start >= last else { throw .overlap(entry.name) }
      last = entry.contents.upperBound
    }
    (self.bytes, self.entries, self.indices) = (bytes, entries, indices)
  }

  /// The names of all entries in the order of the archive's list, paths separated by `/`; those of folders end with it.
  public var names: [String] { entries.map { $0.name } }

  /// Whether there is an entry of this name; capitals do not matter.
  public func holds(_ name: String) -> Bool { indices[Self.key(name)] != nil }

  /// The contents of an entry, expanded; nil if there is none of this name. Capitals do not matter.
  ///
  /// Counts to what may come out of the archive in all, each time that it is asked for.
  public mutating func contents(of name: String) throws(ZipProblem) -> [UInt8]? {
    guard let index = indices[Self.key(name)] else { return nil }
    let entry = entries[index]
    let count = entry.expandedCount
    if count > Self.mostExpanded - expandedCount { throw .expandedTooLarge(name: entry.name) }
    if count > Self.smallExpanded, count / Self.largestRatio > entry.contents.count { throw .ratio(name: entry.name) }
    let contents: [UInt8]
    switch entry.method {
    case 0:
      guard entry.contents.count == count else { throw .damaged(name: entry.name) }
      contents = Array(bytes[entry.contents])
    case 8:
      do throws(Inflate.Problem) {
        contents = try Inflate.expanded(bytes[entry.contents], limit: count)
      } catch {
        throw .damaged(name: entry.name)
      }
    default: throw .compression(name: entry.name, number: entry.method)
    }
    expandedCount += contents.count
    guard contents.count == count, CRC32.checksum(contents) == entry.checksum else { throw .damaged(name: entry.name) }
    return contents
  }

  /// An entry as it is packed, to put into another archive; nil if there is none of this name. Whether it can be
  /// expanded is not looked at.
  public func packed(_ name: String) -> ZipEntry? {
    guard let index = indices[Self.key(name)] else { return nil }
    let entry = entries[index]
    let local = Header(bytes: bytes, start: entry.start)
    let first = entry.start + 30
    return ZipEntry(
      name: Array(bytes[first..<(first + local.number(at: 26))]),
      // Checksum and sizes need not come after the contents.
      flags: UInt16(local.number(at: 6)) & ~(1 << 3), method: UInt16(entry.method), checksum: entry.checksum,
      expandedCount: UInt32(entry.expandedCount), packed: bytes[entry.contents])
  }

  // MARK: Headers

  /// A place in the archive from which numbers are read, the lowest byte first.
  private struct Header {
    let bytes: [UInt8]
    let start: Int

    func number(at offset: Int) -> Int { Int(bytes[start + offset]) | Int(bytes[start + offset + 1]) << 8 }

    func number32(at offset: Int) -> UInt32 {
      UInt32(number(at: offset)) | UInt32(number(at: offset + 2)) << 16
    }

    /// A number of bytes; nil if it is larger than the archive may be when it is read.
    func place(at offset: Int) -> Int? {
      Int(exactly: number32(at: offset)).flatMap { $0 <= ZipReader.mostExpanded ? $0 : nil }
    }
  }

  private static let endCount = 22

  /// Where the end of the list begins: the last place with its signature from which a comment goes to the last byte.
  private static func endOfDirectory(_ bytes: [UInt8]) -> Int? {
    var place = bytes.count - endCount
    let earliest = max(0, place - 0xFFFF)
    while place >= earliest {
      let header = Header(bytes: bytes, start: place)
      if bytes[place] == 0x50, header.number32(at: 0) == 0x0605_4b50,
        header.number(at: 20) == bytes.count - place - endCount
      {
        return place
      }
      place -= 1
    }
    return nil
  }

  /// An entry of the list, and where the next one begins.
  ///
  /// - Parameters:
  ///   - directory: where the list begins, which is where all contents have ended.
  ///   - end: where the list ends.
  private static func entry(
    in bytes: [UInt8], at place: Int, directory: Int, end: Int
  ) throws(ZipProblem) -> (entry: Entry, next: Int) {
    guard end - place >= 46 else { throw .damaged(name: nil) }
    let header = Header(bytes: bytes, start: place)
    let nameCount = header.number(at: 28)
    let count = 46 + nameCount + header.number(at: 30) + header.number(at: 32)
    guard header.number32(at: 0) == 0x0201_4b50, end - place >= count, nameCount > 0 else { throw .damaged(name: nil) }
    let nameBytes = bytes[(place + 46)..<(place + 46 + nameCount)]
    let name = text(of: nameBytes)
    guard isInside(name) else { throw .outsideName(name) }
    let flags = header.number(at: 8)
    // Contents, contents in the strong way, and the list.
    if flags & (1 | 1 << 6 | 1 << 13) != 0 { throw .encrypted }
    if header.number32(at: 20) == .max || header.number32(at: 24) == .max || header.number32(at: 42) == .max {
      throw .zip64
    }
    guard header.number(at: 34) == 0 else { throw .severalDisks }
    guard let expandedCount = header.place(at: 24) else { throw .expandedTooLarge(name: name) }
    guard let contentCount = header.place(at: 20), let start = header.place(at: 42), start <= directory - 30 else {
      throw .damaged(name: name)
    }

    let local = Header(bytes: bytes, start: start)
    guard local.number32(at: 0) == 0x0403_4b50 else { throw .damaged(name: name) }
    let localNameCount = local.number(at: 26)
    let contents = start + 30 + localNameCount + local.number(at: 28)
    guard contents <= directory, contentCount <= directory - contents else { throw .damaged(name: name) }
    guard bytes[(start + 30)..<(start + 30 + localNameCount)].elementsEqual(nameBytes) else {
      throw .differentName(name)
    }
    if local.number(at: 6) & 1 == 1 { throw .encrypted }
    let method = header.number(at: 10)
    guard local.number(at: 8) == method else { throw .damaged(name: name) }
    // Who writes an archive while compressing does not know checksum and sizes yet, and puts them after the contents.
    if local.number(at: 6) & 1 << 3 == 0 {
      guard local.number32(at: 14) == header.number32(at: 16) else { throw .damaged(name: name) }
      for offset in [18, 22] {
        let size = local.number32(at: offset)
        guard size == header.number32(at: offset + 2) || size == .max else { throw .damaged(name: name) }
      }
    }
    let entry = Entry(
      name: name, method: method, checksum: header.number32(at: 16), expandedCount: expandedCount, start: start,
      contents: contents..<(contents + contentCount))
    return (entry, place + count)
  }

  // MARK: Names

  /// A name as text, in UTF-8 or else a character a byte as in Latin-1: letters without accents, which are all that names
  /// in workbooks have, are the same in code page 437. A backslash separates folders too, as some programs write it.
  private static func text(of bytes: ArraySlice<UInt8>) -> String {
    let separated = bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    if let text = String(validating: separated, as: UTF8.self) { return text }
    var text = ""
    for byte in separated { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return text
  }

  private static func isInside(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    if bytes.first == UInt8(ascii: "/") || bytes.contains(0) { return false }
    if bytes.count > 1, bytes[1] == UInt8(ascii: ":") { return false }
    return bytes.split(separator: UInt8(ascii: "/")).allSatisfy { !$0.elementsEqual("..".utf8) }
  }

  /// A name with small letters for capitals of ASCII, by which it is found (ECMA-376 part 2, 6.2.2.3).
  public static func key(_ name: String) -> [UInt8] {
    name.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }
}
