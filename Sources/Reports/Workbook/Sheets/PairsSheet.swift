import CostEngine
import Terms

extension RunWorkbook {
  /// The scenarios two by two.
  var pairsSheet: Sheet {
    let difference = heading(.difference)
    var sheet = Sheet(
      name: language(nl: "Paren", en: "Pairs"),
      title: language(
        nl: "De scenario's twee aan twee, \(study.horizon)", en: "The scenarios two by two, \(study.horizon)"),
      note: language(
        nl: "Verschil: meerkosten van het eerste scenario min die van het tweede, trekking voor trekking, in euro, "
          + "\(prices). Een positief verschil: het eerste is duurder. \(band)",
        en: "Difference: extra cost of the first scenario less that of the second, draw by draw, in EUR, \(prices). "
          + "A positive difference: the first costs more. \(band)"),
      columns: [
        .text(language(nl: "Eerste scenario", en: "First scenario")),
        .text(language(nl: "Tweede scenario", en: "Second scenario")), .text("Code"), .text(heading(.region)),
        .number(language(nl: "\(difference), gemiddeld", en: "\(difference), mean")), .number("\(difference), P5"),
        .number("\(difference), P50"), .number("\(difference), P95"),
      ])
    let hasShare = !gaps.pairColumns.contains(.shareCheaper)
    if hasShare { sheet.columns.append(.number(heading(.shareCheaper))) }
    sheet.frozenColumns = 4
    for (position, pair) in results.pairs.enumerated() {
      for region in 0..<results.regionCount {
        let place = place(region)
        let found = results.comparison(pair: position, region: region)
        var cells: [SheetCell] = [
          .text(scenario(pair.a).code), .text(scenario(pair.b).code), .text(place.code), .text(place.name),
          .euro(found.difference.mean), .euro(found.difference.p05), .euro(found.difference.p50),
          .euro(found.difference.p95),
        ]
        if hasShare { cells.append(.number(found.shareCheaper, .percent)) }
        sheet.rows.append(cells)
      }
    }
    return sheet
  }
}
