import CostEngine
import Foundation
import TestSupport
import Testing

@testable import WaterlijnCommands

/// What items cost, and what they make of a difference, by the commands.
@Suite struct ItemCommandTests {
  /// `scenarios/leerboek` works out by hand what each item of SLIM costs in all regions: OvD-BZ saves EUR 30,855 and costs
  /// 12,020 once; MW-OPV costs 4,510.50 and 2,970, the provision 5,625, LEIDING 24,000 and POOL 4,500 and 6,000.
  @Test func theTextbookByHand() throws {
    let world = World()
    try world.copyTextbook(to: "s")
    #expect(world.run(["report", "s", "--scenario", "SLIM", "--out", "p.html"]).status == .success)
    let page = world.text("p.html")
    let start = try #require(page.firstRange(of: "<section id=\"onderdelen\""))
    // The page opens with SLIM.
    let table = try #require(
      page[start.upperBound...].components(separatedBy: "<tbody>").dropFirst().first?.components(
        separatedBy: "</tbody>"
      )
      .first)
    func amounts(_ header: String) throws -> [Double] {
      let row = try #require(table.components(separatedBy: "<tr").first { $0.contains(">\(header)<") }, "\(header)")
      return row.matches(of: /data-v="([^"]*)"/).prefix(3).map { Double(String($0.1))! }
    }
    #expect(try amounts("Officier van dienst bevolkingszorg (OvD-BZ)") == [-18_835, -30_855, 12_020])
    #expect(try amounts("Landelijke programmaleiding (LEIDING)") == [24_000, 0, 24_000])
    // Half a euro is rounded one way or the other, so that all adds up: -16,219.50 and 44,990 are 28,770.50.
    let opvang = try amounts("Medewerker opvang (MW-OPV)")
    #expect(opvang[2] == 2_970 && abs(opvang[1] - 4_510.5) == 0.5)
    let total = try amounts("Meerkosten")
    #expect(total[0] == 28_771 && total[2] == 44_990 && total[1] == -16_219)
  }

  /// A dearer hour of one function is a difference of that function, in regions as in the country; what only one study has is
  /// the item's own.
  @Test func twoStudies() throws {
    let world = World()
    try world.copyTextbook(to: "a")
    try world.copyTextbook(to: "b")
    try world.change("b/functions.csv", "gemeente;€ 40;", "gemeente;€ 44;")
    try world.write(
      world.text("b/one-offs.csv") + "EXTRA;Extra post;regio;500;2027;2027;loon;;verzonnen voorbeeld;\n",
      to: "b/one-offs.csv")
    let outcome = world.run(["compare", "a", "b", "--scenario", "SLIM", "--out", "o", "--xlsx", "o.xlsx"])
    #expect(outcome.status == .success, "\(outcome.error)")
    world.expectExactBridges("o")
    for region in ["NOORD", "ZUID", "NL"] {
      let items = world.parts("o", "item", region: region).filter { $0.value != 0 }
      #expect(Set(items.keys) == ["function/MW-OPV", "one-off/EXTRA"], "\(region)")
      // Two regions have the extra item.
      #expect(items["one-off/EXTRA"] == (region == "NL" ? 1000 : 500))
    }
    #expect(outcome.output.contains("In welke onderdelen zit het verschil?"))
  }

  /// Structural and incidental amounts have the items' parts; what is no sum of items has none.
  @Test func otherQuantities() throws {
    let world = World()
    for (quantity, isDivided) in [
      ("structural", true), ("incidental", true), ("cost", true), ("net", true), ("npv", false), ("staff_time", false),
    ] {
      #expect(
        world.run(["compare", "x", "--quantity", quantity, "--out", "o"], reading: World.tiny).status == .success)
      world.expectExactBridges("o")
      let items = world.parts("o", "item")
      #expect(items.isEmpty != isDivided, "\(quantity)")
      if quantity == "structural" { #expect(items["one-off/PLAN"] == nil && items["measure/POOL"] == 7344) }
      if quantity == "incidental" { #expect(items["one-off/PLAN"] == -2400 && items["measure/POOL"] == 8640) }
      #expect((items["baseline"] != nil) == (quantity == "cost") && (items["funding"] != nil) == (quantity == "net"))
    }
  }

  /// Names that are too long for a page give way to codes.
  @Test func longNames() throws {
    var study = TinyStudy.study
    study.functions[0].name = String(repeating: "lang ", count: 30) + "."
    let outcome = World().run(["compare", "x"], reading: World.reading(study))
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("OVD  ") } && !outcome.output.contains("lang lang"))
  }

  /// A region's reserve comes from regions.csv into the report and the workbook.
  @Test func reserves() throws {
    let world = World()
    try world.copyTextbook(to: "s")
    let regions = world.text("s/regions.csv").split(separator: "\n").enumerated().map { index, row in
      String(row) + (index == 0 ? ";weerstandscapaciteit" : ";\(index)00000")
    }
    try world.write(regions.joined(separator: "\n"), to: "s/regions.csv")
    // Uncertain, so that anything is needed above the mean.
    try world.change("s/one-offs.csv", "regio;3000;", "regio;1000..5000;")
    let outcome = world.run([
      "report", "s", "--draws", "1000", "--region", "NOORD", "--out", "p.html", "--xlsx", "p.xlsx",
    ])
    #expect(outcome.status == .success, "\(outcome.error)")
    let page = world.text("p.html").replacing("\u{a0}", with: " ")
    #expect(page.contains("aan weerstandscapaciteit. Voor dit scenario is"))
    #expect(page.contains("klasse A, uitstekend") && page.contains("weerstandsratio"))
  }
}
