import CostEngine
import Terms

/// What a region holds in reserve beside the reserve that it needs (*weerstandsratio*).
///
/// Needed is what the net extra cost over the horizon exceeds its mean by with 90 % certainty: the mean is in the budget,
/// the rest must come from the reserve. 90 % is the usual percentage of Dutch risk management.
struct ReserveRatio {
  /// The classes of the Dutch *weerstandsratio*.
  enum Class: CaseIterable {
    case a, b, c, d, e, f

    init(of ratio: Double) {
      switch ratio {
      case let ratio where ratio > 2: self = .a
      case 1.4...: self = .b
      case 1...: self = .c
      case 0.8...: self = .d
      case 0.6...: self = .e
      default: self = .f
      }
    }

    var letter: String {
      switch self {
      case .a: return "A"
      case .b: return "B"
      case .c: return "C"
      case .d: return "D"
      case .e: return "E"
      case .f: return "F"
      }
    }

    /// Within a sentence.
    var meaning: Bilingual {
      switch self {
      case .a: return Bilingual(nl: "uitstekend", en: "excellent")
      case .b: return Bilingual(nl: "ruim voldoende", en: "more than sufficient")
      case .c: return Bilingual(nl: "voldoende", en: "sufficient")
      case .d: return Bilingual(nl: "matig", en: "moderate")
      case .e: return Bilingual(nl: "onvoldoende", en: "insufficient")
      case .f: return Bilingual(nl: "ruim onvoldoende", en: "far from sufficient")
      }
    }
  }

  /// The percentage of certainty of what is needed.
  static let certainty = 90

  /// EUR.
  var reserve: Double
  /// EUR; 0 where the mean suffices with that certainty.
  var needed: Double

  /// - Parameter net: the net extra cost over the horizon.
  init(reserve: Double, net: Summary) {
    self.reserve = reserve
    needed = max(0, net.percentile(Self.certainty) - net.mean)
  }

  /// In two decimals, as it is shown; nil where nothing is needed: less than a euro.
  var ratio: Double? { needed >= 1 ? (reserve / needed * 100).rounded() / 100 : nil }

  /// The class of the ratio as shown.
  var grade: Class? { ratio.map { Class(of: $0) } }

  /// `1,35`
  static func text(_ ratio: Double, _ language: Language) -> String {
    NumberFormat.people(language).fixed(ratio, decimals: 2)
  }
}

extension RunContent {
  /// Whether the reserve of any selected region can be set against what it needs.
  var hasReserves: Bool {
    results.selection.regions.indices.contains { reserveRatio(scenario: 0, region: $0) != nil }
  }

  /// The amount that a reserve is for: what is left after funding.
  var reservedQuantity: ReportedQuantity? {
    if gaps.tells(.net) { return .net }
    return study.funds.isEmpty ? .delta : nil
  }

  /// A region's reserve beside what it needs; nil for the country, where the study does not say what the region holds,
  /// and where the results do not tell what it needs.
  ///
  /// - Parameter region: position in the results.
  func reserveRatio(scenario: Int, region: Int) -> ReserveRatio? {
    guard region < results.selection.regions.count, !reserves.isEmpty,
      let reserve = reserves[results.selection.regions[region]], let quantity = reservedQuantity,
      gaps.tells(.p90), !isCertain
    else { return nil }
    let net = results.summary(quantity, scenario: scenario, region: region, year: results.total)
    return ReserveRatio(reserve: reserve, net: net)
  }
}
