import CostEngine
import Terms

/// The results of a run as a workbook, which is also that of the report: one sheet per subject.
public struct RunWorkbook {
  let content: RunContent
  let assumptions: [WrittenTable]
  let inputs: [HashedFile]
  var analyses: [[ReportContent.Analysis]] = []
  let language: Language

  /// - Parameters:
  ///   - assumptions: every row of the study's tables.
  ///   - inputs: the study's files.
  ///   - analyses: for each scenario and place the questions to ask; empty if none were computed.
  /// - Returns: the file (`.xlsx`).
  public static func bytes(
    _ content: RunContent, assumptions: [WrittenTable], inputs: [HashedFile],
    analyses: [[ReportContent.Analysis]] = [], language: Language
  ) -> [UInt8] {
    RunWorkbook(
      content: content, assumptions: assumptions, inputs: inputs, analyses: analyses, language: language
    ).workbook.bytes()
  }

  var study: Study { content.study }
  var results: Results { content.results }

  private var workbook: Workbook {
    let provenance = provenanceSheet
    var sheets = [summarySheet, courseSheet, regionsSheet, yearsSheet, linesSheet]
    if results.hasItems { sheets += [itemsSheet, itemYearsSheet] }
    if hasCertainty { sheets.append(certaintySheet) }
    if content.hasReserves { sheets.append(reservesSheet) }
    if !results.pairs.isEmpty { sheets.append(pairsSheet) }
    if results.hasPayers { sheets.append(payersSheet) }
    if hasQuestions { sheets.append(questionsSheet) }
    sheets += [assumptionsSheet, originsSheet, provenance.sheet].compactMap { $0 }
    return Workbook(
      title: study.title, subject: language(nl: "Uitkomsten van waterlijn", en: "Results of waterlijn"),
      sheets: sheets, names: provenance.names, toolVersion: content.toolVersion, language: language
    ).marked([
      PartialText(content.partial, language: language).sentence,
      ExampleText(content.examples, language: language).sentence,
    ])
  }

  // MARK: Common to all sheets

  /// Who made the study, and what it leaves out.
  var head: HeadText { HeadText(head: content.head, language: language) }

  /// The same above a sheet, a sentence each, with a blank after it.
  var headNote: String {
    let origin = ([head.mark] + head.origin.map { "\($0.label): \($0.text)" }).compactMap { $0 }
    let limits = head.limits.map { "\($0.label): \($0.text)" }
    return (origin + limits).map { PlainText.line($0) + ". " }.joined()
  }

  /// The prices in which the amounts are expressed.
  var prices: String {
    study.currentPrices
      ? language(nl: "lopende prijzen", en: "current prices")
      : language(nl: "prijspeil \(study.priceYear)", en: "prices of \(study.priceYear)")
  }

  var band: String {
    language(
      nl: "Tussen P5 en P95 ligt 90 % van de trekkingen.", en: "90% of the draws lie between P5 and P95.")
  }

  func scenario(_ position: Int) -> Scenario { study.scenarios[results.selection.scenarios[position]] }

  /// Code and name of a place, the country included.
  func place(_ region: Int) -> (code: String, name: String) {
    if results.includesNational, region == results.national {
      return (ResultsCSV.nationalCode, WholeName.heading(study, language: language))
    }
    let region = study.regions[results.selection.regions[region]]
    return (region.code, region.name)
  }

  /// The places that together cover everything computed: the country, or else every region.
  var whole: [Int] {
    results.includesNational ? [results.national] : Array(results.selection.regions.indices)
  }

  /// What the results do not hold.
  var gaps: ResultsGaps { content.gaps }

  func summary(_ quantity: ReportedQuantity, _ scenario: Int, _ region: Int, year: Int? = nil) -> Summary {
    results.summary(quantity, scenario: scenario, region: region, year: year ?? results.total)
  }

  func heading(_ quantity: ReportedQuantity) -> String { Glossary.entry(quantity).heading(language) }
  func heading(_ term: Glossary.Term) -> String { Glossary.entry(term).heading(language) }

  /// Mean, P5 and P95 of the subject named in the headings.
  func columns(_ name: String) -> [Sheet.Column] {
    [language(nl: "gemiddeld", en: "mean"), "P5", "P95"].map { .number("\(name), \($0)") }
  }

  func cells(_ summary: Summary) -> [SheetCell] { [.euro(summary.mean), .euro(summary.p05), .euro(summary.p95)] }
}
