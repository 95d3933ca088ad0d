/// Makes tables of tables: a cell gets another content, or a row goes, or comes twice. What the fuzzer does by itself, a bit
/// here and a byte there, seldom leaves a study a study.
enum CellMutator {
  private static let numbers = [
    "", "0", "1", "2", "-1", "0.5", "0,5", "5%", "100%", "101%", "1e15", "1e-15", "1e9", "1000000", "2147483648",
    "1900",
    "2026", "2027", "2028", "2029.5", "2030", "2200", "50", "1e-300", "999999999999999", "0.000001", "4..6", "0..1",
    "0..1e15", "-1..1", "1e14..1e15", "0..1e-9", "8..10..14", "2027..2030", "2027..2200", "pert(0; 1; 1e12)",
    "normal(40; 7)", "normal(0; 1e12)", "normal(1e6; 1e-6)", "normal(2; 1; 0; 9)", "lognormal(1000; 250)",
    "lognormal(1e-9; 1e9)", "lognormal(1e12; 1e3)", "beta(2; 5)", "beta(0.01; 0.01)", "beta(1000; 1e5)",
    "gamma(2; 150)",
    "gamma(0.01; 1e12)", "exponential(4)", "exponential(1e12)", "weibull(1.5; 20)", "weibull(0.1; 1e6)",
    "bernoulli(30%)", "bernoulli(0)", "binomial(10; 50%)", "binomial(1e9; 1e-9)", "poisson(4)", "poisson(1e9)",
    "discrete(1: 20%; 2: 80%)", "discrete(0: 50%; 1e15: 50%)", "quantiles(p5: 10; p50: 14; p95: 25)",
    "quantiles(p10: 0.1; p50: 0.2; p90: 0.9)", "quantiles(p1: 1; p99: 1e12)", "var(uurtarief)", "var(x)", "x0.75", "x",
    "x 2..3",
  ].map { Array($0.utf8) }

  private static let words = [
    "*", "-", "VR01", "VR02", "VR01/*", "OVD", "INF", "EX", "POOL", "ELEARN", "POOL+ELEARN", "SNEL", "RUIM",
    "SNEL+RUIM", "basis", "plus", "eigen", "linear", "scurve", "step", "region", "municipality", "national", "100k",
    "wage", "price", "none", "persons", "course_price", "unit_cost", "population", "equal", "risk", "constant",
    "current",
    "staffing", "turnover", "variables", "value", "uurtarief", "sobol", "random", "en", "municipal_key",
    "discount_rate",
    "years", "first_year", "price_year", "seed", "title", "\"a;b\"", "\"\"\"\"", "=1+1", "#REF!", "é", "\u{1F600}",
    "0.000000", "-0.000001", "9999999999999.999999", "total", "end", "delta", "net",
  ].map { Array($0.utf8) }

  static func mutate(_ bytes: [UInt8], seed: UInt32) -> [UInt8] {
    var random = SplitMix(state: UInt64(seed))
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    guard !bytes.isEmpty else { return bytes }
    var bytes = bytes
    let place = pick(bytes.count)
    let row = line(at: place, in: bytes)
    // Of names of files other targets make something.
    if bytes[row].starts(with: "===".utf8) { return bytes }
    let cell = cell(at: place, in: bytes)
    switch pick(8) {
    case 0: bytes.removeSubrange(row)
    case 1: bytes.insert(contentsOf: bytes[row], at: row.lowerBound)
    case 2, 3:
      // What stands in another cell, now and then in the same column.
      let other = self.cell(at: pick(bytes.count), in: bytes)
      bytes.replaceSubrange(cell, with: Array(bytes[other]))
    default:
      let isNumber = bytes[cell].contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      let texts = isNumber != (pick(8) == 0) ? numbers : words
      bytes.replaceSubrange(cell, with: texts[pick(texts.count)])
    }
    return bytes
  }

  private static func line(at place: Int, in bytes: [UInt8]) -> Range<Int> {
    piece(at: place, in: bytes) { $0 == 0x0A }
  }

  private static func cell(at place: Int, in bytes: [UInt8]) -> Range<Int> {
    let range = piece(at: place, in: bytes) { ",;\t\r\n".utf8.contains($0) }
    // What ends a cell stays.
    return range.lowerBound..<(range.upperBound - (range.isEmpty || range.upperBound == bytes.count ? 0 : 1))
  }

  /// With what ends it.
  private static func piece(at place: Int, in bytes: [UInt8], _ isEnd: (UInt8) -> Bool) -> Range<Int> {
    let start = bytes[..<place].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(where: isEnd).map { $0 + 1 } ?? bytes.count
    return start..<end
  }

  /// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
  private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int) -> Int

/// Called by libFuzzer for a new input, made of an old one.
@_cdecl("LLVMFuzzerCustomMutator")
public func customMutator(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32) -> Int {
  let hasTables = [.csv, .study, .results].contains(Target.asked)
  guard hasTables, seed % 16 != 0, count > 0 else { return mutateBytes(bytes, count, most) }
  let mutated = CellMutator.mutate(Array(UnsafeBufferPointer(start: bytes, count: count)), seed: seed / 16)
  guard mutated.count <= most else { return mutateBytes(bytes, count, most) }
  for (index, byte) in mutated.enumerated() { bytes[index] = byte }
  return mutated.count
}
