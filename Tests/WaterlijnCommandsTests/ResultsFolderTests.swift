import Foundation
import StudyFiles
import Terms
import Testing
import WaterlijnProcess

@testable import WaterlijnCommands

/// All files of a results folder are replaced, or none.
@Suite struct ResultsFolderTests {
  static let new = [
    OutputFile(name: "a.csv", bytes: Array("new a".utf8)),
    OutputFile(name: "b.csv", bytes: Array("new b".utf8)),
    OutputFile(name: "c.csv", bytes: []),
  ]

  static func write(
    _ path: String, files: any FileSystem = SystemFiles(), interruption: Interruption = Interruption()
  ) -> ResultsFolder.Failure? {
    do throws(ResultsFolder.Failure) {
      try ResultsFolder(path, files: files, interruption: interruption).write(new)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["out", "out/deeper/still", "out/"])
  func makesTheFolderItNeeds(path: String) {
    let world = World()
    #expect(Self.write(world.folder + "/" + path) == nil)
    let inside = path.hasSuffix("/") ? path : path + "/"
    #expect(world.text(inside + "a.csv") == "new a")
    #expect(world.contents.filter { !$0.key.hasSuffix("/") }.count == 3)
  }

  /// Used to be taken for a link that leads nowhere.
  @Test func aPathMayGoThroughAFolderThatIsMade() throws {
    let world = World()
    #expect(Self.write(world.folder + "/new/../out") == nil)
    #expect(world.text("out/a.csv") == "new a")
    #expect(Set(world.contents.keys) == ["new/", "out/", "out/a.csv", "out/b.csv", "out/c.csv"])
  }

  @Test func replacesItsOwnFilesAndNoOther() throws {
    let world = World()
    for name in ["a.csv", "c.csv", "mine.txt"] { try world.write("old " + name, to: "out/" + name) }
    #expect(Self.write(world.folder + "/out") == nil)
    #expect(
      world.contents.mapValues { String(decoding: $0, as: UTF8.self) } == [
        "out/": "", "out/a.csv": "new a", "out/b.csv": "new b", "out/c.csv": "", "out/mine.txt": "old mine.txt",
      ])
  }

  /// Every operation fails once. What is taken away after all has succeeded may stay: nothing is lost by it.
  @Test(arguments: [true, false], [[], ["a.csv"], ["a.csv", "b.csv", "c.csv"]])
  func afterAnyFailureAllIsAsItWas(linksAreKnown: Bool, existing: [String]) throws {
    var failures = 0
    var operation = 0
    while true {
      let world = World()
      for name in existing { try world.write("old " + name, to: "out/" + name) }
      let before = world.contents
      let files = FailingFiles(failing: operation, linksAreKnown: linksAreKnown)
      if Self.write(world.folder + "/out", files: files) != nil {
        failures += 1
        #expect(world.contents == before, "operation \(operation)")
      } else {
        #expect(world.text("out/a.csv") == "new a")
        if operation >= files.count { break }
      }
      operation += 1
    }
    // Three temporary files and three renames at the least; a folder where there was none.
    #expect(failures >= 6 + (existing.isEmpty ? 1 : 0))
  }

  @Test func stopsBetweenFilesAndLeavesNothing() throws {
    let world = World()
    try world.write("old", to: "out/a.csv")
    let before = world.contents
    let interruption = Interruption()
    let files = FailingFiles { if $0 == 1 { #expect(interruption.request() == .wait, "must wait for the files") } }
    let failure = Self.write(world.folder + "/out", files: files, interruption: interruption)
    guard case .interrupted = failure else {
      Issue.record("not interrupted: \(String(describing: failure))")
      return
    }
    #expect(world.contents == before)
  }

  /// Ctrl-C after the files were there used to say that nothing was changed.
  @Test func knowsWhatWasWritten() throws {
    let world = World()
    let interruption = Interruption()
    #expect(Self.write(world.folder + "/none", files: FailingFiles(failing: 0), interruption: interruption) != nil)
    #expect(interruption.request() == .end)
    #expect(Self.write(world.folder + "/out", interruption: Interruption()) == nil)
    let later = Interruption()
    #expect(Self.write(world.folder + "/out", interruption: later) == nil)
    #expect(later.request() == .endAfterChanges)
  }

  @Test func aFolderWhereAFileShouldBe() throws {
    let world = World()
    try world.write("old", to: "out/a.csv")
    try world.write("x", to: "out/b.csv/x")
    let before = world.contents
    guard case .file(let failure) = Self.write(world.folder + "/out") else {
      Issue.record("written over a folder")
      return
    }
    #expect(failure == FileFailure(path: world.folder + "/out/b.csv", .notAFile))
    #expect(world.contents == before)
  }

  @Test func knowsAnObstacleBeforehand() throws {
    let world = World()
    try world.write("x", to: "file")
    func obstacle(_ path: String) -> FileFailure? {
      ResultsFolder(path, files: SystemFiles(), interruption: Interruption()).obstacle()
    }
    #expect(obstacle(world.folder) == nil)
    #expect(obstacle(world.folder + "/new/deeper/") == nil)
    #expect(obstacle("new") == nil)
    #expect(obstacle(world.folder + "/file") == FileFailure(path: world.folder + "/file", .notAFolder))
    #expect(obstacle("/dev/full") == FileFailure(path: "/dev/full", .notAFolder))
  }

  @Test func systemFilesTellWhy() throws {
    let world = World()
    let system = SystemFiles()
    try world.write("x", to: "file")
    #expect(throws: FileFailure(path: world.folder + "/no/file", .absent)) {
      try system.createFile(world.folder + "/no/file", bytes: [1])
    }
    #expect(throws: FileFailure(path: world.folder + "/file/x", .notAFolder)) {
      try system.createFile(world.folder + "/file/x", bytes: [1])
    }
    // A file that is there is not written over.
    #expect(throws: FileFailure.self) { try system.createFile(world.folder + "/file", bytes: [1]) }
    #expect(world.text("file") == "x")
  }
}
