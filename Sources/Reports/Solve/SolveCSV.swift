import CostEngine
import Terms

extension SolveContent {
  /// `solve.csv`, for machines: a row for each tested value and clause of the condition, ascending.
  ///
  /// `statistic` with `lower` and `upper` (95 %) is that of the clause, the others are of its amount, and blank where it
  /// has no one amount in EUR; `meets` is 1 if the whole condition holds, `solution` is 1 for the answer. If the study
  /// cannot be computed, the figures are blank and `reason` says why, in English. `condition` is the clause, from 1, and
  /// `condition_meets` is 1 if it holds.
  public func csv(locale: CSVLocale = .english) -> [UInt8] {
    var bytes = locale.header(
      ["input", "value", "meets", "solution", "statistic", "lower", "upper", "share_above_limit"]
        + ResultsCSV.statistics + ["reason", "condition", "condition_meets"])
    func append(_ number: Double?) {
      if let number { locale.numbers.append(number, decimals: 6, to: &bytes) }
      bytes.append(locale.separator)
    }
    for trial in trials {
      for (index, clause) in condition.clauses.enumerated() {
        bytes += locale.prefix(input.cells.joined(separator: "+"))
        append(trial.value)
        bytes += locale.prefix(
          holds(trial.value).map { $0 ? "1" : "0" } ?? "", trial.value == solution ? "1" : "0")
        var reason = ""
        var meets = ""
        switch trial.outcome {
        case .figures(let all):
          let figures = all.clauses[index]
          for number in [figures.estimate.value, figures.estimate.lower, figures.estimate.upper, figures.shareAbove] {
            append(number)
          }
          if let summary = figures.summary {
            ResultsCSV.append(summary, locale, to: &bytes)
            bytes.append(locale.separator)
          } else {
            bytes += [UInt8](repeating: locale.separator, count: ResultsCSV.statistics.count)
          }
          meets = clause.holds(figures.estimate.value) ? "1" : "0"
        case .impossible(let problem):
          bytes += [UInt8](repeating: locale.separator, count: 4 + ResultsCSV.statistics.count)
          reason = problem.english
        }
        bytes += locale.prefix(reason, String(index + 1))
        bytes += locale.cell(meets)
        bytes.append(0x0a)
      }
    }
    return bytes
  }
}
