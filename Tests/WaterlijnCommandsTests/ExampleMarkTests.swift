import Foundation
import TestSupport
import Testing

@testable import WaterlijnCommands

/// Amounts from invented figures look like any others: every command says so, above what it tells and on every sheet. Only
/// `run`, `check` and the report did.
@Suite struct ExampleMarkTests {
  private static func world() throws -> World {
    let world = World()
    try world.copyTextbook(to: "a")
    try world.copyTextbook(to: "b")
    return world
  }

  @Test(arguments: [
    "check a", "run a", "explain a --scenario SLIM --region NOORD --year 2028",
    "explain a --scenario SLIM --region NL --year end",
    "benchmark a", "compare a --scenario INEENS+SLIM", "compare a b --scenario SLIM", "sensitivity a --scenario SLIM",
    "priority a",
    "sweep a --vary scenarios.bandwidth[SLIM]=0+0,1",
    "solve a --scenario SLIM --find bandbreedte --range 0...0,5 --such-that p50(meerkosten)<=100000",
  ]) func theTextbookIsInvented(line: String) throws {
    let world = try Self.world()
    let words = line.split(separator: " ").map(String.init)
    let outcome = world.run(words + (words[0] == "sensitivity" || words[0] == "priority" ? ["--draws", "1600"] : []))
    #expect(outcome.status == .success, "\(outcome.error)")
    let text = outcome.output.replacing("\n", with: " ")
    #expect(text.contains("Voorbeeld: alle invoer is verzonnen (bron: voorbeeld)."), "\(outcome.output.prefix(300))")
  }

  @Test func oneSideIsInvented() throws {
    let world = try Self.world()
    for file in ["staffing.csv", "functions.csv"] {
      try world.write(world.text("b/" + file).replacing("verzonnen voorbeeld", with: "opgave"), to: "b/" + file)
    }
    let outcome = world.run(["compare", "a", "b", "--scenario", "SLIM"])
    #expect(outcome.status == .success && outcome.output.contains("Voorbeeld: van de "), "\(outcome.error)")
  }

  @Test(arguments: [
    "compare a --scenario INEENS+SLIM", "sensitivity a --scenario SLIM --draws 1600", "priority a --draws 1600",
  ])
  func everySheet(line: String) throws {
    let world = try Self.world()
    let outcome = world.run(line.split(separator: " ").map(String.init) + ["--xlsx", "o.xlsx", "--quiet"])
    #expect(outcome.status == .success, "\(outcome.error)")
    let script = """
      import sys, openpyxl, io
      book = openpyxl.load_workbook(sys.argv[1])
      print(all(str(sheet['A2'].value).startswith('Voorbeeld: alle invoer is verzonnen') for sheet in book))
      """
    let folder = TemporaryFolder()
    let path = try folder.write(world.contents["o.xlsx"]!, to: "o.xlsx")
    #expect(try String(decoding: Shell.run(Tool.python.program, ["-c", script, path]), as: UTF8.self) == "True\n")
  }

  /// What was invented for a region is asked of it: it was taken for the region's own.
  @Test func whatWasInventedIsAsked() throws {
    let world = try Self.world()
    try world.change("a/staffing.csv", "ZUID;OvD-BZ;12;", "ZUID;OvD-BZ;4..14;")
    let outcome = world.run(["priority", "a", "--draws", "1600"])
    #expect(outcome.output.contains("1. "), "\(outcome.output)")
    try world.change(
      "a/staffing.csv", "ZUID;OvD-BZ;4..14;;2;25%;100%;verzonnen voorbeeld", "ZUID;OvD-BZ;4..14;;2;25%;100%;opgave")
    #expect(world.run(["priority", "a", "--draws", "1600"]).output.contains("Er is niets te vragen"))
  }
}
