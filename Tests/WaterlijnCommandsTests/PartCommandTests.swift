import Analyses
import CostEngine
import Foundation
import TestSupport
import Testing

@testable import WaterlijnCommands

/// Parts of a run on several machines: computed, told, merged.
@Suite struct PartCommandTests {
  @Test(arguments: ["lhs", "sobol", "random"])
  func partsMergeToTheBytesOfOneRun(sampler: String) throws {
    let world = try PartWorld.world()
    let options = ["--sampler", sampler, "--csv-locale", "nl", "--seed", "5"]
    #expect(world.run(["run", "s", "--out", "one", "--quiet"] + options).status == .success)
    for part in ["4/4", "1,3/4"] {
      #expect(world.run(["run", "s", "--out", "p", "--part", part] + options).status == .success)
    }
    let short = world.run(["merge", "p", "--out", "m"])
    #expect(short.status == .invalidStudy)
    #expect(short.error.contains("er ontbreken 600 van de 1.900 trekkingen: 401 tot en met 1.000"))
    #expect(PartWorld.results(world, "m").isEmpty)
    let told = world.run(["parts", "p"])
    #expect(told.status == .invalidStudy)
    #expect(told.output.contains("--part 2/4") && told.output.contains("--array=2 "))
    #expect(world.run(["run", "s", "--out", "q", "--part", "2/4"] + options).status == .success)
    #expect(world.run(["parts", "p", "q"]).status == .success)
    let merged = world.run(["merge", "p", "q", "--out", "m", "--quiet"])
    #expect(merged == World.Outcome(status: .success, output: "", error: ""))
    let isTheSame = PartWorld.results(world, "m") == PartWorld.results(world, "one")
    #expect(isTheSame)
    #expect(world.run(["verify", "m", "--quiet"]).status == .success)
  }

  /// Merged in steps, a part of parts is a part like any other.
  @Test func partsMergeInSteps() throws {
    let world = try PartWorld.world()
    #expect(world.run(["run", "s", "--out", "one", "--quiet"]).status == .success)
    #expect(world.run(["run", "s", "--out", "a", "--part", "1,3/3"]).status == .success)
    #expect(world.run(["run", "s", "--out", "b", "--part", "2/3"]).status == .success)
    #expect(world.run(["merge", "a", "--out", "c/ac.part"]).status == .success)
    #expect(world.run(["merge", "b", "c/ac.part", "--out", "m", "--quiet"]).status == .success)
    let isTheSame = PartWorld.results(world, "m") == PartWorld.results(world, "one")
    #expect(isTheSame)
  }

  /// Every bit of a header, and bytes all over the body.
  @Test func damageIsRefusedByName() throws {
    let world = try PartWorld.world()
    #expect(world.run(["run", "s", "--out", "p", "--part", "1-2/2"]).status == .success)
    let name = "p/draws-0000-1000.part"
    let good = try #require(world.contents[name])
    for bit in 0..<(8 * PartHeader.size) {
      var bad = good
      bad[bit / 8] ^= 1 << (bit % 8)
      #expect(throws: PartHeader.Unread.self, "bit \(bit)") { try PartHeader(reading: bad) }
    }
    var random = SplitMix(seed: 3)
    for trial in 0..<12 {
      var bad = good
      switch trial {
      case 0: bad.removeLast()
      case 1: bad.append(0)
      case 2: bad = Array(bad[..<PartHeader.size])
      case 3: bad = Array(bad[..<100])
      case 4: bad = []
      case 5: bad[7] ^= 1
      default: bad[Int.random(in: PartHeader.size..<bad.count, using: &random)] ^= 16
      }
      try Data(bad).write(to: URL(fileURLWithPath: world.folder + "/" + name))
      let outcome = world.run(["merge", "p", "--out", "m"])
      #expect(outcome.status == .invalidStudy && outcome.error.contains(name), "\(trial): \(outcome.error)")
      #expect(PartWorld.results(world, "m").isEmpty)
    }
    // Computed again it is whole again, and what was right is not computed twice.
    let again = world.run(["run", "s", "--out", "p", "--part", "1-2/2"])
    #expect(again.output.split(separator: "\n").map { $0.hasSuffix("(was er al)") } == [false, true])
    #expect(world.run(["merge", "p", "--out", "m", "--quiet"]).status == .success)
  }

  @Test func overlapsAndForeignPartsAreRefusedByName() throws {
    let world = try PartWorld.world()
    #expect(world.run(["run", "s", "--out", "p", "--part", "1-2/2"]).status == .success)
    #expect(world.run(["run", "s", "--out", "q", "--part", "1/3"]).status == .success)
    let double = world.run(["merge", "p", "q", "--out", "m"])
    #expect(double.status == .invalidStudy)
    #expect(
      double.error.contains("trekkingen 1 tot en met 600 staan in q/draws-0000-0600.part en in p/draws-0000-1000.part"))
    // The same part twice is no harm.
    #expect(world.run(["merge", "p", "p/draws-0000-1000.part", "--out", "m", "--quiet"]).status == .success)
    #expect(world.run(["run", "s", "--out", "r", "--part", "2/2", "--seed", "9"]).status == .success)
    let foreign = world.run(["merge", "p/draws-0000-1000.part", "r", "--out", "n"])
    #expect(foreign.status == .invalidStudy && foreign.error.contains("startwaarde 9"))
    let other = world.run(["run", "s", "--out", "p", "--part", "2/2", "--seed", "9"])
    #expect(other.status == .invalidStudy && other.error.contains("p bevat al delen van een andere berekening"))
  }

  @Test(
    arguments: [
      (
        [
          "SLURM_ARRAY_TASK_ID": "0", "SLURM_ARRAY_TASK_MIN": "0", "SLURM_ARRAY_TASK_MAX": "3",
          "SLURM_ARRAY_TASK_COUNT": "4",
        ], nil, [1], 4
      ),
      (
        [
          "SLURM_ARRAY_TASK_ID": "4", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_MAX": "4",
          "SLURM_ARRAY_TASK_COUNT": "4",
        ], nil, [4], 4
      ),
      (
        [
          "SLURM_ARRAY_TASK_ID": "2", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_MAX": "4",
          "SLURM_ARRAY_TASK_COUNT": "4",
        ], 9, [2, 6], 9
      ),
      // Started again: --array=3,7 of nine.
      (
        [
          "SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_MIN": "3", "SLURM_ARRAY_TASK_MAX": "7",
          "SLURM_ARRAY_TASK_COUNT": "2",
        ], 9, [7], 9
      ),
      (["SGE_TASK_ID": "3", "SGE_TASK_FIRST": "1", "SGE_TASK_LAST": "5", "SGE_TASK_STEPSIZE": "1"], nil, [3], 5),
      (["PBS_ARRAY_INDEX": "2"], 4, [2], 4), (["JOB_COMPLETION_INDEX": "2"], 4, [3], 4),
      (["AWS_BATCH_JOB_ARRAY_INDEX": "1", "AWS_BATCH_JOB_ARRAY_SIZE": "2"], nil, [2], 2),
      // More tasks than parts.
      (["AWS_BATCH_JOB_ARRAY_INDEX": "5", "AWS_BATCH_JOB_ARRAY_SIZE": "8"], 3, [], 3),
    ] as [([String: String], Int?, [Int], Int)])
  func schedulersSayWhichPart(variables: [String: String], parts: Int?, numbers: [Int], count: Int) throws {
    let tasks = try #require(TaskArray { variables[$0] })
    #expect(try tasks.parts(of: parts, (.part, .parts)) == .listed(numbers, of: count))
  }

  @Test(
    arguments: [
      (
        [
          "SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_MIN": "3", "SLURM_ARRAY_TASK_MAX": "7",
          "SLURM_ARRAY_TASK_COUNT": "2",
        ], nil
      ),
      (["JOB_COMPLETION_INDEX": "2"], nil), (["JOB_COMPLETION_INDEX": "4"], 4), (["PBS_ARRAY_INDEX": "5"], 4),
      (["PBS_ARRAY_INDEX": "0"], 4), (["AWS_BATCH_JOB_ARRAY_INDEX": "2", "AWS_BATCH_JOB_ARRAY_SIZE": "2"], nil),
    ] as [([String: String], Int?)])
  func indicesBeyondTheCountAreRefused(variables: [String: String], parts: Int?) throws {
    let tasks = try #require(TaskArray { variables[$0] })
    #expect(throws: UsageError.self) { try tasks.parts(of: parts, (.part, .parts)) }
  }

  @Test(arguments: ["0/4", "5/4", "3", "3/0", "3-2/4", "a/4", "1,,2/4", "/4", "1/", "-1/4", "1/12"])
  func wrongPartsAreWrongUsage(text: String) throws {
    let world = try PartWorld.world()
    let outcome = world.run(["run", "s", "--part=" + text])
    #expect(outcome.status == .wrongUsage && outcome.error.hasPrefix("--part") || outcome.error.contains("--part"))
    #expect(outcome.status == .wrongUsage || text == "1/12", "\(outcome)")
    #expect(PartWorld.results(world, "s/delen").isEmpty)
  }
}
