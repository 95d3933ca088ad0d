import TestSupport
import Testing

@testable import CostEngine

/// Sums of lines and items: whole hundredths of a cent, whatever the order of the draws.
@Suite struct BlockSumsTests {
  private static func sums(_ registers: [[Register]], draws: Int = 8) -> (
    place: [Int64], nation: [Int64], tooLarge: Int?
  ) {
    let years = registers[0].count - 1
    let sums = BlockSums(series: 1, years: years)
    defer { sums.deallocate() }
    for amounts in registers { sums.add(amounts, to: 0, draws: draws) }
    var place = [Int64](repeating: 0, count: years + 2)
    var nation = [Int64](repeating: 1, count: years + 2)
    let tooLarge = sums.move(to: &place, and: &nation) { _, period in period }
    var emptied = [Int64](repeating: 0, count: years + 2)
    #expect(sums.move(to: &emptied, and: nil) { _, period in period } == nil && emptied.allSatisfy { $0 == 0 })
    return (place, nation, tooLarge?.period)
  }

  @Test func yearsHorizonAndEndByHand() {
    // Eight draws of EUR 1.00, of EUR 0.25 below zero, and in the end state of EUR 12.3456 (to the hundredth of a cent).
    let amounts = [Register(repeating: 1), Register(repeating: -0.25), Register(repeating: 12.3456)]
    let found = Self.sums([amounts])
    #expect(found.place == [80_000, -20_000, 60_000, 987_648])
    #expect(found.nation == [80_001, -19_999, 60_001, 987_649])
    #expect(found.tooLarge == nil)
  }

  /// Lanes beyond the last draw may hold what is no number.
  @Test func lanesThatAreNoDrawsDoNotCount() {
    var amounts = Register(repeating: .nan)
    for lane in 0..<3 { amounts[lane] = 2 }
    #expect(Self.sums([[amounts, amounts]], draws: 3).place == [60_000, 60_000, 60_000])
  }

  /// What cancels in a sum leaves nothing behind for the next block.
  @Test func aBlockBeginsEmpty() {
    let sums = BlockSums(series: 1, years: 0)
    defer { sums.deallocate() }
    let amounts = Register(1, -1, 0, 0, 0, 0, 0, 0)
    sums.add([amounts], to: 0, draws: 8)
    var place = [Int64](repeating: 0, count: 2)
    #expect(sums.move(to: &place, and: nil) { _, period in period } == nil && place == [0, 0])
    #expect(sums.sums(of: 0)[0] == SIMD4(repeating: 0))
  }

  @Test func anyOrderGivesTheSameBits() {
    let stream = RandomStream(name: "amounts", seed: 5)
    let registers = (0..<5).map { register -> [Register] in
      (0..<3).map { slot in
        var amounts = Register(repeating: 0)
        for lane in 0..<8 {
          amounts[lane] = (UnitInterval.number(from: stream.word(ofDraw: (register * 3 + slot) * 8 + lane)) - 0.5) * 1e9
        }
        return amounts
      }
    }
    let forward = Self.sums(registers)
    #expect(forward.place == Self.sums(registers.reversed()).place)
    #expect(forward.place.allSatisfy { $0 != 0 })
  }

  /// An amount of EUR 1e12 in every draw is beyond what a block's sum can hold exactly.
  @Test(arguments: [1e12, -1e12, .infinity, .nan])
  func whatIsTooLargeIsToldWithItsYear(amount: Double) {
    let zero = Register(repeating: 0)
    #expect(Self.sums([[zero, Register(repeating: amount), zero]]).tooLarge == 1)
    #expect(Self.sums([[zero, zero, Register(repeating: amount)]]).tooLarge == 3)
  }
}
