import CostEngine
import Terms

/// Reads a cell that is not a plain number: a range, a function of the cell grammar or a reference.
struct DistributionParser {
  let notation: NumberNotation
  let bounds: CellBounds
  let measure: Unit.Measure?
  let columnLookup: CellParser.ColumnLookup
  /// The numbers in the cell that could be read in two ways.
  private(set) var ambiguities: [NumberNotation.Ambiguity] = []
  /// True for a normal or a metalog, which comes arbitrarily close to a bound but never takes its value.
  private(set) var isTruncated = false

  init(
    notation: NumberNotation, bounds: CellBounds, measure: Unit.Measure?,
    columnLookup: @escaping CellParser.ColumnLookup
  ) {
    self.notation = notation
    self.bounds = bounds
    self.measure = measure
    self.columnLookup = columnLookup
  }

  /// Nil for a text that is neither a range nor a function.
  mutating func parse(_ text: String) throws(CellProblem) -> CellValue? {
    if text.utf8.first == UInt8(ascii: "=") || text.utf8.first == UInt8(ascii: "#") { return nil }
    if let parenthesis = text.utf8.firstIndex(of: UInt8(ascii: "(")), text.first?.isLetter == true {
      return try parseFunction(text, opening: parenthesis)
    }
    let parts = Self.partsOfRange(text)
    return parts.count > 1 ? try parseRange(text, parts) : nil
  }

  // MARK: Ranges

  /// The parts of a text between pairs of points. Three points, also as a single character, have an empty part between
  /// them.
  private static func partsOfRange(_ text: String) -> [String] {
    let bytes = text.utf8
    let point = UInt8(ascii: ".")
    if bytes.contains(where: { $0 >= 0x80 }), text.unicodeScalars.contains("…") { return ["", ""] }
    var parts: [String] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      guard bytes[index] == point, next < bytes.endIndex, bytes[next] == point else {
        index = next
        continue
      }
      parts.append(String(text[start..<index]).trimmedOfBlanks)
      start = bytes.index(after: next)
      if start < bytes.endIndex, bytes[start] == point { return ["", ""] }
      index = start
    }
    parts.append(String(text[start...]).trimmedOfBlanks)
    return parts
  }

  private mutating func parseRange(_ text: String, _ parts: [String]) throws(CellProblem) -> CellValue {
    guard parts.count <= 3, !parts.contains("") else {
      throw problem(inWords: text) { .notARange(text) }
    }
    var values: [Double] = []
    for part in parts { values.append(try number(part, in: text)) }
    do throws(DistributionError) {
      let distribution: Distribution
      if values.count == 2 {
        distribution = try .uniform(from: values[0], to: values[1])
      } else {
        distribution = try .pert(minimum: values[0], mode: values[1], maximum: values[2])
      }
      return .distribution(distribution)
    } catch {
      let example = values.count == 2 ? "5..9" : "5..6..9"
      throw CellProblem { [notation] in error.problem(in: text, example: example, notation: notation) }
    }
  }

  /// The problem of a text that says a quantity in words, otherwise another one.
  private func problem(inWords text: String, otherwise: @escaping @Sendable () -> CellProblem) -> CellProblem {
    CellProblem { [notation, measure] in
      let meant = QuantityReader(notation: notation, measure: measure).read(text)
      return meant?.problem(for: text, notation, measure) ?? otherwise()
    }
  }

  // MARK: Functions

  private mutating func parseFunction(_ text: String, opening: String.Index) throws(CellProblem) -> CellValue? {
    let written = String(text[..<opening]).trimmedOfBlanks
    // A remark in brackets behind a number: ca. 14 (incl. 2).
    if written.contains(where: { $0.isNumber && $0.isASCII }), written.contains(" ") { return nil }
    guard let name = DistributionName(written) else {
      throw problem(inWords: text) { [notation] in .unknownDistribution(written, notation) }
    }
    guard text.utf8.last == UInt8(ascii: ")") else {
      throw CellProblem { [notation] in .unclosedParenthesis(text, name, notation) }
    }
    let inside = String(text[text.utf8.index(after: opening)...].dropLast())
    let arguments = inside.trimmedOfBlanks.isEmpty ? [] : Self.split(inside, at: UInt8(ascii: ";"))
    guard name.accepts(argumentCount: arguments.count), !arguments.contains("") else {
      throw CellProblem { [notation, count = arguments.count] in .wrongArguments(text, name, count: count, notation) }
    }
    isTruncated = name == .normal || name == .quantiles
    switch name.form {
    case .reference: return .reference(arguments[0])
    case .empirical: return try empirical(arguments, in: text)
    case .discrete: return try discrete(arguments, in: text)
    case .quantiles: return try quantiles(arguments, in: text)
    case .numbers(let distribution):
      var values: [Double] = []
      let hasChances = name == .bernoulli || name == .binomial
      for argument in arguments { values.append(try number(argument, in: text, isChance: hasChances)) }
      do throws(DistributionError) {
        return .distribution(try distribution(values, bounds))
      } catch {
        throw problem(error, of: name, in: text)
      }
    }
  }

  private mutating func discrete(_ arguments: [String], in text: String) throws(CellProblem) -> CellValue {
    var values: [(value: Double, probability: Double)] = []
    for argument in arguments {
      let pair = try pair(argument, of: .discrete, in: text)
      values.append((try number(pair.label, in: text), try number(pair.value, in: text, isChance: true)))
    }
    do throws(DistributionError) {
      return .distribution(try .discrete(values))
    } catch {
      throw problem(error, of: .discrete, in: text)
    }
  }

  private mutating func quantiles(_ arguments: [String], in text: String) throws(CellProblem) -> CellValue {
    var quantiles: [(probability: Double, value: Double)] = []
    var lower: Double?
    var upper: Double?
    for argument in arguments {
      let pair = try pair(argument, of: .quantiles, in: text)
      let value = try number(pair.value, in: text)
      switch pair.label.lowercased() {
      case "lo" where lower == nil: lower = value
      case "hi" where upper == nil: upper = value
      default: quantiles.append((try probability(label: pair.label, in: text), value))
      }
    }
    do throws(DistributionError) {
      return .distribution(
        try .metalog(
          quantiles: quantiles, lowerBound: lower ?? bounds.finiteLower, upperBound: upper ?? bounds.finiteUpper))
    } catch {
      throw problem(error, of: .quantiles, in: text)
    }
  }

  /// `p2,5` is 0.025.
  private func probability(label: String, in text: String) throws(CellProblem) -> Double {
    if label.lowercased().hasPrefix("p"), let value = try? notation.read(String(label.dropFirst()) + "%"), value > 0,
      value < 1
    {
      return value
    }
    throw CellProblem { [notation] in .notAQuantile(label, in: text, notation) }
  }

  private func empirical(_ arguments: [String], in text: String) throws(CellProblem) -> CellValue {
    let file = arguments[0]
    let isInside =
      !file.contains { $0 == "\\" || $0 == ":" || $0 == "\0" }
      && Self.split(file, at: UInt8(ascii: "/")).allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    guard isInside else { throw CellProblem { [notation] in .notInTheFolder(file, notation) } }
    let values = try columnLookup(file, arguments[1]).get()
    do throws(DistributionError) {
      return .distribution(try .empirical(values))
    } catch {
      throw problem(error, of: .empirical, in: text)
    }
  }

  private func problem(_ error: DistributionError, of name: DistributionName, in text: String) -> CellProblem {
    CellProblem { [notation] in error.problem(in: text, example: name.example(notation), notation: notation) }
  }

  // MARK: Arguments

  /// - Parameter isChance: whether it is a chance, which any column takes as a percentage.
  private mutating func number(
    _ argument: String, in text: String, isChance: Bool = false
  ) throws(CellProblem) -> Double {
    let measure = isChance ? nil : measure
    let value: Double
    do throws(NumberNotation.Failure) {
      value = try notation.read(argument)
      if let ambiguity = notation.ambiguity(of: argument, readAs: value) { ambiguities.append(ambiguity) }
    } catch {
      throw CellProblem { [notation] in
        .within(text, notation.problem(with: argument, failure: error, measure: measure))
      }
    }
    if let problem = notation.signProblem(argument, value: value, measure: measure) {
      throw CellProblem { .within(text, problem) }
    }
    return value
  }

  private func pair(
    _ argument: String, of name: DistributionName, in text: String
  ) throws(CellProblem) -> (label: String, value: String) {
    let parts = Self.split(argument, at: UInt8(ascii: ":"))
    guard parts.count == 2, !parts.contains("") else {
      throw CellProblem { [notation] in .notAPair(argument, of: name, in: text, notation) }
    }
    return (parts[0], parts[1])
  }

  private static func split(_ text: String, at mark: UInt8) -> [String] {
    text.utf8.split(separator: mark, omittingEmptySubsequences: false).map { String(Substring($0)).trimmedOfBlanks }
  }
}
