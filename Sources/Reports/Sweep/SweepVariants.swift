import Terms

/// The list of the variants of a sweep.
public struct SweepVariants {
  private let inputs: [VariedInputContent]
  private let combinations: [[Double]]

  public init(inputs: [VariedInputContent], _ combinations: [[Double]]) {
    self.inputs = inputs
    self.combinations = combinations
  }

  /// `plan.csv`: the number of each variant, from 1, and its values, by the names of the inputs.
  public func csv(_ locale: CSVLocale) -> [UInt8] {
    var bytes = locale.header(["variant"] + inputs.map { $0.cells.joined(separator: "+") })
    for (index, values) in combinations.enumerated() {
      bytes += Array(String(index + 1).utf8)
      for value in values {
        bytes.append(locale.separator)
        locale.numbers.append(value, decimals: 6, to: &bytes)
      }
      bytes.append(0x0a)
    }
    return bytes
  }
}
