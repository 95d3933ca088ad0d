import Foundation
import TestSupport
import Testing

@testable import Terms

@Suite struct ArchiveTests {
  /// Known answers: the check value of the catalogue of parametrised CRC algorithms, and of nothing.
  @Test func checksums() {
    #expect(CRC32.checksum([]) == 0)
    #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.checksum(Array("The quick brown fox jumps over the lazy dog".utf8)) == 0x414F_A339)
  }

  /// Fibonacci numbers as frequencies give the longest words there can be; cut to 7 bits they still are a full code.
  @Test func wordsAreNoLongerThanAsked() {
    var frequencies = [1, 1]
    while frequencies.count < 19 { frequencies.append(frequencies.suffix(2).reduce(0, +)) }
    #expect(HuffmanCode(frequencies: frequencies, limit: 32).lengths.max() == 18)
    let limited = HuffmanCode(frequencies: frequencies, limit: 7)
    #expect(limited.lengths.allSatisfy { (1...7).contains($0) })
    // Kraft: a code without gaps uses up all words of 7 bits.
    #expect(limited.lengths.reduce(0) { $0 + (1 << (7 - $1)) } == 128)
    #expect(Set(zip(limited.lengths, limited.words).map { "\($0) \($1)" }).count == 19)
  }

  /// RFC 1951, 3.2.2: its example of lengths (3, 3, 3, 3, 3, 2, 4, 4) gives 010, 011, 100, 101, 110, 00, 1110, 1111.
  @Test func wordsAreNumberedAsTheFormatSays() {
    // Halving frequencies from 16 gives these lengths.
    let code = HuffmanCode(frequencies: [4, 4, 4, 4, 4, 8, 2, 2], limit: 15)
    #expect(code.lengths == [3, 3, 3, 3, 3, 2, 4, 4])
    let words = zip(code.lengths, code.words).map { length, word in
      (0..<length).map { word >> $0 & 1 == 1 ? "1" : "0" }.joined()
    }
    #expect(words == ["010", "011", "100", "101", "110", "00", "1110", "1111"])
  }

  /// Python's zipfile knows nothing of this code: it checks structure and checksums, and gives the contents back.
  @Test(.enabled(if: Tool.python.isInstalled, "python is not installed"))
  func anotherReaderFindsTheSame() throws {
    var random = SplitMix(seed: 7)
    let noise = (0..<70_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let contents: [(String, [UInt8])] = [
      ("leeg", []), ("een", [65]), ("drie/bytes", Array("aaa".utf8)), ("bytes", Array(0...255)),
      // Repetitions from nearby, of the longest length, and from beyond the window.
      ("herhaald", Array(String(repeating: "ab", count: 40_000).utf8)), ("ruis", noise),
      ("ver", Array(noise.prefix(30_000) + noise.prefix(30_000))),
      ("dé tekst.xml", Array((0..<9000).map { "<c r=\"A\($0)\"><v>\($0 * 7919 % 1000)</v></c>" }.joined().utf8)),
    ]
    var archive = ZipArchive()
    for (name, bytes) in contents { archive.add(name, bytes) }
    let folder = TemporaryFolder()
    let path = try folder.write(archive.finished(), to: "a.zip")
    let script = """
      import sys, zipfile, zlib
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      for entry in archive.infolist():
          assert entry.date_time == (1980, 1, 1, 0, 0, 0)
          print(entry.filename, entry.file_size, zlib.crc32(archive.read(entry)))
      """
    let output = String(decoding: try Shell.run(Tool.python.program, ["-c", script, path]), as: UTF8.self)
    let expected = contents.map { "\($0) \($1.count) \(CRC32.checksum($1))" }
    #expect(output.split(separator: "\n").map(String.init) == expected)
    #expect(Deflate.compressed(contents[4].1).count < 600, "80,000 bytes are some 310 repetitions")
  }
}
