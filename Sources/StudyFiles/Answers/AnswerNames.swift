import CostEngine
import Terms

/// Recognises the regions, functions and provisions of a study however people write them: by code or name, with or without
/// capitals, accents, hyphens and the word for a safety region.
struct AnswerNames {
  /// A code, and what it may be written as.
  private struct Entry {
    let code: String
    let forms: [String]
  }

  private let regions: [Entry]
  private let functions: [Entry]
  private let provisions: [Entry]
  private let itemNames: [String]

  init(_ study: Study) {
    func entry(_ code: String, _ name: String) -> Entry {
      Entry(code: code, forms: [Self.form(code), Self.form(name)])
    }
    regions = study.regions.map { region in
      Entry(
        code: region.code,
        forms: [Self.form(region.code), Self.form(region.name)].flatMap { [$0, Self.withoutKind($0)] })
    }
    functions = study.functions.map { entry($0.code, $0.name) }
    provisions = study.provisions.map { entry($0.code, $0.name) }
    itemNames = study.functions.flatMap { [$0.code, $0.name] } + study.provisions.flatMap { [$0.code, $0.name] }
  }

  func region(_ text: String) -> String? {
    let form = Self.form(text)
    return code(in: regions) { $0 == form || $0 == Self.withoutKind(form) }
  }

  /// A region that is named in a longer text, such as a title or the name of a file; nil of none, and of several.
  func region(within text: String) -> String? {
    if let region = region(text) { return region }
    // A code may have a hyphen in it, or stand behind one.
    let words =
      text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map { Self.form(String($0)) }
      + text.split { !$0.isLetter && !$0.isNumber }.map { Self.form(String($0)) }
    let form = Self.form(text)
    let found = regions.filter { entry in
      // A code stands by itself; a name of several words is joined.
      words.contains(entry.forms[0]) || entry.forms[2...].contains { $0.utf8.count >= 5 && form.includes($0) }
    }
    return found.count == 1 ? found[0].code : nil
  }

  func function(_ text: String) -> String? { item(text, among: functions) }

  func provision(_ text: String) -> String? { item(text, among: provisions) }

  /// By code, by name, or by both as `Hoofd crisiscommunicatie (HCC)`.
  private func item(_ text: String, among entries: [Entry]) -> String? {
    let form = Self.form(text)
    if let code = code(in: entries, { $0 == form }) { return code }
    guard text.hasSuffix(")"), let parts = text.around("(") else { return nil }
    let (before, inside) = (Self.form(parts.before), Self.form(parts.after))
    return code(in: entries) { $0 == inside } ?? code(in: entries) { $0 == before }
  }

  /// The name or code of a function or provision that a text is like; nil of none.
  func nearestItem(_ text: String) -> String? {
    let known = itemNames.filter { !$0.isEmpty }
    if let nearest = Suggestion.nearest(to: text, among: known) { return nearest }
    // What one name alone begins with: Officier van dienst.
    let form = Self.form(text)
    let longer = known.filter { form.utf8.count >= 5 && Self.form($0).hasPrefix(form) }
    return longer.count == 1 ? longer[0] : nil
  }

  /// The code of the only entry that may be written so.
  private func code(in entries: [Entry], _ isMeant: (String) -> Bool) -> String? {
    let found = entries.filter { $0.forms.contains { !$0.isEmpty && isMeant($0) } }
    // Of a name that is another's code, the code is meant.
    if found.count > 1 { return found.first { isMeant($0.forms[0]) }?.code }
    return found.first?.code
  }

  private static func withoutKind(_ form: String) -> String {
    for kind in ["veiligheidsregio", "safetyregion"] where form.hasPrefix(kind) && form.utf8.count > kind.utf8.count {
      return String(form.dropFirst(kind.count))
    }
    return form
  }

  /// Letters and digits alone, small and without accents.
  static func form(_ text: String) -> String {
    var form = ""
    for character in text.lowercased() where character.isLetter || character.isNumber {
      form.append(Self.plain[character] ?? character)
    }
    return form
  }

  private static let plain: [Character: Character] = {
    var plain: [Character: Character] = [:]
    for (letter, accented) in [
      ("a", "àáâãäå"), ("c", "ç"), ("e", "èéêë"), ("i", "ìíîï"), ("n", "ñ"), ("o", "òóôõö"), ("u", "ùúûü"), ("y", "ýÿ"),
    ] as [(Character, String)] {
      for character in accented { plain[character] = letter }
    }
    return plain
  }()
}
