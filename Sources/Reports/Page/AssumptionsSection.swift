import CostEngine
import Terms

/// Every assumption of the study, with its note and its source, or a statement that it has none.
struct AssumptionsSection {
  let page: ReportPage

  private var language: Language { page.language }
  private var tables: [WrittenTable] { page.content.assumptions.filter { !$0.rows.isEmpty } }

  var section: PageSection? {
    page.section(
      "aannamen", language(nl: "Alle aannamen en bronnen", en: "All assumptions and sources"),
      "<p>\(introduction)</p>\(doubts)\(origins)\(tables.map(details))")
  }

  /// Figures that are probably not what was meant, with the note that explains them; nil if there are none.
  private var doubts: Markup? {
    let doubts = page.run.doubts
    guard !doubts.isEmpty else { return nil }
    let open = doubts.count { $0.severity == .doubt }
    let format = NumberFormat.people(language)
    let title = language(nl: "Twijfels over de invoer", en: "Doubts about the input")
    let sentence =
      open == 0
      ? language(
        nl: "Deze getallen wijken af van wat te verwachten is; een toelichting verklaart elk ervan.",
        en: "These figures differ from what is expected; a note explains each of them.")
      : language(
        nl: "Deze getallen zijn waarschijnlijk niet zo bedoeld; er is wel mee gerekend. \(format.count(open)) van de "
          + "\(format.count(doubts.count)) \(open == 1 ? "is" : "zijn") nog niet verklaard.",
        en:
          "These figures are probably not what was meant; they were computed with all the same. \(format.count(open)) "
          + "of \(format.count(doubts.count)) \(open == 1 ? "is" : "are") not explained yet.")
    let rows = doubts.map { doubt in
      PageTable.Row(
        header: "\(DoubtText.place(doubt, language))",
        cells: [
          .text(doubt.problem(language)), .text(DoubtText.standing(doubt, language)), .text(doubt.remedy(language)),
        ])
    }
    return """
      <h3>\(title)</h3><p>\(sentence)</p>\(PageTable(
        caption: title,
        columns: [
          .text(language(nl: "cel", en: "cell")), .text(language(nl: "twijfel", en: "doubt")),
          .text(language(nl: "stand", en: "standing")),
          .text(language(nl: "voorstel of toelichting", en: "suggestion or note")),
        ], rows: rows, language: language).markup)
      """
  }

  /// Where the figures came from that regions gave: on a region's own page those of that region.
  private var origins: Markup? {
    guard let answers = page.run.answers else { return nil }
    let region = page.isCountry ? nil : page.results.selection.regions[page.place]
    let text = OriginText(progress: answers, language: language)
    let figures = text.figures(of: region)
    guard !figures.isEmpty else { return nil }
    let title = language(
      nl: "Waar de cijfers van regio's vandaan komen", en: "Where the figures of regions come from")
    let rows = figures.map { figure in
      let place = answers.name(figure.region)
      let more = ([text.reading(figure.origin)] + text.history(figure)).filter { !$0.isEmpty }
      return PageTable.Row(
        header: region == nil ? "\(place): \(text.title(figure))" : "\(text.title(figure))",
        cells: [
          .text(figure.answer.value), .text(figure.origin.text), .text(figure.answer.standing.name(language)),
          .text(more.joined(separator: "; ")),
        ])
    }
    let files = text.files(figures).map { file -> Markup in
      "<li>\(file.name): <code>\(file.sha256)</code></li>"
    }
    return """
      <details class="assumptions"><summary>\(title) (\(NumberFormat.people(language).count(figures.count)))</summary>\(PageTable(
        caption: title,
        columns: [
          .text(language(nl: "cijfer", en: "figure")), .text(language(nl: "in de studie", en: "in the study")),
          .text(language(nl: "opgegeven in", en: "given in")), .text(language(nl: "stand", en: "standing")),
          .text(language(nl: "vraag, toelichting, eerder", en: "question, note, before")),
        ], rows: rows, language: language).markup)<p>\(language(nl: "De bestanden en hun SHA-256:", en: "The files and their SHA-256:"))</p>\
      <ul>\(files)</ul></details>
      """
  }

  private var introduction: String {
    let rows = tables.flatMap { $0.rows }
    let format = NumberFormat.people(language)
    func share(_ kind: WrittenTable.Row.Standing, _ name: Bilingual) -> String? {
      let count = rows.count { $0.standing == kind }
      return count == 0 ? nil : format.count(count) + " " + name(language)
    }
    let kinds = [
      share(.example, Bilingual(nl: "verzonnen (bron: voorbeeld)", en: "invented (source: example)")),
      share(.assumed, Bilingual(nl: "met een aanname", en: "with an assumption")),
      share(.estimated, Bilingual(nl: "geschat uit opgaven", en: "estimated from reports")),
      share(
        .partly,
        Bilingual(nl: "met deels een bron, deels een aanname", en: "with partly a source, partly an assumption")),
      share(.sourced, Bilingual(nl: "met een bron", en: "with a source")),
      share(.unsourced, Bilingual(nl: "zonder bron", en: "without a source")),
    ]
    .compactMap { $0 }.joined(separator: ", ")
    return language(
      nl: "De studie bestaat uit \(format.count(rows.count)) regels: \(kinds). \(origin) Open een tabel voor elke "
        + "regel zoals die in het bestand staat.",
      en: "The study has \(format.count(rows.count)) rows: \(kinds). \(origin) Open a table for each row as it "
        + "stands in the file.")
  }

  /// Where the figures on the current situation come from.
  private var origin: String {
    let format = NumberFormat.people(language)
    let own = coverage.reported
    let (all, others) = (format.count(coverage.all), format.count(coverage.assumed))
    let invented =
      coverage.invented == 0
      ? ""
      : language(
        nl: " \(format.count(coverage.invented)) \(coverage.invented == 1 ? "is" : "zijn") verzonnen.",
        en: " \(format.count(coverage.invented)) \(coverage.invented == 1 ? "is" : "are") invented.")
    let estimated =
      coverage.estimated == 0
      ? ""
      : language(
        nl:
          " \(format.count(coverage.estimated)) \(coverage.estimated == 1 ? "is" : "zijn") geschat uit wat andere regio's "
          + "opgaven.",
        en: " \(format.count(coverage.estimated)) \(coverage.estimated == 1 ? "is" : "are") estimated from what other "
          + "regions reported.")
    if own == 0, coverage.assumed == 0, coverage.invented > 0 {
      return language(
        nl: "Over de huidige situatie vraagt de studie \(all) gegevens; alle zijn verzonnen.",
        en: "Of the current situation the study asks for \(all) figures; all of them are invented.")
    }
    if own == 0, coverage.invented == 0 {
      return language(
        nl: "Over de huidige situatie vraagt de studie \(all) gegevens; geen daarvan staat in een rij "
          + "van een regio zelf, alle komen uit rijen voor alle regio's (een sterretje).",
        en: "Of the current situation the study asks for \(all) figures; none of them stands in a row of a "
          + "region itself, all come from rows for all regions (an asterisk).")
    }
    return language(
      nl: "Over de huidige situatie vraagt de studie \(all) gegevens; \(format.count(own)) daarvan "
        + "\(own == 1 ? "staat" : "staan") in een rij van de regio zelf en \(others) in een rij voor "
        + "alle regio's (een sterretje).",
      en: "Of the current situation the study asks for \(all) figures; \(format.count(own)) of them "
        + "\(own == 1 ? "stands" : "stand") in a row of the region itself and \(others) in a row for "
        + "all regions (an asterisk).") + estimated + invented
  }

  /// Where the figures on the current situation of the page's regions come from.
  private var coverage: Coverage {
    let regions = page.isCountry ? page.results.selection.regions : [page.results.selection.regions[page.place]]
    return Coverage(sumOf: regions.map { page.run.coverage[$0] })
  }

  /// How many of the underlying figures were assumed or invented, as a key figure; nil if none were.
  var basis: (label: String, value: String, sentence: String)? {
    let rows = tables.flatMap { $0.rows }
    let assumed = rows.count { $0.standing == .assumed || $0.standing == .partly }
    let invented = rows.count { $0.standing == .example }
    let (own, all) = (coverage.reported, coverage.all)
    guard assumed + invented > 0 || own < all else { return nil }
    let format = NumberFormat.people(language)
    let isOfRows = assumed + invented > 0
    let (some, every) = isOfRows ? (assumed + invented, rows.count) : (all - own, all)
    let count = language(
      nl: "\(format.count(some)) van \(format.count(every))", en: "\(format.count(some)) of \(format.count(every))")
    let example =
      invented == 0
      ? ""
      : language(
        nl: "\(format.count(invented)) \(invented == 1 ? "regel invoer is" : "regels invoer zijn") verzonnen. ",
        en: "\(format.count(invented)) \(invented == 1 ? "row of input is" : "rows of input are") invented. ")
    return (
      label: invented > 0
        ? language(nl: "Invoer die is aangenomen of verzonnen", en: "Input that is assumed or invented")
        : language(nl: "Invoer die is aangenomen", en: "Input that is assumed"),
      value: count + (isOfRows ? language(nl: " regels", en: " rows") : language(nl: " gegevens", en: " figures")),
      sentence: PlainText.trimmed(example + status(rows.count, assumed: assumed, own: own, all: all))
    )
  }

  /// The same in sentences.
  private func status(_ rows: Int, assumed: Int, own: Int, all: Int) -> String {
    let format = NumberFormat.people(language)
    let ofRows =
      assumed == 0
      ? ""
      : language(
        nl:
          "Van de \(format.count(rows)) regels invoer \(assumed == 1 ? "is er 1" : "zijn er \(format.count(assumed))") "
          + "geheel of deels een aanname.",
        en:
          "Of the \(format.count(rows)) rows of input \(format.count(assumed)) \(assumed == 1 ? "is" : "are") an "
          + "assumption, in whole or in part.")
    guard own < all else { return ofRows }
    let isOne = !page.isCountry || page.results.selection.regions.count == 1
    let ofRegions =
      own == 0
      ? coverage.assumed == 0
        ? ""
        : isOne
          ? language(
            nl: " De regio heeft geen eigen cijfers over de huidige situatie: de schatting voor alle regio's geldt.",
            en: " The region has no figures of its own on the current situation: the estimate for all regions holds.")
          : language(
            nl: " Geen enkele regio heeft eigen cijfers over de huidige situatie: er is één schatting voor alle.",
            en: " No region has figures of its own on the current situation: one estimate stands for all.")
      : language(
        nl:
          " Van de \(format.count(all)) gegevens over de huidige situatie \(own == 1 ? "is er 1" : "zijn er \(format.count(own))") "
          + "van \(isOne ? "de regio" : "de regio's") zelf.",
        en:
          " Of the \(format.count(all)) figures on the current situation \(format.count(own)) "
          + "\(own == 1 ? "comes" : "come") from \(isOne ? "the region itself" : "the regions themselves").")
    return ofRows + (assumed == 0 ? String(ofRegions.dropFirst()) : ofRegions)
  }

  /// The subject of a table, and its file.
  private func name(_ file: String) -> String {
    guard let table = TableID.allCases.first(where: { $0.file == file }) else { return file }
    return table.title(language) + " (\(file))"
  }

  private func details(_ table: WrittenTable) -> Markup {
    let format = NumberFormat.people(language)
    // Columns without any content are left out.
    let used = table.columns.indices.filter { column in table.rows.contains { !$0.cells[column].isEmpty } }
    let columns = used.map { PageTable.Column.text(table.columns[$0](language)) }
    let rows = table.rows.map { row -> PageTable.Row in
      let source: Markup =
        row.standing == .example || row.standing == .assumed || row.standing == .partly
        ? "<span class=\"assumed\">\(row.source)</span>" : "\(row.source)"
      return PageTable.Row(
        header: used.first.map { "\(row.cells[$0])" } ?? "",
        cells: used.dropFirst().map { .text(row.cells[$0]) } + [
          PageTable.Cell(content: source, value: nil), .text(row.note),
          PageTable.Cell(content: "\(row.number)", value: Double(row.number)),
        ])
    }
    let count = table.rows.count
    let title = language(
      nl: "\(name(table.file)): \(format.count(count)) \(count == 1 ? "regel" : "regels")",
      en: "\(name(table.file)): \(format.count(count)) \(count == 1 ? "row" : "rows")")
    return """
      <details class="assumptions"><summary>\(title)</summary>\(PageTable(
        caption: name(table.file),
        columns: columns + [
          .text(Remark.source.name.name(language)), .text(Remark.note.name.name(language)),
          .number(language(nl: "rij", en: "row")),
        ], rows: rows, language: language).markup)</details>
      """
  }
}
