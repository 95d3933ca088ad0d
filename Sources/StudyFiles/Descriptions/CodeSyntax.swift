import Terms

/// How codes (of regions, functions, levels, measures ...) may be written: 1 to 64 characters without
/// `/ + * [ ] ;` and line breaks, which separate codes elsewhere.
enum CodeSyntax {
  /// The problem with a code that is introduced or referred to; nil if there is none.
  static func problem(_ code: String, kind: CodeKind) -> CellProblem? {
    if code == "*" { return .wildcardNotAllowed(kind) }
    let size = code.utf8.count
    // Counting characters is slow for a text that is far too long; 64 characters hardly ever take 4,096 bytes.
    if size > 64, size > 4096 || code.count > 64 { return .codeTooLong(code) }
    // Nearly every code consists of letters, digits and hyphens.
    if code.utf8.allSatisfy(isHarmless) { return nil }
    if let character = code.first(where: { "/+*[];".contains($0) || $0.isNewline }) {
      return .codeCharacter(code, character)
    }
    if code.unicodeScalars.contains(where: { $0.isInvisible || $0 == "\t" }) { return .invisibleInCode(code) }
    return nil
  }

  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      return true
    default: return false
    }
  }

  /// The problem with a code where it is introduced, other than its characters: it has another meaning where it is
  /// used.
  static func reservation(_ code: String, kind: CodeKind) -> CellProblem? {
    switch kind {
    case .region:
      return code == "NL"
        ? .reservedCode(
          code,
          meaning: Bilingual(nl: "alle regio's samen, in de resultaten", en: "all regions together, in the results"))
        : nil
    case .measure, .scenario:
      return code == "-" ? .reservedCode(code, meaning: Bilingual(nl: "een lege lijst", en: "an empty list")) : nil
    case .profile:
      return WordList.phaseIns.id(of: code) == nil
        ? nil : .reservedCode(code, meaning: Bilingual(nl: "een vaste vorm van ingroei", en: "a built-in phase-in"))
    default:
      return nil
    }
  }

  /// The codes in a list joined by `+`, each once; a hyphen is the empty list.
  static func list(_ text: String, kind: CodeKind) -> Result<[String], CellProblem> {
    if text == "-" { return .success([]) }
    var codes: [String] = []
    for part in text.split(separator: "+", omittingEmptySubsequences: false) {
      let code = String(part).trimmedOfBlanks
      if code.isEmpty { return .failure(.emptyListPart(text)) }
      if let problem = problem(code, kind: kind) { return .failure(problem) }
      if !codes.contains(code) { codes.append(code.composed) }
    }
    return .success(codes)
  }
}
