import CostEngine
import Terms

/// What comes out of one variant of a sweep, as a file: a text in JSON, and a line with the SHA-256 of what stands before it.
///
/// Numbers are told by their bits (IEEE 754), so that what is read is what was computed.
public struct SweepVariant: Sendable, Equatable {
  /// SHA-256 of `plan.json`.
  public var planSHA256: String
  /// From 1; 0 is the study as it is, whose differences are not used.
  public var number: Int
  public var outcome: SweepContent.Outcome

  public init(planSHA256: String, number: Int, outcome: SweepContent.Outcome) {
    self.planSHA256 = planSHA256
    self.number = number
    self.outcome = outcome
  }

  public func bytes() -> [UInt8] {
    var members: [JSONValue.Member] = [
      .init("plan_sha256", .string(planSHA256)), .init("variant", .integer(number)),
    ]
    switch outcome {
    case .figures(let figures):
      members.append(
        .init("figures", .array(figures.map { .array(Self.bits($0.summary) + Self.bits($0.difference)) })))
    case .impossible(let reason):
      members.append(.init("impossible", .array([.string(reason.dutch), .string(reason.english)])))
    }
    let text = JSONValue.object(members).bytes()
    return text + Array("\(SHA256.hexDigest(of: text))\n".utf8)
  }

  /// Number of bytes of the hash and its line feed.
  private static let hashSize = 65

  /// - Returns: nil if these are no such bytes, or not as they were written.
  public init?(reading bytes: [UInt8]) {
    guard bytes.count > Self.hashSize else { return nil }
    let text = Array(bytes[..<(bytes.count - Self.hashSize)])
    guard Array(bytes[text.count...]) == Array("\(SHA256.hexDigest(of: text))\n".utf8),
      let json = JSONValue(reading: text), let plan = json["plan_sha256"]?.text,
      let number = json["variant"]?.wholeNumber
    else { return nil }
    planSHA256 = plan
    self.number = number
    if let reason = json["impossible"]?.elements?.compactMap({ $0.text }), reason.count == 2 {
      outcome = .impossible(Bilingual(nl: reason[0], en: reason[1]))
      return
    }
    guard let rows = json["figures"]?.elements else { return nil }
    var figures: [SweepContent.Figures] = []
    for row in rows {
      guard let bits = row.elements?.compactMap({ $0.unsignedNumber }), bits.count == 2 * Self.numbersOfSummary,
        let summary = Self.summary(bits[..<Self.numbersOfSummary]),
        let difference = Self.summary(bits[Self.numbersOfSummary...])
      else { return nil }
      figures.append(SweepContent.Figures(summary: summary, difference: difference))
    }
    outcome = .figures(figures)
  }

  private static let numbersOfSummary = 5 + Summary.percentages.count

  private static func bits(_ summary: Summary) -> [JSONValue] {
    let numbers =
      [
        summary.mean, summary.standardError, summary.standardDeviation, summary.cvar95, summary.sharePositive,
      ] + summary.percentiles
    return numbers.map { .unsigned($0.bitPattern) }
  }

  private static func summary(_ bits: ArraySlice<UInt64>) -> Summary? {
    let numbers = bits.map { Double(bitPattern: $0) }
    return Summary(
      mean: numbers[0], standardError: numbers[1], standardDeviation: numbers[2], percentiles: Array(numbers[5...]),
      cvar95: numbers[3], sharePositive: numbers[4])
  }
}
