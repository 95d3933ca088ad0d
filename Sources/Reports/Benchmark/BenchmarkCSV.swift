import CostEngine
import Terms

extension RegionBenchmark {
  /// `benchmark.csv`, for machines: a row for each region, item and measure.
  ///
  /// `kind` is `all`, `function` or `provision`; `code` is that of the item, blank for `all`; shares are fractions.
  /// `place` is the rank among `regions` values, counted from the highest. What does not exist is blank.
  public func csv(of study: Study, locale: CSVLocale = .english) -> [UInt8] {
    var bytes = locale.header([
      "region", "kind", "code", "measure", "value", "assumed", "place", "regions", "lowest", "p25", "p50", "p75",
      "highest", "norm", "above_norm",
    ])
    func append(_ value: Double?) {
      bytes.append(locale.separator)
      if let value { locale.numbers.append(value, decimals: 6, to: &bytes) }
    }
    func append(_ count: Int?) {
      bytes.append(locale.separator)
      if let count { bytes += String(count).utf8 }
    }
    for region in study.regions.indices {
      for comparison in comparisons {
        let (kind, code) = names(comparison.item, study)
        bytes += locale.prefix(study.regions[region].code, kind, code) + locale.cell(comparison.measure.name.id)
        append(comparison.values[region])
        append(comparison.isAssumed[region] ? 1 : 0)
        append(comparison.place(of: region))
        append(comparison.values.count { $0 != nil })
        for percentage in [0, 25, 50, 75, 100] { append(comparison.percentile(percentage)) }
        append(comparison.norms[region])
        append(comparison.aboveNorm(region))
        bytes.append(0x0a)
      }
    }
    return bytes
  }

  private func names(_ item: Item, _ study: Study) -> (kind: String, code: String) {
    switch item {
    case .all: return ("all", "")
    case .function(let index): return ("function", study.functions[index].code)
    case .provision(let index): return ("provision", study.provisions[index].code)
    }
  }
}
