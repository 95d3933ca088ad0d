import CostEngine
import Terms

extension StudyComparison {
  /// A part of a difference: an item, or another component of the quantity.
  struct ItemPart {
    /// Name in files: `function/OvD-BZ`, `baseline`.
    var id: String
    /// For people.
    var name: Bilingual
    /// The same where there is no room for names: the code of an item.
    var short: Bilingual
    var a: Double
    var b: Double
    var difference: Double { b - a }
  }

  /// An item that either side has, with its index in each study.
  private struct PairedItem {
    var kind: CostItem.Kind
    var code: String
    var name: String
    var a: Int?
    var b: Int?
  }

  /// The items of both sides: by kind, those of A in its order, then those that only B has.
  private var pairedItems: [PairedItem] {
    var items: [PairedItem] = []
    for (index, item) in a.study.items.enumerated() {
      items.append(PairedItem(kind: item.kind, code: a.study.code(of: item), name: a.study.name(of: item), a: index))
    }
    for (index, item) in b.study.items.enumerated() {
      let code = b.study.code(of: item)
      if let known = items.firstIndex(where: { $0.kind == item.kind && $0.code == code }) {
        items[known].b = index
        items[known].name = b.study.name(of: item)
      } else {
        items.append(PairedItem(kind: item.kind, code: code, name: b.study.name(of: item), b: index))
      }
    }
    return CostItem.Kind.allCases.flatMap { kind in items.filter { $0.kind == kind } }
  }

  /// The breakdown of the difference by item in a place and period, EUR; nil if the quantity is no sum of cost lines, or
  /// items were not counted. Without those that cost nothing on either side.
  func itemParts(_ place: Int, _ period: Int) -> [ItemPart]? {
    let found = comparisons[place][period]
    guard case .lines(let group, _, _) = quantity.definition, let parts = quantity.parts,
      found.itemsA.count == a.study.items.count, found.itemsB.count == b.study.items.count
    else { return nil }
    func amount(_ items: [ItemAmount], _ index: Int?) -> Double {
      guard let index else { return 0 }
      switch group {
      case .all: return items[index].structural + items[index].incidental
      case .structural: return items[index].structural
      case .incidental: return items[index].incidental
      }
    }
    let items = pairedItems.compactMap { item -> ItemPart? in
      let part = ItemPart(
        id: "\(item.kind.id)/\(item.code)",
        name: Bilingual(same: item.name == item.code ? item.code : "\(item.name) (\(item.code))"),
        short: Bilingual(same: item.code),
        a: amount(found.itemsA, item.a), b: amount(found.itemsB, item.b))
      return part.a == 0 && part.b == 0 ? nil : part
    }
    let others = parts.compactMap { part -> ItemPart? in
      func other(_ a: Double, _ b: Double) -> ItemPart {
        let entry = Glossary.entry(id: part.id)
        let name = Bilingual(
          nl: entry?.heading(.dutch) ?? part.id, en: entry?.heading(.english) ?? part.id)
        return ItemPart(id: part.id, name: name, short: name, a: a, b: b)
      }
      switch part {
      case .line: return nil
      case .baseline: return other(found.baselineA, found.baselineB)
      case .lessFunding: return other(-found.fundingA, -found.fundingB)
      }
    }
    // Without any item there would be nothing to divide a difference over.
    return items.isEmpty && others.isEmpty ? nil : items + others
  }
}
