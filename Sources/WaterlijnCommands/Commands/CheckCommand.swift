import Analyses
import Reports
import StudyFiles
import Terms

/// `waterlijn check STUDY`
enum CheckCommand {
  static let command = Command(
    CommandDescription(
      name: "check",
      operands: .study,
      summary: Bilingual(
        nl: "zoekt fouten in een studie en toont wat er gelezen is", en: "looks for mistakes and shows what was read"),
      explanation: Bilingual(
        nl: """
          Leest de studie en noemt alle fouten tegelijk: bestand, rij, kolom, wat er mis
          is en hoe u het herstelt. Zijn er geen fouten, dan ziet u wat er gelezen is,
          welk deel van de gegevens regio's zelf hebben opgegeven en welk deel is
          aangenomen, en wat de aandacht verdient.

          Getallen die waarschijnlijk niet zo bedoeld zijn, staan apart als twijfels, met
          wat te verwachten is en hoe het waarschijnlijk moet zijn. Een toelichting in de
          rij die het getal uitlegt, sluit de twijfel. Met --strict eindigt de opdracht
          met status 3 zolang er open twijfels zijn. Met --out komt elke melding ook in
          een tabel, met bestand, rij en kolom.
          """,
        en: """
          Reads the study and names all mistakes at once: file, row, column, what is wrong
          and how to mend it. If there are none you see what was read, which share of the
          figures regions reported themselves and which share is assumed, and what
          deserves attention.

          Figures that are probably not what was meant stand apart as doubts, with what
          is expected and how it probably should be. A note in the row that explains the
          figure closes the doubt. With --strict the command ends with status 3 as long
          as there are open doubts. With --out every message is in a table too, with file,
          row and column.
          """),
      examples: [
        Bilingual(nl: "waterlijn check mijn-studie", en: "waterlijn check my-study --language en"),
        Bilingual(
          nl: "waterlijn check mijn-studie --out controle --csv-locale nl",
          en: "waterlijn check my-study --out found --language en"),
      ],
      options: [
        .strict,
        .out.worded(
          help: Bilingual(
            nl: "map voor \(MessagesCSV.fileName); zonder: alleen tekst",
            en: "folder for \(MessagesCSV.fileName); without: text only")),
        .language, .csvLocale, .help,
      ]),
    isLong: false
  ) { arguments, context in
    let folder = arguments.operands[0]
    var reading = context.readStudy(at: folder)
    reading.diagnostics += TailCheck.notices(reading, workers: context.workers(arguments.threads))
    let written = context.finish(
      arguments, reading.examples,
      reading.checkText(folder: folder, language: context.language, isStrict: arguments.isStrict),
      files: [
        OutputFile(
          name: MessagesCSV.fileName,
          bytes: MessagesCSV.csv(reading.diagnostics, language: context.language, locale: arguments.csvLocale))
      ])
    guard written == .success else { return written }
    let isRefused = arguments.isStrict && reading.diagnostics.contains { $0.severity == .doubt }
    return reading.study == nil || isRefused ? .invalidStudy : .success
  }
}
