import CostEngine
import Terms

extension SolveContent {
  /// `solve.csv`, for machines: a row for each tested value, ascending.
  ///
  /// `statistic` with `lower` and `upper` (95 %) is that of the condition, the others are of its amount; `meets` is 1
  /// if the condition holds, `solution` is 1 for the answer. If the study cannot be computed, the figures are blank and
  /// `reason` says why, in English.
  public func csv(locale: CSVLocale = .english) -> [UInt8] {
    var bytes = locale.header(
      ["input", "value", "meets", "solution", "statistic", "lower", "upper", "share_above_limit"]
        + ResultsCSV.statistics + ["reason"])
    for trial in trials {
      bytes += locale.prefix(input.cells.joined(separator: "+"))
      locale.numbers.append(trial.value, decimals: 6, to: &bytes)
      bytes.append(locale.separator)
      bytes += locale.prefix(
        holds(trial.value).map { $0 ? "1" : "0" } ?? "", trial.value == solution ? "1" : "0")
      switch trial.outcome {
      case .figures(let figures):
        let own = [figures.estimate.value, figures.estimate.lower, figures.estimate.upper, figures.shareAbove]
        for number in own {
          locale.numbers.append(number, decimals: 6, to: &bytes)
          bytes.append(locale.separator)
        }
        ResultsCSV.append(figures.summary, locale, to: &bytes)
        bytes.append(locale.separator)
      case .impossible(let reason):
        bytes += [UInt8](repeating: locale.separator, count: 4 + ResultsCSV.statistics.count)
        bytes += locale.cell(reason.english)
      }
      bytes.append(0x0a)
    }
    return bytes
  }
}
