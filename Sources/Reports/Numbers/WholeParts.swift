/// Parts of a whole, rounded so that they still sum to it.
enum WholeParts {
  /// The parts as whole numbers that sum to `sum`: each is rounded down, and the remaining units go to those with the
  /// largest remainders, the first in case of ties (the method of largest remainder, Hamilton).
  ///
  /// - Parameters:
  ///   - parts: their sum should differ from `sum` by less than one per part; if not, the rest is first spread evenly.
  ///   - sum: the whole, rounded.
  static func rounded(_ parts: [Double], sum: Int64) -> [Int64] {
    guard !parts.isEmpty else { return [] }
    var whole = parts.map { Int64($0.rounded(.down)) }
    let order = parts.indices.sorted {
      let (a, b) = (parts[$0] - parts[$0].rounded(.down), parts[$1] - parts[$1].rounded(.down))
      return a == b ? $0 < $1 : a > b
    }
    var rest = sum - whole.reduce(0, +)
    // The rest may be negative or exceed the number of parts: independently rounded parts need not sum to the whole.
    for index in whole.indices { whole[index] += rest / Int64(whole.count) }
    rest %= Int64(whole.count)
    var place = 0
    while rest > 0 {
      whole[order[place % order.count]] += 1
      rest -= 1
      place += 1
    }
    place = 0
    while rest < 0 {
      whole[order[order.count - 1 - place % order.count]] -= 1
      rest += 1
      place += 1
    }
    return whole
  }
}
