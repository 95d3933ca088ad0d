import Terms

extension CSVProblem {
  var remedy: Bilingual {
    switch self {
    case .empty, .noHeader:
      return Bilingual(
        nl: "Zet op de eerste rij de kolomnamen en daaronder de gegevens, of haal een bestand dat niet nodig is weg.",
        en: "Put the column names on the first row and the data below, or remove a file that is not needed.")
    case .fileTooLarge, .tooManyRows, .tooManyCells:
      return Bilingual(
        nl: "Bewaar alleen de rijen en kolommen die de studie gebruikt.",
        en: "Keep only the rows and columns that the study uses.")
    case .foreign(.excelWorkbook), .foreign(.openDocument), .foreign(.oldExcelWorkbook):
      return Bilingual(
        nl: "Open het in het rekenblad en bewaar het blad met Opslaan als, soort \"CSV UTF-8\". De naam veranderen is "
          + "niet genoeg.",
        en: "Open it in the spreadsheet and keep the sheet with Save as, type \"CSV UTF-8\". Changing the name is not "
          + "enough.")
    case .foreign:
      return Bilingual(
        nl: "Zet hier de tabel zelf neer, in het rekenblad bewaard als \"CSV UTF-8\".",
        en: "Put the table itself here, saved by the spreadsheet as \"CSV UTF-8\".")
    case .binary, .damagedUTF16, .damagedUTF8, .unknownCharacter:
      return Bilingual(
        nl: "Open het bestand in het rekenblad, kijk of alle namen goed te lezen zijn en bewaar het als \"CSV UTF-8\".",
        en: "Open the file in the spreadsheet, see whether all names can be read and save it as \"CSV UTF-8\".")
    case .unknownSeparator:
      return Bilingual(
        nl: "Scheid de cellen met ; of , of een tab, en schrijf bijvoorbeeld sep=; of haal die regel weg.",
        en: "Separate the cells by ; or , or a tab, and write for example sep=; or remove that line.")
    case .unclosedQuote:
      return Bilingual(
        nl: "Zet achter de tekst van deze cel een aanhalingsteken, of haal het eerste weg. Een aanhalingsteken dat bij "
          + "de tekst hoort, wordt dubbel geschreven: \"\".",
        en:
          "Put a quotation mark after this cell's text, or remove the first one. A quotation mark that belongs to the "
          + "text is written twice: \"\".")
    case .cellTooLong:
      return Bilingual(
        nl: "Kort de tekst in. Begint de cel met een aanhalingsteken (\"), kijk dan of het gesloten wordt.",
        en: "Shorten the text. If the cell opens with a quotation mark (\"), see whether it is closed.")
    case .tooManyColumns:
      return Bilingual(
        nl: "Bewaar alleen de kolommen van de tabel. Staat alles op een regel, dan ontbreken de regeleinden.",
        en: "Keep only the table's columns. If everything is on one line, the line breaks are missing.")
    case .textAfterQuote:
      return Bilingual(
        nl: "Zet de hele tekst tussen aanhalingstekens en schrijf elk aanhalingsteken daarbinnen dubbel: "
          + "\"de \"\"rode\"\" lijst\".",
        en: "Put the whole text in quotation marks and write each one inside it twice: \"the \"\"red\"\" list\".")
    case .controlCharacter:
      return Bilingual(
        nl: "Maak de cel leeg en typ de tekst opnieuw.", en: "Clear the cell and type its text again.")
    case .excessCell:
      return Bilingual(
        nl: "Zet een tekst waar het scheidingsteken in voorkomt tussen aanhalingstekens (\"), of haal de cellen rechts "
          + "van de laatste kolom weg.",
        en: "Put a text that holds the separator in quotation marks (\"), or remove the cells to the right of the last "
          + "column.")
    case .duplicateColumn:
      return Bilingual(nl: "Haal een van beide kolommen weg.", en: "Remove one of the two columns.")
    case .unnamedColumn:
      return Bilingual(
        nl: "Geef de kolom een naam (een eigen opmerking hoort in de kolom toelichting) of maak haar leeg.",
        en: "Give the column a name (a remark of your own belongs in the column note) or clear it.")
    case .spreadsheetErrorAsComment:
      return Bilingual(
        nl: "Herstel de formule in het rekenblad en bewaar het bestand opnieuw.",
        en: "Mend the formula in the spreadsheet and save the file again.")
    case .encoding:
      return Bilingual(
        nl: "Kijk of de namen met accenten kloppen, en bewaar het bestand als \"CSV UTF-8\": dan vervalt deze melding.",
        en:
          "See whether the names with accents are right, and save the file as \"CSV UTF-8\": then this notice goes away."
      )
    case .damagedText(_, _, .invisible):
      return Bilingual(
        nl: "Typ de tekst van de cel opnieuw.", en: "Type the text of the cell again.")
    case .damagedText(_, _, .doublyEncoded(let meant)):
      return Bilingual(nl: "Schrijf \(meant.excerpt).", en: "Write \(meant.excerpt).")
    case .damagedText:
      return Bilingual(
        nl: "Typ de naam opnieuw, of bewaar het oorspronkelijke bestand als \"CSV UTF-8\".",
        en: "Type the name again, or save the original file as \"CSV UTF-8\".")
    case .furtherProblems:
      return Bilingual(
        nl: "Herstel eerst de genoemde en lees de studie opnieuw.",
        en: "Mend those named first and read the study again.")
    }
  }
}
