import CostEngine

/// Names of cells for people: variables have English ones, and people may type either.
public enum CellName {
  /// A name as it is written in each language: `staffing.verloop[*/OvD-BZ]` for `staffing.turnover[*/OvD-BZ]`.
  ///
  /// - Parameter name: that of a variable, or of several with ` + ` between them. What follows its bracket stays as it is,
  ///   and so does any other text.
  public static func text(_ name: String) -> Bilingual {
    if let (first, others) = name.around(" + ") {
      let (first, others) = (text(first), text(others))
      return Bilingual(nl: first.dutch + " + " + others.dutch, en: first.english + " + " + others.english)
    }
    guard let bracket = name.firstIndex(of: "["), let dot = name[..<bracket].firstIndex(of: "."),
      let end = name[bracket...].firstIndex(of: "]"),
      let table = TableID.allCases.first(where: { $0.stem == String(name[..<dot]) })
    else { return Bilingual(same: name) }
    let column = String(name[name.index(after: dot)..<bracket])
    var key = name[name.index(after: bracket)..<end].split(separator: "/", omittingEmptySubsequences: false)
      .map { String($0) }
    switch table {
    case .settings: key = key.map { id in dutch(id, among: Setting.allCases.map { $0.name }) }
    case .measureEffects:
      if let driver = key.popLast() { key.append(dutch(driver, among: Driver.allCases.map { $0.name })) }
    default: break
    }
    let called = table.column(id: column)?.name ?? (column == Name.inForce.id ? Name.inForce : nil)
    let keys = key.joined(separator: "/")
    return Bilingual(nl: "\(table.stem).\(called?.dutchID ?? column)[\(keys)\(name[end...])", en: name)
  }

  /// Whether a text begins with the name of a cell.
  public static func isName(_ text: String) -> Bool {
    TableID.allCases.contains { text.hasPrefix($0.stem + ".") } && text.utf8.contains(UInt8(ascii: "["))
  }

  private static func dutch(_ id: String, among names: [Name]) -> String {
    names.first { $0.id == id }?.dutchID ?? id
  }
}
