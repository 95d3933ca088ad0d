import CostEngine

/// Reads a cell that is not a plain number: a range, a function of the cell grammar or a reference.
struct DistributionParser {
  let notation: NumberNotation
  let bounds: CellBounds
  let columnLookup: CellParser.ColumnLookup
  /// What to say of the numbers in the cell that could be read in two ways.
  private(set) var ambiguities: [Localized] = []
  /// True for a normal or a metalog: it comes as near to a bound as one likes, and never takes its value.
  private(set) var isTruncated = false

  init(notation: NumberNotation, bounds: CellBounds, columnLookup: @escaping CellParser.ColumnLookup) {
    self.notation = notation
    self.bounds = bounds
    self.columnLookup = columnLookup
  }

  /// Nil for a text that is neither a range nor a function.
  mutating func parse(_ text: String) throws(CellProblem) -> CellValue? {
    if text.hasPrefix("=") || text.hasPrefix("#") { return nil }
    if let parenthesis = text.firstIndex(of: "("), text.first?.isLetter == true {
      return try parseFunction(text, opening: parenthesis)
    }
    if text.contains("..") || text.contains("…") { return try parseRange(text) }
    return nil
  }

  // MARK: Ranges

  private mutating func parseRange(_ text: String) throws(CellProblem) -> CellValue {
    let marked = text.replacing("…", with: "...")
    let parts = Self.split(marked, at: "..")
    guard !marked.contains("..."), (2...3).contains(parts.count), !parts.contains("") else {
      throw CellProblem(
        nl: "\"\(text.excerpt)\" is geen bereik.", en: "\"\(text.excerpt)\" is not a range.",
        remedyNl: "Schrijf twee punten tussen twee getallen (laagste..hoogste), zoals 5..9, of tussen drie "
          + "(laagste..meest waarschijnlijk..hoogste), zoals 5..6..9.",
        remedyEn: "Write two points between two numbers (lowest..highest), such as 5..9, or between three "
          + "(lowest..most likely..highest), such as 5..6..9.")
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
      throw error.problem(in: text, example: values.count == 2 ? "5..9" : "5..6..9", notation: notation)
    }
  }

  // MARK: Functions

  private mutating func parseFunction(_ text: String, opening: String.Index) throws(CellProblem) -> CellValue {
    let written = String(text[..<opening]).trimmedOfBlanks
    guard let name = DistributionName(written) else { throw unknownName(written, in: text) }
    guard text.last == ")" else {
      throw CellProblem(
        nl: "In \"\(text.excerpt)\" ontbreekt het haakje sluiten, of er staat nog tekst achter.",
        en: "In \"\(text.excerpt)\" the closing parenthesis is missing, or there is more text after it.",
        remedyNl: example(name).dutch, remedyEn: example(name).english)
    }
    let inside = String(text[text.index(after: opening)..<text.index(before: text.endIndex)])
    let arguments = inside.trimmedOfBlanks.isEmpty ? [] : Self.split(inside, at: ";")
    guard name.accepts(argumentCount: arguments.count), !arguments.contains("") else {
      throw wrongArguments(name, count: arguments.count, in: text)
    }
    isTruncated = name == .normal || name == .quantiles
    switch name {
    case .reference: return .reference(arguments[0])
    case .empirical: return try empirical(arguments, in: text)
    case .discrete: return try discrete(arguments, in: text)
    case .quantiles: return try quantiles(arguments, in: text)
    default:
      var values: [Double] = []
      for argument in arguments { values.append(try number(argument, in: text)) }
      do throws(DistributionError) {
        return .distribution(try numeric(name, values))
      } catch {
        throw error.problem(in: text, example: name.example(notation), notation: notation)
      }
    }
  }

  private func numeric(_ name: DistributionName, _ values: [Double]) throws(DistributionError) -> Distribution {
    switch name {
    case .uniform: return try .uniform(from: values[0], to: values[1])
    case .triangular: return try .triangular(minimum: values[0], mode: values[1], maximum: values[2])
    case .pert:
      return try .pert(
        minimum: values[0], mode: values[1], maximum: values[2], lambda: values.count == 4 ? values[3] : 4)
    case .normal:
      if values.count == 4 {
        return try .normal(
          mean: values[0], standardDeviation: values[1], lowerBound: values[2], upperBound: values[3])
      }
      // A standard deviation of zero is a certain value: it is held against the column's bounds, not cut off by them.
      let free = try Distribution.normal(mean: values[0], standardDeviation: values[1])
      if free.certainValue != nil { return free }
      return try .normal(
        mean: values[0], standardDeviation: values[1], lowerBound: bounds.finiteLower, upperBound: bounds.finiteUpper)
    case .lognormal: return try .lognormal(mean: values[0], standardDeviation: values[1])
    case .beta:
      if values.count == 2 { return try .beta(alpha: values[0], beta: values[1]) }
      return try .beta(alpha: values[0], beta: values[1], lowerBound: values[2], upperBound: values[3])
    case .gamma: return try .gamma(shape: values[0], scale: values[1])
    case .exponential: return try .exponential(mean: values[0])
    case .weibull: return try .weibull(shape: values[0], scale: values[1])
    case .bernoulli: return try .bernoulli(probability: values[0])
    case .binomial: return try .binomial(trials: values[0], probability: values[1])
    case .poisson: return try .poisson(mean: values[0])
    case .discrete, .quantiles, .empirical, .reference: preconditionFailure("not a function of plain numbers")
    }
  }

  private mutating func discrete(_ arguments: [String], in text: String) throws(CellProblem) -> CellValue {
    var values: [(value: Double, probability: Double)] = []
    for argument in arguments {
      let pair = try pair(argument, of: .discrete, in: text)
      values.append((try number(pair.label, in: text), try number(pair.value, in: text)))
    }
    do throws(DistributionError) {
      return .distribution(try .discrete(values))
    } catch {
      throw error.problem(in: text, example: DistributionName.discrete.example(notation), notation: notation)
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
      throw error.problem(in: text, example: DistributionName.quantiles.example(notation), notation: notation)
    }
  }

  /// `p2,5` is 0.025.
  private func probability(label: String, in text: String) throws(CellProblem) -> Double {
    if label.lowercased().hasPrefix("p"), let value = try? notation.read(String(label.dropFirst()) + "%"), value > 0,
      value < 1
    {
      return value
    }
    throw CellProblem(
      nl: "In \"\(text.excerpt)\" is \"\(label.excerpt)\" geen kwantiel.",
      en: "In \"\(text.excerpt)\" \"\(label.excerpt)\" is not a quantile.",
      remedyNl: "Schrijf p met een percentage boven 0 en onder 100, zoals p5, p50 of p\(notation.write(97.5)), en voor "
        + "de grenzen elk hoogstens een keer lo en hi.",
      remedyEn: "Write p with a percentage above 0 and below 100, such as p5, p50 or p\(notation.write(97.5)), and for "
        + "the bounds lo and hi, each once at most.")
  }

  private func empirical(_ arguments: [String], in text: String) throws(CellProblem) -> CellValue {
    let file = arguments[0]
    let isInside =
      !file.contains { $0 == "\\" || $0 == ":" || $0 == "\0" }
      && Self.split(file, at: "/").allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    guard isInside else {
      throw CellProblem(
        nl: "\"\(file.excerpt)\" ligt niet in de map van de studie.",
        en: "\"\(file.excerpt)\" is not in the study's folder.",
        remedyNl: "Zet het bestand in de map van de studie en schrijf alleen zijn naam, zoals "
          + "\(DistributionName.empirical.example(notation)).",
        remedyEn: "Put the file in the study's folder and write its name only, such as "
          + "\(DistributionName.empirical.example(notation)).")
    }
    let values = try columnLookup(file, arguments[1]).get()
    do throws(DistributionError) {
      return .distribution(try .empirical(values))
    } catch {
      throw error.problem(in: text, example: DistributionName.empirical.example(notation), notation: notation)
    }
  }

  // MARK: Arguments

  private mutating func number(_ argument: String, in text: String) throws(CellProblem) -> Double {
    do throws(NumberNotation.Failure) {
      let value = try notation.read(argument)
      if let ambiguity = notation.ambiguity(of: argument, readAs: value) { ambiguities.append(ambiguity) }
      return value
    } catch {
      let inner = notation.problem(with: argument, failure: error)
      throw CellProblem(
        nl: "In \"\(text.excerpt)\": \(inner.problem.dutch)", en: "In \"\(text.excerpt)\": \(inner.problem.english)",
        remedyNl: inner.remedy.dutch, remedyEn: inner.remedy.english)
    }
  }

  private func pair(
    _ argument: String, of name: DistributionName, in text: String
  ) throws(CellProblem) -> (label: String, value: String) {
    let parts = Self.split(argument, at: ":")
    guard parts.count == 2, !parts.contains("") else {
      throw CellProblem(
        nl: "In \"\(text.excerpt)\" is \"\(argument.excerpt)\" geen paar met een dubbele punt.",
        en: "In \"\(text.excerpt)\" \"\(argument.excerpt)\" is not a pair with a colon.",
        remedyNl: example(name).dutch, remedyEn: example(name).english)
    }
    return (parts[0], parts[1])
  }

  private static func split(_ text: String, at mark: String) -> [String] {
    text.split(separator: mark, omittingEmptySubsequences: false).map { String($0).trimmedOfBlanks }
  }

  // MARK: Messages

  private func example(_ name: DistributionName) -> Localized {
    Localized(
      nl: "Schrijf \(name.rawValue)(\(name.arguments.dutch)), bijvoorbeeld \(name.example(notation)).",
      en: "Write \(name.rawValue)(\(name.arguments.english)), for example \(name.example(notation)).")
  }

  private func unknownName(_ written: String, in text: String) -> CellProblem {
    let problem = Localized(
      nl: "\"\(written.excerpt)\" is geen bekende verdeling.", en: "\"\(written.excerpt)\" is not a known distribution."
    )
    if let nearest = Suggestion.nearest(to: written, among: DistributionName.allNames),
      let name = DistributionName(nearest)
    {
      return CellProblem(
        problem: problem,
        remedy: Localized(
          nl: "Is \(nearest) bedoeld? \(example(name).dutch)", en: "Was \(nearest) meant? \(example(name).english)"))
    }
    let names = DistributionName.allCases.map(\.rawValue).joined(separator: ", ")
    return CellProblem(
      problem: problem, remedy: Localized(nl: "Kies een van \(names).", en: "Choose one of \(names)."))
  }

  private func wrongArguments(_ name: DistributionName, count: Int, in text: String) -> CellProblem {
    let separator = Localized(
      nl: " Tussen de argumenten staat altijd een puntkomma.", en: " Arguments are always parted by a semicolon.")
    let problem =
      name.accepts(argumentCount: count)
      ? Localized(
        nl: "In \"\(text.excerpt)\" is een argument leeg.", en: "In \"\(text.excerpt)\" an argument is empty.")
      : Localized(
        nl: "\"\(text.excerpt)\" heeft \(count == 1 ? "1 argument" : "\(count) argumenten"), en dat past niet bij "
          + "\(name.rawValue).",
        en: "\"\(text.excerpt)\" has \(count == 1 ? "1 argument" : "\(count) arguments"), which does not suit "
          + "\(name.rawValue).")
    return CellProblem(
      problem: problem,
      remedy: Localized(nl: example(name).dutch + separator.dutch, en: example(name).english + separator.english))
  }
}
