/// The commands.
enum CommandName: String, CaseIterable {
  case run
  case report
  case check
  case explain
  case benchmark
  case compare
  case sensitivity
  case priority
  case sweep
  case solve
  case help

  /// What it may be given, besides the operand.
  var options: [OptionName] {
    switch self {
    case .run:
      return [
        .out, .xlsx, .draws, .tolerance, .maxDraws, .seed, .sampler, .threads, .scenario, .region, .language,
        .csvLocale, .quiet, .help,
      ]
    case .report:
      return [.study, .out, .xlsx, .region, .scenario, .draws, .seed, .sampler, .threads, .language, .quiet, .help]
    case .check: return [.language, .help]
    case .explain: return [.scenario, .region, .year, .draw, .seed, .sampler, .language, .help]
    case .benchmark: return [.scenario, .region, .out, .language, .csvLocale, .help]
    case .compare:
      return [
        .scenario, .region, .quantity, .draws, .seed, .sampler, .threads, .out, .xlsx, .language, .csvLocale,
        .help,
      ]
    case .sensitivity:
      return [
        .scenario, .region, .quantity, .by, .out, .xlsx, .draws, .seed, .sampler, .threads, .language, .csvLocale,
        .quiet, .help,
      ]
    case .priority:
      return [
        .scenario, .among, .region, .out, .draws, .seed, .sampler, .threads, .language, .csvLocale, .quiet, .help,
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

  /// Whether it can take so long that someone wants to stop it.
  var isLong: Bool {
    switch self {
    case .run, .report, .compare, .sensitivity, .priority, .sweep, .solve: return true
    case .check, .explain, .benchmark, .help: return false
    }
  }
}
