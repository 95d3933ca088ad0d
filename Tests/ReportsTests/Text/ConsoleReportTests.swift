import CostEngine
import Testing

@testable import Reports

@Suite struct ConsoleReportTests {
  @Test func show() {
    let study = SmallStudy.study()
    let results = SmallStudy.results(base: [21_345_678, -3_456_789], spread: 0.2, study: study)
    let content = RunContent(
      study: study, results: results, toolVersion: "1.2.3", sampler: .latinHypercube, seed: 1,
      populations: [654_019, 1_345_981], coverage: [.init(reported: 3, assumed: 17), .init(reported: 0, assumed: 20)],
      notices: 2, outputFolder: "uit")
    print(ConsoleReport.text(content, language: .dutch))
    print(ConsoleReport.text(content, language: .english))
  }
}

@Suite struct CheckReportTests {
  @Test func show() {
    let c = CheckContent(
      folder: "scenarios/x", study: nil,
      problems: [
        .init(
          file: "staffing.csv", row: 12, column: "persons", what: "De waarde `abc` is geen getal.",
          remedy: "Schrijf een getal, bijvoorbeeld 12 of 1.200,5."),
        .init(file: "norms.csv", what: "Het bestand ontbreekt.", remedy: "Voeg het toe aan de map."),
        .init(file: "staffing.csv", row: 3, what: "Dubbel", remedy: ""),
      ], notices: [.init(file: "a.csv", row: 1, column: "b", what: "Iets", remedy: "Kijk")], coverage: [])
    print(CheckReport.text(c, language: .dutch))
    let d = CheckContent(
      folder: "scenarios/x", study: SmallStudy.study(), problems: [], notices: c.notices,
      coverage: [.init(reported: 3, assumed: 17), .init(reported: 0, assumed: 20)])
    print(CheckReport.text(d, language: .dutch))
    print(CheckReport.text(d, language: .english))
  }
}
