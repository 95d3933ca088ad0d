import CostEngine
import Testing

@testable import Terms

@Suite struct GlossaryTests {
  @Test func everyIdentifierStandsThereOnce() {
    let ids = Glossary.entries.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: ReportedQuantity.allCases) func quantities(_ quantity: ReportedQuantity) {
    #expect(Glossary.entry(id: quantity.id) == quantity.name)
  }

  @Test(arguments: CostLine.allCases) func lines(_ line: CostLine) {
    #expect(Glossary.entry(id: line.id) == line.name)
  }

  @Test(arguments: Payer.allCases) func payers(_ payer: Payer) {
    #expect(Glossary.entry(payer: payer).id == payer.quantityID)
    #expect(payer.word.id == payer.id)
  }

  @Test func terms() {
    #expect(
      Glossary.Term.allCases.map { Glossary.entry($0).id } == [
        "mean", "se", "sd", "p05", "p10", "p25", "p50", "p70", "p75", "p80", "p85", "p90", "p95", "p99",
        "cvar95", "share_positive",
        "share_a_cheaper", "difference", "scenario", "region", "national", "year", "total", "end", "quantity", "line",
        "item", "function", "provision", "one_off", "measure", "fund", "level", "phase_in", "delay_years", "bandwidth",
        "release", "adoption", "turnover", "population", "price_year", "draws", "seed", "sampler", "uncertain",
        "reported", "assumed", "example", "notice", "problem",
      ])
    #expect(Glossary.entry(id: "nobody") == nil)
  }

  @Test func headingsHaveACapital() {
    #expect(Glossary.entry(.delta).heading(.dutch) == "Meerkosten")
    #expect(Glossary.entry(ReportedQuantity.net).heading(.english) == "Net of funding")
  }
}
