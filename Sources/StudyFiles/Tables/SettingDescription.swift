import CostEngine

/// A row of settings.csv: how it is called, what it holds and what it is when nothing is said.
struct SettingDescription: Sendable {
  enum Content: Sendable {
    case text
    case word(WordList)
    /// The code of a level.
    case level
    /// A word of ``WordList/distributionKeys`` or a numeric column of regions.csv.
    case distributionKey
    /// A number, a distribution or `var(name)`.
    case number(CellBounds)
    /// A whole number and nothing else.
    case wholeNumber(CellBounds)
    /// A whole number that may need all 64 bits.
    case seed
  }

  /// English name; it also stands in the names of variables.
  let id: String
  let dutch: String
  let content: Content
  /// True where there is no default.
  let isRequired: Bool

  init(_ id: String, _ dutch: String, _ content: Content, isRequired: Bool = false) {
    self.id = id
    self.dutch = dutch
    self.content = content
    self.isRequired = isRequired
  }

  static let all: [SettingDescription] = [
    SettingDescription("title", "titel", .text),
    SettingDescription("first_year", "eerste_jaar", .wholeNumber(.calendarYear), isRequired: true),
    SettingDescription("years", "jaren", .wholeNumber(CellBounds(lower: 1, upper: 50)), isRequired: true),
    SettingDescription("price_year", "prijspeil", .wholeNumber(.calendarYear)),
    SettingDescription("prices", "prijzen", .word(.prices)),
    SettingDescription("discount_rate", "discontovoet", .number(.growth)),
    SettingDescription("wage_growth", "loongroei", .number(.growth)),
    SettingDescription("price_growth", "prijsgroei", .number(.growth)),
    SettingDescription("reference_level", "referentieniveau", .level, isRequired: true),
    SettingDescription("municipal_key", "gemeentelijke_verdeelsleutel", .distributionKey),
    SettingDescription(
      "draws", "trekkingen",
      .wholeNumber(CellBounds(lower: 1, upper: Double(SimulationSettings.maximumDraws)))),
    SettingDescription("seed", "startwaarde", .seed),
    SettingDescription("sampler", "steekproef", .word(.samplers)),
    SettingDescription("language", "taal", .word(.languages)),
  ]

  /// The setting of this English or Dutch name.
  static func named(_ name: String) -> SettingDescription? { all.first { $0.id == name || $0.dutch == name } }

  static var names: [String] { all.flatMap { [$0.id, $0.dutch] } }
}
