/// The order in which blocks of features tell most of a target: the block that tells most by itself, then the one that
/// adds most to it, and so on.
///
/// Candidates are compared by the squares that they would take off what the chosen ones leave, which follow from the
/// matrix of products swept by the chosen features; the best few are then compared on withheld draws, so that among many
/// candidates the luckiest does not win.
public struct ForwardSelection: Sendable {
  /// A block that is chosen.
  public struct Step: Sendable {
    /// Index of the block.
    public var block: Int
    /// The share of the target's variance that it adds to the blocks before it, as withheld draws show it.
    public var gain: InformationValue
  }

  /// Number of candidates that are compared on withheld draws.
  private static let finalists = 4
  private static let tolerance = 1e-9
  /// What adds less than this share of the variance is not worth a place in an order, however sure it is.
  public static let least = 0.001

  /// The blocks in order.
  public private(set) var steps: [Step] = []
  /// Number of steps before the first one that adds less than its standard error, or than ``least``: those after it have
  /// the best order that chance leaves.
  public private(set) var told = 0

  /// - Parameters:
  ///   - blocks: the features of each block, as columns of `sums`.
  ///   - target: the column to be explained.
  ///   - most: maximum number of steps.
  public init(_ sums: ProductSums, blocks: [[Int]], target: Int, most: Int) {
    var swept = Swept(sums)
    swept.sweep(0)
    guard swept[target, target] > 0 else { return }
    var features: [Int] = []
    var known = sums.fit([], target: target)
    while steps.count < most {
      let chosen = steps.map { $0.block }
      let candidates = blocks.indices.filter { !chosen.contains($0) }
        .map { (block: $0, gain: swept.gain(blocks[$0], target)) }
        .sorted { ($1.gain, $0.block) < ($0.gain, $1.block) }.prefix(Self.finalists)
      var best: (step: Step, fit: PartFit)?
      for candidate in candidates {
        let fit = sums.fit(features + blocks[candidate.block], target: target)
        let gain = fit.gain(beyond: known)
        if best.map({ gain.value > $0.step.gain.value }) ?? true {
          best = (Step(block: candidate.block, gain: gain), fit)
        }
      }
      guard let best else { break }
      if told == steps.count, best.step.gain.isTold, best.step.gain.value > Self.least { told += 1 }
      steps.append(best.step)
      features += blocks[best.step.block]
      known = best.fit
      for feature in blocks[best.step.block] { swept.sweep(feature) }
    }
  }

  /// The matrix of products, swept by the chosen features: what is left of each column once those are known.
  private struct Swept {
    private let size: Int
    private var matrix: [Double]
    private let whole: [Double]

    init(_ sums: ProductSums) {
      size = sums.size
      matrix = (0..<size).flatMap { row in (0..<sums.size).map { sums.sum(row, $0) } }
      whole = (0..<size).map { sums.sum($0, $0) }
    }

    subscript(row: Int, column: Int) -> Double { matrix[row * size + column] }

    private func isIndependent(_ feature: Int, _ rest: Double) -> Bool {
      rest > ForwardSelection.tolerance * whole[feature]
    }

    mutating func sweep(_ feature: Int) {
      let pivot = self[feature, feature]
      guard isIndependent(feature, pivot) else { return }
      let row = (0..<size).map { self[feature, $0] }
      for other in 0..<size {
        let factor = row[other] / pivot
        for column in 0..<size { matrix[other * size + column] -= factor * row[column] }
      }
    }

    /// The squares of the target that a block takes off.
    func gain(_ block: [Int], _ target: Int) -> Double {
      var gain = 0.0
      // A block's own columns, swept one after another.
      var rows = (block + [target]).map { a in (block + [target]).map { self[a, $0] } }
      for pivot in block.indices where isIndependent(block[pivot], rows[pivot][pivot]) {
        let row = rows[pivot]
        gain += row[block.count] * row[block.count] / row[pivot]
        for other in rows.indices {
          let factor = row[other] / row[pivot]
          for column in rows.indices { rows[other][column] -= factor * row[column] }
        }
      }
      return gain
    }
  }
}
