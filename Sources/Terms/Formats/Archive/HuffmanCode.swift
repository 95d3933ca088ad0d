/// A prefix code that gives short words to frequent symbols, numbered as in the DEFLATE format (RFC 1951, 3.2.2).
struct HuffmanCode {
  /// Number of bits in the word of each symbol; 0 for a symbol that does not occur.
  let lengths: [Int]
  /// The words with their first bit lowest, as they are written.
  let words: [UInt32]

  /// - Parameters:
  ///   - frequencies: how often each symbol occurs. At least two symbols get a word, whatever their frequencies.
  ///   - limit: maximum number of bits in a word.
  init(frequencies: [Int], limit: Int) {
    var frequencies = frequencies
    for symbol in 0..<2 { frequencies[symbol] = max(1, frequencies[symbol]) }
    var lengths = Self.lengths(frequencies)
    // Flatter frequencies give shorter words; equal ones give the shortest possible.
    while lengths.contains(where: { $0 > limit }) {
      frequencies = frequencies.map { ($0 + 1) / 2 }
      lengths = Self.lengths(frequencies)
    }
    self.lengths = lengths
    words = Self.words(lengths)
  }

  /// The lengths of the words, by D. A. Huffman, Proceedings of the IRE 40 (1952), doi:10.1109/JRPROC.1952.273898, with
  /// two queues: leaves in order of frequency, and nodes in the order in which they are made.
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
