import CostEngine
import Reports
import Testing

@testable import Terms

@Suite struct GlossaryTests {
  @Test func everyIdentifierStandsThereOnce() {
    let ids = Glossary.entries.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Glossary.statistics.count + Glossary.words.count == Glossary.Term.allCases.count)
  }

  @Test(arguments: ReportedQuantity.allCases) func quantities(_ quantity: ReportedQuantity) {
    #expect(Glossary.entry(quantity).id == quantity.id)
  }

  @Test(arguments: CostLine.allCases) func lines(_ line: CostLine) {
    #expect(Glossary.entry(line).id == line.id)
  }

  @Test func terms() {
    #expect(
      Glossary.Term.allCases.map { Glossary.entry($0).id } == [
        "mean", "se", "sd", "p05", "p10", "p25", "p50", "p75", "p90", "p95", "cvar95", "share_positive",
        "share_a_cheaper", "difference", "scenario", "region", "national", "year", "total", "quantity", "line",
        "function", "provision", "one_off", "measure", "fund", "level", "phase_in", "delay_years", "bandwidth",
        "release", "adoption", "turnover", "population", "price_year", "draws", "seed", "sampler", "uncertain",
        "reported", "assumed", "notice", "problem",
      ])
    #expect(Glossary.entry(id: "nobody") == nil)
  }

  @Test(arguments: Glossary.entries) func everyEntryIsCompleteInBothLanguages(_ entry: Glossary.Entry) {
    for language in Language.allCases {
      #expect(!entry.name(language).isEmpty)
      #expect(entry.meaning(language).hasSuffix("."))
      // One line of help: the identifier's column and the meaning.
      #expect(entry.meaning(language).count <= 100, "\(entry.meaning(language))")
      #expect(!entry.meaning(language).contains("\n"))
    }
    #expect(entry.meaning.dutch != entry.meaning.english)
  }

  @Test func headingsHaveACapital() {
    #expect(Glossary.entry(.delta).heading(.dutch) == "Meerkosten")
    #expect(Glossary.entry(ReportedQuantity.net).heading(.english) == "Net of funding")
  }
}
