import CostEngine
import Terms

/// The value of an input in a form that a reader recognises.
public enum InputText {
  /// How the numbers of a cell are written.
  public enum Kind: Sendable {
    case number, share, year
  }

  /// `3.000`, `12,5 %`, `2028`.
  public static func text(_ number: Double, _ kind: Kind) -> Bilingual {
    func write(_ language: Language) -> String {
      switch kind {
      case .number: return NumberFormat.people(language).shortest(number)
      case .share:
        return NumberFormat.people(language).shortest(100 * number) + language(nl: " %", en: "%")
      case .year: return NumberFormat.ungrouped(language).shortest(number)
      }
    }
    return Bilingual(nl: write(.dutch), en: write(.english))
  }

  /// To three digits: `82,6`.
  public static func text(about number: Double, _ kind: Kind) -> Bilingual { text(threeDigits(number), kind) }

  /// The mean, and P5 and P95: `3 (2 tot 5)`.
  ///
  /// - Parameter scale: by which all are multiplied.
  public static func text(_ distribution: Distribution, _ kind: Kind, times scale: Double = 1) -> Bilingual {
    let figures = [distribution.mean, distribution.quantile(0.05), distribution.quantile(0.95)].map {
      threeDigits($0 * scale)
    }
    let parts = figures.map { text($0, kind) }
    return Bilingual(
      nl: "\(parts[0].dutch) (\(parts[1].dutch) tot \(parts[2].dutch))",
      en: "\(parts[0].english) (\(parts[1].english) to \(parts[2].english))")
  }

  /// A figure of today, which is no product, to three digits.
  ///
  /// - Parameter scale: by which it is multiplied.
  public static func text(_ quantity: Quantity, times scale: Double, in study: Study, _ kind: Kind) -> Bilingual {
    switch quantity {
    case .certain(let number): return text(about: number * scale, kind)
    case .uncertain(let variable): return text(study.variables[variable].distribution, kind, times: scale)
    case .product: return text(quantity, in: study, kind)
    }
  }

  public static func text(_ quantity: Quantity, in study: Study, _ kind: Kind) -> Bilingual {
    switch quantity {
    case .certain(let number): return text(number, kind)
    case .uncertain(let variable): return text(study.variables[variable].distribution, kind)
    case .product(let index):
      let (base, factor) = (study.products[index].base, study.products[index].factor)
      let share = share(text(factor, in: study, .number))
      let whole = text(base, in: study, kind)
      return Bilingual(nl: "\(share.dutch) \(whole.dutch)", en: "\(share.english) \(whole.english)")
    }
  }

  /// A share of another level's norm: `0,9 x`.
  public static func share(_ factor: Bilingual) -> Bilingual {
    Bilingual(nl: "\(factor.dutch) x", en: "\(factor.english) x")
  }

  /// Enough digits to recognise a figure.
  private static func threeDigits(_ number: Double) -> Double {
    guard number.isFinite, number != 0 else { return number }
    var step = 1.0
    while number.magnitude / step >= 1000 { step *= 10 }
    while number.magnitude / step < 100 && step > 1e-12 { step /= 10 }
    return step >= 1 ? (number / step).rounded() * step : (number / step).rounded() / (1 / step).rounded()
  }
}
