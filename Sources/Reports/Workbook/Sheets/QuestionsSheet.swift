import CostEngine
import Terms

extension RunWorkbook {
  var hasQuestions: Bool { analyses.contains { $0.contains { !$0.questions.isEmpty } } }

  /// What to ask the regions first, of every scenario and place: what the page shows.
  var questionsSheet: Sheet {
    let shares = [
      language(nl: "Alleen", en: "Alone"), language(nl: "Voegt toe", en: "Adds"),
      language(nl: "Samen", en: "Together"), language(nl: "Waarvan uit zichzelf", en: "Of which by itself"),
      language(nl: "Marge samen smaller met", en: "Margin together narrower by"),
    ]
    var sheet = Sheet(
      name: language(nl: "Vragen", en: "Questions"),
      title: language(nl: "Welke vraag eerst", en: "Which question first"),
      note: language(
        nl:
          "Delen van de onzekerheid (variantie) van de meerkosten. Eerst staat de vraag die het meeste wegneemt, dan "
          + "die daar het meest aan toevoegt. Uit zichzelf: wat de antwoorden over hun eigen gegeven zeggen; de rest "
          + "volgt uit aangenomen samenhang. Uit minder trekkingen dan de uitkomsten; waterlijn priority rekent "
          + "preciezer.",
        en:
          "Shares of the uncertainty (variance) of the extra cost. First stands the question that takes off most, then "
          + "the one that adds most to it. By itself: what the answers say of their own figures; the rest follows from "
          + "factors that were assumed. From fewer draws than the results; waterlijn priority computes it more "
          + "precisely."),
      columns: [
        .text(heading(.scenario)), .text(heading(.region)), .text(language(nl: "Naam", en: "Name")),
        .number(language(nl: "Volgorde", en: "Order")), .text(language(nl: "Vraag", en: "Question")),
        .number(language(nl: "Aan regio's", en: "To regions")),
      ] + shares.map { .number($0) })
    sheet.frozenColumns = 5
    for (scenario, places) in analyses.enumerated() {
      for (region, analysis) in places.enumerated() {
        let place = self.place(region)
        for (index, question) in analysis.questions.enumerated() {
          let values = [
            question.variance.value, question.adds.value, question.together.value, question.itself,
            question.togetherBand.value,
          ]
          sheet.rows.append(
            [
              .text(self.scenario(scenario).code), .text(place.code), .text(place.name), .integer(index + 1),
              .text(question.label), .integer(question.regions),
            ] + values.map { .number($0, .percent) })
        }
      }
    }
    return sheet
  }
}
