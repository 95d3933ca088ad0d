/// The commands.
enum CommandName: String, CaseIterable {
  case run
  case check
  case explain
  case benchmark
  case compare
  case help

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
    case .help: return [.language, .help]
    }
  }
}
