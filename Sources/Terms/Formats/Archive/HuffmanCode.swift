/// A prefix code that gives frequent symbols short words, as the DEFLATE format numbers them (RFC 1951, 3.2.2).
struct HuffmanCode {
  /// Bits of the word of each symbol; 0 where it does not occur.
  let lengths: [Int]
  /// The words, first bit lowest, as they are written.
  let words: [UInt32]

  /// - Parameters:
  ///   - frequencies: how often each symbol occurs. Two symbols at least get a word, whatever they say.
  ///   - limit: the most bits that a word may have.
  init(frequencies: [Int], limit: Int) {
    var frequencies = frequencies
    for symbol in 0..<2 { frequencies[symbol] = max(1, frequencies[symbol]) }
    var lengths = Self.lengths(frequencies)
    // Less unequal frequencies give shorter words; equal ones give the shortest there are.
    while lengths.contains(where: { $0 > limit }) {
      frequencies = frequencies.map { ($0 + 1) / 2 }
      lengths = Self.lengths(frequencies)
    }
    self.lengths = lengths
    words = Self.words(lengths)
  }

  /// By D. A. Huffman, Proceedings of the IRE 40 (1952), doi:10.1109/JRPROC.1952.273898, with two queues: leaves in the order
  /// of their frequencies, and the nodes in the order in which they are made.
  private static func lengths(_ frequencies: [Int]) -> [Int] {
    let leaves = frequencies.indices.filter { frequencies[$0] > 0 }
      .sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
    var weights = leaves.map { frequencies[$0] }
    var parents = [Int](repeating: 0, count: 2 * leaves.count - 1)
    var (leaf, node) = (0, leaves.count)
    func lightest() -> Int {
      if leaf < leaves.count, node >= weights.count || weights[leaf] <= weights[node] {
        leaf += 1
        return leaf - 1
      }
      node += 1
      return node - 1
    }
    while weights.count < parents.count {
      let (first, second) = (lightest(), lightest())
      parents[first] = weights.count
      parents[second] = weights.count
      weights.append(weights[first] + weights[second])
    }
    var depths = [Int](repeating: 0, count: parents.count)
    for node in parents.indices.dropLast().reversed() { depths[node] = depths[parents[node]] + 1 }
    var lengths = [Int](repeating: 0, count: frequencies.count)
    for (position, symbol) in leaves.enumerated() { lengths[symbol] = depths[position] }
    return lengths
  }

  /// Words of one length are consecutive numbers, in the order of their symbols.
  private static func words(_ lengths: [Int]) -> [UInt32] {
    var words = [UInt32](repeating: 0, count: lengths.count)
    var word: UInt32 = 0
    for length in 1...(lengths.max() ?? 1) {
      for symbol in lengths.indices where lengths[symbol] == length {
        words[symbol] = reversed(word, bits: length)
        word += 1
      }
      word <<= 1
    }
    return words
  }

  private static func reversed(_ word: UInt32, bits: Int) -> UInt32 {
    var (rest, result) = (word, UInt32(0))
    for _ in 0..<bits {
      result = result << 1 | rest & 1
      rest >>= 1
    }
    return result
  }
}
