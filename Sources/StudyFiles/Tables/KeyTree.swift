/// Finds rows by their keys, wildcards included: a tree with a step for each part of a key.
struct KeyTree {
  private struct Step: Hashable {
    let from: Int
    let part: String
  }

  /// The node that a step leads to; the root is 0.
  private var nodes: [Step: Int] = [:]
  /// By node: the row whose key ends there.
  private var rows: [Int?] = [nil]

  init() {}

  init(_ keys: some Collection<[String]>) {
    nodes.reserveCapacity(keys.count)
    for (row, key) in keys.enumerated() { insert(row, at: key) }
  }

  /// Gives a row its key; another row that has this key already keeps it.
  ///
  /// - Returns: that other row.
  @discardableResult
  mutating func insert(_ row: Int, at key: [String]) -> Int? {
    var node = 0
    for part in key {
      let next = nodes[Step(from: node, part: part), default: rows.count]
      if next == rows.count {
        nodes[Step(from: node, part: part)] = next
        rows.append(nil)
      }
      node = next
    }
    if let other = rows[node] { return other }
    rows[node] = row
    return nil
  }

  /// The row of exactly this key.
  func row(at key: [String]) -> Int? {
    var node = 0
    for part in key {
      guard let next = nodes[Step(from: node, part: part)] else { return nil }
      node = next
    }
    return rows[node]
  }

  /// The rows that are asked for this key, from the most specific on: (r, f), (r, *), (\*, f), (\*, \*).
  ///
  /// - Parameter wildcards: for each part whether a `*` may stand for it.
  func rows(asked key: [String], wildcards: [Bool]) -> [Int] {
    var found: [Int] = []
    collect(&found, from: 0, key[...], wildcards)
    return found
  }

  private func collect(_ found: inout [Int], from node: Int, _ key: ArraySlice<String>, _ wildcards: [Bool]) {
    guard let part = key.first else {
      if let row = rows[node] { found.append(row) }
      return
    }
    if let next = nodes[Step(from: node, part: part)] { collect(&found, from: next, key.dropFirst(), wildcards) }
    if wildcards[key.startIndex], let next = nodes[Step(from: node, part: "*")] {
      collect(&found, from: next, key.dropFirst(), wildcards)
    }
  }
}
