/// The commands.
enum CommandName: String, CaseIterable {
  case run
  case check
  case explain
  case benchmark
  case compare
  case sweep
  case solve
  case help

  /// Whether it simulates: only that takes long enough to be stopped.
  var simulates: Bool { self == .run || self == .compare || self == .sweep || self == .solve }

  /// What it may be given, besides the operand.
  var options: [OptionName] {
    switch self {
    case .run:
      return [
        .out, .draws, .seed, .sampler, .threads, .scenario, .region, .language, .csvLocale, .quiet, .help,
      ]
    case .check: return [.language, .help]
    case .explain: return [.scenario, .region, .year, .draw, .seed, .sampler, .language, .help]
    case .benchmark: return [.scenario, .region, .out, .language, .csvLocale, .help]
    case .compare:
      return [
        .scenario, .region, .quantity, .draws, .seed, .sampler, .threads, .out, .language, .csvLocale, .help,
      ]
    case .sweep:
      return [
        .scenario, .vary, .region, .quantity, .year, .out, .draws, .seed, .sampler, .threads, .language, .csvLocale,
        .quiet, .help,
      ]
    case .solve:
      return [
        .scenario, .find, .range, .suchThat, .smallest, .largest, .out, .draws, .seed, .sampler, .threads, .language,
        .csvLocale, .quiet, .help,
      ]
    case .help: return [.language, .help]
    }
  }
}
