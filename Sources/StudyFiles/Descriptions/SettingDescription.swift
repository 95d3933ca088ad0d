import CostEngine
import Terms

/// A row of settings.csv: its name, its content and its default.
struct SettingDescription: Sendable {
  enum Content: Sendable {
    case text
    case word(WordList)
    /// A code of this kind.
    case code(CodeKind)
    /// A word of ``WordList/distributionKeys`` or a numeric column of regions.csv.
    case distributionKey
    /// A number, a distribution or `var(name)`.
    case number(CellBounds)
    /// A whole number and nothing else.
    case wholeNumber(CellBounds)
    /// A whole number that may need all 64 bits.
    case seed
  }

  let setting: Setting
  /// English name, also used in the names of variables.
  let id: String
  let dutch: String
  let content: Content
  /// What its figure measures; nil if it is no figure.
  let measure: Unit.Measure?
  /// Whether there is no default.
  let isRequired: Bool

  private init(_ setting: Setting) {
    self.setting = setting
    id = setting.name.id
    dutch = setting.name.dutchID
    content = setting.content
    measure = setting.name.unit?.measure
    isRequired = setting.isRequired
  }

  /// In the order of ``Setting``.
  static let all: [SettingDescription] = Setting.allCases.map { SettingDescription($0) }

  /// The setting of this English or Dutch name.
  static func named(_ name: String) -> SettingDescription? { all.first { $0.id == name || $0.dutch == name } }

  static var names: [String] { all.flatMap { [$0.id, $0.dutch] } }
}

extension Setting {
  var description: SettingDescription { SettingDescription.all[rawValue] }

  fileprivate var content: SettingDescription.Content {
    switch self {
    case .title, .author, .organisation, .date, .version, .exclusions, .vat: return .text
    case .status: return .word(.statuses)
    case .firstYear, .priceYear: return .wholeNumber(.calendarYear)
    case .years: return .wholeNumber(CellBounds(lower: 1, upper: 50))
    case .prices: return .word(.prices)
    case .discountRate, .wageGrowth, .priceGrowth: return .number(.growth)
    case .referenceLevel: return .code(.level)
    case .mainScenario: return .code(.scenario)
    case .municipalKey: return .distributionKey
    case .draws: return .wholeNumber(CellBounds(lower: 1, upper: Double(SimulationSettings.maximumDraws)))
    case .seed: return .seed
    case .sampler: return .word(.samplers)
    case .language: return .word(.languages)
    }
  }

  fileprivate var isRequired: Bool {
    switch self {
    case .firstYear, .years, .referenceLevel: return true
    case .title, .priceYear, .prices, .discountRate, .wageGrowth, .priceGrowth, .municipalKey, .draws, .seed, .sampler,
      .language, .mainScenario, .author, .organisation, .date, .version, .status, .exclusions, .vat:
      return false
    }
  }

  /// Whether it may change an amount; the others determine how a study is run and reported.
  var changesAmounts: Bool {
    switch self {
    case .firstYear, .years, .priceYear, .prices, .discountRate, .wageGrowth, .priceGrowth, .referenceLevel,
      .municipalKey:
      return true
    case .title, .draws, .seed, .sampler, .language, .mainScenario, .author, .organisation, .date, .version, .status,
      .exclusions, .vat:
      return false
    }
  }

  /// Whether it is a number used by the model, which an analysis may replace.
  var isInput: Bool {
    switch self {
    case .firstYear, .years, .priceYear, .discountRate, .wageGrowth, .priceGrowth: return true
    case .title, .prices, .referenceLevel, .municipalKey, .draws, .seed, .sampler, .language, .mainScenario, .author,
      .organisation, .date, .version, .status, .exclusions, .vat:
      return false
    }
  }
}
