import CostEngine
import Terms

/// A sensitivity analysis as a workbook.
public struct SensitivityWorkbook {
  /// Maximum number of groups in the chart: the largest.
  private static let mostBars = 15

  private let content: SensitivityContent
  private let inputs: [HashedFile]
  private let toolVersion: String
  private let language: Language

  /// - Parameters:
  ///   - inputs: the study's files.
  ///   - examples: how many of its rows were invented.
  /// - Returns: the file (`.xlsx`).
  public static func bytes(
    _ content: SensitivityContent, inputs: [HashedFile], examples: ExampleRows, toolVersion: String, language: Language
  ) -> [UInt8] {
    let workbook = SensitivityWorkbook(content: content, inputs: inputs, toolVersion: toolVersion, language: language)
    return workbook.workbook.marked([ExampleText(examples, language: language).sentence]).bytes()
  }

  private var study: Study { content.study }
  private var scenario: String { study.scenarios[content.scenario].code }
  private var amount: String { Glossary.entry(content.quantity).heading(language) }
  private var place: String {
    content.region.map { region in
      study.regions[region].name.isEmpty ? study.regions[region].code : study.regions[region].name
    } ?? WholeName.heading(study, language: language)
  }

  private var subject: String {
    language(
      nl: "\(amount), scenario \(scenario), \(place), \(study.horizon)",
      en: "\(amount), scenario \(scenario), \(place), \(study.horizon)")
  }

  private var workbook: Workbook {
    let provenance = provenance
    return Workbook(
      title: study.title, subject: language(nl: "Gevoeligheid", en: "Sensitivity"),
      sheets: [groups, inputSheet, provenance.sheet], names: provenance.names, toolVersion: toolVersion,
      language: language)
  }

  /// Groups before factors, the greatest share first.
  private var sorted: [SensitivityContent.GroupInfluence] {
    [false, true].flatMap { isPart in
      content.rows.filter { $0.isPart == isPart }.enumerated().sorted {
        ($1.element.result.total.value, $0.offset) < ($0.element.result.total.value, $1.offset)
      }.map { $0.element }
    }
  }

  private var groups: Sheet {
    let low = language(nl: "laag", en: "low")
    let high = language(nl: "hoog", en: "high")
    var sheet = Sheet(
      name: language(nl: "Groepen", en: "Groups"),
      title: language(nl: "Wat de uitkomst onzeker maakt: \(subject)", en: "What makes it uncertain: \(subject)"),
      note: language(
        nl:
          "Alleen: het deel van de onzekerheid (variantie) dat verdwijnt als u deze invoer precies kent. Samen: het deel "
          + "dat blijft als u juist al het andere kent. Van en tot: wat het, gezien het toeval van de steekproef, ook kan zijn "
          + "(95 %). Bij laag en hoog: het gemiddelde bedrag in euro met deze invoer op P10 of P90. Factoren staan onderaan: die "
          + "zijn deel van een groep, en tellen daar al mee.",
        en:
          "Alone: the share of the uncertainty (variance) that goes once this input is known. Joint: the share that stays when "
          + "everything else is known instead. From and to: what it may also be, given the chance of sampling (95%). At low and "
          + "high: the mean amount in EUR with this input at its P10 or P90. Factors stand at the end: they are part of a group, "
          + "and count there already."),
      columns: [
        .text(language(nl: "Invoer", en: "Input")), .text(language(nl: "Naam in bestanden", en: "Name in files")),
        .text(language(nl: "Factoren", en: "Factors")), .number(language(nl: "Aantal cellen", en: "Number of cells")),
      ]
        + [
          language(nl: "Aandeel samen", en: "Share, joint"), language(nl: "Aandeel alleen", en: "Share, alone"),
        ].flatMap { name in
          [
            .number(name), .number(language(nl: "\(name), van", en: "\(name), from")),
            .number(language(nl: "\(name), tot", en: "\(name), to")),
          ]
        } + [
          .number(language(nl: "Bedrag bij \(low)", en: "Amount at \(low)")),
          .number(language(nl: "Bedrag bij \(high)", en: "Amount at \(high)")),
          .number(language(nl: "Verschil hoog min laag", en: "High less low")),
          .text(language(nl: "Laag en hoog zijn", en: "Low and high are")),
        ])
    sheet.frozenColumns = 1
    for row in sorted {
      let number = sheet.nextRow
      let result = row.result
      var cells: [SheetCell] = [
        .text(row.label), .text(row.id), .text(row.factors.joined(separator: " + ")), .integer(row.inputs.count),
      ]
      for estimate in [result.total, result.first] {
        cells += [estimate.value, estimate.lower, estimate.upper].map { .number($0, .percent) }
      }
      cells += [
        .euro(result.low), .euro(result.high), .formula("L\(number)-K\(number)", result.high - result.low),
        .text(
          result.endsAreOutcomes
            ? language(nl: "de gewone en de zeldzame uitkomst", en: "the usual and the rare outcome")
            : language(nl: "P10 en P90", en: "P10 and P90")),
      ]
      sheet.rows.append(cells)
    }
    sheet.charts = chart(sheet)
    return sheet
  }

  private func chart(_ sheet: Sheet) -> [SheetChart] {
    let bars = min(Self.mostBars, content.rows.count { !$0.isPart })
    guard bars > 0 else { return [] }
    let rows = Sheet.firstRow...Sheet.firstRow + bars - 1
    return [
      SheetChart(
        kind: .bars,
        title: language(nl: "Aandeel in de onzekerheid van de uitkomst", en: "Share of the uncertainty"),
        categoryTitle: language(nl: "Invoer", en: "Input"),
        valueTitle: language(nl: "Aandeel samen", en: "Share, joint"), valueFormat: "0%",
        series: [
          SheetChart.Series(
            name: sheet.reference(4, row: Sheet.headingRow), categories: sheet.reference(0, rows: rows),
            values: sheet.reference(4, rows: rows))
        ], row: sheet.lastTableRow + 1, height: 120 + 26 * rows.count)
    ]
  }

  private var inputSheet: Sheet {
    var sheet = Sheet(
      name: language(nl: "Invoer", en: "Inputs"),
      title: language(nl: "Elke onzekere invoer", en: "Every uncertain input"),
      note: language(
        nl:
          "Rangcorrelatie: +1 als het bedrag altijd meestijgt met de invoer, -1 als het altijd daalt, 0 als er geen verband is.",
        en:
          "Rank correlation: +1 if the amount always rises with the input, -1 if it always falls, 0 if they are unrelated."
      ),
      columns: [
        .text(language(nl: "Invoer", en: "Input")), .text(language(nl: "Groep", en: "Group")),
        .number(language(nl: "Rangcorrelatie", en: "Rank correlation")),
      ])
    sheet.frozenColumns = 1
    for row in content.rows {
      for input in row.inputs {
        sheet.rows.append([
          .text(input.name), .text(row.label),
          input.rankCorrelation.map { .number($0, .twoDecimals) } ?? .blank,
        ])
      }
    }
    return sheet
  }

  private var provenance: ProvenanceSheet {
    var facts = ProvenanceSheet(of: study, toolVersion: toolVersion, language)
    facts.add(Glossary.entry(.scenario), .text(scenario))
    facts.add(language(nl: "Gebied", en: "Area"), .text(place))
    facts.add(Glossary.entry(.quantity), .text(amount))
    facts.add(language(nl: "\(amount), gemiddeld", en: "\(amount), mean"), .euro(content.result.mean))
    facts.add(Glossary.entry(.standardDeviation), .euro(content.result.standardDeviation))
    facts.add(draws: content.result.draws, seed: content.settings.seed, sampler: content.settings.sampler)
    facts.add(from: study.firstYear, until: study.lastYear)
    facts.add(inputs)
    return facts
  }
}
