import CostEngine
import Terms

extension PriorityContent {
  private static let worthColumns = [
    "variance_share", "variance_share_se", "band_share", "band_share_se", "evppi", "evppi_se",
  ]

  private static let orderColumns = [
    "adds", "adds_se", "together", "together_se", "itself", "itself_se", "regions_for_most", "same_as", "cost",
  ]

  /// `priority.csv`, for machines: the questions in order, for all regions (`NL`) and for each, followed by the value
  /// of the first of them together, and of all of them.
  ///
  /// Shares are fractions of the total's variance, or of its width P5-P95; `evppi` and `cost` are in EUR. `kind` is
  /// `question`, `first` with the number of questions in `rank`, or `all`. Of a question `adds` is what it adds to those
  /// before it and `together` what it removes with them; both are blank for a question that adds nothing.
  public func csv(locale: CSVLocale = .english) -> [UInt8] {
    var bytes = locale.header(
      ["region", "kind", "rank", "figure", "item", "regions"] + Self.worthColumns + Self.orderColumns)
    func begin(_ region: String, _ kind: String, _ rank: Int, _ figure: String, _ item: String, _ regions: Int) {
      bytes += locale.prefix(region, kind, String(rank), figure, item) + String(regions).utf8
    }
    func end(_ step: Together?, _ itself: InformationValue?, most: Int? = nil, sameAs: Int? = nil, regions: Int? = nil)
    {
      for value in [step?.adds, step?.worth.variance, itself] {
        append(value?.value ?? .nan, 6, to: &bytes, locale)
        append(value?.standardError ?? .nan, 6, to: &bytes, locale)
      }
      for value in [most, sameAs.map { $0 + 1 }] {
        bytes.append(locale.separator)
        if let value { bytes += String(value).utf8 }
      }
      let cost = regions.flatMap { regions in answerCost?.cost(regions: regions) }
      append(cost ?? .nan, 2, to: &bytes, locale)
      bytes.append(0x0a)
    }
    func sets(_ region: String, _ together: [Together], _ regions: Int) {
      for part in together {
        begin(region, "first", part.count, "", "", regions)
        append(part.worth, to: &bytes, locale)
        end(part, regions == 0 ? part.itself : nil)
      }
    }
    for (place, question) in questions.enumerated() {
      begin(
        ResultsCSV.nationalCode, "question", place + 1, question.figure.column.name.id,
        code(question.figure, question.item), question.regions)
      append(question.worth, to: &bytes, locale)
      end(
        place < together.count ? together[place] : nil, question.itself, most: question.regionsForMost,
        sameAs: question.sameAs, regions: question.regions)
    }
    sets(ResultsCSV.nationalCode, together + self.sets, 0)
    if !questions.isEmpty {
      begin(ResultsCSV.nationalCode, "all", questions.count, "", "", 0)
      append(Worth(variance: all, band: .unknown, choice: .unknown), to: &bytes, locale)
      end(nil, nil)
    }
    for part in regions {
      let region = study.regions[part.region].code
      for (place, cell) in part.cells.enumerated() {
        begin(region, "question", place + 1, cell.figure.column.name.id, code(cell.figure, cell.item), 1)
        append(cell.own, to: &bytes, locale)
        end(place < part.together.count ? part.together[place] : nil, cell.itself, regions: 1)
      }
      sets(region, part.together + part.sets, 1)
    }
    return bytes
  }

  /// `priority-cells.csv`: every assumed figure by itself, for the region's own total and for the country's.
  public func cellsCSV(locale: CSVLocale = .english) -> [UInt8] {
    var bytes = locale.header(
      ["input", "region", "figure", "item"] + Self.worthColumns.map { "own_" + $0 }
        + Self.worthColumns.map { "national_" + $0 })
    for part in regions {
      for cell in part.cells {
        bytes += locale.prefix(
          study.variables[cell.variable].name, study.regions[cell.region].code, cell.figure.column.name.id)
        bytes += locale.cell(code(cell.figure, cell.item))
        append(cell.own, to: &bytes, locale)
        append(cell.national, to: &bytes, locale)
        bytes.append(0x0a)
      }
    }
    return bytes
  }

  private func append(_ worth: Worth, to bytes: inout [UInt8], _ locale: CSVLocale) {
    for share in [worth.variance, worth.band] {
      append(share.value, 6, to: &bytes, locale)
      append(share.standardError, 6, to: &bytes, locale)
    }
    append(worth.choice.value, 2, to: &bytes, locale)
    append(worth.choice.standardError, 2, to: &bytes, locale)
  }

  /// A cell, blank for what is not known.
  private func append(_ value: Double, _ decimals: Int, to bytes: inout [UInt8], _ locale: CSVLocale) {
    bytes.append(locale.separator)
    if value.isFinite { locale.numbers.append(value, decimals: decimals, to: &bytes) }
  }
}

extension InformationValue {
  /// Not computed.
  fileprivate static var unknown: InformationValue { InformationValue(value: .nan, standardError: .nan) }
}
