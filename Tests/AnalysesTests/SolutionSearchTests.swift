import Testing

@testable import Analyses

/// The search itself, on functions whose answer is known.
@Suite struct SolutionSearchTests {
  private enum Never: Error {}

  /// The value, and the one before it.
  private func value(
    _ search: SolutionSearch, isReversed: Bool = false, _ holds: (Double) -> Bool
  ) throws -> [Double?] {
    let found = try search.first(among: search.grid, isReversed: isReversed) { position throws(Never) in
      holds(search.values[position])
    }
    return found.map { [search.values[$0.position], $0.before.map { search.values[$0] }] } ?? []
  }

  @Test func wholeNumbersAreAllThere() throws {
    let search = SolutionSearch(whole: 2026, 2030)
    #expect(search.values == [2026, 2027, 2028, 2029, 2030] && search.grid == [0, 1, 2, 3, 4])
    #expect(search.precision == nil)
    let found = try value(search) { $0 >= 2028.5 }
    #expect(found == [2029, 2028])
    let down = try value(search, isReversed: true) { $0 <= 2028.5 }
    #expect(down == [2028, 2029])
  }

  /// Values are the decimals that a user would type.
  @Test func numbersThatAreNotWhole() throws {
    let search = SolutionSearch(from: 0, 1, grid: 21)
    #expect(search.precision == 0.001 && search.values.count == 1001)
    #expect(search.values[300] == 0.3 && search.values[7] == 0.007)
    #expect(search.grid.map { search.values[$0] }[1] == 0.05 && search.grid.last == 1000)
    let found = try value(search) { $0 > 0.3125 }
    #expect(found == [0.313, 0.312])
    let large = SolutionSearch(from: 250.5, 5_000_000, grid: 5)
    #expect(large.precision == 1000 && large.values[0] == 250.5 && large.values[1] == 1000)
    #expect(large.values.last == 5_000_000 && large.grid.first == 0 && large.grid.last == large.values.count - 1)
    let amount = try value(large) { $0 > 1_234_567 }
    #expect(amount == [1_235_000, 1_234_000])
  }

  @Test func theEndsOfTheRange() throws {
    let search = SolutionSearch(from: 0, 1, grid: 3)
    let all = try value(search) { _ in true }
    #expect(all == [0, nil])
    #expect(try value(search) { _ in false }.isEmpty)
    let end = try value(search) { $0 == 1 }
    #expect(end == [1, 0.999])
  }

  /// What holds, lets go and holds again: the first stretch counts.
  @Test func theFirstOfSeveralStretches() throws {
    let search = SolutionSearch(from: 0, 1, grid: 21)
    func holds(_ value: Double) -> Bool { (0.22...0.48).contains(value) || value > 0.9 }
    let found = try value(search, holds)
    #expect(found == [0.22, 0.219])
    let down = try value(search, isReversed: true, holds)
    #expect(down == [1, nil])
  }

  /// A range of any size is halved in a number of steps that its grid bounds.
  @Test(arguments: [1e-6, 0.3, 7.0, 999, 123_456, 8e9])
  func anyWidth(width: Double) throws {
    let search = SolutionSearch(from: 0, width, grid: 21)
    // 1,000 to 10,000 steps, and the ends.
    #expect((1000...10_002).contains(search.values.count))
    #expect(zip(search.values, search.values.dropFirst()).allSatisfy { $0 < $1 })
    var asked = Set<Int>()
    _ = try search.first(among: search.grid, isReversed: false) { position throws(Never) in
      asked.insert(position)
      return search.values[position] > 0.617 * width
    }
    // The grid and log2(10,000 / 20) = 9 halvings.
    #expect(asked.count <= 21 + 9)
  }

  /// A peak that touches a level at one value, wherever it is: found in some ten steps.
  @Test(arguments: [0, 1, 7, 333, 500, 998, 1000])
  func aPeakIsClimbed(top: Int) throws {
    let search = SolutionSearch(from: 0, 1, grid: 21)
    var asked = Set<Int>()
    try search.climb(from: 0, to: 1000, until: 0) { position throws(Never) in
      asked.insert(position)
      return -Double(abs(position - top))
    }
    // log(1,000 / 3) / log(1 / 0.618) = 12.1 steps of two values, and the last four.
    #expect(asked.contains(top) && asked.count <= 2 * 13 + 4)
  }

  @Test func betweenTheGrid() {
    let search = SolutionSearch(from: 0, 1, grid: 11)
    #expect(search.between(parts: 4).prefix(4).elementsEqual([25, 50, 75, 125]))
    // Not more than there are.
    #expect(SolutionSearch(from: 0, 1, grid: 1001).between(parts: 8).isEmpty)
  }
}
