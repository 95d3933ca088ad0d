import Terms

extension WorkbookProblem {
  /// What is wrong, in a sentence.
  public var problem: Bilingual {
    switch self {
    case .empty: return Bilingual(nl: "Het bestand is leeg.", en: "The file is empty.")
    case .foreign(let format):
      return Bilingual(
        nl: "Dit is \(format.name.dutch), geen werkmap (xlsx).",
        en: "This is \(format.name.english), not a workbook (xlsx).")
    case .notAWorkbook:
      return Bilingual(nl: "Dit is geen werkmap van een rekenblad.", en: "This is not the workbook of a spreadsheet.")
    case .encrypted:
      return Bilingual(
        nl: "Het bestand is met een wachtwoord beveiligd.", en: "The file is protected by a password.")
    case .oldWorkbook:
      return Bilingual(
        nl: "Dit is een werkmap in de oude indeling van voor 2007 (xls).",
        en: "This is a workbook in the old format of before 2007 (xls).")
    case .binaryWorkbook:
      return Bilingual(
        nl: "Dit is een werkmap in de binaire indeling (xlsb).", en: "This is a workbook in the binary format (xlsb).")
    case .openDocument:
      return Bilingual(
        nl: "Dit is een OpenDocument-bestand (ods), geen werkmap van Excel (xlsx).",
        en: "This is an OpenDocument file (ods), not an Excel workbook (xlsx).")
    case .nestedArchive(let name):
      return Bilingual(
        nl: "Dit is een ingepakte map met bestanden, zoals \(quoted(name)), geen werkmap.",
        en: "This is a compressed folder of files, such as \(quoted(name)), not a workbook.")
    case .archive(let problem): return problem.sentence
    case .document(let part, let problem): return problem.sentence(part: part)
    case .missingPart(let part):
      return Bilingual(
        nl: "De werkmap is niet volledig: het deel \(quoted(part)) ontbreekt.",
        en: "The workbook is not complete: its part \(quoted(part)) is missing.")
    case .damagedPart(let part):
      return Bilingual(
        nl: "De werkmap is beschadigd: in het deel \(quoted(part)) staat iets dat daar niet kan staan.",
        en: "The workbook is damaged: its part \(quoted(part)) holds something that cannot be there.")
    case .damagedCell(let sheet, let cell):
      return Bilingual(
        nl: "De werkmap is beschadigd: op blad \(quoted(sheet)) is cel \(cell) niet te lezen.",
        en: "The workbook is damaged: on sheet \(quoted(sheet)) cell \(cell) cannot be read.")
    case .damagedRow(let sheet, let row):
      return Bilingual(
        nl: "De werkmap is beschadigd: op blad \(quoted(sheet)) heeft de rij na rij \(row) geen nummer dat kan.",
        en: "The workbook is damaged: on sheet \(quoted(sheet)) the row after row \(row) has no number that can be.")
    case .repeatedCell(let sheet, let cell):
      return Bilingual(
        nl: "De werkmap is beschadigd: op blad \(quoted(sheet)) staat cel \(cell) er twee keer.",
        en: "The workbook is damaged: on sheet \(quoted(sheet)) cell \(cell) is there twice.")
    case .repeatedRow(let sheet, let row):
      return Bilingual(
        nl: "De werkmap is beschadigd: op blad \(quoted(sheet)) staat rij \(row) er twee keer.",
        en: "The workbook is damaged: on sheet \(quoted(sheet)) row \(row) is there twice.")
    case .textTooLong(let sheet, let cell):
      return Bilingual(
        nl: "Op blad \(quoted(sheet)) is de tekst van cel \(cell) langer dan een rekenblad toestaat (32.767 tekens).",
        en: "On sheet \(quoted(sheet)) the text of cell \(cell) is longer than a spreadsheet allows (32,767 "
          + "characters).")
    case .tooManyRows(let sheet):
      return Bilingual(
        nl: "Blad \(quoted(sheet)) heeft meer rijen dan een rekenblad toestaat (1.048.576).",
        en: "Sheet \(quoted(sheet)) has more rows than a spreadsheet allows (1,048,576).")
    case .tooManyColumns(let sheet, let row):
      return Bilingual(
        nl: "Blad \(quoted(sheet)) heeft in rij \(row) meer kolommen dan een rekenblad toestaat (16.384).",
        en: "Sheet \(quoted(sheet)) has more columns in row \(row) than a spreadsheet allows (16,384).")
    case .tooManyCells:
      return Bilingual(
        nl: "De werkmap heeft meer dan 5 miljoen cellen en opmerkingen.",
        en: "The workbook has more than 5 million cells and notes.")
    case .tooManySheets:
      return Bilingual(
        nl: "De werkmap heeft meer dan 2.000 bladen.", en: "The workbook has more than 2,000 sheets.")
    }
  }

  /// What somebody who was sent the file can do.
  public var remedy: Bilingual {
    switch self {
    case .encrypted, .archive(.encrypted):
      return Bilingual(
        nl: "Haal in Excel het wachtwoord eraf (Bestand, Info, Werkmap beveiligen) en bewaar opnieuw.",
        en: "Remove the password in Excel (File, Info, Protect Workbook) and save again.")
    case .oldWorkbook, .binaryWorkbook, .openDocument:
      return Bilingual(
        nl:
          "Open het in het rekenblad en kies Opslaan als, soort \"Excel-werkmap (.xlsx)\". De naam veranderen is niet "
          + "genoeg.",
        en: "Open it in the spreadsheet and choose Save as, type \"Excel Workbook (.xlsx)\". Changing the name is not "
          + "enough.")
    case .nestedArchive:
      return Bilingual(
        nl: "Pak de map uit en geef de werkmappen die erin zitten.",
        en: "Extract the folder and give the workbooks that are in it.")
    case .empty, .foreign, .notAWorkbook:
      return Bilingual(
        nl: "Vraag de werkmap zelf op, in het rekenblad bewaard als \"Excel-werkmap (.xlsx)\".",
        en: "Ask for the workbook itself, saved by the spreadsheet as \"Excel Workbook (.xlsx)\".")
    case .archive(.archiveTooLarge), .archive(.tooManyEntries), .archive(.ratio), .archive(.expandedTooLarge),
      .archive(.zip64), .tooManyRows, .tooManyColumns, .tooManyCells, .tooManySheets:
      return Bilingual(
        nl: "Bewaar alleen de bladen, rijen en kolommen die zijn ingevuld; verwijder ook lege rijen met opmaak en "
          + "afbeeldingen.",
        en: "Keep only the sheets, rows and columns that were filled in; also delete blank rows with formatting, and "
          + "images.")
    case .textTooLong:
      return Bilingual(nl: "Kort de tekst van deze cel in.", en: "Shorten the text of this cell.")
    case .archive, .document, .missingPart, .damagedPart, .damagedCell, .damagedRow, .repeatedCell, .repeatedRow:
      return Bilingual(
        nl: "Open het bestand in Excel of LibreOffice en bewaar het opnieuw als xlsx; lukt dat niet, vraag het dan "
          + "opnieuw op.",
        en: "Open the file in Excel or LibreOffice and save it again as xlsx; if that fails, ask for it again.")
    }
  }
}

extension ZipProblem {
  fileprivate var sentence: Bilingual {
    switch self {
    case .notAnArchive, .compoundFile: return WorkbookProblem.notAWorkbook.problem
    case .encrypted: return WorkbookProblem.encrypted.problem
    case .archiveTooLarge:
      return Bilingual(nl: "Het bestand is groter dan 64 MB.", en: "The file is larger than 64 MB.")
    case .tooManyEntries:
      return Bilingual(
        nl: "De werkmap bestaat uit meer dan 10.000 delen.", en: "The workbook consists of more than 10,000 parts.")
    case .zip64:
      return Bilingual(
        nl: "De werkmap is ingepakt in de indeling voor meer dan 4 GB (Zip64).",
        en: "The workbook is packed in the format for more than 4 GB (Zip64).")
    case .severalDisks:
      return Bilingual(
        nl: "Dit is een deel van een bestand dat in stukken is verdeeld.",
        en: "This is a part of a file that was divided into pieces.")
    case .compression(let name, let number):
      return Bilingual(
        nl: "Het deel \(quoted(name)) van de werkmap is ingepakt op een wijze die geen rekenblad gebruikt (\(number)).",
        en: "Part \(quoted(name)) of the workbook is packed in a way that no spreadsheet uses (\(number)).")
    case .duplicateName(let name):
      return Bilingual(
        nl: "De werkmap is beschadigd: het deel \(quoted(name)) staat er twee keer in.",
        en: "The workbook is damaged: its part \(quoted(name)) is there twice.")
    case .outsideName(let name):
      return Bilingual(
        nl: "Geen rekenblad maakt zo'n werkmap: het deel \(quoted(name)) wijst naar een plaats erbuiten.",
        en: "No spreadsheet makes such a workbook: its part \(quoted(name)) points to a place outside it.")
    case .differentName(let name):
      return Bilingual(
        nl: "De werkmap is beschadigd: het deel \(quoted(name)) heet op twee plaatsen anders.",
        en: "The workbook is damaged: its part \(quoted(name)) has different names in two places.")
    case .overlap(let name):
      return Bilingual(
        nl: "Geen rekenblad maakt zo'n werkmap: het deel \(quoted(name)) overlapt met een ander.",
        en: "No spreadsheet makes such a workbook: its part \(quoted(name)) overlaps with another one.")
    case .ratio(let name):
      return Bilingual(
        nl: "Uitgepakt wordt het deel \(quoted(name)) van de werkmap meer dan 200 keer zo groot.",
        en: "Unpacked, part \(quoted(name)) of the workbook becomes more than 200 times as large.")
    case .expandedTooLarge:
      return Bilingual(
        nl: "Uitgepakt is de werkmap groter dan 256 MB.", en: "Unpacked, the workbook is larger than 256 MB.")
    case .damaged(let name?):
      return Bilingual(
        nl: "Het bestand is beschadigd: het deel \(quoted(name)) is niet heel aangekomen.",
        en: "The file is damaged: its part \(quoted(name)) did not arrive whole.")
    case .damaged:
      return Bilingual(
        nl: "Het bestand is beschadigd of afgebroken: het einde van de werkmap ontbreekt of klopt niet.",
        en: "The file is damaged or cut off: the end of the workbook is missing or wrong.")
    }
  }
}

extension XMLProblem {
  fileprivate func sentence(part: String) -> Bilingual {
    let part = quoted(part)
    switch self {
    case .damaged(let offset):
      return Bilingual(
        nl: "De werkmap is beschadigd: het deel \(part) is geen geldige XML (bij byte \(offset)).",
        en: "The workbook is damaged: its part \(part) is not valid XML (near byte \(offset)).")
    case .documentType, .entity:
      return Bilingual(
        nl:
          "Geen rekenblad maakt zo'n werkmap: het deel \(part) beschrijft XML-entiteiten, en die worden niet gelezen.",
        en: "No spreadsheet makes such a workbook: its part \(part) has XML entities, which are not read.")
    case .encoding(let name):
      return Bilingual(
        nl: "Het deel \(part) van de werkmap heeft de tekencodering \(quoted(name)) in plaats van UTF-8.",
        en: "Part \(part) of the workbook has the encoding \(quoted(name)) instead of UTF-8.")
    case .tooDeep, .tooManyAttributes, .nameTooLong:
      return Bilingual(
        nl: "Geen rekenblad maakt zo'n werkmap: het deel \(part) is ingewikkelder dan een blad kan zijn.",
        en: "No spreadsheet makes such a workbook: its part \(part) is more intricate than a sheet can be.")
    }
  }
}
