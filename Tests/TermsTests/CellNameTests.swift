import Testing

@testable import Terms

@Suite struct CellNameTests {
  /// Dutch texts used to have English columns between their words.
  @Test(arguments: [
    ("staffing.turnover[*/OvD-BZ]", "staffing.verloop[*/OvD-BZ]"),
    ("scenarios.until[INGROEI]", "scenarios.tot[INGROEI]"),
    ("scenarios.measures[SLIM]: E-LEARNING", "scenarios.maatregelen[SLIM]: E-LEARNING"),
    ("settings.value[wage_growth]", "settings.waarde[loongroei]"),
    ("measure-effects.factor[POOL/*/turnover]", "measure-effects.factor[POOL/*/verloop]"),
    ("scenarios.from[A] + scenarios.until[A]", "scenarios.van[A] + scenarios.tot[A]"),
    ("measures.in_force[POOL/VR17]", "measures.meedoen[POOL/VR17]"),
    // A key of its own, and what is no name of a cell.
    ("regions.risk[VR17]", "regions.risk[VR17]"), ("factor[ambitie]", "factor[ambitie]"),
    ("composition", "composition"), ("elders.turnover[x]", "elders.turnover[x]"),
    ("staffing.turnover", "staffing.turnover"),
  ])
  func inDutch(name: String, dutch: String) {
    #expect(CellName.text(name) == Bilingual(nl: dutch, en: name))
  }

  @Test func whatIsAName() {
    #expect(CellName.isName("staffing.turnover[*/OvD-BZ]") && CellName.isName("scenarios.measures[SLIM]: E-LEARNING"))
    #expect(!CellName.isName("composition") && !CellName.isName("factor[ambitie]"))
  }
}
