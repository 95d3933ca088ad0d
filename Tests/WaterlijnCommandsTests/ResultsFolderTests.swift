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

  // MARK: Ended on the spot

  /// A laptop that goes off used to leave tables of two runs in a folder, or none of a name, and hidden files for ever.
  @Test(arguments: [true, false], [[], ["a.csv"], ["a.csv", "b.csv", "c.csv", "mine.txt"]])
  func whereverItEndsAllIsOldOrNew(linksAreKnown: Bool, existing: [String]) throws {
    func visible(_ world: World) -> [String: [UInt8]] { world.contents.filter { !$0.key.contains("/.") } }
    func world() throws -> World {
      let world = World()
      for name in existing { try world.write("old " + name, to: "out/" + name) }
      return world
    }
    let old = try visible(world())
    let whole = try world()
    let all = FailingFiles(linksAreKnown: linksAreKnown)
    #expect(Self.write(whole.folder + "/out", files: all) == nil)
    let new = visible(whole)
    var outcomes: [Int] = []
    for operation in 0..<all.count {
      let world = try world()
      _ = Self.write(world.folder + "/out", files: FailingFiles(ended: operation, linksAreKnown: linksAreKnown))
      // Whoever comes next, to read or to write.
      ResultsFolder(world.folder + "/out", files: SystemFiles(), interruption: Interruption()).finish()
      let found = visible(world).filter { $0.key != "out/" || !existing.isEmpty }
      #expect(found == old || visible(world) == new, "operation \(operation): \(found.keys.sorted())")
      outcomes.append(visible(world) == new ? 1 : 0)
      #expect(Self.write(world.folder + "/out") == nil)
      #expect(world.contents == whole.contents, "leftovers after operation \(operation)")
    }
    // Old at first, new from some operation on.
    #expect(outcomes.contains(0) && outcomes.contains(1) && outcomes == outcomes.sorted(), "\(outcomes)")
  }

  /// The end may come while another end is being mended, or a failure undone.
  @Test func endedTwice() throws {
    let count = 40
    for first in 0..<count {
      for second in 0..<12 {
        let world = World()
        for name in ["a.csv", "b.csv"] { try world.write("old " + name, to: "out/" + name) }
        _ = Self.write(world.folder + "/out", files: FailingFiles(ended: first))
        ResultsFolder(world.folder + "/out", files: FailingFiles(ended: second), interruption: Interruption()).finish()
        ResultsFolder(world.folder + "/out", files: SystemFiles(), interruption: Interruption()).finish()
        let texts = ["a.csv", "b.csv", "c.csv"].map { world.text("out/" + $0) }
        #expect(
          texts == ["old a.csv", "old b.csv", ""] || texts == ["new a", "new b", ""], "\(first), \(second): \(texts)")
      }
    }
  }

  /// Also where the folder was given another name in between.
  @Test func endedAndMoved() throws {
    var finished = 0
    for operation in 0..<30 {
      let world = World()
      for name in ["a.csv", "b.csv"] { try world.write("old " + name, to: "out/" + name) }
      _ = Self.write(world.folder + "/out", files: FailingFiles(ended: operation))
      try FileManager.default.moveItem(atPath: world.folder + "/out", toPath: world.folder + "/elders")
      ResultsFolder(world.folder + "/elders", files: SystemFiles(), interruption: Interruption()).finish()
      let texts = ["a.csv", "b.csv", "c.csv"].map { world.text("elders/" + $0) }
      #expect(texts == ["old a.csv", "old b.csv", ""] || texts == ["new a", "new b", ""], "\(operation): \(texts)")
      if texts[0] == "new a" { finished += 1 }
    }
    #expect((1..<30).contains(finished))
  }

  /// Where folders cannot be locked what is left is finished too; used to be passed over.
  @Test func finishedWithoutLocks() throws {
    let world = World()
    try world.write("old", to: "out/a.csv")
    let whole = FailingFiles()
    _ = Self.write(world.folder + "/out", files: whole)
    var isFinished = false
    for operation in 0..<whole.count {
      let world = World()
      try world.write("old", to: "out/a.csv")
      _ = Self.write(world.folder + "/out", files: FailingFiles(ended: operation))
      guard world.text("out/a.csv") == "old", world.contents["out/.waterlijn-commit"] != nil else { continue }
      ResultsFolder(world.folder + "/out", files: FailingFiles(), interruption: Interruption()).finish()
      #expect(world.text("out/a.csv") == "new a" && world.contents["out/.waterlijn-commit"] == nil)
      isFinished = true
    }
    #expect(isFinished)
  }

  @Test func aFailureThatIsBeingUndone() throws {
    for failing in 0..<16 {
      for ended in (failing + 1)..<24 {
        let world = World()
        for name in ["a.csv", "b.csv"] { try world.write("old " + name, to: "out/" + name) }
        _ = Self.write(world.folder + "/out", files: FailingFiles(failing: failing, ended: ended))
        ResultsFolder(world.folder + "/out", files: SystemFiles(), interruption: Interruption()).finish()
        let texts = ["a.csv", "b.csv", "c.csv"].map { world.text("out/" + $0) }
        #expect(
          texts == ["old a.csv", "old b.csv", ""] || texts == ["new a", "new b", ""], "\(failing), \(ended): \(texts)")
      }
    }
  }

  /// Two commands that write into one folder used to mix their tables, and both to end well.
  @Test func oneCommandAtATime() throws {
    let world = World()
    try world.write("old", to: "out/a.csv")
    let system = SystemFiles()
    let lock = try #require(try system.lock(world.folder + "/out"))
    let failure = Self.write(world.folder + "/out")
    guard case .file(let found)? = failure else {
      Issue.record("written in a locked folder")
      return
    }
    #expect(found == FileFailure(path: world.folder + "/out", .busy))
    #expect(found.text.dutch.includes("een andere opdracht schrijft op dit moment in deze map"))
    #expect(world.text("out/a.csv") == "old")
    lock.release()
    #expect(Self.write(world.folder + "/out") == nil)
  }

  /// Copies of inputs stand in a folder of their own, and those of a file that is gone go with the rest.
  @Test(arguments: [true, false], [true, false])
  func filesInAFolderWithinAndFilesThatGo(linksAreKnown: Bool, isEnded: Bool) throws {
    func world() throws -> World {
      let world = World()
      for name in ["a.csv", "inputs/d.csv", "inputs/gone.csv", "inputs/mine.txt"] {
        try world.write("old " + name, to: "out/" + name)
      }
      return world
    }
    func write(_ world: World, _ files: any FileSystem) -> Bool {
      do throws(ResultsFolder.Failure) {
        try ResultsFolder(world.folder + "/out", files: files, interruption: Interruption()).write(
          [OutputFile(name: "inputs/d.csv", bytes: [1]), OutputFile(name: "inputs/deeper/e.csv", bytes: [2])]
            + Self.new,
          removing: ["inputs/gone.csv", "inputs/never.csv"])
        return true
      } catch {
        return false
      }
    }
    func visible(_ world: World) -> [String: [UInt8]] {
      world.contents.filter { !$0.key.contains("/.") && !$0.key.hasSuffix("/") }
    }
    let old = try visible(world())
    let whole = try world()
    let all = FailingFiles(linksAreKnown: linksAreKnown)
    #expect(write(whole, all))
    let new = visible(whole)
    #expect(
      new.keys.sorted() == [
        "out/a.csv", "out/b.csv", "out/c.csv", "out/inputs/d.csv", "out/inputs/deeper/e.csv", "out/inputs/mine.txt",
      ])
    var outcomes: Set<Bool> = []
    for operation in 0..<all.count {
      let world = try world()
      let files =
        isEnded
        ? FailingFiles(ended: operation, linksAreKnown: linksAreKnown)
        : FailingFiles(failing: operation, linksAreKnown: linksAreKnown)
      let isDone = write(world, files)
      if isEnded {
        ResultsFolder(world.folder + "/out", files: SystemFiles(), interruption: Interruption()).finish()
      } else {
        #expect(visible(world) == (isDone ? new : old), "operation \(operation)")
      }
      #expect(visible(world) == old || visible(world) == new, "operation \(operation): \(visible(world).keys.sorted())")
      outcomes.insert(visible(world) == new)
      #expect(write(world, SystemFiles()))
      #expect(world.contents == whole.contents, "leftovers after operation \(operation)")
    }
    #expect(outcomes.count == 2)
  }

  @Test func aRecordIsReadAsItWasWritten() {
    let replacements = [
      FileReplacement(target: "/o/gone.csv", new: nil, old: "/o/.gone.csv.1.waterlijn-old"),
      FileReplacement(target: "/o/a b.csv", new: "/o/.a b.csv.1.waterlijn-new", old: nil),
      FileReplacement(target: "/o/é\n.csv", new: "/o/.x", old: "/o/.y"),
    ]
    let bytes = ReplacementRecord.bytes(replacements)
    #expect(ReplacementRecord.replacements(bytes) == replacements)
    #expect(ReplacementRecord.replacements([]) == nil)
    for count in 0..<bytes.count { #expect(ReplacementRecord.replacements(Array(bytes.prefix(count))) == nil) }
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
