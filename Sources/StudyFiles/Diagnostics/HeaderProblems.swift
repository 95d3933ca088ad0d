import Terms

/// Problems of a table's columns.
extension CellProblem {
  static func unknownColumn(_ name: String, nearest: String?, in table: TableDescription) -> CellProblem {
    let known = table.allColumns + TableDescription.remarks
    return CellProblem(
      nl: "Onbekende kolom \(quoted(name)).", en: "Unknown column \(quoted(name)).",
      remedyNl: nearest.map { "Bedoelt u \(quoted($0))? Zo niet, haal de kolom dan weg." }
        ?? "Haal de kolom weg, of noem haar toelichting. De kolommen zijn \(known.map { $0.dutch }.joined(separator: ", ")).",
      remedyEn: nearest.map { "Did you mean \(quoted($0))? If not, remove the column." }
        ?? "Remove the column, or call it note. The columns are \(known.map { $0.id }.joined(separator: ", ")).")
  }

  static func unknownColumns(_ names: [String], in table: TableDescription) -> CellProblem {
    let shown = enumeration(names.map { quoted($0) }, conjunction: .and)
    let known = table.allColumns + TableDescription.remarks
    return CellProblem(
      nl: "Onbekende kolommen \(shown.dutch).", en: "Unknown columns \(shown.english).",
      remedyNl: "Haal ze weg. De kolommen zijn \(known.map { $0.dutch }.joined(separator: ", ")).",
      remedyEn: "Remove them. The columns are \(known.map { $0.id }.joined(separator: ", ")).")
  }

  /// Columns that only differ from known ones in capital letters.
  static func columnsInCapitals(_ names: [(found: String, meant: String)]) -> CellProblem {
    let found = enumeration(names.map { quoted($0.found) }, conjunction: .and)
    let meant = names.map { $0.meant }.joined(separator: ", ")
    return CellProblem(
      nl: "Kolomnamen hebben geen hoofdletters: \(found.dutch) worden niet herkend.",
      en: "Names of columns have no capitals: \(found.english) are not recognised.",
      remedyNl: "Schrijf \(meant).", remedyEn: "Write \(meant).")
  }

  /// A first row in which no column of the table can be recognised.
  static func notAHeader(_ header: [String], of table: TableDescription) -> CellProblem {
    if header.count == 1, header[0].contains(where: { ";,|\t".contains($0) }) {
      return CellProblem(
        nl: "De kolommen zijn niet gescheiden: de eerste cel bevat de hele rij.",
        en: "The columns are not separated: the first cell holds the whole row.",
        remedyNl: "Open het bestand in het rekenblad, verdeel kolom A (Gegevens, Tekst naar kolommen) en bewaar het "
          + "als \"CSV UTF-8\", gescheiden door puntkomma's.",
        remedyEn: "Open the file in the spreadsheet, divide column A (Data, Text to Columns) and save it as "
          + "\"CSV UTF-8\", separated by semicolons or commas.")
    }
    let needed = table.neededColumns
    return CellProblem(
      nl: "De eerste rij bevat geen enkele kolomnaam van deze tabel.",
      en: "The first row holds no name of a column of this table.",
      remedyNl: "Zet daar de kolomnamen, ten minste \(needed.map { $0.dutch }.joined(separator: ", ")).",
      remedyEn: "Put the names of the columns there, at least \(needed.map { $0.english }.joined(separator: ", ")).")
  }

  /// - Parameter lookalike: a column of the header that may have been intended.
  static func missingColumn(_ column: ColumnDescription, lookalike: String?) -> CellProblem {
    CellProblem(
      nl: "Kolom \(quoted(column.dutch)) (of \(quoted(column.id))) ontbreekt.",
      en: "Column \(quoted(column.id)) (or \(quoted(column.dutch))) is missing.",
      remedyNl: lookalike.map { "Is het de kolom \(quoted($0))? Pas dan die naam aan; voeg haar anders toe." }
        ?? "Voeg de kolom toe.",
      remedyEn: lookalike.map { "Is it the column \(quoted($0))? Then change that name; else add the column." }
        ?? "Add the column.")
  }

  static func missingOneOf(_ columns: [ColumnDescription]) -> CellProblem {
    let dutch = columns.map { quoted($0.dutch) }
    let english = columns.map { quoted($0.id) }
    return CellProblem(
      nl: "Van de kolommen \(enumeration(dutch, conjunction: .and).dutch) moet er ten minste één zijn.",
      en: "One at least of the columns \(enumeration(english, conjunction: .and).english) must be there.",
      remedyNl: "Voeg \(enumeration(dutch, conjunction: .or).dutch) toe.",
      remedyEn: "Add \(enumeration(english, conjunction: .or).english).")
  }

  /// A column that occurs under both its names.
  static func doubleColumn(_ name: String, as first: String) -> CellProblem {
    CellProblem(
      nl: "\(quoted(name)) en \(quoted(first)) zijn dezelfde kolom.",
      en: "\(quoted(name)) and \(quoted(first)) are the same column.", remedyNl: "Haal een van beide weg.",
      remedyEn: "Remove one of them.")
  }
}
