import CostEngine
import Terms

/// A priority analysis as a workbook: the questions to all regions, and those to each.
public struct PriorityWorkbook {
  private let content: PriorityContent
  private let inputs: [HashedFile]
  private let toolVersion: String
  private let language: Language
  private let words: PriorityText

  /// - Parameters:
  ///   - inputs: the study's files.
  ///   - examples: how many of its rows were invented.
  /// - Returns: the file (`.xlsx`).
  public static func bytes(
    _ content: PriorityContent, inputs: [HashedFile], examples: ExampleRows, toolVersion: String, language: Language
  ) -> [UInt8] {
    let workbook = PriorityWorkbook(
      content: content, inputs: inputs, toolVersion: toolVersion, language: language,
      words: PriorityText(content, language: language))
    return workbook.workbook.marked([ExampleText(examples, language: language).sentence]).bytes()
  }

  private var study: Study { content.study }
  private var scenario: String { study.scenarios[content.scenario].code }

  private var workbook: Workbook {
    let provenance = provenance
    return Workbook(
      title: study.title, subject: language(nl: "Welke vraag eerst", en: "Which question first"),
      sheets: [questions, regions, provenance.sheet], names: provenance.names, toolVersion: toolVersion,
      language: language)
  }

  private var hasChoice: Bool {
    content.hasChoice() || content.hasChoice(regions: content.regions.map { $0.region })
  }

  private var hasCost: Bool { content.answerCost != nil }

  /// The columns that both sheets share: what an answer does alone, and what it does with those before it.
  private var columns: [Sheet.Column] {
    var headings = [
      language(nl: "Alleen", en: "Alone"), language(nl: "Alleen, foutmarge", en: "Alone, error"),
      language(nl: "Zelf, alleen", en: "Itself, alone"), language(nl: "Voegt toe", en: "Adds"),
      language(nl: "Voegt toe, foutmarge", en: "Adds, error"), language(nl: "Samen", en: "Together"),
      language(nl: "Band samen smaller met", en: "Band together narrower by"),
    ]
    if hasCost { headings.append(language(nl: "Kost, EUR", en: "Costs, EUR")) }
    if hasChoice { headings.append(language(nl: "Keuze, EUR", en: "Choice, EUR")) }
    return headings.map { .number($0) }
  }

  private func cells(
    _ alone: PriorityContent.Worth, _ itself: InformationValue, _ step: PriorityContent.Together?, regions: Int
  ) -> [SheetCell] {
    func share(_ value: Double?) -> SheetCell {
      guard let value, value.isFinite else { return .blank }
      return .number(value, .percent)
    }
    var cells = [
      alone.variance.value, alone.variance.standardError, itself.value, step?.adds.value, step?.adds.standardError,
      step?.worth.variance.value, step?.worth.band.value,
    ].map(share)
    if let cost = content.answerCost { cells.append(.euro(cost.cost(regions: regions))) }
    if hasChoice { cells.append(.euro((step?.worth ?? alone).choice.value)) }
    return cells
  }

  private var questions: Sheet {
    let notes =
      words.explanation + [words.remainder] + words.groups + words.factors + words.costs + [words.choice()]
    var sheet = Sheet(
      name: language(nl: "Vragen", en: "Questions"),
      title: language(
        nl: "Welke vraag eerst: \(scenario), \(study.horizon)",
        en: "Which question first: \(scenario), \(study.horizon)"),
      note: content.questions.isEmpty ? "" : PlainText.line(notes.filter { !$0.isEmpty }.joined(separator: " ")),
      columns: [
        .number(language(nl: "Volgorde", en: "Order")), .text(language(nl: "Vraag", en: "Question")),
        .number(language(nl: "Regio's", en: "Regions")),
        .number(language(nl: "Regio's voor 80 %", en: "Regions for 80%")),
        .number(language(nl: "Zelfde als vraag", en: "Same as question")),
      ] + columns)
    sheet.frozenColumns = 2
    for (index, question) in content.questions.enumerated() {
      sheet.rows.append(
        [
          .integer(index + 1), .text(words.name(question)), .integer(question.regions),
          .integer(question.regionsForMost), question.sameAs.map { .integer($0 + 1) } ?? .blank,
        ]
          + cells(
            question.worth, question.itself, index < content.together.count ? content.together[index] : nil,
            regions: question.regions))
    }
    return sheet
  }

  private var regions: Sheet {
    var sheet = Sheet(
      name: language(nl: "Per regio", en: "By region"),
      title: language(
        nl: "De vragen aan elke regio, en wat zij doen voor de onzekerheid van de regio zelf",
        en: "The questions to each region, and what they do for the region's own uncertainty"),
      note: "",
      columns: [
        .text(Glossary.entry(.region).heading(language)), .text(language(nl: "Naam", en: "Name")),
        .number(language(nl: "Volgorde", en: "Order")), .text(language(nl: "Vraag", en: "Question")),
        .number(language(nl: "Alle regio's", en: "All regions")),
      ] + columns)
    sheet.frozenColumns = 4
    for part in content.regions {
      for (index, cell) in part.cells.enumerated() {
        sheet.rows.append(
          [
            .text(study.regions[part.region].code), .text(study.regions[part.region].name), .integer(index + 1),
            .text(content.question(cell.figure, cell.item, language)), .number(cell.national.variance.value, .percent),
          ]
            + cells(cell.own, cell.itself, index < part.together.count ? part.together[index] : nil, regions: 1))
      }
    }
    return sheet
  }

  private var provenance: ProvenanceSheet {
    var facts = ProvenanceSheet(of: study, toolVersion: toolVersion, language)
    facts.add(Glossary.entry(.scenario), .text(scenario))
    facts.add(draws: content.settings.draws, seed: content.settings.seed, sampler: content.settings.sampler)
    facts.add(from: study.firstYear, until: study.lastYear)
    facts.add(inputs)
    return facts
  }
}
