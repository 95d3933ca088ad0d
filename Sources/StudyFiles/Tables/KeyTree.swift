/// Finds rows by their keys, in which `*` stands for anything: a tree with one step per part of a key.
struct KeyTree {
  private struct Step: Hashable {
    let from: Int
    let part: String
  }

  private struct Node {
    /// The row whose key ends here.
    var row: Int?
    /// The node that the step `*` leads to.
    var wildcard: Int?
  }

  /// The root comes first.
  private var nodes = [Node()]
  /// The node that a step other than `*` leads to.
  private var steps: [Step: Int] = [:]

  /// - Parameter rows: expected number of rows.
  init(rows: Int = 0) {
    nodes.reserveCapacity(rows)
    steps.reserveCapacity(rows)
  }

  init(_ keys: some Collection<[String]>) {
    self.init(rows: keys.count)
    for (row, key) in keys.enumerated() { insert(row, at: key) }
  }

  /// Assigns a key to a row; if another row already has this key, that row keeps it.
  ///
  /// - Returns: that other row.
  @discardableResult
  mutating func insert(_ row: Int, at key: [String]) -> Int? {
    var node = 0
    for part in key {
      if let next = next(from: node, part) {
        node = next
        continue
      }
      if part == "*" {
        nodes[node].wildcard = nodes.count
      } else {
        steps[Step(from: node, part: part)] = nodes.count
      }
      node = nodes.count
      nodes.append(Node())
    }
    if let other = nodes[node].row { return other }
    nodes[node].row = row
    return nil
  }

  /// The row of exactly this key.
  func row(at key: [String]) -> Int? {
    var node = 0
    for part in key {
      guard let next = next(from: node, part) else { return nil }
      node = next
    }
    return nodes[node].row
  }

  /// The rows that match this key, from the most specific: (r, f), (r, *), (\*, f), (\*, \*).
  ///
  func rows(asked key: [String]) -> [Int] {
    var found: [Int] = []
    collect(&found, from: 0, key, part: 0)
    return found
  }

  private func collect(_ found: inout [Int], from node: Int, _ key: [String], part: Int) {
    guard part < key.count else {
      if let row = nodes[node].row { found.append(row) }
      return
    }
    if let next = next(from: node, key[part]) { collect(&found, from: next, key, part: part + 1) }
    if let next = nodes[node].wildcard { collect(&found, from: next, key, part: part + 1) }
  }

  private func next(from node: Int, _ part: String) -> Int? {
    part == "*" ? nodes[node].wildcard : steps[Step(from: node, part: part)]
  }
}
