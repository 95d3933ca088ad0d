import CostEngine
import Terms

extension ResultsCSVReader {
  /// Reads items.csv. An item that a scenario has in a region must be there in every period; what is told of others is
  /// read too, and what no study has is passed over. A table without its figures tells nothing.
  mutating func readItems(_ bytes: [UInt8]) throws(Damage) {
    var codes: [String] = []
    for item in outline.items where !codes.contains(item.code) { codes.append(item.code) }
    /// Index of an item, by kind and code; -1 for none.
    var positions = [Int](repeating: -1, count: CostItem.Kind.allCases.count * codes.count)
    for (index, item) in outline.items.enumerated() {
      positions[item.kind.rawValue * codes.count + codes.firstIndex(of: item.code)!] = index
    }
    let keys: [(name: String, texts: [String])] = [
      ("scenario", outline.scenarios), ("region", outline.regions),
      ("year", outline.yearTexts + [ResultsCSV.endYear]), ("kind", CostItem.Kind.allCases.map { $0.id }),
      ("item", codes),
    ]
    try read("items.csv", bytes, keys: keys, figures: ["structural", "incidental"]) { reader, rows in
      reader.readItems(&rows, codes.count, positions)
    }
  }

  /// - Parameters:
  ///   - codes: number of different codes.
  ///   - positions: by kind and code.
  private mutating func readItems(_ rows: inout ResultsRows, _ codes: Int, _ positions: [Int]) -> Bool {
    guard rows.missing.isEmpty else { return true }
    let (items, all) = (outline.items.count, periods + 1)
    let owned = outline.hasItem.count { $0 }
    // Five cells with keys and two numbers.
    guard owned == 0 || hasRoom(&rows, [owned, all], bytes: 26) else { return false }
    var means = [Double](repeating: .nan, count: 2 * places * items * all)
    var counts = [Int](repeating: 0, count: places * items)
    while true {
      switch rows.next() {
      case .damage: return false
      case .end:
        for index in counts.indices where counts[index] != all {
          guard counts[index] == 0, !outline.hasItem[index] else { return false }
          for figure in 2 * index * all..<2 * (index + 1) * all { means[figure] = 0 }
        }
        results.itemMeans = means
        return true
      case .row: break
      }
      let (scenario, region, year) = (rows.found[0], rows.found[1], rows.found[2])
      guard scenario >= 0, region >= 0, year >= 0 else { return false }
      let (kind, code) = (rows.found[3], rows.found[4])
      guard kind >= 0, code >= 0, case let item = positions[kind * codes + code], item >= 0 else { continue }
      let index = (scenario * outline.regions.count + region) * items + item
      let first = 2 * index * all + year
      guard rows.areNumbers, means[first].isNaN else { return false }
      means[first] = rows.figures[0]
      means[first + all] = rows.figures[1]
      counts[index] += 1
    }
  }
}
