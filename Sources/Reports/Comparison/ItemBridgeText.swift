import CostEngine
import Terms

/// The breakdown of a difference by item: the largest differences, and the others together.
struct ItemBridgeText {
  /// Maximum number of items listed separately.
  private static let mostItems = 15

  let report: ComparisonReport
  let place: Int

  private var main: StudyComparison { report.main }
  private var language: Language { report.language }

  /// The table's labels, and its amounts in whole steps: of A, of B and their difference; the last row is the total.
  struct Rows {
    var labels: [String] = []
    var a: [Int64] = []
    var b: [Int64] = []
    var difference: [Int64] = []

    mutating func append(_ label: String, _ a: Int64, _ b: Int64, _ difference: Int64) {
      labels.append(label)
      self.a.append(a)
      self.b.append(b)
      self.difference.append(difference)
    }
  }

  /// Nil if the quantity is no sum of items.
  ///
  /// - Parameters:
  ///   - step: EUR of a step.
  ///   - areShort: whether items are called by their codes.
  func rows(step: Double, areShort: Bool) -> Rows? {
    guard let items = main.itemParts(place, main.total) else { return nil }
    let found = main.comparisons[place][main.total]
    func whole(_ parts: [Double], _ mean: Double) -> (parts: [Int64], sum: Int64) {
      let sum = Int64((mean / step).rounded())
      return (WholeParts.rounded(parts.map { $0 / step }, sum: sum), sum)
    }
    let (a, b) = (whole(items.map { $0.a }, found.a.mean), whole(items.map { $0.b }, found.b.mean))
    let difference = main.whole(items.map { $0.difference }, place, main.total, unit: step)
    let order = items.indices.sorted {
      let (one, other) = (items[$0].difference.magnitude, items[$1].difference.magnitude)
      return one == other ? $0 < $1 : one > other
    }
    let differing = order.filter { items[$0].difference != 0 }
    func called(_ item: StudyComparison.ItemPart) -> String {
      PlainText.line((areShort ? item.short : item.name)(language))
    }
    var rows = Rows()
    for index in differing.prefix(Self.mostItems) {
      rows.append(
        called(items[index]), a.parts[index], b.parts[index], difference.parts[index])
    }
    func together(_ label: (String) -> String, _ others: [Int]) {
      guard others.count > 1 else {
        for index in others {
          rows.append(called(items[index]), a.parts[index], b.parts[index], difference.parts[index])
        }
        return
      }
      func sum(_ parts: [Int64]) -> Int64 { others.reduce(0) { $0 + parts[$1] } }
      rows.append(
        label(NumberFormat.people(language).count(others.count)), sum(a.parts), sum(b.parts), sum(difference.parts))
    }
    together(
      { language(nl: "nog \($0) kleinere (in bridge.csv)", en: "\($0) smaller ones (in bridge.csv)") },
      Array(differing.dropFirst(Self.mostItems)))
    together(
      { language(nl: "\($0) zonder verschil", en: "\($0) without a difference") },
      order.filter { items[$0].difference == 0 })
    rows.append(Glossary.entry(.total).heading(language), a.sum, b.sum, difference.sum)
    return rows
  }
}
