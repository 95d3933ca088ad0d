import Terms

extension AnswerForm {
  /// The form as a workbook (`.xlsx`): the questions, whose headings and texts are locked, and a sheet that explains.
  public func workbook(toolVersion: String, language: Language) -> [UInt8] {
    AnswerFormWorkbook(form: self, language: language).workbook(toolVersion).bytes()
  }
}

private struct AnswerFormWorkbook {
  let form: AnswerForm
  let language: Language

  func workbook(_ toolVersion: String) -> Workbook {
    Workbook(
      title: form.title, subject: language(nl: "Uitvraag aan \(form.place)", en: "Questions to \(form.place)"),
      sheets: [questions, explanation], names: [], toolVersion: toolVersion, language: language)
  }

  private var questions: Sheet {
    var sheet = Sheet(
      name: AnswerForm.sheet(language),
      title: language(nl: "Wat heeft \(form.place) nu?", en: "What does \(form.place) have now?"),
      note: language(
        nl: "Vul de gele cellen in: wat u weet, bovenaan het belangrijkste. Een antwoord is één getal; weet u het niet "
          + "precies, zet er dan bij wat het minstens en hoogstens kan zijn. Wat leeg blijft, blijft de aanname "
          + "die er staat. Uitleg staat op het tweede blad.",
        en:
          "Fill in the yellow cells: what you know, the most important first. An answer is one number; if you are not "
          + "sure, add what it can be at least and at most. What stays blank stays the assumption that "
          + "is there. The second sheet explains."),
      columns: FormColumn.allCases.map {
        Sheet.Column(
          heading: $0.heading(language), isNumber: [.number, .answer, .low, .high].contains($0), width: width($0))
      })
    sheet.frozenColumns = 2
    sheet.isLocked = true
    sheet.warningColumn = FormColumn.hint.rawValue
    sheet.rows = form.questions.enumerated().map { index, question in
      FormColumn.allCases.map { cell(question, number: index + 1, row: Sheet.firstRow + index, $0) }
    }
    return sheet
  }

  /// In characters; nil for what its content needs.
  private func width(_ column: FormColumn) -> Int? {
    switch column {
    case .item: return 28
    case .question: return 48
    case .answer, .low, .high: return 12
    case .hint: return 34
    case .source, .note: return 30
    case .person: return 20
    case .date: return 13
    case .number, .unit, .assumed, .norm, .reported, .key: return nil
    }
  }

  private func cell(_ question: AnswerForm.Question, number: Int, row: Int, _ column: FormColumn) -> SheetCell {
    let text = form.text(of: question, number: number, column, language)
    switch column {
    case .number: return .integer(number)
    case .answer, .low, .high:
      let style = CellStyle(format: question.figure.isShare ? .percent : .general, role: .input)
      switch form.sent[question.key]?.figure(column) {
      case .number(let number)?: return SheetCell(content: .number(number), style: style)
      case .text(let text)?: return SheetCell(content: .text(text), style: style)
      case nil: return SheetCell(content: .blank, style: style)
      }
    case .source, .note, .person: return input(form.sent[question.key]?.text(column) ?? "", .typed)
    case .date: return input(form.sent[question.key]?.date ?? "", .date)
    case .hint: return .textFormula(hint(question, row: row), "")
    case .item, .question: return .text(text, .wrapped)
    case .unit, .assumed, .norm, .reported, .key: return .text(text)
    }
  }

  private func input(_ text: String, _ format: CellStyle.Format) -> SheetCell {
    SheetCell(content: text.isEmpty ? .blank : .text(text), style: CellStyle(format: format, role: .input))
  }

  /// What the form says of a row by itself, also of what is pasted: a formula, as validation only looks at what is typed.
  private func hint(_ question: AnswerForm.Question, row: Int) -> String {
    func cell(_ column: FormColumn) -> String { SheetCell.name(column: column.rawValue, row: row) }
    let (answer, low, high) = (cell(.answer), cell(.low), cell(.high))
    let all = "\(answer):\(high)"
    func text(_ dutch: String, _ english: String) -> String { "\"\(language(nl: dutch, en: english))\"" }
    var rules = [
      ("COUNTA(\(all))=0", "\"\""),
      (
        "COUNT(\(all))<COUNTA(\(all))",
        text("geen getal: schrijf alleen een getal", "not a number: write only a number")
      ),
      ("COUNT(\(low):\(high))=1", text("vul laag en hoog allebei in", "fill in both low and high")),
      ("AND(COUNT(\(low):\(high))=2,\(low)>\(high))", text("laag is meer dan hoog", "low is more than high")),
      (
        "AND(COUNT(\(all))=3,OR(\(answer)<\(low),\(answer)>\(high)))",
        text("antwoord ligt niet tussen laag en hoog", "the answer is not between low and high")
      ),
      ("MIN(\(all))<0", text("minder dan niets: klopt dat?", "less than nothing: is that right?")),
    ]
    if question.figure.isShare {
      rules.append(
        (
          "MAX(\(all))>1",
          text(
            "een deel is hoogstens 100%: schrijf 12 procent als 12%",
            "a share is at most 100%: write 12 per cent as 12%")
        ))
    }
    if let plausible = question.plausible {
      rules.append(
        (
          "OR(MIN(\(all))<\(SheetXML.text(plausible.lowerBound)),MAX(\(all))>\(SheetXML.text(plausible.upperBound)))",
          text(
            "ver van aanname en norm: klopt het? Licht toe", "far from assumption and norm: is it right? Add a note")
        ))
    }
    return rules.reversed().reduce("\"ok\"") { "IF(\($1.0),\($1.1),\($0))" }
  }

  private var explanation: Sheet {
    var sheet = Sheet(
      name: language(nl: "Uitleg", en: "How it works"),
      title: language(nl: "Zo vult u de vragen in", en: "How to fill in the questions"),
      note: language(
        nl: "Dit formulier gaat over \(form.place) alleen; cijfers van andere regio's staan er niet in.",
        en: "This form is about \(form.place) alone; it has no figures of other regions."),
      columns: [.text(language(nl: "Wat", en: "What")), .text(language(nl: "Uitleg", en: "Explanation"))])
    sheet.rows = explanations.map { what, text in
      [.text(what(language), .wrapped), .text(text(language), .wrapped)]
    }
    return sheet
  }

  private var explanations: [(Bilingual, Bilingual)] {
    [
      (
        FormColumn.answer.heading,
        Bilingual(
          nl:
            "Eén getal: wat er nu is, in de eenheid die ernaast staat. Een aantal geldt voor de hele regio, niet per gemeente "
            + "of per persoon. Een deel schrijft u als percentage: 12%. Is er niets van, schrijf dan 0; weet u het niet, laat "
            + "dan leeg.",
          en: "One number: what there is now, in the unit beside it. A number is of the whole region, not for each "
            + "municipality or person. Write a share as a percentage: 12%. If there is none, write 0; if you do not know, "
            + "leave it blank.")
      ),
      (
        Bilingual(
          nl: "\(FormColumn.low.heading.dutch), \(FormColumn.high.heading.dutch)",
          en: "\(FormColumn.low.heading.english), \(FormColumn.high.heading.english)"),
        Bilingual(
          nl:
            "Alleen als u het niet precies weet: wat het minstens en hoogstens kan zijn. In antwoord staat dan wat het "
            + "waarschijnlijkst is; weet u ook dat niet, laat dat dan leeg.",
          en:
            "Only if you are not sure: what it can be at least and at most. The answer is then what is most likely; if "
            + "you do not know that either, leave it blank.")
      ),
      (
        FormColumn.hint.heading,
        Bilingual(
          nl: "Reageert op wat u invult of plakt. Bij \"ver van aanname en norm\" kan het getal juist zijn: zeg dan in "
            + "toelichting waarom, en noem het getal. Dan vraagt niemand er nog naar.",
          en:
            "Reacts to what you fill in or paste. With \"far from assumption and norm\" the number may be right: say in "
            + "the note why, and name the number. Then nobody asks again.")
      ),
      (
        Bilingual(
          nl: "\(FormColumn.source.heading.dutch), \(FormColumn.note.heading.dutch)",
          en: "\(FormColumn.source.heading.english), \(FormColumn.note.heading.english)"),
        Bilingual(
          nl:
            "Waar het getal vandaan komt (jaarverslag 2025, personeelsbestand van 1 oktober), en wat iemand later moet weten.",
          en:
            "Where the number comes from (annual report 2025, staff list of 1 October), and what someone must know later."
        )
      ),
      (
        Bilingual(
          nl: "\(FormColumn.person.heading.dutch), \(FormColumn.date.heading.dutch)",
          en: "\(FormColumn.person.heading.english), \(FormColumn.date.heading.english)"),
        Bilingual(
          nl: "Wie het invulde en wanneer: bij wie iemand iets kan navragen.",
          en: "Who filled it in and when: whom to ask.")
      ),
      (
        FormColumn.key.heading,
        Bilingual(
          nl: "Hieraan herkent het programma de vraag. Laat het staan; rijen mogen in een andere volgorde, of weg.",
          en: "By this the program knows the question. Leave it; rows may be in another order, or taken away.")
      ),
      (
        Bilingual(nl: "terugsturen", en: "sending back"),
        Bilingual(
          nl: "Bewaar het bestand als Excel-werkmap (.xlsx) of als CSV, zonder wachtwoord, en stuur het terug.",
          en: "Save the file as an Excel workbook (.xlsx) or as CSV, without a password, and send it back.")
      ),
    ]
  }
}
