import Terms
import Testing

@testable import Reports

@Suite struct ScaleTests {
  @Test(
    arguments: [
      (1, 1), (1.1, 2), (2.1, 2.5), (2.6, 5), (5.1, 10), (0.03, 0.05), (340, 500), (0.2, 0.2),
    ] as [(Double, Double)])
  func roundSteps(least: Double, step: Double) {
    // Powers of ten are found by multiplying: off by rounding only.
    #expect((Scale.roundStep(least) / step - 1).magnitude < 1e-12)
  }

  /// Every value lies on the axis, its ends are ticks, and there are a handful of them.
  @Test(
    arguments: [
      [0, 24_500_000], [-3_000, 800], [1_000_000, 1_000_001], [0, 0], [5, 5], [-7, -7], [0.62, 1.84], [1e9, 2e9],
    ] as [[Double]], [true, false])
  func ticks(values: [Double], includesZero: Bool) {
    let scale = Scale(values, includesZero: includesZero, from: 10, to: 110)
    #expect(scale.low <= values[0] && scale.high >= values[1])
    #expect(scale.ticks.first == scale.low && scale.ticks.last == scale.high)
    #expect((2...8).contains(scale.ticks.count), "\(scale.ticks)")
    #expect(scale(scale.low) == 10 && scale(scale.high) == 110)
    if includesZero { #expect(scale.ticks.contains(0)) }
    // No two ticks are written alike.
    #expect(Set(scale.ticks.map { scale.label($0, .dutch) }).count == scale.ticks.count)
  }

  @Test func labels() {
    let millions = Scale([0, 1_200_000], from: 0, to: 1)
    #expect(millions.unit == .million)
    #expect(millions.ticks.map { millions.label($0, .dutch) } == ["0,00", "0,25", "0,50", "0,75", "1,00", "1,25"])
    #expect(millions.label(250_000, .english) == "0.25")
    let euros = Scale([0, 4_000], from: 0, to: 1)
    #expect(euros.ticks.map { euros.label($0, .dutch) } == ["0", "1.000", "2.000", "3.000", "4.000"])
  }

  @Test func labelsAreMovedApart() {
    let placed = Chart.spread([100, 102, 300, 101], apart: 15, within: -1_000...1_000)
    let order = placed.sorted()
    // Twenty rounds leave less than a hundredth of a pixel of overlap between four labels.
    for (upper, lower) in zip(order, order.dropFirst()) { #expect(lower - upper > 14.9) }
    #expect(placed[2] == 300)
    #expect(placed[0] < placed[3] && placed[3] < placed[1])
  }

  @Test func linesOfText() {
    #expect(Chart.lines("Noord- en Oost-Gelderland", width: 17, atMost: 2) == ["Noord- en Oost-", "Gelderland"])
    #expect(Chart.lines("Zaanstreek-Waterland", width: 17, atMost: 2) == ["Zaanstreek-", "Waterland"])
    #expect(Chart.lines("- a--b -", width: 17, atMost: 2) == ["- a--b -"])
    #expect(Chart.lines("een twee drie vier", width: 4, atMost: 2) == ["een", "twee…"])
    #expect(Chart.lines("Bevolkingszorgcoördinatie", width: 10, atMost: 2) == ["Bevolking…"])
    #expect(Chart.lines("", width: 10, atMost: 2) == [""])
  }

  /// Every safety region has a place of its own.
  @Test func tilesOfTheNetherlands() {
    #expect(Set(TileMap.places.keys) == Set((1...25).map { $0 < 10 ? "VR0\($0)" : "VR\($0)" }))
    #expect(Set(TileMap.places.values.map { $0.row * 5 + $0.column }).count == 25)
    #expect(TileMap.places.values.allSatisfy { (0..<5).contains($0.column) && (0..<7).contains($0.row) })
  }
}
