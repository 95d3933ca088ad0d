import CostEngine
import Terms

/// How the results were computed, so that anyone can repeat the computation.
struct MethodSection {
  let page: ReportPage

  private var language: Language { page.language }

  var section: PageSection? {
    let facts = facts.map { label, text -> Markup in "<dt>\(label)</dt><dd>\(text)</dd>" }
    let files = PageTable(
      caption: language(
        nl: "De bestanden van de studie, met hun SHA-256", en: "The files of the study, with their SHA-256"),
      columns: [
        .text(language(nl: "Bestand", en: "File")), .number(language(nl: "bytes", en: "bytes")), .text("SHA-256"),
      ],
      rows: page.content.inputs.map { file in
        PageTable.Row(
          header: "\(file.name)",
          cells: [
            PageTable.Cell(
              content: "\(NumberFormat.people(language).count(file.byteCount))", value: Double(file.byteCount)),
            PageTable.Cell(content: "<code>\(file.sha256)</code>", value: nil),
          ])
      }, language: language)
    let fingerprints = language(nl: "Vingerafdruk van elk invoerbestand", en: "Fingerprint of every input file")
    return page.section(
      "methode", language(nl: "Hoe is dit berekend?", en: "How was this computed?"),
      """
      <p>\(introduction)</p><dl class="facts">\(facts)</dl>\
      <details class="assumptions"><summary>\(fingerprints)</summary>\(files.markup)</details>
      """)
  }

  private var introduction: String {
    guard !page.study.variables.isEmpty else {
      return language(
        nl: "Alle invoer van deze studie is zeker. Het rekenmodel is één keer doorgerekend.",
        en: "All input of this study is certain. The cost model was worked out once.")
    }
    guard !page.run.isCertain else {
      return language(
        nl: "Onzekere invoer van deze studie verandert deze bedragen niet: elke trekking geeft hetzelfde.",
        en: "Uncertain input of this study does not change these amounts: every draw gives the same.")
    }
    let draws = NumberFormat.people(language).count(page.results.draws)
    return language(
      nl: "Van elk onzeker gegeven is een verdeling opgegeven. Het rekenmodel is \(draws) keer doorgerekend, telkens "
        + "met andere getallen uit die verdelingen (een trekking). De marges in dit rapport zijn de marges van die "
        + "\(draws) uitkomsten. Met dezelfde invoer, startwaarde en versie komt er op elke computer precies "
        + "hetzelfde uit.",
      en: "For each uncertain input a distribution was given. The cost model was worked out \(draws) times, each "
        + "time with other numbers from these distributions (a draw). The margins in this report are those of these "
        + "\(draws) outcomes. With the same input, seed and version exactly the same comes out on every computer.")
  }

  private var facts: [(String, String)] {
    let study = page.study
    let format = NumberFormat.people(language)
    var facts = [
      (language(nl: "Studie", en: "Study"), study.title),
      (language(nl: "Programma", en: "Program"), program),
      (language(nl: "Jaren", en: "Years"), page.horizon),
      (
        Glossary.entry(.priceYear).heading(language),
        "\(study.priceYear), "
          + (study.currentPrices
            ? language(nl: "lopende prijzen", en: "current prices")
            : language(nl: "constante prijzen", en: "constant prices"))
      ),
    ]
    if !page.run.isCertain { facts += draws }
    if !page.run.isCertain, page.content.analysisDraws > 0 {
      let count = format.count(page.content.analysisDraws)
      let draws =
        page.run.sampler == .sobol
        ? language(
          nl: "\(count) eigen trekkingen met dezelfde startwaarde, gespreid (Latin hypercube)",
          en: "\(count) draws of their own with the same seed, evenly spread (Latin hypercube)")
        : language(nl: "de eerste \(count) trekkingen", en: "the first \(count) draws")
      facts.append(
        (
          language(nl: "Verkenning", en: "Exploration"),
          language(
            nl: "wat de uitkomst onzeker maakt, de vragen, en het verloop van de lijn met kansen tussen de bekende "
              + "percentielen komen van \(draws); waterlijn sensitivity en waterlijn priority berekenen wat onzeker maakt "
              + "en de vragen preciezer",
            en: "what makes the outcome uncertain, the questions, and the course of the line of chances between the "
              + "known percentiles come from \(draws); waterlijn sensitivity and waterlijn priority compute what makes "
              + "uncertain and the questions more precisely")
        ))
    }
    facts.append(
      (
        language(nl: "Rekenmodel", en: "Cost model"),
        language(
          nl: "docs/model.md bij deze versie; waterlijn explain schrijft de berekening van één regio uit, met alle "
            + "tussenstappen",
          en: "docs/model.md of this version; waterlijn explain writes out the calculation of one region, step by step")
      ))
    return facts
  }

  private var program: String {
    let (own, results) = (page.content.toolVersion, page.run.toolVersion)
    if own == results { return "Waterlijn \(own)" }
    return language(
      nl: "Waterlijn \(results) voor de uitkomsten; Waterlijn \(own) voor dit rapport en wat het verkent",
      en: "Waterlijn \(results) for the results; Waterlijn \(own) for this report and what it explores")
  }

  /// How the draws were made.
  private var draws: [(String, String)] {
    let format = NumberFormat.people(language)
    return [
      (Glossary.entry(.draws).heading(language), format.count(page.results.draws)),
      (Glossary.entry(.seed).heading(language), String(page.run.seed)),
      (Glossary.entry(.sampler).heading(language), SamplerText.text(page.run.sampler)(language)),
      (language(nl: "Onzekere gegevens", en: "Uncertain inputs"), format.count(page.study.variables.count)),
    ]
  }
}
