import Terms

/// Everything that can be wrong with the text of a CSV file.
enum CSVProblem {
  // Problems of the file as a whole.
  case empty
  case noHeader
  case fileTooLarge
  case foreign(ForeignFormat)
  case binary(row: Int)
  case damagedUTF16
  case damagedUTF8(row: Int)
  case unknownCharacter(CellAddress)
  case unknownSeparator(String)
  case unclosedQuote(CellAddress)
  case cellTooLong(CellAddress)
  case tooManyColumns(row: Int)
  case tooManyRows
  case tooManyCells
  // Problems of one row or column.
  case textAfterQuote(CellAddress)
  case controlCharacter(CellAddress)
  case excessCell(CellAddress, text: String, columns: Int)
  case duplicateColumn(String, first: CellAddress, second: CellAddress)
  case unnamedColumn(CellAddress, header: CellAddress, text: String)
  case spreadsheetErrorAsComment(CellAddress, text: String)
  case encoding(LegacyText.Finding)
  case damagedText(CellAddress, text: String, DamagedText)
  case furtherProblems(count: Int)

  var severity: Diagnostic.Severity {
    switch self {
    case .spreadsheetErrorAsComment, .encoding, .damagedText: return .notice
    default: return .error
    }
  }

  var row: Int? {
    switch self {
    case .binary(let row), .damagedUTF8(let row), .tooManyColumns(let row): return row
    case .unknownSeparator: return 1
    case .unknownCharacter(let cell), .unclosedQuote(let cell), .cellTooLong(let cell), .textAfterQuote(let cell),
      .controlCharacter(let cell), .excessCell(let cell, _, _), .duplicateColumn(_, _, let cell),
      .unnamedColumn(let cell, _, _), .spreadsheetErrorAsComment(let cell, _), .damagedText(let cell, _, _):
      return cell.row
    case .encoding(.nearlyUTF8(let rows)): return rows.first
    case .empty, .noHeader, .fileTooLarge, .foreign, .damagedUTF16, .tooManyRows, .tooManyCells, .furtherProblems,
      .encoding:
      return nil
    }
  }

  func diagnostic(file: String, column: String? = nil) -> Diagnostic {
    Diagnostic(severity, file: file, row: row, column: column, problem: problem, remedy: remedy)
  }

  var problem: Bilingual {
    switch self {
    case .empty: return Bilingual(nl: "Het bestand is leeg.", en: "The file is empty.")
    case .noHeader:
      return Bilingual(
        nl: "Het bestand heeft geen rij met kolomnamen: er staan alleen lege rijen en toelichting (#) in.",
        en: "The file has no row of column names: it holds blank rows and comments (#) only.")
    case .fileTooLarge:
      return Bilingual(nl: "Het bestand is groter dan 1 GB.", en: "The file is larger than 1 GB.")
    case .foreign(let format):
      return Bilingual(
        nl: "Dit is \(format.name.dutch), geen CSV-bestand.", en: "This is \(format.name.english), not a CSV file.")
    case .binary:
      return Bilingual(
        nl: "Dit is geen tekst: er staan nul-bytes in, zoals in een werkmap, een afbeelding of een beschadigd bestand.",
        en: "This is not text: it holds NUL bytes, as a workbook, an image or a damaged file does.")
    case .damagedUTF16:
      return Bilingual(
        nl: "Het bestand is beschadigd: het begint als UTF-16 (Unicode-tekst), maar bevat halve tekens.",
        en: "The file is damaged: it begins as UTF-16 (Unicode text) but holds halves of characters.")
    case .damagedUTF8:
      return Bilingual(
        nl: "Het bestand begint als UTF-8, maar deze rij bevat een teken dat geen UTF-8 is.",
        en: "The file begins as UTF-8, but this row holds a character that is not UTF-8.")
    case .unknownCharacter(let cell):
      return Bilingual(
        nl: "Cel \(cell) bevat een teken dat in UTF-8 noch in Windows-1252 bestaat.",
        en: "Cell \(cell) holds a character that exists in neither UTF-8 nor Windows-1252.")
    case .unknownSeparator(let text):
      return Bilingual(
        nl: "De eerste regel (sep=) noemt \"\(text.excerpt)\" als scheidingsteken; dat wordt niet gelezen.",
        en: "The first line (sep=) names \"\(text.excerpt)\" as the separator; that is not read.")
    case .unclosedQuote(let cell):
      return Bilingual(
        nl: "Cel \(cell) begint met een aanhalingsteken (\") dat niet gesloten wordt.",
        en: "Cell \(cell) opens with a quotation mark (\") that is never closed.")
    case .cellTooLong(let cell):
      return Bilingual(
        nl: "Cel \(cell) is langer dan een rekenblad toestaat (32.767 tekens); verder is het bestand niet gelezen.",
        en: "Cell \(cell) is longer than a spreadsheet allows (32,767 characters); the file was read no further.")
    case .tooManyColumns:
      return Bilingual(
        nl: "Deze rij heeft meer dan 1.000 cellen; verder is het bestand niet gelezen.",
        en: "This row has more than 1,000 cells; the file was read no further.")
    case .tooManyRows:
      return Bilingual(
        nl: "Het bestand heeft meer rijen dan een rekenblad toestaat (1.048.576).",
        en: "The file has more rows than a spreadsheet allows (1,048,576).")
    case .tooManyCells:
      return Bilingual(
        nl: "Het bestand heeft meer dan 20 miljoen cellen.", en: "The file has more than 20 million cells.")
    case .textAfterQuote(let cell):
      return Bilingual(
        nl: "In cel \(cell) staat nog tekst na het sluitende aanhalingsteken (\").",
        en: "In cell \(cell) there is more text after the closing quotation mark (\").")
    case .controlCharacter(let cell):
      return Bilingual(
        nl: "Cel \(cell) bevat een onzichtbaar stuurteken.", en: "Cell \(cell) holds an invisible control character.")
    case .excessCell(let cell, let text, let columns):
      return Bilingual(
        nl: "Deze rij is breder dan de kop: cel \(cell) (\"\(text.excerpt)\") valt buiten "
          + (columns == 1 ? "de ene kolom." : "de \(columns) kolommen."),
        en: "This row is wider than the header: cell \(cell) (\"\(text.excerpt)\") falls outside "
          + (columns == 1 ? "the only column." : "the \(columns) columns."))
    case .duplicateColumn(let name, let first, let second):
      return Bilingual(
        nl: "De kolom \"\(name.excerpt)\" staat er twee keer: in \(first) en in \(second).",
        en: "The column \"\(name.excerpt)\" is there twice: in \(first) and in \(second).")
    case .unnamedColumn(let cell, let header, let text):
      return Bilingual(
        nl: "Cel \(cell) (\"\(text.excerpt)\") staat in een kolom zonder naam: \(header) is leeg.",
        en: "Cell \(cell) (\"\(text.excerpt)\") stands in a column without a name: \(header) is empty.")
    case .spreadsheetErrorAsComment(let cell, let text):
      return Bilingual(
        nl: "Cel \(cell) is de foutmelding \(text.excerpt) van een rekenblad; omdat zij met # begint, is deze rij als "
          + "toelichting overgeslagen.",
        en: "Cell \(cell) is a spreadsheet's error \(text.excerpt); as it begins with #, this row was skipped as a "
          + "comment.")
    case .encoding(.nearlyUTF8(let rows)):
      let list = enumeration(rows.map { String($0) }, conjunction: .and, upTo: 8)
      return Bilingual(
        nl: "Dit bestand is bijna geheel UTF-8, maar \(rows.count == 1 ? "rij" : "de rijen") \(list.dutch) niet: daar "
          + "zijn tekens gelezen als Windows-1252.",
        en:
          "This file is UTF-8 but for \(rows.count == 1 ? "row" : "rows") \(list.english), where characters were read "
          + "as Windows-1252.")
    case .encoding(.all(let encoding)):
      let name = encoding == .macintosh ? "Macintosh" : encoding == .msDOS ? "MS-DOS" : "Windows"
      return Bilingual(
        nl: "Dit bestand is geen UTF-8; het is gelezen als tekst van \(name), wat de leesbaarste namen geeft.",
        en: "This file is not UTF-8; it was read as text of \(name), which gives the most readable names.")
    case .damagedText(let cell, let text, let damage):
      switch damage {
      case .replaced:
        return Bilingual(
          nl: "In cel \(cell) (\"\(text.excerpt)\") ging een teken verloren voordat het bestand werd bewaard.",
          en: "In cell \(cell) (\"\(text.excerpt)\") a character was lost before the file was saved.")
      case .doublyEncoded(let meant):
        return Bilingual(
          nl: "Cel \(cell) (\"\(text.excerpt)\") is twee keer omgezet; waarschijnlijk is \"\(meant.excerpt)\" bedoeld.",
          en: "Cell \(cell) (\"\(text.excerpt)\") was converted twice; \"\(meant.excerpt)\" was probably meant.")
      case .invisible:
        return Bilingual(
          nl: "Cel \(cell) bevat een teken dat niemand ziet.", en: "Cell \(cell) holds a character that nobody sees.")
      }
    case .furtherProblems(let count):
      return Bilingual(
        nl: "Nog \(count) rijen of kolommen hebben eenzelfde probleem als de \(CSVLimits.problemsOfAKind) hierboven.",
        en: "Another \(count) rows or columns have a problem like the \(CSVLimits.problemsOfAKind) above.")
    }
  }
}
