import CostEngine
import Terms

extension RunWorkbook {
  private var percentages: [Int] { Certainty.known(gaps) }

  /// Whether the percentiles of certainty are known, and there is anything uncertain.
  var hasCertainty: Bool { !content.isCertain && percentages.contains(Certainty.usual) }

  /// Those of the extra cost; and of what is left after funding, if there is any.
  private var certainQuantities: [ReportedQuantity] {
    study.funds.isEmpty || !gaps.tellsOfFunding ? [.delta] : [.delta, .net]
  }

  /// What suffices with each percentage of certainty, and what that is above the mean.
  var certaintySheet: Sheet {
    let percentages = percentages
    func percent(_ number: Int) -> String { language(nl: "\(number) %", en: "\(number)%") }
    let first = 5
    var sheet = Sheet(
      name: language(nl: "Zekerheid", en: "Certainty"),
      title: language(
        nl: "Wat genoeg is met een percentage zekerheid, en de reserve boven het gemiddelde",
        en: "What suffices with a percentage of certainty, and the reserve above the mean"),
      note: language(
        nl:
          "Euro, \(prices). Genoeg met 80 %: in 80 van de 100 trekkingen is het bedrag zo hoog of lager. De reserve is dat bedrag "
          + "min het gemiddelde, een formule. Bedragen met een percentage tellen niet op, niet over jaren en niet over "
          + "regio's: niet alles valt tegelijk tegen. Onder de tabel de som van de regio's, om naast het geheel te leggen.",
        en:
          "EUR, \(prices). Suffices with 80%: in 80 draws of 100 the amount is this high or lower. The reserve is that amount "
          + "less the mean, a formula. Amounts with a percentage do not add up, not over years and not over regions: not all turns "
          + "out badly at once. Below the table is the sum of the regions, to set beside the whole."),
      columns: [
        .text(heading(.scenario)), .text("Code"), .text(heading(.region)), .text(language(nl: "Bedrag", en: "Amount")),
        .text(language(nl: "Periode", en: "Period")), .number(heading(.mean)),
      ] + percentages.map { .number(language(nl: "Genoeg met \(percent($0))", en: "Suffices with \(percent($0))")) }
        + percentages.map { .number(language(nl: "Reserve bij \(percent($0))", en: "Reserve at \(percent($0))")) })
    sheet.frozenColumns = first
    func row(_ cells: [SheetCell], _ amounts: [Double], _ cell: (Int, Double) -> SheetCell, _ row: Int) -> [SheetCell] {
      cells + amounts.enumerated().map { cell($0, $1) }
        + percentages.indices.map { index in
          .formula(
            "\(SheetCell.name(column: first + 1 + index, row: row))-\(SheetCell.name(column: first, row: row))",
            amounts[1 + index] - amounts[0])
        }
    }
    /// By scenario, quantity and column: the totals of the regions.
    var sums: [[Double]] = []
    for scenario in results.selection.scenarios.indices {
      for quantity in certainQuantities {
        var sum = [Double](repeating: 0, count: 1 + percentages.count)
        for region in 0..<results.regionCount {
          let place = place(region)
          // The only year is the horizon.
          for year in [results.total] + (results.years > 1 ? Array(0..<results.years) : []) {
            let found = summary(quantity, scenario, region, year: year)
            let amounts = [found.mean] + percentages.map(found.percentile)
            if year == results.total, region < results.selection.regions.count {
              for column in amounts.indices { sum[column] += amounts[column] }
            }
            sheet.rows.append(
              row(
                [
                  .text(self.scenario(scenario).code), .text(place.code), .text(place.name), .text(heading(quantity)),
                  .text(year == results.total ? study.horizon : String(study.firstYear + year)),
                ], amounts, { SheetCell.euro($1) }, sheet.nextRow))
          }
        }
        sums.append(sum)
      }
    }
    guard results.selection.regions.count > 1 else { return sheet }
    for scenario in results.selection.scenarios.indices {
      for (index, quantity) in certainQuantities.enumerated() {
        let number = sheet.nextTotalRow
        let conditions = [0, 3, 4].map { column in
          "EXACT(\(sheet.range(column)),$\(SheetCell.columnName(column))\(number))"
        }
        // The country is no region.
        let isRegion = results.includesNational ? "*(1-EXACT(\(sheet.range(1)),\"\(ResultsCSV.nationalCode)\"))" : ""
        sheet.totals.append(
          row(
            [
              .text(self.scenario(scenario).code), .blank,
              .text(language(nl: "Som van de regio's", en: "Sum of the regions")),
              .text(heading(quantity)), .text(study.horizon),
            ], sums[scenario * certainQuantities.count + index],
            { column, sum in
              .formula(
                "SUMPRODUCT(\(conditions.joined(separator: "*"))\(isRegion)*\(sheet.range(first + column)))", sum)
            }, number))
      }
    }
    return sheet
  }

  /// What regions hold in reserve beside what they need.
  var reservesSheet: Sheet {
    let needed = language(nl: "Nodig (P90 min gemiddelde)", en: "Needed (P90 less mean)")
    let net = heading(content.reservedQuantity ?? .net)
    var sheet = Sheet(
      name: language(nl: "Weerstandsvermogen", en: "Reserves"),
      title: language(
        nl: "Weerstandscapaciteit naast wat nodig is, \(study.horizon)",
        en: "Reserves beside what is needed, \(study.horizon)"),
      note: language(
        nl:
          "Euro. Nodig is wat \(Glossary.entry(content.reservedQuantity ?? .net).name(.dutch)) over alle jaren met 90 % zekerheid hooguit boven "
          + "het gemiddelde ligt. De verhouding (weerstandsratio) is capaciteit gedeeld door wat nodig is: A boven 2, B vanaf "
          + "1,4, C vanaf 1, D vanaf 0,8, E vanaf 0,6, F daaronder. De capaciteit moet alle risico's van een regio dragen.",
        en:
          "EUR. Needed is what \(Glossary.entry(content.reservedQuantity ?? .net).name(.english)) over all years exceeds its mean by at most "
          + "with 90% certainty. The ratio is the reserve divided by what is needed: A above 2, B from 1.4, C from 1, D from 0.8, E "
          + "from 0.6, F below. The reserve has to meet all risks of a region."),
      columns: [
        .text(heading(.scenario)), .text("Code"), .text(heading(.region)),
        .number(Column.regions(.reserve).name.heading(language)),
        .number(language(nl: "\(net), gemiddeld", en: "\(net), mean")), .number("\(net), P90"), .number(needed),
        .number(language(nl: "Verhouding", en: "Ratio")), .text(language(nl: "Klasse", en: "Class")),
      ])
    sheet.frozenColumns = 3
    for scenario in results.selection.scenarios.indices {
      for region in results.selection.regions.indices {
        guard let found = content.reserveRatio(scenario: scenario, region: region),
          let quantity = content.reservedQuantity
        else { continue }
        let (row, place) = (sheet.nextRow, place(region))
        let total = summary(quantity, scenario, region)
        var cells: [SheetCell] = [
          .text(self.scenario(scenario).code), .text(place.code), .text(place.name), .euro(found.reserve),
          .euro(total.mean), .euro(total.p90), .formula("MAX(0,F\(row)-E\(row))", found.needed),
        ]
        if let ratio = found.ratio, let grade = found.grade {
          cells += [
            .formula("ROUND(D\(row)/G\(row),2)", ratio, .twoDecimals),
            .textFormula(
              "IF(H\(row)>2,\"A\",IF(H\(row)>=1.4,\"B\",IF(H\(row)>=1,\"C\",IF(H\(row)>=0.8,\"D\",IF(H\(row)>=0.6,\"E\",\"F\")))))",
              grade.letter),
          ]
        }
        sheet.rows.append(cells)
      }
    }
    return sheet
  }
}
