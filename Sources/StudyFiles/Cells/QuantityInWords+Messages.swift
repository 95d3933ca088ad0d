import Terms

extension QuantityInWords {
  /// What is wrong with the text that says it, and how to write it.
  func problem(for text: String, _ notation: NumberNotation, _ measure: Unit.Measure?) -> CellProblem {
    let shown = text.excerpt
    let noNumber = Bilingual(nl: "\"\(shown)\" is geen getal.", en: "\"\(shown)\" is not a number.")
    let remedy: Bilingual
    switch self {
    case .number(let quantity, let beside):
      if quantity.written.hasSuffix("%"), let measure, !measure.takesPercentages {
        return .percentage(text, value: quantity.value, notation, measure)
      }
      // What stands beside the number is told as it was typed.
      let remark = beside.isEmpty ? nil : Self.typed(beside, in: text)
      guard let remark, !"(*".contains(beside.first!), quantity.written.first != "-" || beside.count > 1 else {
        let rest = beside.isEmpty ? "" : Self.typed(beside, in: text) ?? beside
        let note = Bilingual(
          nl: rest.isEmpty ? "" : " \"\(rest.excerpt)\" hoort in de kolom toelichting.",
          en: rest.isEmpty ? "" : " \"\(rest.excerpt)\" belongs in the column note.")
        return CellProblem(
          problem: noNumber,
          remedy: Bilingual(
            nl: "Schrijf \(quantity.written).\(note.dutch)", en: "Write \(quantity.written).\(note.english)"))
      }
      return CellProblem(
        nl: "\"\(shown)\" is geen getal: er staat ook \"\(remark.excerpt)\" bij.",
        en: "\"\(shown)\" is not a number: there is also \"\(remark.excerpt)\".",
        remedyNl: "Schrijf alleen \(quantity.written); een eenheid of opmerking hoort in de kolom toelichting.",
        remedyEn: "Write \(quantity.written) alone; a unit or remark belongs in the column note.")
    case .about(let quantity):
      let range = Self.range(around: quantity, notation)
      remedy = Bilingual(
        nl: "Schrijf een bereik dat u zeker genoeg vindt, zoals \(range), of \(quantity.written) als het vaststaat.",
        en: "Write a range that you are sure enough of, such as \(range), or \(quantity.written) if it is certain.")
    case .atLeast(let quantity):
      let range = quantity.written + ".." + notation.written(1.5 * quantity.value, like: quantity)
      remedy = Bilingual(
        nl: "Schrijf een bereik dat bij \(quantity.written) begint en eindigt bij wat het hoogstens kan zijn, zoals "
          + "\(range).",
        en: "Write a range that begins at \(quantity.written) and ends at what it can be at most, such as \(range).")
    case .atMost(let quantity):
      let range = notation.written(0.5 * quantity.value, like: quantity) + ".." + quantity.written
      remedy = Bilingual(
        nl: "Schrijf een bereik dat begint bij wat het minstens is en eindigt bij \(quantity.written), zoals \(range).",
        en: "Write a range that begins at what it is at least and ends at \(quantity.written), such as \(range).")
    case .range(let low, let high):
      remedy = Bilingual(
        nl: "Schrijf een bereik met twee punten: \(low.written)..\(high.written).",
        en: "Write a range with two points: \(low.written)..\(high.written).")
    case .nothing:
      remedy = Bilingual(nl: "Schrijf 0.", en: "Write 0.")
    case .dash:
      remedy = Bilingual(
        nl:
          "Schrijf 0 als er niets is. Is het niet bekend, laat de cel dan leeg als er een rij met * is, die haar vult; "
          + "schrijf anders een ruim bereik, zoals 10..15.",
        en:
          "Write 0 if there is nothing. If it is not known, leave the cell blank if there is a row with *, which fills "
          + "it; otherwise write a wide range, such as 10..15.")
    case .unknown:
      remedy = Bilingual(
        nl:
          "Laat de cel leeg als er een rij met * is, die haar dan vult; schrijf anders een ruim bereik, zoals 10..15, of 0 "
          + "als u weet dat het niets is.",
        en: "Leave the cell blank if there is a row with *, which then fills it; otherwise write a wide range, such as "
          + "10..15, or 0 if you know that it is nothing.")
    case .truth(let isTrue):
      remedy = Bilingual(nl: "Schrijf \(isTrue ? 1 : 0).", en: "Write \(isTrue ? 1 : 0).")
    case .ofLedger(let quantity):
      remedy = Bilingual(
        nl: "Af of bij? Schrijf \(quantity.written) voor kosten, of -\(quantity.written) voor een opbrengst.",
        en: "Which sign? Write \(quantity.written) for a cost, or -\(quantity.written) for a revenue.")
    case .inOtherUnit:
      let asked = measure?.words ?? Unit.Measure.euro.words
      return CellProblem(
        nl: "\"\(shown)\" is in een andere eenheid dan wordt gevraagd (\(asked.dutch)).",
        en: "\"\(shown)\" is in another unit than is asked for (\(asked.english)).",
        remedyNl: "Reken het om, en schrijf alleen het getal in deze eenheid: \(asked.dutch).",
        remedyEn: "Convert it, and write the number alone in this unit: \(asked.english).")
    }
    return CellProblem(problem: noNumber, remedy: remedy)
  }

  /// A part of a text in the case in which it was typed; nil if blanks were typed otherwise.
  private static func typed(_ part: String, in text: String) -> String? {
    let (small, whole) = (Array(text.lowercased()), Array(text))
    let wanted = Array(part)
    guard small.count == whole.count, small.count >= wanted.count else { return part }
    for start in 0...(small.count - wanted.count) where Array(small[start..<start + wanted.count]) == wanted {
      return String(whole[start..<start + wanted.count])
    }
    return part
  }

  /// Some fifteen per cent on either side.
  private static func range(around quantity: Quantity, _ notation: NumberNotation) -> String {
    notation.written(0.85 * quantity.value, like: quantity) + ".."
      + notation.written(1.15 * quantity.value, like: quantity)
  }
}

extension NumberNotation {
  /// A number to two digits, as a percentage if the quantity is one.
  fileprivate func written(_ value: Double, like quantity: QuantityInWords.Quantity) -> String {
    if value == 0 { return "0" }
    let isPercentage = quantity.written.hasSuffix("%")
    let shown = isPercentage ? value.asPercentage : value
    var scale = 1.0
    while shown.magnitude / scale >= 100 { scale *= 10 }
    while shown.magnitude / scale < 10 { scale /= 10 }
    let rounded = ((shown / scale).rounded() * scale * 1e9).rounded() / 1e9
    return plainly(isPercentage ? rounded / 100 : rounded, like: isPercentage ? "%" : "")
  }
}

extension CellProblem {
  /// A percentage in a column of figures that are none.
  ///
  /// - Parameter value: 0.2 for `20%`.
  static func percentage(
    _ text: String, value: Double, _ notation: NumberNotation, _ measure: Unit.Measure
  ) -> CellProblem {
    let (whole, share) = (notation.plainly(value.asPercentage, like: ""), notation.plainly(value, like: ""))
    let asked = measure.words
    return CellProblem(
      nl: "\"\(text.excerpt)\" is een percentage, en hier wordt iets anders gevraagd (\(asked.dutch)).",
      en: "\"\(text.excerpt)\" is a percentage, and something else is asked for here (\(asked.english)).",
      remedyNl: "Schrijf \(whole) zonder % als dat het getal is; is een deel bedoeld, schrijf dan \(share).",
      remedyEn: "Write \(whole) without % if that is the number; if a part is meant, write \(share).")
  }

  /// An amount of money in a column of figures that are none.
  static func money(_ text: String, value: Double, _ notation: NumberNotation, _ measure: Unit.Measure) -> CellProblem {
    let plain = notation.plainly(value, like: "")
    let asked = measure.words
    return CellProblem(
      nl: "\"\(text.excerpt)\" is een bedrag, en hier wordt iets anders gevraagd (\(asked.dutch)).",
      en: "\"\(text.excerpt)\" is an amount, and something else is asked for here (\(asked.english)).",
      remedyNl: "Schrijf \(plain) zonder € als dat het getal is; hoort het bedrag in een andere kolom?",
      remedyEn: "Write \(plain) without € if that is the number; does the amount belong in another column?")
  }
}
