import Foundation
import TestSupport
import Testing

@testable import Terms

@Suite struct ZipReaderTests {
  typealias Entry = RawArchive.Entry

  /// Nil if all of it can be read.
  static func problem(_ bytes: [UInt8]) -> ZipProblem? {
    do throws(ZipProblem) {
      var reader = try ZipReader(bytes)
      for name in reader.names { _ = try reader.contents(of: name) }
      return nil
    } catch { return error }
  }

  static func problem(_ entries: Entry..., change: (inout RawArchive) -> Void = { _ in }) -> ZipProblem? {
    var archive = RawArchive(entries)
    change(&archive)
    return problem(archive.bytes)
  }

  static func entry(_ name: String = "a", _ change: (inout Entry) -> Void = { _ in }) -> Entry {
    var entry = Entry(name, Array("inhoud van \(name)".utf8))
    change(&entry)
    return entry
  }

  @Test func whatIsWrittenIsRead() throws {
    let texts = ["a.xml": "een", "xl/b.xml": String(repeating: "twee ", count: 10_000), "dé/c": ""]
    var archive = ZipArchive()
    for name in texts.keys.sorted() { archive.add(name, Array(texts[name]!.utf8)) }
    var reader = try ZipReader(archive.finished())
    #expect(reader.names == texts.keys.sorted())
    for (name, text) in texts {
      #expect(reader.holds(name))
      let contents = try reader.contents(of: name.uppercased().replacingOccurrences(of: "É", with: "é"))
      let isSame = contents == Array(text.utf8)
      #expect(isSame, "\(name)")
    }
    #expect(try reader.contents(of: "d") == nil)
  }

  @Test func storedEntriesCommentsFoldersAndOldNames() throws {
    var archive = RawArchive([
      Self.entry("xl/"), Self.entry("stored"), Self.entry("xl\\back.xml"),
      Self.entry { ($0.name, $0.localName) = ([0x66, 0x82], [0x66, 0x82]) },
      // Sizes after the contents, as of a program that does not know them before.
      Self.entry("later") { ($0.flags, $0.localSizes) = (8, (0, 0)) },
    ])
    // A comment that holds what looks like the end.
    archive.comment = Array("PK\u{5}\u{6} opmerking".utf8)
    var reader = try ZipReader(archive.bytes)
    #expect(reader.names == ["xl/", "stored", "xl/back.xml", "f\u{82}", "later"])
    #expect(try reader.contents(of: "stored") == Array("inhoud van stored".utf8))
    #expect(try reader.contents(of: "xl/back.xml") == Array("inhoud van xl\\back.xml".utf8))
    #expect(try reader.contents(of: "later") == Array("inhoud van later".utf8))
    #expect(try ZipReader(ZipArchive().finished()).names == [])
  }

  @Test func otherFiles() {
    #expect(Self.problem([]) == .notAnArchive)
    #expect(Self.problem(Array("a;b\n1;2\n".utf8)) == .notAnArchive)
    #expect(Self.problem([UInt8](repeating: 0, count: 100)) == .notAnArchive)
    #expect(Self.problem([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .compoundFile)
    #expect(Self.problem([UInt8](repeating: 0x50, count: ZipReader.largestArchive + 1)) == .archiveTooLarge)
  }

  @Test func everyRefusal() {
    let entry = Self.entry
    #expect(Self.problem(entry("a") { _ in }) == nil)
    #expect(Self.problem(entry("a") { $0.flags = 1 }) == .encrypted)
    #expect(Self.problem(entry("a") { $0.flags = 1 << 6 }) == .encrypted)
    #expect(Self.problem(entry("a") { $0.method = 12 }) == .compression(name: "a", number: 12))
    #expect(Self.problem(entry("a") { $0.expandedCount = .max }) == .zip64)
    #expect(Self.problem(entry("a") { _ in }, change: { $0.count = .max }) == .zip64)
    #expect(Self.problem(entry("a") { _ in }, change: { $0.disk = 1 }) == .severalDisks)
    #expect(Self.problem(entry("a") { _ in }, change: { $0.count = 10_001 }) == .tooManyEntries)
    #expect(Self.problem(entry("a") { _ in }, change: { $0.count = 2 }) == .damaged(name: nil))
    #expect(Self.problem(entry("ab") { _ in }, entry("aB") { _ in }) == .duplicateName("aB"))
    for name in ["../a", "a/../../b", "/a", "C:/a", "..\\a", "a/..", "a\0b"] {
      guard case .outsideName = Self.problem(entry(name) { _ in }) else {
        Issue.record("\(name)")
        continue
      }
    }
    #expect(Self.problem(entry("a..b/c") { _ in }) == nil)
    #expect(Self.problem(entry("a") { $0.localName = [0x62] }) == .differentName("a"))
    #expect(Self.problem(entry("a") { $0.checksum ^= 1 }) == .damaged(name: "a"))
    #expect(Self.problem(entry("a") { $0.expandedCount += 1 }) == .damaged(name: "a"))
    #expect(Self.problem(entry("a") { $0.localSizes = (1, 1) }) == .damaged(name: "a"))
    #expect(Self.problem(entry("a") { $0.offset = 1 }) == .damaged(name: "a"))
    #expect(Self.problem(entry("a") { $0.offset = 1 << 30 }) == .damaged(name: "a"))
    // Two entries of the list with the same contents.
    var (one, two) = (entry("a") { _ in }, entry("b") { $0.localName = [0x61] })
    two.offset = 0
    two.name = [0x62]
    #expect(Self.problem(one, two) == .differentName("b"))
    // An entry around another one.
    let inner = RawArchive([entry("b") { _ in }]).bytes
    one = Entry("a", Array(inner.prefix(43)))
    two.localName = two.name
    two.offset = 31
    #expect(Self.problem(one, two) == .overlap("b"))
  }

  /// A megabyte of zeros is a kilobyte in an archive, and a kilobyte of such kilobytes fills memory.
  @Test func bombs() throws {
    let zeros = [UInt8](repeating: 0, count: ZipReader.smallExpanded + 200)
    let packed = Deflate.compressed(zeros)
    #expect(zeros.count / packed.count > 500)
    #expect(Self.problem(Entry("a", zeros, packed: packed)) == .ratio(name: "a"))
    // Up to 1 MB that is no matter.
    let small = [UInt8](repeating: 0, count: 300_000)
    #expect(Self.problem(Entry("a", small, packed: Deflate.compressed(small))) == nil)
    // One that hides its size.
    var hidden = Entry("a", zeros, packed: packed)
    hidden.expandedCount = 1000
    #expect(Self.problem(hidden) == .damaged(name: "a"))
    // Or tells too much of it.
    hidden.expandedCount = 300 << 20
    #expect(Self.problem(hidden) == .expandedTooLarge(name: "a"))
    // What is not asked for does no harm.
    var reader = try ZipReader(RawArchive([Self.entry("b"), Entry("a", zeros, packed: packed)]).bytes)
    #expect(try reader.contents(of: "b") == Array("inhoud van b".utf8))
  }

  /// All entries together count: these are stored, 20 MB each time that they are asked for.
  @Test func muchInAll() throws {
    let large = [UInt8](repeating: 7, count: 20 << 20)
    var entry = Entry("a", [])
    (entry.bytes, entry.checksum) = (large, CRC32.checksum(large))
    entry.expandedCount = UInt32(large.count)
    var reader = try ZipReader(RawArchive([entry]).bytes)
    for _ in 0..<12 { #expect(try reader.contents(of: "a")?.count == large.count) }
    #expect(throws: ZipProblem.expandedTooLarge(name: "a")) { try reader.contents(of: "a") }
  }

  /// An archive that was cut off or in which a bit changed is refused, or gives what was in it.
  @Test func damagedArchives() throws {
    var archive = ZipArchive()
    let text = Array(String(repeating: "<c r=\"A1\"><v>17</v></c>", count: 20).utf8)
    archive.add("a.xml", text)
    archive.add("b.xml", Array("<b/>".utf8))
    let bytes = archive.finished()
    for end in 0..<bytes.count { #expect(Self.problem(Array(bytes[..<end])) != nil, "\(end) bytes") }
    for place in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << UInt8(bit)
        guard var reader = try? ZipReader(damaged) else { continue }
        for name in reader.names {
          guard let contents = try? reader.contents(of: name) else { continue }
          let isKnown = contents == text || contents == Array("<b/>".utf8) || contents.isEmpty
          #expect(isKnown, "byte \(place)")
        }
      }
    }
  }

  /// As Python's zipfile writes them: stored and deflated, and as a stream, without sizes before the contents.
  @Test(.enabled(if: Tool.python.isInstalled, "python is not installed"))
  func archivesOfAnotherProgram() throws {
    let folder = TemporaryFolder()
    let path = try folder.write([], to: "a.zip")
    let script = """
      import sys, zipfile
      class Stream:
          def __init__(self, file): self.file = file
          def write(self, data): return self.file.write(data)
          def flush(self): self.file.flush()
      with open(sys.argv[1], 'wb') as file:
          with zipfile.ZipFile(Stream(file), 'w') as archive:
              for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                  for level in (1, 6, 9):
                      name = 'dé %d %d' % (method, level)
                      archive.writestr(name, (name + ' ') * 2000, method, level)
      """
    try Shell.run(Tool.python.program, ["-c", script, path])
    var reader = try ZipReader(Array(Data(contentsOf: URL(fileURLWithPath: path))))
    #expect(reader.names.count == 6)
    for name in reader.names {
      let contents = try reader.contents(of: name)
      let isSame = contents == Array(String(repeating: name + " ", count: 2000).utf8)
      #expect(isSame, "\(name)")
    }
  }
}
