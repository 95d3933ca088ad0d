import CostEngine
import Terms

/// What the items of a scenario cost more than today in one place: those that cost or save anything.
struct ItemCosts {
  struct Item {
    var kind: CostItem.Kind
    var code: String
    var name: String
    /// Over the whole horizon, EUR.
    var total: ItemAmount
    /// Structural, a year in the end state, EUR.
    var end: Double

    var sum: Double { total.structural + total.incidental }
    /// The name, with the code if that says something else.
    var title: String { name == code ? code : "\(name) (\(code))" }
  }

  /// By kind, and within a kind the dearest first.
  let items: [Item]
  /// What they leave of the whole: what another version calls otherwise. Zero if it may be nothing but rounding.
  let restTotal: ItemAmount
  let restEnd: Double

  /// - Precondition: the results have items.
  init(_ run: RunContent, scenario: Int, region: Int) {
    let (study, results) = (run.study, run.results)
    let items = study.items.enumerated().compactMap { index, item -> Item? in
      let total = results.mean(ofItem: index, scenario: scenario, region: region, year: results.total)
      let end = results.mean(ofItem: index, scenario: scenario, region: region, year: run.endState).structural
      guard total != ItemAmount() || end != 0 else { return nil }
      return Item(kind: item.kind, code: study.code(of: item), name: study.name(of: item), total: total, end: end)
    }
    self.items = items.enumerated().sorted { a, b in
      if a.element.kind != b.element.kind { return a.element.kind.rawValue < b.element.kind.rawValue }
      return a.element.sum == b.element.sum ? a.offset < b.offset : a.element.sum > b.element.sum
    }.map { $0.element }
    func rest(_ quantity: ReportedQuantity, _ year: Int, _ parts: [Double]) -> Double {
      QuantityPart.rest(
        of: results.summary(quantity, scenario: scenario, region: region, year: year).mean, parts,
        years: year == results.total ? results.years : 1)
    }
    restTotal = ItemAmount(
      structural: rest(.structural, results.total, items.map { $0.total.structural }),
      incidental: rest(.incidental, results.total, items.map { $0.total.incidental }))
    restEnd = rest(.structural, run.endState, items.map { $0.end })
  }

  var hasRest: Bool { restTotal != ItemAmount() || restEnd != 0 }

  /// The dearest items, at most so many: those that cost more than today.
  func dearest(_ count: Int) -> [Item] {
    let costly = items.filter { $0.sum > 0 }
    return costly.enumerated().sorted { a, b in
      a.element.sum == b.element.sum ? a.offset < b.offset : a.element.sum > b.element.sum
    }.prefix(count).map { $0.element }
  }
}

extension CostItem.Kind {
  /// In the singular: `functie`.
  var name: Name {
    switch self {
    case .function: return Glossary.entry(.function)
    case .provision: return Glossary.entry(.provision)
    case .oneOff: return Glossary.entry(.oneOff)
    case .measure: return Glossary.entry(.measure)
    }
  }

  /// The heading of several of them.
  var plural: Bilingual {
    switch self {
    case .function: return Bilingual(nl: "Functies", en: "Functions")
    case .provision: return Bilingual(nl: "Voorzieningen", en: "Provisions")
    case .oneOff: return Bilingual(nl: "Eenmalige posten", en: "One-offs")
    case .measure: return Bilingual(nl: "Maatregelen, hun eigen kosten", en: "Measures, their own costs")
    }
  }
}
