import CostEngine
import Terms

extension SweepContent {
  /// `sweep.csv`, for machines: a row for each combination of values, scenario, region and quantity.
  ///
  /// The columns `value_1` and `value_2` hold the values of the inputs, whose names are in `input_1` and `input_2`; the
  /// study as it is comes first, with blank values and `status` `study`. Other rows are `computed`, or `impossible`
  /// with blank figures and the reason, in English. `difference_mean` and `difference_se` are those of the amount less
  /// the study's own, draw by draw; `own` is 1 if the study itself has these values.
  public func csv(locale: CSVLocale = .english) -> [UInt8] {
    let inputNames = inputs.indices.flatMap { ["input_\($0 + 1)", "value_\($0 + 1)"] }
    var bytes = locale.header(
      inputNames + ["status", "own", "scenario", "region", "year", "quantity"] + ResultsCSV.statistics
        + ["difference_mean", "difference_se", "reason"])
    func add(
      _ values: [Double]?, status: String, isOwn: Bool, _ amount: RequestedAmount, _ figures: Figures?, reason: String
    ) {
      for (index, input) in inputs.enumerated() {
        bytes += locale.prefix(input.cells.joined(separator: "+"))
        if let values { locale.numbers.append(values[index], decimals: 6, to: &bytes) }
        bytes.append(locale.separator)
      }
      bytes += locale.prefix(
        status, isOwn ? "1" : "0", study.scenarios[amount.scenario].code,
        amount.region.map { study.regions[$0].code } ?? ResultsCSV.nationalCode,
        SubjectName.id(amount.span), SubjectName.id(amount.subject, in: study))
      if let figures {
        ResultsCSV.append(figures.summary, locale, to: &bytes)
        for number in [figures.difference.mean, figures.difference.standardError] {
          bytes.append(locale.separator)
          locale.numbers.append(number, decimals: 6, to: &bytes)
        }
        bytes.append(locale.separator)
      } else {
        bytes += [UInt8](repeating: locale.separator, count: ResultsCSV.statistics.count + 2)
      }
      bytes += locale.cell(reason)
      bytes.append(0x0a)
    }
    let none = Summary(
      mean: 0, standardError: 0, standardDeviation: 0, percentiles: Summary.percentages.map { _ in 0 }, cvar95: 0,
      sharePositive: 0)
    for (amount, summary) in zip(amounts, own) {
      add(nil, status: "study", isOwn: true, amount, Figures(summary: summary, difference: none), reason: "")
    }
    for combination in combinations {
      for (index, amount) in amounts.enumerated() {
        switch combination.outcome {
        case .figures(let figures):
          add(
            combination.values, status: "computed", isOwn: combination.isOwn, amount, figures[index], reason: "")
        case .impossible(let reason):
          add(
            combination.values, status: "impossible", isOwn: combination.isOwn, amount, nil, reason: reason.english)
        }
      }
    }
    return bytes
  }
}
