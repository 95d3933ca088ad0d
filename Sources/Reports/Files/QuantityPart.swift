import CostEngine
import Terms

/// A part of a reported quantity that is broken down by cost line.
public enum QuantityPart: Sendable {
  case line(CostLine)
  case baseline
  case lessFunding

  /// Name in files.
  public var id: String {
    switch self {
    case .line(let line): return line.id
    case .baseline: return ReportedQuantity.baseline.id
    case .lessFunding: return ReportedQuantity.funding.id
    }
  }

  /// Name in files of everything that is not broken down, if tables of another version have other parts.
  public static let otherID = "other"

  /// The name for people of ``otherID``, in the form used within a sentence.
  public static let otherName = Bilingual(nl: "overige posten", en: "other items")

  /// The remainder of a whole after its parts: EUR, in whole cents; 0 if it may be nothing but rounding.
  ///
  /// In each draw the whole and each part are rounded to cents, each by half a cent at most, and so in each year of a
  /// horizon if the tables were written by a version that adds up years after rounding. The means of parts that are the
  /// whole therefore differ from its mean by at most half a cent, times the number of parts and the whole, times the
  /// number of years; the six decimals of the tables change nothing of that once it is rounded up to whole cents.
  ///
  /// - Parameter years: number of years that the amounts span.
  static func rest(of whole: Double, _ parts: [Double], years: Int) -> Double {
    let cents = ((whole - parts.reduce(0, +)) * 100).rounded()
    let rounding = ((parts.count + 1) * years + 1) / 2
    return cents.magnitude <= Double(rounding) ? 0 : cents / 100
  }

  /// The name in words of a part, given its name in files.
  static func name(id: String, _ language: Language) -> String {
    id == otherID ? otherName.capitalised(language) : Glossary.entry(id: id)?.heading(language) ?? id
  }
}

extension ReportedQuantity {
  /// In the order in which they are shown; nil if the quantity is not a sum of whole cost lines.
  public var parts: [QuantityPart]? {
    guard case .lines(let group, let plus, let minus) = definition else { return nil }
    let lines = group.lines.map { QuantityPart.line($0) }
    let before: [QuantityPart]
    switch plus {
    case nil: before = []
    case .baseline: before = [.baseline]
    default: return nil
    }
    switch minus {
    case nil: return before + lines
    case .funding: return before + lines + [.lessFunding]
    // Own staff time is part of several lines, which cannot be separated from it.
    default: return nil
    }
  }
}

extension Results {
  /// The mean of a part of a quantity, EUR, as it enters the sum.
  public func mean(of part: QuantityPart, scenario: Int, region: Int, year: Int) -> Double {
    switch part {
    case .line(let line): return mean(of: line, scenario: scenario, region: region, year: year)
    case .baseline: return summary(.baseline, scenario: scenario, region: region, year: year).mean
    case .lessFunding: return -summary(.funding, scenario: scenario, region: region, year: year).mean
    }
  }

  /// What parts leave of the mean of a quantity, EUR; see ``QuantityPart/rest(of:_:years:)``.
  public func rest(
    of quantity: ReportedQuantity, after parts: [QuantityPart], scenario: Int, region: Int, year: Int
  ) -> Double {
    QuantityPart.rest(
      of: summary(quantity, scenario: scenario, region: region, year: year).mean,
      parts.map { mean(of: $0, scenario: scenario, region: region, year: year) }, years: year == total ? years : 1)
  }
}
