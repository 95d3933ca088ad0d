import CostEngine
import Terms

extension RunWorkbook {
  /// Where each figure came from that a region gave; nil if none gave any on a form.
  var originsSheet: Sheet? {
    guard let answers = content.answers else { return nil }
    let text = OriginText(progress: answers, language: language)
    let figures = text.figures()
    guard !figures.isEmpty else { return nil }
    var sheet = Sheet(
      name: language(nl: "Opgaven", en: "Reported"),
      title: language(nl: "Wat regio's opgaven, en waar het staat", en: "What regions gave, and where it stands"),
      note: language(
        nl:
          "Van elk cijfer het bestand, het blad en de cel waarin de regio het schreef, wat erover is gevraagd en hoe dat "
          + "is beantwoord. Met de SHA-256 is te zien of een bestand nog hetzelfde is. Een aantal dat de regio voor het "
          + "geheel gaf, staat in de studie per gemeente of per 100.000 inwoners.",
        en:
          "Of every figure the file, sheet and cell in which the region wrote it, what was asked about it and how that "
          + "was answered. The SHA-256 tells whether a file is still the same. A number that the region gave for the whole "
          + "stands in the study for each municipality or 100,000 inhabitants."),
      columns: [
        .text(heading(.region)), .text(language(nl: "Naam", en: "Name")), .text(language(nl: "Cijfer", en: "Figure")),
        .text(language(nl: "In de studie", en: "In the study")), .text(language(nl: "Opgegeven", en: "As given")),
        .text(language(nl: "Gelezen als", en: "Read as")), .text(language(nl: "Bestand", en: "File")),
        .text(language(nl: "Cel", en: "Cell")), .text(language(nl: "Ingevuld door", en: "Filled in by")),
        .text(language(nl: "Datum", en: "Date")), .text(language(nl: "Stand", en: "Standing")),
        .text(language(nl: "Vraag, toelichting en wat eerder gold", en: "Question, note and what held before")),
        .text("SHA-256"),
      ])
    sheet.frozenColumns = 3
    sheet.rows = figures.map { figure in
      let region = study.regions[figure.region]
      let origin = figure.origin
      return [
        .text(region.code), .text(region.name), .text(text.title(figure)), .text(figure.answer.value),
        .text(origin.given), .text(origin.readAs), .text(origin.file), .text(origin.place), .text(origin.person),
        .text(origin.date), .text(figure.answer.standing.name(language)),
        .text(text.history(figure).joined(separator: "; "), .wrapped), .text(origin.sha256),
      ]
    }
    return sheet
  }
}
