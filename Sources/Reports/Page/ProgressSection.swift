import CostEngine
import Terms

/// How far the round of questions is, for all to see: who answered, and not what they answered.
struct ProgressSection {
  let progress: AnswerProgress
  let language: Language

  var title: String { language(nl: "Stand van de uitvraag", en: "How far the answers are") }

  var body: Markup {
    let paragraphs = progress.summary(language).map { sentence -> Markup in "<p>\(sentence)</p>" }
    return "\(paragraphs)\(map)\(table)\(wanted)"
  }

  private var regions: Range<Int> { progress.answers.indices }
  private var format: NumberFormat { NumberFormat.people(language) }

  /// Nil unless every region has a place on it.
  private var map: Markup? {
    let codes = progress.study.regions.map { $0.code }
    guard !codes.isEmpty, codes.allSatisfy({ TileMap.places[$0] != nil }) else { return nil }
    let title = language(nl: "Wie antwoordde wat", en: "Who answered what")
    let tiles = regions.map { region in
      let (all, given) = (progress.answers[region].count, progress.answered(region))
      let doubts = progress.count(region, .doubt)
      let asked =
        doubts == 0 ? "" : language(nl: "; \(doubts) met een vraag", en: "; \(doubts) with a question")
      return TileMap.Tile(
        code: codes[region], name: progress.study.regions[region].name,
        text: doubts == 0 ? "\(given)" : "\(given) (\(doubts)?)",
        shade: given == 0 ? 0 : min(4, 1 + 4 * given / all),
        tip: "\(progress.name(region)): "
          + language(nl: "\(given) van \(all) cijfers gegeven", en: "\(given) of \(all) figures given") + asked,
        link: nil, isChosen: false)
    }
    let map = TileMap(
      id: "kaart-uitvraag", title: title,
      description: language(
        nl: "Een tegel voor elke veiligheidsregio, met het aantal cijfers dat zij gaf; hoe donkerder, hoe meer.",
        en: "A tile for each safety region, with the number of figures that it gave; the darker, the more."),
      tiles: tiles, limits: ["> 0", "25", "50", "75"].map { $0 + language(nl: " %", en: "%") })
    return PageFigure(
      chart: map.chart,
      table: PageTable(
        caption: title,
        columns: [
          .text(language(nl: "Regio", en: "Region")), .number(language(nl: "gegeven", en: "given")),
          .number(language(nl: "gevraagd", en: "asked")),
        ],
        rows: regions.map { region in
          PageTable.Row(
            header: "\(progress.name(region))",
            cells: [number(progress.answered(region)), number(progress.answers[region].count)])
        }, language: language),
      note: language(
        nl: "Op een tegel: hoeveel cijfers de regio gaf, en tussen haakjes bij hoeveel daarvan er een vraag is.",
        en: "On a tile: how many figures the region gave, and in brackets about how many of these there is a question."),
      language: language
    ).markup
  }

  private func number(_ count: Int) -> PageTable.Cell {
    PageTable.Cell(content: "\(format.count(count))", value: Double(count))
  }

  private var table: Markup {
    let standings = progress.standings
    let caption = language(nl: "Cijfers per regio, naar hun stand", en: "Figures of each region, by their standing")
    let hasAccepted = standings.contains(.accepted)
    var columns: [PageTable.Column] = [.text(language(nl: "Regio", en: "Region"))]
    columns += standings.map { .number($0.name(language)) }
    if hasAccepted { columns.append(.text(language(nl: "akkoord van", en: "accepted by"))) }
    return PageTable(
      caption: caption, columns: columns,
      rows: regions.map { region in
        var cells = standings.map { number(progress.count(region, $0)) }
        if hasAccepted { cells.append(.text(progress.acceptances(region).joined(separator: "; "))) }
        return PageTable.Row(
          header: "\(progress.name(region))", cells: cells, region: progress.study.regions[region].code)
      }, isSortable: true, language: language
    ).markup
  }

  /// What to ask for first; nil if nothing that matters is missing.
  private var wanted: Markup? {
    let wanted = progress.wanted(AnswerProgressText.mostWanted)
    guard !wanted.isEmpty else { return nil }
    let caption = language(
      nl: "Deze antwoorden nemen de meeste onzekerheid over het geheel weg",
      en: "These answers take off most uncertainty about the whole")
    return PageTable(
      caption: caption,
      columns: [
        .text(language(nl: "Regio", en: "Region")), .text(language(nl: "vraag", en: "question")),
        .number(language(nl: "% van de onzekerheid", en: "% of the uncertainty")),
      ],
      rows: wanted.map { wanted in
        let share = (1_000 * wanted.worth).rounded() / 10
        return PageTable.Row(
          header: "\(progress.name(wanted.region))",
          cells: [
            .text(wanted.question.figure.question(wanted.question.item, in: progress.study, language)),
            PageTable.Cell(content: "\(format.fixed(share, decimals: 1))", value: share),
          ])
      }, language: language
    ).markup
  }
}

extension AnswerProgress {
  /// One page that can be sent to all: it has no figures of any region.
  public func page(toolVersion: String, examples: ExampleRows, language: Language) -> [UInt8] {
    let section = ProgressSection(progress: self, language: language)
    let mark = ExampleText(examples, language: language).mark
    return PageFrame(language: language, toolVersion: toolVersion, marks: [mark].compactMap { $0 }).bytes(
      title: section.title, kind: nil, controls: "",
      main: """
        <header class="top"><p class="kicker">\(study.title)</p><h1>\(section.title)</h1></header>\
        <section>\(section.body)</section>
        """)
  }
}
