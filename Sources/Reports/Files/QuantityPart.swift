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

  /// Name in files of all that is not told apart, where tables of another version have other parts.
  public static let otherID = "other"

  /// What parts leave of their whole, in cents: below that there is nothing but rounding.
  public static func rest(of whole: Double, _ parts: [Double]) -> Double {
    ((whole - parts.reduce(0, +)) * 100).rounded() / 100
  }

  /// The same in words, as a heading.
  static func otherName(_ language: Language) -> String { language(nl: "Overige posten", en: "Other items") }

  /// The name in words of a part, given its name in files.
  static func name(id: String, _ language: Language) -> String {
    id == otherID ? otherName(language) : Glossary.entry(id: id)?.heading(language) ?? id
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
