import CostEngine
import Terms

/// What each payer pays in each region, per inhabitant, in the year of the end state.
struct PayerTable {
  let report: ConsoleReport
  /// Names of the regions, the country included.
  let labels: [String]

  private var language: Language { report.language }
  private var content: RunContent { report.content }
  private var study: Study { report.study }
  private var results: Results { report.results }

  var lines: [String] {
    guard results.hasPayers else { return [] }
    let format = NumberFormat.people(language)
    let mark = Character(UnicodeScalar(format.decimalMark))
    let words = PayerWords(report: report)
    let groups = results.selection.scenarios.indices.map { scenario in
      TextTable.Group(
        report.scenarioCode(scenario),
        words.payers.map { payer in
          let cells = (0..<results.regionCount).map { region in
            let paid = results.payment(payer, scenario: scenario, region: region, year: study.years - 1)
            // Without inhabitants there is no amount per inhabitant.
            return content.perInhabitant(paid, region: region)?.text(unit: 0, decimals: 2, format: format) ?? "-"
          }
          return TextTable.Column(PayerWords.short(payer, language), cells, .decimal(mark: mark))
        })
    }
    let table = TextTable(heading: Glossary.entry(.region).heading(language), labels: labels, groups: groups)
    let mean = content.isCertain ? "" : language(nl: ", gemiddeld", en: ", mean")
    let title = language(
      nl: "Wie betaalt per regio in \(study.lastYear) (EUR per inwoner\(mean))",
      en: "Who pays by region in \(study.lastYear) (EUR per inhabitant\(mean))")
    return [""] + PlainText.heading(title) + table.lines()
  }
}
