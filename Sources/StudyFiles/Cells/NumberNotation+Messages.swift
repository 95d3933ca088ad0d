import Terms

extension NumberNotation {
  /// A number that the other notation reads as a different number.
  struct Ambiguity {
    let text: String
    let notation: NumberNotation
    let value: Double
    let otherwise: Double

    /// The notice about it.
    var notice: Bilingual { notation.notice(of: self) }
  }

  /// The different number that the other notation reads in a text; nil if there is none.
  ///
  /// - Parameter value: the number that this notation reads.
  func ambiguity(of text: String, readAs value: Double) -> Ambiguity? {
    // The decimal mark of one notation is the group mark of the other.
    guard text.utf8.withContiguousStorageIfAvailable(Self.hasMarkOfGroup) ?? true,
      let otherwise = try? other.read(text), otherwise != value
    else { return nil }
    return Ambiguity(text: text, notation: self, value: value, otherwise: otherwise)
  }

  /// Whether a point or comma is followed by exactly three digits anywhere in the text.
  private static func hasMarkOfGroup(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits: Int?
    for byte in text {
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        if digits == 3 { return true }
        digits = 0
      } else if byte.isDigit {
        digits = digits.map { $0 + 1 }
      } else if digits == 3 {
        return true
      } else {
        digits = nil
      }
    }
    return digits == 3
  }

  /// What to write for each of the two readings of a number.
  fileprivate func both(_ ambiguity: Ambiguity) -> (meant: Bilingual, otherwise: Bilingual) {
    (unambiguously(ambiguity.value, like: ambiguity.text), unambiguously(ambiguity.otherwise, like: ambiguity.text))
  }

  private func notice(of ambiguity: Ambiguity) -> Bilingual {
    let (text, value, otherwise) = (ambiguity.text, ambiguity.value, ambiguity.otherwise)
    let shown = text.excerpt
    let (told, toldOtherwise) = (inWords(value, like: text), inWords(otherwise, like: text))
    let (meant, instead) = (unambiguously(value, like: text), unambiguously(otherwise, like: text))
    return Bilingual(
      nl: "\"\(shown)\" is gelezen als \(told.dutch), want in dit bestand is de \(decimalMarkName.dutch) het "
        + "decimaalteken; elders zou het \(toldOtherwise.dutch) zijn. Schrijf \(instead.dutch) als dat is bedoeld, en "
        + "anders \(meant.dutch): dan vervalt deze melding.",
      en: "\"\(shown)\" was read as \(told.english), for in this file the \(decimalMarkName.english) is the decimal "
        + "mark; elsewhere it would be \(toldOtherwise.english). Write \(instead.english) if that is meant, otherwise "
        + "\(meant.english): then this notice goes away.")
  }

  /// The value in unmistakable form; if its digits look like a group, together with the whole numbers around it.
  private func inWords(_ value: Double, like text: String) -> Bilingual {
    let percent = text.utf8.contains(.percent) ? "%" : ""
    let plain = plainly(value, like: text)
    guard isPadded(plain) else { return Bilingual(same: plain) }
    let low = (percent.isEmpty ? value : value.asPercentage).rounded(.down)
    let (from, to) = (write(low) + percent, write(low + 1) + percent)
    return Bilingual(nl: "een getal tussen \(from) en \(to)", en: "a number between \(from) and \(to)")
  }

  /// The value written so that every notation reads it in the same way.
  private func unambiguously(_ value: Double, like text: String) -> Bilingual {
    let plain = plainly(value, like: text)
    guard isPadded(plain) else { return Bilingual(same: plain) }
    return Bilingual(nl: "\(plain) (met een nul erbij)", en: "\(plain) (with one more zero)")
  }

  /// Whether ``plainly(_:like:)`` added a fourth decimal.
  private func isPadded(_ plain: String) -> Bool {
    let number = plain.hasSuffix("%") ? plain.dropLast() : plain[...]
    guard let mark = number.lastIndex(where: { $0 == "," || $0 == "." }) else { return false }
    return number[mark...].utf8.count == 5 && number.hasSuffix("0")
  }

  /// The problem with a text that should be a number, and how it would be written in this notation.
  ///
  /// - Parameter measure: what the column's figures measure, if it is one thing.
  func problem(with text: String, failure: Failure, measure: Unit.Measure?) -> CellProblem {
    let shown = text.excerpt
    switch failure {
    case .notFinite:
      return CellProblem(
        nl: "\"\(shown)\" is geen getal waarmee gerekend kan worden.",
        en: "\"\(shown)\" is not a number that can be computed with.",
        remedyNl: "Schrijf een getal, zoals \(write(12.5)), of een bereik, zoals 10..15, als het onzeker is.",
        remedyEn: "Write a number, such as \(write(12.5)), or a range, such as 10..15, if it is uncertain.")
    case .tooLarge:
      return CellProblem(
        nl: "\"\(shown)\" is groter dan enig bedrag of aantal dat kan voorkomen (meer dan 1e15).",
        en: "\"\(shown)\" is larger than any amount or count that can occur (more than 1e15).",
        remedyNl: "Kijk of er cijfers of nullen te veel staan; een miljoen is 1000000 of 1e6.",
        remedyEn: "See whether there are digits or zeros too many; a million is 1000000 or 1e6.")
    case .notANumber:
      if let damage = SpreadsheetDamage(text) { return damage.problem(for: text) }
      return otherNotationProblem(text) ?? fractionProblem(text) ?? groupProblem(text)
        ?? QuantityReader(notation: self, measure: measure).read(text)?.problem(for: text, self, measure)
        ?? wordProblem(text)
    }
  }

  var decimalMarkName: Bilingual {
    decimalComma ? Bilingual(nl: "komma", en: "comma") : Bilingual(nl: "punt", en: "point")
  }

  private var groupMarkName: Bilingual { other.decimalMarkName }

  /// The value written so that no notation reads it differently, with the percent sign of `text` if it has one.
  func plainly(_ value: Double, like text: String) -> String {
    let isPercentage = text.utf8.contains(.percent)
    var plain = write(isPercentage ? value.asPercentage : value)
    // Three digits after the mark make a number look grouped; a fourth avoids that.
    if let mark = plain.lastIndex(where: { $0 == "," || $0 == "." }), plain[mark...].utf8.count == 4 { plain += "0" }
    return plain + (isPercentage ? "%" : "")
  }

  /// `1.50` or `1,234.5` in a file with decimal commas.
  private func otherNotationProblem(_ text: String) -> CellProblem? {
    guard let value = try? other.read(text) else { return nil }
    let shown = text.excerpt
    let decimal = plainly(value, like: text)
    let marks = text.utf8.filter { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }.count
    let whole = String(
      decoding: text.utf8.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") && $0 != .blank }, as: UTF8.self)
    // 0.125 is no whole number.
    let both =
      marks == 1 && whole.utf8.first(where: { $0.isDigit }) != UInt8(ascii: "0")
      ? Bilingual(
        nl:
          "Schrijf \(decimal) als de \(groupMarkName.dutch) het decimaalteken was, of \(whole) als het een heel getal "
          + "is.",
        en:
          "Write \(decimal) if the \(groupMarkName.english) was the decimal mark, or \(whole) if it is a whole number.")
      : Bilingual(nl: "Schrijf \(decimal).", en: "Write \(decimal).")
    return CellProblem(
      problem: Bilingual(
        nl: "\"\(shown)\" is in dit bestand geen getal: de \(decimalMarkName.dutch) is hier het decimaalteken en de "
          + "\(groupMarkName.dutch) scheidt groepen van drie cijfers.",
        en:
          "\"\(shown)\" is not a number in this file: the \(decimalMarkName.english) is the decimal mark here and the "
          + "\(groupMarkName.english) parts groups of three digits."),
      remedy: both)
  }

  /// `1/3`.
  private func fractionProblem(_ text: String) -> CellProblem? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let above = try? read(String(parts[0])), let below = try? read(String(parts[1])), below != 0
    else { return nil }
    let value = plainly((above / below * 1e6).rounded() / 1e6, like: "")
    return CellProblem(
      nl: "\"\(text.excerpt)\" is een breuk; breuken worden niet uitgerekend.",
      en: "\"\(text.excerpt)\" is a fraction; fractions are not computed.",
      remedyNl: "Schrijf \(value).", remedyEn: "Write \(value).")
  }

  /// `1'000` and `1_000`.
  private func groupProblem(_ text: String) -> CellProblem? {
    let plain = text.filter { !"'_\u{2019}".contains($0) }
    guard plain != text, text.first?.isNumber == true, let value = try? read(plain) else { return nil }
    let number = plainly(value, like: text)
    return CellProblem(
      nl: "\"\(text.excerpt)\" is geen getal: duizendtallen worden hier anders gescheiden.",
      en: "\"\(text.excerpt)\" is not a number: thousands are parted otherwise here.",
      remedyNl: "Schrijf \(number).", remedyEn: "Write \(number).")
  }

  private func wordProblem(_ text: String) -> CellProblem {
    let shown = text.excerpt
    return CellProblem(
      nl: "\"\(shown)\" is geen getal.", en: "\"\(shown)\" is not a number.",
      remedyNl:
        "Schrijf een getal, zoals \(write(1234.5)), of bij onzekerheid een bereik, zoals 10..15, of een verdeling, "
        + "zoals pert(10; 12; 20).",
      remedyEn: "Write a number, such as \(write(1234.5)), or if it is uncertain a range, such as 10..15, or a "
        + "distribution, such as pert(10; 12; 20).")
  }
}

extension CellProblem {
  /// A number that can be read in two ways, in a column with both notations.
  ///
  /// - Parameters:
  ///   - row: that of a cell in the other notation.
  ///   - text: that cell.
  static func mixedNotation(_ number: NumberNotation.Ambiguity, row: Int, text: String) -> CellProblem {
    let (meant, otherwise) = number.notation.both(number)
    return CellProblem(
      nl: "\(quoted(number.text)) is op twee manieren te lezen: in deze kolom staan de punt en de komma nu eens als "
        + "decimaalteken, dan weer niet (rij \(row): \(quoted(text))).",
      en: "\(quoted(number.text)) can be read in two ways: in this column the point and the comma are now the decimal "
        + "mark, now not (row \(row): \(quoted(text))).",
      remedyNl: "Schrijf \(meant.dutch) of \(otherwise.dutch).",
      remedyEn: "Write \(meant.english) or \(otherwise.english).")
  }
}

extension Double {
  /// A share as a percentage, without the digits that a multiplication by 100 may add: 55 of 0.55.
  var asPercentage: Double {
    let product = self * 100
    let plain = (product * 1e10).rounded(.toNearestOrEven) / 1e10
    // A decimal number's hundredth is rounded too.
    return (plain / 100 - self).magnitude <= 2 * ulp ? plain : product
  }
}
