/// The distinct amounts with their frequencies, as long as there are few: percentiles and tails are then exact.
///
/// Whether there are few is a property of the set of all amounts, so that parts can be merged in any order.
struct FewAmounts: Sendable {
  struct Entry: Sendable {
    /// Whole cents.
    var amount: Double
    var number: Int
  }

  static let most = 16

  /// Ascending by amount.
  private(set) var entries: [Entry] = []

  /// Adds a number of equal amounts; false, with nothing added, if there would be too many distinct ones.
  mutating func add(_ amount: Double, _ number: Int) -> Bool {
    var index = 0
    while index < entries.count, entries[index].amount < amount { index += 1 }
    if index < entries.count, entries[index].amount == amount {
      entries[index].number += number
      return true
    }
    guard entries.count < FewAmounts.most else { return false }
    entries.insert(Entry(amount: amount, number: number), at: index)
    return true
  }

  func isSame(as other: FewAmounts) -> Bool {
    entries.count == other.entries.count
      && zip(entries, other.entries).allSatisfy { $0.amount == $1.amount && $0.number == $1.number }
  }

  var numberBelowZero: Int { entries.reduce(0) { $0 + ($1.amount < 0 ? $1.number : 0) } }
  var numberOfZeros: Int { entries.reduce(0) { $0 + ($1.amount == 0 ? $1.number : 0) } }

  /// The amounts at the given ranks, 1 ... number of amounts, ascending; in cents.
  func amounts(atRanks ranks: [Int]) -> [Double] {
    var found: [Double] = []
    var below = 0
    for entry in entries {
      below += entry.number
      while found.count < ranks.count, ranks[found.count] <= below { found.append(entry.amount) }
    }
    return found
  }

  /// The amounts at positions from 0 (below all) to the number of amounts (above all), ascending; in cents.
  func amounts(atPlaces places: [Double]) -> [Double] {
    var found: [Double] = []
    var below = 0
    for entry in entries {
      below += entry.number
      while found.count < places.count, places[found.count] <= Double(below) { found.append(entry.amount) }
    }
    return found
  }

  /// As ``AmountHistogram/widestGap(from:to:)``.
  func widestGap(from low: Double, to high: Double) -> (width: Double, below: Int)? {
    var widest: (width: Double, below: Int)?
    var below = 0
    for (entry, next) in zip(entries, entries.dropFirst()) {
      below += entry.number
      // Half a cent, for the ends were EUR.
      guard entry.amount >= low - 0.5, next.amount <= high + 0.5 else { continue }
      let width = next.amount - entry.amount
      if width > widest?.width ?? 0 { widest = (width, below) }
    }
    return widest
  }

  /// Mean of the largest `share` amounts, in cents.
  func meanOfLargest(_ share: Int) -> Double {
    var left = share
    var sum = 0.0
    for entry in entries.reversed() where left > 0 {
      let number = min(left, entry.number)
      sum += Double(number) * entry.amount
      left -= number
    }
    return sum / Double(share)
  }
}
