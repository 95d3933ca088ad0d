import CostEngine
import Terms

/// How something was computed, with a row for each fact.
struct ProvenanceSheet {
  private(set) var sheet: Sheet
  private(set) var names: [Workbook.Name] = []
  let language: Language

  init(title: String, _ language: Language) {
    self.language = language
    sheet = Sheet(
      name: language(nl: "Herkomst", en: "Provenance"), title: title,
      note: language(
        nl: "Met dezelfde invoer, startwaarde, trekkingen en versie komt er hetzelfde uit, tot op de laatste byte.",
        en: "The same input, seed, draws and version give the same outcome, to the last byte."),
      columns: [
        .text(language(nl: "Onderwerp", en: "Subject")), .text(language(nl: "Gegeven", en: "Fact")),
        .text(language(nl: "Toelichting", en: "Explanation")),
      ])
  }

  /// Of an analysis: what was computed, and by which version.
  init(of study: Study, toolVersion: String, _ language: Language) {
    self.init(title: language(nl: "Hoe dit is uitgerekend", en: "How this was computed"), language)
    add(language(nl: "Studie", en: "Study"), .text(study.title))
    add(language(nl: "Programma", en: "Program"), .text("Waterlijn \(toolVersion)"))
  }

  /// - Parameter name: defined name of the fact's cell in the workbook.
  mutating func add(_ subject: String, _ fact: SheetCell, _ explanation: String = "", name: String? = nil) {
    if let name { names.append(Workbook.Name(name: name, cells: sheet.reference(1, row: sheet.nextRow))) }
    var fact = fact.as(.fact)
    if case .text = fact.content { fact.style.format = .wrapped }
    sheet.rows.append([.text(subject, .wrapped), fact, .text(explanation, .wrapped)])
  }

  mutating func add(_ entry: Name, _ fact: SheetCell, name: String? = nil) {
    add(entry.heading(language), fact, entry.meaning(language), name: name)
  }

  /// How the draws were made.
  mutating func add(draws: Int, seed: UInt64, sampler: Sampler) {
    add(Glossary.entry(.draws), .integer(draws), name: language(nl: "Trekkingen", en: "Draws"))
    // Of a longer number a spreadsheet keeps the first 15 digits.
    add(
      Glossary.entry(.seed), seed < 1_000_000_000_000_000 ? .number(Double(seed), .year) : .text(String(seed)),
      name: language(nl: "Startwaarde", en: "Seed"))
    add(
      Glossary.entry(.sampler).heading(language), .text(SamplerText.text(sampler)(language)),
      language(
        nl: "Hoe er is getrokken; in settings.csv heet dit \(sampler.id).",
        en: "How draws were made; in settings.csv this is \(sampler.id)."))
  }

  /// The period, as its first and last day.
  mutating func add(from first: Int, until last: Int) {
    let subject = language(nl: "Periode", en: "Period")
    add(
      language(nl: "\(subject), eerste dag", en: "\(subject), first day"), .date(year: first, month: 1, day: 1))
    add(
      language(nl: "\(subject), laatste dag", en: "\(subject), last day"), .date(year: last, month: 12, day: 31))
  }

  mutating func add(_ inputs: [HashedFile]) {
    for file in inputs {
      let size = NumberFormat.people(language).count(file.byteCount)
      add(
        language(nl: "Invoer: \(file.name)", en: "Input: \(file.name)"), .text(file.sha256),
        language(nl: "SHA-256 van het bestand (\(size) bytes)", en: "SHA-256 of the file (\(size) bytes)"))
    }
  }

  /// How to read the other sheets.
  mutating func addReading() {
    add(
      language(nl: "P5, P50, P95 lezen", en: "Reading P5, P50, P95"),
      .text(
        language(
          nl:
            "In 5 % van de trekkingen is het bedrag zo laag als P5 of lager, in de helft zo laag als P50, in 95 % zo laag als "
            + "P95. Tussen P5 en P95 ligt dus 90 % van de trekkingen.",
          en:
            "In 5% of the draws the amount is as low as P5 or lower, in half of them as low as P50, in 95% as low as P95. So "
            + "90% of the draws lie between P5 and P95.")))
    add(
      language(nl: "Wat optelt en wat niet", en: "What adds up and what does not"),
      .text(
        language(
          nl:
            "Gemiddelden tellen op. P5, P50 en P95 van regio's, jaren of kostenregels tellen niet op tot die van het geheel: "
            + "niet alles valt tegelijk mee of tegen.",
          en: "Means add up. P5, P50 and P95 of regions, years or cost lines do not add up to those of the whole: not "
            + "everything turns out well or badly at the same time.")))
    add(
      language(nl: "Afronding", en: "Rounding"),
      .text(
        language(
          nl:
            "In de cellen staan de bedragen zoals ze zijn uitgerekend; alleen de weergave is afgerond op hele euro's. Zo fijn is "
            + "de uitkomst niet: het tekstoverzicht van waterlijn toont niet meer cijfers dan de steekproef waarmaakt.",
          en:
            "Cells hold the amounts as computed; only what they show is rounded to whole EUR. The outcome is not that fine: "
            + "waterlijn's overview in text shows no more digits than the sample supports.")))
  }
}

extension RunWorkbook {
  /// How the results were computed, and how to read them.
  var provenanceSheet: ProvenanceSheet {
    var facts = ProvenanceSheet(
      title: language(nl: "Hoe dit is uitgerekend", en: "How this was computed"), language)
    facts.add(language(nl: "Studie", en: "Study"), .text(study.title))
    for fact in head.all + head.limits { facts.add(fact.label, .text(fact.text)) }
    facts.add(
      language(nl: "Programma", en: "Program"), .text("Waterlijn \(content.toolVersion)"),
      language(nl: "Versie waarmee gerekend is.", en: "Version that computed it."))
    facts.add(draws: results.draws, seed: content.seed, sampler: content.sampler)
    if let missing = GapsText(content: content, language: language).text {
      facts.add(language(nl: "Let op", en: "Note"), .text(missing))
    }
    facts.add(
      Glossary.entry(.priceYear), .integer(study.priceYear, .year), name: language(nl: "Prijspeil", en: "Price_level"))
    facts.add(
      Setting.prices.name.heading(language),
      .text(
        study.currentPrices
          ? language(nl: "lopend", en: "current") : language(nl: "constant", en: "constant")),
      study.currentPrices
        ? language(nl: "Bedragen groeien mee met lonen en prijzen.", en: "Amounts grow with wages and prices.")
        : language(
          nl: "Bedragen van alle jaren zijn in prijzen van het prijspeil.",
          en: "Amounts of all years are in prices of the price level."))
    if case .certain(let rate) = study.discountRate {
      facts.add(
        Setting.discountRate.name.heading(language), .number(rate, .exactPercent),
        language(
          nl: "Waarmee de contante waarde is teruggerekend.", en: "By which the present value was discounted."))
    }
    facts.add(from: study.firstYear, until: study.lastYear)
    facts.add(
      TableID.scenarios.title(language),
      .text(results.selection.scenarios.map { study.scenarios[$0].code }.joined(separator: ", ")))
    facts.add(
      TableID.regions.title(language),
      .text(results.selection.regions.map { study.regions[$0].code }.joined(separator: ", ")),
      results.includesNational
        ? language(nl: "Alle regio's van de studie.", en: "All regions of the study.")
        : language(
          nl:
            "Niet alle regio's van de studie: er is geen totaal van alle samen, en landelijke eenmalige posten tellen niet mee.",
          en: "Not all regions of the study: there is no total of them all, and national one-offs are left out."))
    let coverage = Coverage(sumOf: results.selection.regions.map { content.coverage[$0] })
    facts.add(Glossary.entry(.reported), .integer(coverage.reported))
    facts.add(Glossary.entry(.assumed), .integer(coverage.assumed))
    if coverage.estimated > 0 {
      facts.add(
        language(nl: "Geschat", en: "Estimated"), .integer(coverage.estimated),
        language(
          nl: "Gegevens van de huidige situatie die uit opgaven van andere regio's zijn geschat.",
          en: "Figures of the current situation that were estimated from what other regions reported."))
    }
    if coverage.invented > 0 { facts.add(Glossary.entry(.example), .integer(coverage.invented)) }
    facts.addReading()
    facts.add(inputs)
    return facts
  }
}
