import CostEngine
import Terms

/// What a figure is held to: what the norm asks, what the other regions have, what the row for all regions says.
struct Expectation {
  /// An expected value, above 0, and where it comes from.
  struct Reference {
    var value: Double
    var origin: Bilingual
  }

  var references: [Reference] = []

  static let norm = Bilingual(nl: "naar de norm", en: "by the norm")
  static let others = Bilingual(nl: "de mediaan van de andere regio's", en: "the median of the other regions")
  static let allRegions = Bilingual(nl: "de rij voor alle regio's", en: "the row for all regions")

  /// - Parameter value: nil, and 0, say nothing.
  mutating func add(_ value: Double?, _ origin: Bilingual) {
    if let value, value > 0, value.isFinite { references.append(Reference(value: value, origin: origin)) }
  }

  /// The first reference, if a figure is far above or far below every one; nil if it is as expected, and if there is
  /// nothing to hold it to.
  func missed(by value: Double, most: Double = Thresholds.most, least: Double = Thresholds.least) -> Reference? {
    guard value > 0 else { return nil }
    if references.allSatisfy({ value > most * $0.value }) { return references.first }
    if references.allSatisfy({ value < least * $0.value }) { return references.first }
    return nil
  }

  /// A value and what was expected, in a sentence.
  static func sentence(_ text: String, _ value: Double, _ reference: Reference) -> Bilingual {
    let ratio = value / reference.value
    let (dutch, english) = (about(reference.value, .dutch), about(reference.value, .english))
    if ratio >= 1 {
      return Bilingual(
        nl: "\(quoted(text)) is ongeveer \(about(ratio, .dutch)) keer wat hier te verwachten is: ongeveer \(dutch) "
          + "(\(reference.origin.dutch)).",
        en: "\(quoted(text)) is about \(about(ratio, .english)) times what is expected here: about \(english) "
          + "(\(reference.origin.english)).")
    }
    return Bilingual(
      nl: "\(quoted(text)) is maar ongeveer \(about(100 * ratio, .dutch)) % van wat hier te verwachten is: ongeveer "
        + "\(dutch) (\(reference.origin.dutch)).",
      en: "\(quoted(text)) is only about \(about(100 * ratio, .english))% of what is expected here: about \(english) "
        + "(\(reference.origin.english)).")
  }

  /// A number in two digits.
  static func about(_ value: Double, _ language: Language) -> String {
    guard value > 0, value.isFinite else { return NumberFormat.people(language).shortest(value) }
    var step = 1.0
    while value / step >= 99.5 { step *= 10 }
    while value / step < 9.95 { step /= 10 }
    return NumberFormat.people(language).shortest((value / step).rounded() * step)
  }
}

/// Numbers of other regions, of which a median is asked without the region's own.
struct OtherRegions {
  private var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }
  mutating func sort() { values.sort() }

  /// The median of the others; nil if there are too few.
  ///
  /// - Parameters:
  ///   - own: one of the values, which does not count.
  ///   - fewest: how many others there must be.
  func median(without own: Double, of fewest: Int = Thresholds.fewestOthers) -> Double? {
    let count = values.count - 1
    guard count >= fewest, let position = firstIndex(of: own) else { return nil }
    func other(_ index: Int) -> Double { values[index < position ? index : index + 1] }
    return count % 2 == 1 ? other(count / 2) : (other(count / 2 - 1) + other(count / 2)) / 2
  }

  /// The place of a value among those in order.
  private func firstIndex(of value: Double) -> Int? {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < values.count ? low : nil
  }
}

/// Corrections that bring a value near to what was expected.
struct LikelyCorrections {
  private var best: (distance: Double, correction: Correction)?
  private let expected: Double

  init(expected: Double) { self.expected = expected }

  /// A value as it would be then.
  ///
  /// - Parameter weight: how much likelier than a power of ten the mistake is.
  mutating func consider(_ value: Double, _ correction: Correction, weight: Double = 1) {
    guard value > 0, expected > 0 else { return }
    let ratio = value > expected ? value / expected : expected / value
    // A value that is as strange as the one that stands there corrects nothing.
    guard ratio <= 4, ratio / weight < best?.distance ?? .infinity else { return }
    best = (ratio / weight, correction)
  }

  /// Powers of ten.
  mutating func considerFactors(_ value: Double, _ write: (Double) -> String) {
    for factor in [10.0, 100, 1_000, 10_000] {
      consider(value / factor, .factor(factor, write: write(value / factor)))
      consider(value * factor, .factor(1 / factor, write: write(value * factor)))
    }
  }

  var correction: Correction {
    best?.correction
      ?? .look(
        Bilingual(
          nl: "Kijk het getal na: eenheid, komma en kolom.", en: "Check the number: unit, decimal mark and column."))
  }
}
