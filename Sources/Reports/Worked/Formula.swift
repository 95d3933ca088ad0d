import Terms

/// A formula that can be written in two ways: with the names of its values, and with the values filled in.
///
/// Written as a string whose interpolations hold a name and a value: `"\("S0", 4) + \("phi", 0.5) * 2"` reads
/// `S0 + phi * 2` and `4 + 0.5 * 2`.
struct Formula: ExpressibleByStringInterpolation {
  enum Part {
    case text(String)
    case value(name: String, Double)
  }

  struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    mutating func appendInterpolation(_ name: String, _ value: Double) {
      parts.append(.value(name: name, value))
    }
  }

  private var parts: [Part]

  init(stringLiteral value: String) { parts = [.text(value)] }

  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// A sum of values that have no names of their own.
  init(sumOf values: [(name: String, value: Double)]) {
    parts = []
    for (position, term) in values.enumerated() {
      if position > 0 { parts.append(.text(" + ")) }
      parts.append(.value(name: term.name, term.value))
    }
    if values.isEmpty { parts = [.text("0")] }
  }

  static func + (left: Formula, right: Formula) -> Formula {
    var sum = left
    sum.parts += right.parts
    return sum
  }

  /// The formula times a factor, which is omitted if it is 1.
  func times(_ name: String, _ value: Double) -> Formula { value == 1 ? self : self + " * \(name, value)" }

  /// The formula with names.
  var symbols: String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .text(let literal): text += literal
      case .value(let name, _): text += name
      }
    }
  }

  /// The formula with values; a negative one is in parentheses unless it comes first.
  func numbers(_ format: NumberFormat) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .text(let literal): text += literal
      case .value(_, let value):
        let number = format.shortest(value)
        text += number.hasPrefix("-") && !text.isEmpty ? "(\(number))" : number
      }
    }
  }
}

/// Writes formulas as `name = with names = with values = result`.
struct FormulaLines {
  let format: NumberFormat

  /// One line, or a line for each step if one line would be too long.
  func callAsFunction(_ name: String, _ formula: Formula, _ result: Double, indent: String = "  ") -> [String] {
    var steps: [String] = []
    // A step that repeats the previous one is left out.
    for step in [formula.symbols, formula.numbers(format), format.shortest(result)]
    where step != (steps.last ?? name) { steps.append(step) }
    let line = indent + ([name] + steps).joined(separator: " = ")
    guard line.count > PlainText.tableWidth else { return [line] }
    let first = PlainText.wrapped("\(name) = \(steps[0])", first: indent, indent: indent + "      ")
    return first
      + steps.dropFirst().flatMap {
        PlainText.wrapped($0, first: indent + "    = ", indent: indent + "      ")
      }
  }
}
