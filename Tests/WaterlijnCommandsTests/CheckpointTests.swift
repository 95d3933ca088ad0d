import Foundation
import Reports
import StudyFiles
import TestSupport
import Testing
import WaterlijnProcess

@testable import WaterlijnCommands

/// Runs that are interrupted and gone on with, and interim results.
@Suite struct CheckpointTests {
  /// Seconds pass with every look at the clock; at one of them the user presses Ctrl-C.
  private static func clock(
    seconds: Double, interruption: Interruption = Interruption(), after looks: Int = .max
  ) -> @Sendable () -> Double {
    let count = Locked(0)
    return {
      let look = count.withLock { count in
        count += 1
        return count
      }
      if look == looks { #expect(interruption.request() == .wait) }
      return Double(look) * seconds
    }
  }

  private static func checkpoints(_ world: World) -> [String] {
    world.contents.keys.filter { $0.hasSuffix(".checkpoint") }.sorted()
  }

  /// Whenever it is interrupted, and however often: the bytes of an uninterrupted run, and nothing left beside them.
  @Test(arguments: ["lhs", "sobol", "random"], [1, 2])
  func resumedRunsEndInTheSameBytes(sampler: String, threads: Int) throws {
    let world = try PartWorld.world()
    let options = ["--sampler", sampler, "--threads", "\(threads)", "--quiet"]
    #expect(world.run(["run", "s", "--out", "one"] + options).status == .success)
    for looks in 3...7 {
      var rounds = 0
      while true {
        let interruption = Interruption()
        let outcome = world.run(
          ["run", "s", "--out", "two", rounds == 0 ? "--checkpoint" : "--resume"] + options, interruption: interruption,
          clock: Self.clock(seconds: 1, interruption: interruption, after: looks))
        rounds += 1
        if outcome.status == .success { break }
        try #require(
          outcome.status == .interrupted && outcome.error.hasPrefix("Afgebroken; wat klaar was staat in two/delen: "))
        #expect(Self.checkpoints(world) == ["two/delen/draws-0000-1900.checkpoint"])
        try #require(rounds < 20)
      }
      #expect(rounds > 1 || looks > 4, "\(looks)")
      let isTheSame = PartWorld.results(world, "two") == PartWorld.results(world, "one")
      #expect(isTheSame, "\(sampler), \(looks)")
      try FileManager.default.removeItem(atPath: world.folder + "/two")
    }
  }

  /// Asked to stop before a draw is done, it leaves nothing.
  @Test func nothingDoneIsNothingKept() throws {
    let world = try PartWorld.world()
    let interruption = Interruption()
    let before = world.contents.keys.sorted()
    let outcome = world.run(
      ["run", "s", "--checkpoint"], interruption: interruption,
      clock: Self.clock(seconds: 1, interruption: interruption, after: 1))
    #expect(outcome.status == .interrupted && outcome.error == "Afgebroken; er is niets veranderd.\n")
    #expect(world.contents.keys.sorted() == before)
  }

  /// Asked to stop while it reads what was done, it used to take that away.
  @Test func whatWasDoneStaysWhenStoppedAtOnce() throws {
    let world = try PartWorld.world()
    let first = Interruption()
    _ = world.run(
      ["run", "s", "--checkpoint", "--threads", "1"], interruption: first,
      clock: Self.clock(seconds: 1, interruption: first, after: 3))
    let name = try #require(Self.checkpoints(world).first)
    let before = world.contents
    let interruption = Interruption()
    _ = interruption.request()
    #expect(world.run(["run", "s", "--resume"], interruption: interruption).status == .interrupted)
    let isUntouched = world.contents[name] == before[name] && world.contents.keys.sorted() == before.keys.sorted()
    #expect(isUntouched)
    #expect(world.run(["run", "s", "--resume", "--quiet"]).status == .success)
  }

  /// Every minute, not only when asked to stop: with 25 s a look, after the third.
  @Test func aCheckpointIsWrittenEveryMinute() throws {
    let world = try PartWorld.world()
    let seen = Locked(false)
    let files = FailingFiles { _ in
      if !Self.checkpoints(world).isEmpty { seen.withLock { $0 = true } }
    }
    let outcome = world.run(
      ["run", "s", "--out", "two", "--checkpoint", "--threads", "1", "--quiet"], files: files,
      clock: Self.clock(seconds: 25))
    #expect(outcome.status == .success && seen.withLock { $0 })
    #expect(!world.contents.keys.contains { $0.hasPrefix("two/delen") })
  }

  /// The process is ended at each of its file operations in turn; what it leaves is gone on with.
  @Test func killedAtEveryFileCall() throws {
    let world = try PartWorld.world()
    #expect(world.run(["run", "s", "--out", "one", "--quiet"]).status == .success)
    let whole = PartWorld.results(world, "one")
    for call in 0..<200 {
      let files = FailingFiles(ended: call)
      let options = ["--out", "two", "--threads", "1", "--quiet"]
      _ = world.run(["run", "s", "--checkpoint"] + options, files: files, clock: Self.clock(seconds: 25))
      let resumed = world.run(["run", "s", "--resume"] + options)
      #expect(resumed.status == .success, "\(call): \(resumed.error)")
      let found = PartWorld.results(world, "two").filter { !$0.key.hasSuffix(".unfinished") && !$0.key.hasSuffix("/") }
      let isTheSame = found == whole.filter { !$0.key.hasSuffix("/") }
      try #require(isTheSame, "\(call): \(found.keys.sorted())")
      try FileManager.default.removeItem(atPath: world.folder + "/two")
      if files.count <= call { return #expect(call > 20) }
    }
    Issue.record("more file operations than expected")
  }

  /// The same of parts and their merging.
  @Test func partsKilledAtEveryFileCall() throws {
    let world = try PartWorld.world()
    #expect(world.run(["run", "s", "--out", "one", "--quiet"]).status == .success)
    let whole = PartWorld.results(world, "one").filter { !$0.key.hasSuffix("/") }
    for call in 0..<200 {
      let files = FailingFiles(ended: call)
      _ = world.run(["run", "s", "--part", "1-3/3", "--out", "p", "--quiet"], files: files)
      _ = world.run(["merge", "p", "--out", "two", "--quiet"], files: files)
      #expect(world.run(["run", "s", "--part", "1-3/3", "--out", "p", "--quiet"]).status == .success, "\(call)")
      #expect(world.run(["merge", "p", "--out", "two", "--quiet"]).status == .success, "\(call)")
      let isTheSame = PartWorld.results(world, "two").filter { !$0.key.hasSuffix("/") } == whole
      #expect(isTheSame, "\(call)")
      for folder in ["p", "two"] { try FileManager.default.removeItem(atPath: world.folder + "/" + folder) }
      if files.count <= call { return #expect(call > 20) }
    }
    Issue.record("more file operations than expected")
  }

  @Test func partsAreResumed() throws {
    let world = try PartWorld.world()
    #expect(world.run(["run", "s", "--out", "one", "--quiet"]).status == .success)
    let interruption = Interruption()
    let stopped = world.run(
      ["run", "s", "--part", "2/2", "--out", "p", "--checkpoint", "--threads", "1"], interruption: interruption,
      clock: Self.clock(seconds: 1, interruption: interruption, after: 2))
    #expect(stopped.status == .interrupted)
    #expect(Self.checkpoints(world) == ["p/draws-1000-1900.checkpoint"])
    let refused = world.run(["run", "s", "--part", "2/2", "--out", "p", "--checkpoint"])
    #expect(refused.status == .invalidStudy && refused.error.contains("p/draws-1000-1900.checkpoint"))
    #expect(refused.error.contains("--resume"))
    let told = world.run(["parts", "p"])
    #expect(told.output.contains("nog niet af, of afgebroken: 1 (verder met dezelfde opdracht en --resume)"))
    #expect(world.run(["run", "s", "--part", "1-2/2", "--out", "p", "--resume"]).status == .success)
    #expect(Self.checkpoints(world).isEmpty)
    #expect(world.run(["merge", "p", "--out", "two", "--quiet"]).status == .success)
    let isTheSame = PartWorld.results(world, "two") == PartWorld.results(world, "one")
    #expect(isTheSame)
  }

  /// A process that was ended between writing a part and removing its checkpoint leaves both.
  @Test func aCheckpointOfAFinishedPartDoesNotCount() throws {
    let world = try PartWorld.world()
    let interruption = Interruption()
    _ = world.run(
      ["run", "s", "--part", "1/2", "--out", "p", "--checkpoint", "--threads", "1"], interruption: interruption,
      clock: Self.clock(seconds: 1, interruption: interruption, after: 2))
    let name = try #require(Self.checkpoints(world).first)
    let bytes = try #require(world.contents[name])
    #expect(world.run(["run", "s", "--part", "1-2/2", "--out", "p"]).status == .success)
    try Data(bytes).write(to: URL(fileURLWithPath: world.folder + "/" + name))
    #expect(world.run(["merge", "p", "--out", "two", "--quiet"]).status == .success)
  }

  @Test func damagedCheckpointsAreRefusedByName() throws {
    let world = try PartWorld.world()
    let interruption = Interruption()
    _ = world.run(
      ["run", "s", "--checkpoint", "--threads", "1"], interruption: interruption,
      clock: Self.clock(seconds: 1, interruption: interruption, after: 2))
    let name = try #require(Self.checkpoints(world).first)
    var bytes = try #require(world.contents[name])
    bytes[bytes.count / 2] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: world.folder + "/" + name))
    let outcome = world.run(["run", "s", "--resume"])
    #expect(outcome.status == .invalidStudy && outcome.error.contains(name + ": beschadigd of afgebroken"))
    #expect(world.contents["s/resultaten/summary.csv"] == nil)
  }

  @Test func changedStudiesAreNotGoneOnWith() throws {
    let world = try PartWorld.world()
    let interruption = Interruption()
    _ = world.run(
      ["run", "s", "--checkpoint", "--threads", "1"], interruption: interruption,
      clock: Self.clock(seconds: 1, interruption: interruption, after: 2))
    try world.write("scenario,name,level,phase_in,from,until\nS,Anders,A,step,2027,\n", to: "s/scenarios.csv")
    let outcome = world.run(["run", "s", "--resume"])
    #expect(outcome.status == .invalidStudy)
    #expect(outcome.error.contains("s/delen bevat al delen van een andere berekening"))
  }

  /// The tables say it in every row, the manifest where it says what was computed, pages and workbooks at their heads.
  @Test func interimResultsSaySoInEveryFile() throws {
    let world = try PartWorld.world()
    #expect(world.run(["run", "s", "--part", "1,3/4", "--out", "p"]).status == .success)
    let merged = world.run(["merge", "p", "--partial", "--out", "m", "--xlsx", "m.xlsx"])
    #expect(merged.status == .success)
    #expect(
      merged.output.hasPrefix("Tussenstand: 800 van de 1.900 trekkingen zijn gedaan. De bedragen veranderen nog.\n"))
    for (name, bytes) in PartWorld.results(world, "m") where name.hasSuffix(".csv") && !name.hasPrefix("inputs/") {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      #expect(lines[0].hasSuffix(",partial") && lines.count > 1, "\(name)")
      #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",800 of 1900") }, "\(name)")
    }
    let manifest = try Manifest(reading: try #require(world.contents["m/manifest.json"]))
    #expect(
      manifest.draws == 800 && manifest.partial == PartialRun(DrawRanges([0..<400, 1000..<1400])!, of: 1900))
    let verified = world.run(["verify", "m"])
    #expect(verified.status == .success && verified.output.contains("Tussenstand: 800 van de 1.900"), "\(verified)")
    #expect(world.run(["report", "m"]).status == .success)
    let page = world.text("m/rapport.html")
    let saysSo =
      page.contains("Tussenstand: 800 van de 1.900 trekkingen zijn gedaan.")
      && page.contains("<strong class=\"example\">Tussenstand</strong>")
    #expect(saysSo)
    let compared = world.run(["compare", "m", "m", "--scenario", "S"])
    #expect((compared.output + compared.error).contains("tussenstand (800 van de 1.900 trekkingen)"), "\(compared)")
  }

  /// Half of a run at its beginning is the run of as many draws, but for what is said of it.
  @Test func interimFiguresAreThoseOfTheirDraws() throws {
    let world = try PartWorld.world()
    #expect(world.run(["run", "s", "--part", "1/2", "--out", "p"]).status == .success)
    #expect(world.run(["merge", "p", "--partial", "--out", "m", "--quiet"]).status == .success)
    #expect(world.run(["run", "s", "--draws", "1000", "--out", "one", "--quiet"]).status == .success)
    let interim = world.text("m/summary.csv").replacingOccurrences(of: ",partial\n", with: "\n")
      .replacingOccurrences(of: ",1000 of 1900\n", with: "\n")
    let isTheSame = interim == world.text("one/summary.csv")
    #expect(isTheSame)
  }

  /// What is damaged is left out and named; what is double has no answer.
  @Test func interimResultsLeaveOutWhatIsDamaged() throws {
    let world = try PartWorld.world()
    #expect(world.run(["run", "s", "--part", "1-3/4", "--out", "p"]).status == .success)
    for (name, place) in [("p/draws-0000-0400.part", 100), ("p/draws-0400-1000.part", 5000)] {
      var bytes = try #require(world.contents[name])
      bytes[place] ^= 4
      try Data(bytes).write(to: URL(fileURLWithPath: world.folder + "/" + name))
    }
    let merged = world.run(["merge", "p", "--partial", "--out", "m"])
    #expect(merged.status == .success && merged.output.hasPrefix("Tussenstand: 400 van de 1.900"))
    #expect(merged.error.contains("Niet meegeteld: p/draws-0000-0400.part: beschadigd of afgebroken"))
    #expect(merged.error.contains("Niet meegeteld: p/draws-0400-1000.part: beschadigd of afgebroken"))
    #expect(world.run(["run", "s", "--part", "1/5", "--out", "q"]).status == .success)
    #expect(world.run(["merge", "p", "q", "--partial", "--out", "n"]).status == .success)
    #expect(world.run(["run", "s", "--part", "1/1", "--out", "r"]).status == .success)
    let double = world.run(["merge", "p", "r", "--partial", "--out", "o"])
    #expect(double.status == .invalidStudy && double.error.contains("haal een van beide weg"))
  }

  @Test func nothingIsNoInterimResult() throws {
    let world = try PartWorld.world()
    #expect(world.run(["run", "s", "--part", "1/4", "--out", "p"]).status == .success)
    try FileManager.default.removeItem(atPath: world.folder + "/p/draws-0000-0400.part")
    let outcome = world.run(["merge", "p", "--partial", "--out", "m"])
    #expect(outcome.status == .invalidStudy && PartWorld.results(world, "m").isEmpty)
  }
}
