import Analyses
import Foundation
import StudyFiles
import Terms
import TestSupport
import Testing
import WaterlijnCommands
import WaterlijnPage
import WaterlijnProcess

/// Files in memory behave as those of a computer: the same is done to both.
@Suite struct MemoryFilesTests {
  private let folder = TemporaryFolder()
  private let memory: MemoryFiles
  private let system = SystemFiles()

  private static let given = [
    "a.csv": "een", "map/b.csv": "twee", "map/c.csv": "drie", "map/dieper/d.csv": "vier",
  ]

  init() throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/map/dieper", withIntermediateDirectories: true)
    for (name, text) in Self.given { _ = try folder.write(Array(text.utf8), to: name) }
    let path = folder.path
    memory = MemoryFiles(
      Self.given.map { OutputFile(name: "\(path)/\($0.key)", bytes: Array($0.value.utf8)) },
      lock: SingleThread().makeLock())
  }

  /// Does the same to both, and compares what comes of it.
  private func same<Value: Equatable>(
    _ path: String, _ body: (any FileSystem, String) throws(FileFailure) -> Value,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let results = [memory as any FileSystem, system].map { files in
      do throws(FileFailure) {
        return Result<Value, FileFailure>.success(try body(files, path.isEmpty ? "" : "\(folder.path)/\(path)"))
      } catch {
        return .failure(error)
      }
    }
    switch (results[0], results[1]) {
    case (.failure(let a), .failure(let b)): #expect(a.reason == b.reason, "\(path)", sourceLocation: location)
    default: #expect(results[0] == results[1], "\(path)", sourceLocation: location)
    }
  }

  private static let paths = [
    "", ".", "..", "a.csv", "a.csv/", "./a.csv", "map", "map/", "map//b.csv", "map/../a.csv", "a.csv/b", "map/..",
    "niets",
    "niets/b.csv", "niets/../a.csv", "map/dieper/../b.csv", String(repeating: "x", count: 300),
  ]

  @Test func whatIsThere() {
    for path in Self.paths {
      same(path) { $0.kind(of: $1).map { "\($0)" } }
      // The folder itself may be reached by a link.
      same(path) { files, path in files.resolved(path).map { $0.replacing(files.resolved(folder.path)!, with: "") } }
      same(path) { $0.isLink($1) }
      same(path) { files, path throws(FileFailure) in try files.contents(of: path, limit: 100_000) }
      same(path) { files, path throws(FileFailure) in
        files.kind(of: path) == .folder && path.hasSuffix("..") ? [] : try files.names(in: path).sorted()
      }
    }
    // A folder is no file, and was called too large where its list of names was longer than the limit.
    for path in ["a.csv", "map", ".."] {
      same(path) { files, path throws(FileFailure) in try files.contents(of: path, limit: 2) }
    }
  }

  @Test func whatIsMade() {
    for path in Self.paths where !path.isEmpty && !path.hasSuffix(".") {
      same(path) { files, path throws(FileFailure) -> Bool in
        try files.createFile(path, bytes: [1])
        return true
      }
    }
    same("nieuw") { files, path throws(FileFailure) -> Bool in
      try files.createFolder(path)
      return true
    }
    same("nieuw") { files, path throws(FileFailure) -> Bool in
      try files.createFolder(path)
      return true
    }
    same("niets/nieuw") { files, path throws(FileFailure) -> Bool in
      try files.createFolder(path)
      return true
    }
    for (from, to) in [
      ("a.csv", "nieuw/e.csv"), ("a.csv", "map/b.csv"), ("map/b.csv", "nieuw"), ("map/b.csv", "niets/f.csv"),
      ("map/b.csv", "map/../map/b.csv"),
    ] {
      same(from) { files, path throws(FileFailure) -> Bool in
        try files.rename(path, to: folder.path + "/" + to)
        return true
      }
    }
    for (from, to) in [("map/b.csv", "map/g.csv"), ("map/b.csv", "map/c.csv"), ("a.csv", "map/h.csv")] {
      same(from) { files, path throws(FileFailure) -> Bool in
        try files.link(path, to: folder.path + "/" + to)
        return true
      }
    }
    for path in ["map/g.csv", "map/g.csv", "map", "a.csv"] {
      same(path) { files, path throws(FileFailure) -> Bool in
        try files.removeFile(path)
        return true
      }
    }
    for path in ["niets", "map/b.csv", "map"] {
      same(path) { files, path throws(FileFailure) -> Bool in
        try files.removeFolder(path)
        return true
      }
    }
    for path in [".", "map", "map/dieper", "nieuw"] {
      same(path) { files, path throws(FileFailure) in try files.names(in: path).sorted() }
    }
    for path in ["map/b.csv", "map/c.csv", "nieuw/e.csv"] {
      same(path) { files, path throws(FileFailure) in try files.contents(of: path, limit: 100_000) }
    }
  }

  @Test func whatWasWritten() throws {
    let files = MemoryFiles(
      [OutputFile(name: "a", bytes: [1]), OutputFile(name: "b", bytes: [2])], folders: ["uit/leeg"],
      lock: SingleThread().makeLock())
    #expect(files.written.isEmpty)
    #expect(files.kind(of: "uit/leeg") == .folder)
    try files.createFile("uit/c", bytes: [3])
    try files.createFile(".b.1.new", bytes: [2])
    try files.rename(".b.1.new", to: "b")
    try files.createFile("d", bytes: [4])
    try files.removeFile("d")
    try files.createFile("e", bytes: [5])
    try files.rename("e", to: "a")
    #expect(files.written == [OutputFile(name: "a", bytes: [5]), OutputFile(name: "uit/c", bytes: [3])])
  }
}
