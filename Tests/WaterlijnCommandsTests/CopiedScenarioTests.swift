import Foundation
import TestSupport
import Testing

@testable import WaterlijnCommands

/// A row of scenarios.csv that is copied loses the one-offs that name the original.
@Suite struct CopiedScenarioTests {
  private static func check(_ rows: String, _ lists: (World) throws -> Void = { _ in }) throws -> String {
    let world = World()
    try world.copyTextbook(to: "s")
    try world.write(
      world.text("s/scenarios.csv").trimmingCharacters(in: .newlines) + "\n" + rows, to: "s/scenarios.csv")
    try lists(world)
    let outcome = world.run(["check", "s"])
    #expect(outcome.status == .success, "\(outcome.output)")
    return outcome.output.split { $0.isWhitespace }.joined(separator: " ")
  }

  private static let notice = "Scenario \"KOPIE\" lijkt op \"INEENS\", maar draagt post PLAN niet"

  @Test(arguments: [
    "KOPIE;Alles ineens;waterlijn;ineens;2028;;;;;;;\n", "KOPIE;Later;waterlijn;ineens;2029;;;;;;;\n",
    "KOPIE;Met bandbreedte;waterlijn;ineens;2028;;;10%;;-;;\n",
  ])
  func aCopyIsTold(row: String) throws {
    #expect(try Self.check(row).contains(Self.notice))
  }

  /// With other measures, or two other terms, it is a scenario of its own; and one that a list names is thought of.
  @Test(arguments: [
    "KOPIE;Met pool;waterlijn;ineens;2028;;;;;POOL;;\n", "KOPIE;Anders;waterlijn;ineens;2029;;;10%;50%;;;\n",
  ])
  func anotherScenarioIsNot(row: String) throws {
    #expect(try !Self.check(row).contains("lijkt op"))
    let named = try Self.check("KOPIE;Alles ineens;waterlijn;ineens;2028;;;;;;;\n") { world in
      try world.change("s/one-offs.csv", "INEENS+INGROEI", "INEENS+INGROEI+KOPIE")
    }
    #expect(!named.contains("lijkt op"))
  }

  /// The studies of this repository leave one-offs out on purpose.
  @Test func thereAreNoFalseAlarms() throws {
    let folder = Shell.package.appendingPathComponent("scenarios")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let outcome = World().run(["check", folder.appendingPathComponent(name).path])
      #expect(!outcome.output.contains("lijkt op") && !outcome.output.contains("bepaalt het gemiddelde"), "\(name)")
    }
  }
}
