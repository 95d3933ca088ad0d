import Foundation
import Reports
import Terms
import TestSupport
import Testing

@testable import WaterlijnCommands

/// Sweeps whose variants several processes compute.
@Suite struct SweepPlanTests {
  private static let asked = [
    "sweep", "s", "--vary", "scenarios.bandwidth[*]=0...0.3/4", "--vary", "scenarios.until[T]=2026...2028", "--draws",
    "600", "--region", "NL+R", "--language", "en",
  ]

  @Test func variantsMergeToTheTableOfOneSweep() throws {
    let world = try PartWorld.world()
    let one = world.run(Self.asked + ["--out", "one", "--quiet"])
    #expect(one == World.Outcome(status: .success, output: "", error: ""))
    let planned = world.run(Self.asked + ["--plan", "p"])
    #expect(
      planned.status == .success && planned.output.hasPrefix("12 variants in p/plan.csv; 0 done.\n"), "\(planned)")
    let list = world.text("p/plan.csv").split(separator: "\n")
    #expect(list.count == 13 && list[0] == "variant,scenarios.bandwidth[*],scenarios.until[T]")
    #expect(list[5] == "5,0.100000,2027.000000")
    // Nothing is computed yet.
    #expect(!world.contents.keys.contains { $0.contains("variant-") })
    for part in ["2/5", "5,1/5"] {
      #expect(world.run(Self.asked + ["--plan", "p", "--part", part]).status == .success)
    }
    let told = world.run(["parts", "p"])
    #expect(told.status == .invalidStudy && told.output.contains("8 van 12 varianten"), "\(told)")
    #expect(told.output.contains("--part 3-4,8-9/12") && told.output.contains("--array=3-4,8-9 "), "\(told)")
    let short = world.run(["merge", "p", "--out", "two"])
    #expect(short.status == .invalidStudy && short.error.contains("--part 3-4,8-9/12"))
    #expect(PartWorld.results(world, "two").isEmpty)
    let last = world.run(Self.asked + ["--plan", "p", "--part", "1-12/12"])
    #expect(last.output == "12 variants in p; 8 of them were there already\n", "\(last)")
    #expect(world.run(["parts", "p"]).output.hasSuffix("Er ontbreekt niets.\n"))
    // The study is not needed any more.
    try FileManager.default.removeItem(atPath: world.folder + "/s")
    let merged = world.run(["merge", "p", "--out", "two", "--language", "en"])
    #expect(merged.status == .success && merged.output.contains("Tables: two/sweep.csv"), "\(merged)")
    #expect(world.text("two/sweep.csv") == world.text("one/sweep.csv") && world.text("one/sweep.csv").count > 1000)
    // A phase-in that ends before it begins.
    #expect(world.text("two/sweep.csv").contains("impossible"))
  }

  /// The same for any number of parts, and what is printed too.
  @Test(arguments: [1, 3, 12, 40])
  func anyNumberOfParts(count: Int) throws {
    let world = try PartWorld.world()
    let one = world.run(Self.asked)
    for part in (1...count).reversed() {
      #expect(world.run(Self.asked + ["--plan", "p", "--part", "\(part)/\(count)"]).status == .success)
    }
    #expect(world.run(["merge", "p", "--language", "en"]).output == one.output)
  }

  @Test func damagedAndForeignVariantsAreRefusedByName() throws {
    let world = try PartWorld.world()
    #expect(world.run(Self.asked + ["--plan", "p", "--part", "1/1"]).status == .success)
    let good = try #require(world.contents["p/variant-07.json"])
    var random = SplitMix(seed: 4)
    for trial in 0..<40 {
      var bad = good
      switch trial {
      case 0: bad = []
      case 1: bad.removeLast()
      case 2: bad.append(0x0a)
      // That of another number.
      case 3: bad = try #require(world.contents["p/variant-08.json"])
      default: bad[Int.random(in: 0..<bad.count, using: &random)] ^= UInt8(1 << Int.random(in: 0...7, using: &random))
      }
      try Data(bad).write(to: URL(fileURLWithPath: world.folder + "/p/variant-07.json"))
      let merged = world.run(["merge", "p", "--out", "o"])
      #expect(merged.status == .invalidStudy && merged.error.contains("p/variant-07.json: beschadigd"), "\(trial)")
      #expect(world.run(["parts", "p"]).output.contains("p/variant-07.json: beschadigd"))
    }
    // Computed again, and only that.
    let again = world.run(Self.asked + ["--plan", "p", "--part", "7/12"])
    #expect(again.output == "1 variant in p\n" && world.contents["p/variant-07.json"] == good)
  }

  /// All variants being there, it used not to be computed again, whatever was asked for.
  @Test func theStudyItselfIsComputedAgain() throws {
    let world = try PartWorld.world()
    #expect(world.run(Self.asked + ["--plan", "p", "--part", "1/1"]).status == .success)
    let good = try #require(world.contents["p/variant-00.json"])
    try FileManager.default.removeItem(atPath: world.folder + "/p/variant-00.json")
    let told = world.run(["parts", "p"])
    #expect(told.status == .invalidStudy && told.output.contains("--part 1/12"), "\(told)")
    #expect(world.run(Self.asked + ["--plan", "p", "--part", "1/12"]).status == .success)
    #expect(world.contents["p/variant-00.json"] == good)
    #expect(world.run(["parts", "p"]).status == .success)
  }

  @Test func anotherSweepDoesNotMix() throws {
    let world = try PartWorld.world()
    #expect(world.run(Self.asked + ["--plan", "p"]).status == .success)
    let other = world.run(Self.asked + ["--seed", "9", "--plan", "p", "--part", "1/2"])
    #expect(other.status == .invalidStudy && other.error.contains("p holds another plan already"))
    let out = world.run(Self.asked + ["--plan", "p", "--out", "o"])
    #expect(out.status == .wrongUsage && out.error.contains("waterlijn merge"))
    #expect(world.run(Self.asked + ["--part", "1/2"]).status == .wrongUsage)
  }

  /// The process is ended at each of its file operations in turn: what is there is whole.
  @Test func killedAtEveryFileCall() throws {
    let world = try PartWorld.world()
    #expect(world.run(Self.asked + ["--out", "one", "--quiet"]).status == .success)
    for call in 0..<100 {
      let files = FailingFiles(ended: call)
      _ = world.run(Self.asked + ["--plan", "p", "--part", "1/2", "--quiet"], files: files)
      #expect(world.run(Self.asked + ["--plan", "p", "--part", "1-2/2", "--quiet"]).status == .success, "\(call)")
      #expect(world.run(["merge", "p", "--out", "two", "--quiet"]).status == .success, "\(call)")
      let isTheSame = world.contents["two/sweep.csv"] == world.contents["one/sweep.csv"]
      #expect(isTheSame, "\(call)")
      for folder in ["p", "two"] { try FileManager.default.removeItem(atPath: world.folder + "/" + folder) }
      if files.count <= call { return #expect(call > 20) }
    }
    Issue.record("more file operations than expected")
  }
}
