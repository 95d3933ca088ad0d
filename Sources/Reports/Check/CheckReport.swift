import CostEngine
import Terms

/// The text that `waterlijn check` prints: the problems of a study, or a summary of what was read.
public struct CheckReport {
  let content: CheckContent
  let language: Language

  /// The whole text; every line ends with a line feed.
  public static func text(_ content: CheckContent, language: Language) -> String {
    PlainText.text(CheckReport(content: content, language: language).lines)
  }

  private var lines: [String] {
    if let folderProblem {
      return PlainText.wrapped(PlainText.line(folderProblem.problem(language)))
        + PlainText.wrapped(PlainText.line(folderProblem.remedy(language)))
    }
    let title = content.study.map { $0.title } ?? content.folder
    var lines = PlainText.heading(PlainText.line(title), underline: "=") + [""]
    if !content.problems.isEmpty {
      lines += PlainText.wrapped(problemsIntroduction) + findings(content.problems)
    }
    if let study = content.study { lines += whatWasRead(study) }
    if !content.notices.isEmpty {
      let heading = language(nl: "Meldingen (de berekening gaat door)", en: "Notices (the calculation goes on)")
      lines += [""] + PlainText.heading(heading) + findings(content.notices).dropFirst()
    }
    return lines + doubtsSection + [""] + PlainText.wrapped(conclusion)
  }

  /// A problem with the folder itself; in that case nothing was read, and there is nothing to list.
  private var folderProblem: Diagnostic? {
    content.problems.first { $0.file.isEmpty }
  }

  private var problemsIntroduction: String {
    language(
      nl: "Deze studie kan nog niet worden doorgerekend. Los eerst het volgende op.",
      en: "This study cannot be computed yet. Please mend the following first.")
  }

  private var conclusion: String {
    let format = NumberFormat.people(language)
    func count(_ findings: [Diagnostic], _ one: String, _ many: String) -> String {
      switch findings.count {
      case 0: return language(nl: "geen ", en: "no ") + many
      case 1: return "1 \(one)"
      default: return "\(format.count(findings.count)) \(many)"
      }
    }
    let notices = count(
      content.notices, Glossary.entry(.notice).name(language), language(nl: "meldingen", en: "notices"))
    let problems = count(
      content.problems, Glossary.entry(.problem).name(language), language(nl: "problemen", en: "problems"))
    let doubts = count(
      content.doubts, language(nl: "open twijfel", en: "open doubt"),
      language(nl: "open twijfels", en: "open doubts"))
    guard content.problems.isEmpty else {
      let files = Set(content.problems.map { $0.file }).count
      let place =
        files == 1
        ? language(nl: "in 1 bestand", en: "in 1 file") : language(nl: "in \(files) bestanden", en: "in \(files) files")
      return "\(problems) \(place), \(notices)."
    }
    let told = content.doubts.isEmpty && !content.isStrict ? notices : "\(notices), \(doubts)"
    let verdict = language(
      nl: "Geen problemen, \(told): de studie kan worden doorgerekend.",
      en: "No problems, \(told): the study can be computed.")
    guard content.isStrict, !content.doubts.isEmpty else { return verdict }
    return verdict
      + language(
        nl:
          " Met --strict is een open twijfel een fout: herstel het getal, of leg het uit in de toelichting van de rij.",
        en: " With --strict an open doubt is a failure: mend the figure, or explain it in the note of its row.")
  }

  /// What is probably not what was meant; behind it what a note explains.
  private var doubtsSection: [String] {
    var lines: [String] = []
    if !content.doubts.isEmpty {
      let heading = language(nl: "Twijfels (klopt dit wel?)", en: "Doubts (is this right?)")
      let label = language(nl: "Voorstel: ", en: "Suggestion: ")
      let introduction = language(
        nl: "De berekening gaat door met deze getallen. Klopt een getal toch? Leg het dan uit in de toelichting van de "
          + "rij, bijvoorbeeld \"klopt: ...\"; de twijfel is dan verklaard.",
        en: "The calculation goes on with these figures. If a figure is right, explain it in the note of its row, for "
          + "example \"checked: ...\"; the doubt is then explained.")
      lines +=
        [""] + PlainText.heading(heading) + PlainText.wrapped(introduction)
        + findings(content.doubts, label: label)
    }
    if !content.explained.isEmpty {
      let heading = language(nl: "Twijfels die een toelichting verklaart", en: "Doubts that a note explains")
      let label = language(nl: "Toelichting: ", en: "Note: ")
      lines += [""] + PlainText.heading(heading) + findings(content.explained, label: label).dropFirst()
    }
    return lines
  }

  private func findings(_ findings: [Diagnostic], label: String? = nil) -> [String] {
    FindingLines.lines(findings, label: label, language)
  }

  private func whatWasRead(_ study: Study) -> [String] {
    var lines = PlainText.heading(language(nl: "Wat er is gelezen", en: "What was read"))
    lines += PlainText.definitions(facts(study))
    lines += [""] + PlainText.heading(language(nl: "Scenario's", en: "Scenarios"))
    lines += study.scenarios.flatMap { ScenarioLine(study: study, scenario: $0, language: language).lines }
    return lines + reportedByRegion(study)
  }

  private func facts(_ study: Study) -> [(label: String, text: String)] {
    func list(_ items: [(code: String, name: String)], _ suffix: (Int) -> String = { _ in "" }) -> String {
      let count = NumberFormat.people(language).count(items.count)
      guard !items.isEmpty else { return count }
      let names = items.enumerated().map { position, item in
        PlainText.line(item.name.isEmpty || item.name == item.code ? item.code : "\(item.code) (\(item.name))")
          + suffix(position)
      }
      return "\(count): " + names.joined(separator: "; ")
    }
    let prices =
      study.currentPrices
      ? language(nl: "lopende prijzen", en: "current prices") : language(nl: "constante prijzen", en: "constant prices")
    let municipalities: [(label: String, text: String)] =
      study.municipalKey.map { [(PayerWords.title(language), PayerWords.rest($0, language))] } ?? []
    return [
      (
        language(nl: "Jaren", en: "Years"),
        (study.years == 1
          ? "\(study.firstYear)"
          : language(nl: "\(study.firstYear) tot en met \(study.lastYear)", en: "\(study.firstYear)-\(study.lastYear)"))
          + language(nl: ", prijspeil \(study.priceYear), \(prices)", en: ", price level \(study.priceYear), \(prices)")
      ),
      (language(nl: "Regio's", en: "Regions"), list(study.regions.map { ($0.code, $0.name) })),
      (language(nl: "Functies", en: "Functions"), list(study.functions.map { ($0.code, $0.name) })),
      (language(nl: "Voorzieningen", en: "Provisions"), list(study.provisions.map { ($0.code, $0.name) })),
      (language(nl: "Eenmalige posten", en: "One-offs"), list(study.oneOffs.map { ($0.code, $0.name) })),
      (language(nl: "Maatregelen", en: "Measures"), list(study.measures.map { ($0.code, $0.name) })),
      (
        language(nl: "Dekking", en: "Funding"),
        list(study.funds.map { ($0.code, $0.name) }) { payers(of: study.funds[$0], study) }
      ),
    ] + municipalities + [
      (
        language(nl: "Onzekere invoer", en: "Uncertain inputs"),
        NumberFormat.people(language).count(study.variables.count)
      ),
      (
        language(nl: "Huidige situatie", en: "Current situation"),
        CoverageText.text(content.coverage, language: language)
      ),
    ]
  }

  /// `, betaler: Rijk`: the payers of a fund, in sequence if they change; empty if the study does not compute who pays.
  private func payers(of fund: Fund, _ study: Study) -> String {
    guard study.municipalKey != nil else { return "" }
    var payers: [Payer] = []
    for entry in fund.entries where payers.last != entry.payer { payers.append(entry.payer) }
    let names = payers.map { Glossary.entry(payer: $0).name(language) }
    return language(nl: ", betaler: ", en: ", payer: ")
      + names.joined(separator: language(nl: ", dan ", en: ", then "))
  }

  /// A row for each region, if any region reported anything, or anything was invented.
  private func reportedByRegion(_ study: Study) -> [String] {
    let hasInvented = content.coverage.contains { $0.invented > 0 }
    let hasEstimated = content.coverage.contains { $0.estimated > 0 }
    guard hasInvented || content.coverage.contains(where: { $0.reported > 0 }) else { return [] }
    let format = NumberFormat.people(language)
    func column(_ heading: String, _ cell: (Coverage) -> String) -> TextTable.Column {
      TextTable.Column(heading, content.coverage.map(cell), .right)
    }
    var columns = [
      column(Glossary.entry(.reported).name(language)) { format.count($0.reported) },
      column(Glossary.entry(.assumed).name(language)) { format.count($0.assumed) },
    ]
    if hasEstimated {
      columns.append(column(language(nl: "geschat", en: "estimated")) { format.count($0.estimated) })
    }
    if hasInvented { columns.append(column(Glossary.entry(.example).name(language)) { format.count($0.invented) }) }
    columns.append(
      column(language(nl: "deel opgegeven", en: "share reported")) {
        ShareText.share(of: $0.reported, in: $0.all, language: language)
      })
    let table = TextTable(
      heading: Glossary.entry(.region).heading(language),
      labels: study.regions.map { PlainText.line($0.name.isEmpty ? $0.code : "\($0.code) \($0.name)") },
      groups: [TextTable.Group("", columns)])
    let title = language(
      nl: "Gegevens over de huidige situatie, per regio", en: "Figures on the current situation, by region")
    return [""] + PlainText.heading(title) + table.lines()
  }
}
