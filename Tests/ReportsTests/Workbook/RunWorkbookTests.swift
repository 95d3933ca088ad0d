import CostEngine
import Terms
import TestSupport
import Testing

@testable import Reports

/// The workbook of a run, as other programs read it.
@Suite(.serialized, .enabled(if: Tool.python.isInstalled && Tool.soffice.isInstalled, "LibreOffice is not installed"))
struct RunWorkbookTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=HYPERLINK(\"http://x\",\"y\")", "+1", "-1", "@x",
    "a & b's", "😀 é", "=1+1", " spatie ", "regel\nbreuk",
  ]

  static func content(_ study: Study, selection: Selection? = nil) -> RunContent {
    RunContent(
      study: study,
      results: SmallStudy.results(base: [1_000_000, 800_000], spread: 0.2, selection: selection, study: study),
      toolVersion: "1.0", sampler: .latinHypercube, seed: 2027, populations: [654_019, 1_345_981],
      coverage: [.init(reported: 3, assumed: 4), .init(reported: 0, assumed: 7)], notices: 0, outputFolder: nil)
  }

  static let assumptions = [
    WrittenTable(
      file: "staffing.csv", columns: ["regio", "functie", "personen", "verloop"].map { Bilingual(same: $0) },
      keys: [0, 1],
      rows: [
        .init(number: 2, cells: ["*", "OVD", "8..14", ""], source: "aanname, zie toelichting", note: "-1 is tekst"),
        .init(number: 5, cells: ["VR17", "OVD", "", "5%"], source: "opgave", note: ""),
      ])
  ]
  static let inputs = [HashedFile(name: "staffing.csv", byteCount: 1234, sha256: String(repeating: "0a", count: 32))]

  static func bytes(_ study: Study, selection: Selection? = nil, language: Language = .dutch) -> [UInt8] {
    RunWorkbook.bytes(
      content(study, selection: selection), assumptions: assumptions, inputs: inputs, language: language)
  }

  /// Invented figures used to be on no sheet.
  @Test func inventedFiguresAreMarkedOnEverySheet() throws {
    var content = Self.content(SmallStudy.study())
    content.examples = ExampleRows(invented: 1, all: 2)
    var assumptions = Self.assumptions
    assumptions[0].rows[1].source = "voorbeeld"
    let reader = try WorkbookReader(
      RunWorkbook.bytes(content, assumptions: assumptions, inputs: Self.inputs, language: .dutch))
    let lines = try reader.lines(
      """
      print(all(sheet['A2'].value.startswith('Voorbeeld: van de 2 regels invoer is er 1 verzonnen') for sheet in book))
      print([cell.value for cell in book['Aannames']['F']][-1])
      """)
    #expect(lines == ["True", "voorbeeld"])
  }

  @Test func sheetsAreAsAnAccountantWantsThem() throws {
    let reader = try WorkbookReader(Self.bytes(SmallStudy.paid(.ownRegion)))
    let lines = try reader.lines(
      """
      for sheet in book:
          widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[4]]
          assert all(8 <= width <= 68 for width in widths), widths
          assert sheet.page_setup.orientation == 'landscape' and sheet.sheet_properties.pageSetUpPr.fitToPage
          print(sheet.title, sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows, len(sheet._charts), sep='|')
      print(', '.join(sorted(book.defined_names)))
      print(book.properties.title, book.properties.creator)
      """)
    #expect(
      lines == [
        "Samenvatting|D5|A4:M20|$4:$4|1", "Verloop|B5|A4:C6|$4:$4|1", "Per regio|D5|A4:V8|$4:$4|0",
        "Per jaar|E5|A4:AE16|$4:$4|0", "Kostenregels|E5|A4:O16|$4:$4|0", "Zekerheid|F5|A4:V40|$4:$4|0",
        "Paren|E5|A4:I7|$4:$4|0",
        "Wie betaalt|E5|A4:R16|$4:$4|0", "Aannames|E5|A4:H6|$4:$4|0", "Herkomst|A5|A4:C23|$4:$4|0",
        "Prijspeil, Startwaarde, Tabel_Aannames, Tabel_Herkomst, Tabel_Kostenregels, Tabel_Paren, Tabel_Per_jaar, "
          + "Tabel_Per_regio, Tabel_Samenvatting, Tabel_Verloop, Tabel_Wie_betaalt, Tabel_Zekerheid, "
          + "Trekkingen",
        "Klein onderzoek Waterlijn",
      ])
  }

  @Test func cellsHaveTypesAndFormats() throws {
    let reader = try WorkbookReader(Self.bytes(SmallStudy.study()))
    let lines = try reader.lines(
      """
      def show(sheet, *cells):
          for name in cells:
              cell = book[sheet][name]
              print(sheet, name, cell.data_type, repr(cell.value), cell.number_format, cell.font.b, sep='|')
      show('Samenvatting', 'A4', 'A5', 'B5', 'F5', 'L5', 'J5')
      show('Verloop', 'A5', 'B5', 'A8', 'B8')
      show('Per regio', 'C5', 'D5', 'F5', 'K5', 'F10', 'F11', 'D12', 'F12', 'G12')
      show('Per jaar', 'D5', 'K5')
      show('Kostenregels', 'O5', 'E18')
      show('Aannames', 'A5', 'B5', 'C5', 'D5', 'E5', 'F5', 'H5', 'D6')
      show('Herkomst', 'B8', 'B9', 'B13')
      print(book['Herkomst']['A4'].fill.fgColor.rgb, book.defined_names['Startwaarde'].attr_text)
      """)
    #expect(lines == Self.cells, "\(lines.joined(separator: "\n"))")
  }

  private static let euro = "\"€\" #,##0;-\"€\" #,##0"
  private static let cells = [
    "Samenvatting|A4|s|'Bedrag'|General|True",
    "Samenvatting|A5|s|'Meerkosten'|General|False",
    "Samenvatting|B5|s|'2027-2028'|General|False",
    "Samenvatting|F5|n|1000000|\(euro)|False",
    "Samenvatting|L5|f|'=F5-G5'|\(euro)|False",
    "Samenvatting|J5|n|1|0.0%|False",
    "Verloop|A5|n|2027|0|False",
    "Verloop|B5|n|400000|\(euro)|False",
    "Verloop|A8|s|'Totaal'|General|True",
    "Verloop|B8|f|'=SUM(B5:B6)'|\(euro)|True",
    "Per regio|C5|s|'Fryslân'|General|False",
    "Per regio|D5|n|654019|#,##0|False",
    "Per regio|F5|n|300000|\(euro)|False",
    "Per regio|K5|f|'=F5/D5'|\"€\" #,##0.00;-\"€\" #,##0.00|False",
    "Per regio|F10|f|'=SUMPRODUCT(EXACT(A$5:A$8,$A10)*F$5:F$8)'|\(euro)|True",
    "Per regio|F11|n|0|\(euro)|True",
    "Per regio|D12|f|'=D10'|#,##0|True",
    "Per regio|F12|f|'=F10+F11'|\(euro)|True",
    "Per regio|G12|n|671000|\(euro)|True",
    "Per jaar|D5|n|2027|0|False",
    "Per jaar|K5|f|'=H5-E5'|\(euro)|False",
    "Kostenregels|O5|f|'=SUM(E5:N5)'|\(euro)|False",
    "Kostenregels|E18|f|'=SUMPRODUCT(EXACT(A$5:A$16,$A18)*EXACT(B$5:B$16,$B18)*E$5:E$16)'|\(euro)|True",
    "Aannames|A5|s|'staffing.csv'|General|False",
    "Aannames|B5|n|2|0|False",
    "Aannames|C5|s|'* / OVD'|General|False",
    "Aannames|D5|s|'personen'|General|False",
    "Aannames|E5|s|'8..14'|General|False",
    "Aannames|F5|s|'ja'|General|False",
    "Aannames|H5|s|'-1 is tekst'|General|False",
    "Aannames|D6|s|'verloop'|General|False",
    "Herkomst|B8|n|10000|#,##0|False",
    "Herkomst|B9|n|2027|0|False",
    "Herkomst|B13|n|0|0.00%|False",
    "FFDCE6F1 'Herkomst'!$B$9",
  ]

  @Test(arguments: [Language.dutch, .english]) func recalculatingChangesNoTotal(language: Language) throws {
    let reader = try WorkbookReader(Self.bytes(SmallStudy.paid(.ownRegion), language: language))
    // By sheet: 16 x 2, 2, 4 x 2 + 2 (9 + 11), 12 x 2, 12 + 2 x 11, 12 x 4 of who pays, and 36 x 8 + 4 x 17 of certainty.
    let found = try reader.recalculated()
    #expect(found == ["544 formulas, 2 charts"])
  }

  /// A region that was chosen by itself, and a run without a country.
  @Test func someRegions() throws {
    let study = SmallStudy.study()
    let one = try WorkbookReader(Self.bytes(study, selection: Selection(scenarios: [1], regions: [1])))
    // By sheet: 6 x 2, 1, 2, 2 x 2, 2 + 11, and 3 x 8 of certainty.
    let found = try one.recalculated()
    #expect(found == ["56 formulas, 2 charts"])
    let names = try one.lines("print(book['Samenvatting']['E5'].value, *book.sheetnames, sep='|')")
    #expect(
      names == ["Rotterdam-Rijnmond|Samenvatting|Verloop|Per regio|Per jaar|Kostenregels|Zekerheid|Aannames|Herkomst"])
  }

  /// Every text of a study stays text, and comes back as it was.
  @Test func textNeverBecomesAFormula() throws {
    for (index, text) in Self.hostile.enumerated() {
      var study = SmallStudy.study()
      study.title = text
      study.regions[0].code = text
      study.regions[0].name = text
      study.scenarios[0].code = text
      study.scenarios[0].name = text
      let tables = [
        WrittenTable(
          file: text, columns: [Bilingual(same: text), Bilingual(same: text)], keys: [0],
          rows: [.init(number: 2, cells: [text, text], source: text, note: text)])
      ]
      let bytes = RunWorkbook.bytes(
        Self.content(study), assumptions: tables, inputs: [.init(name: text, byteCount: 1, sha256: text)],
        language: .dutch)
      let reader = try WorkbookReader(bytes)
      let lines = try reader.lines(
        """
        text = sys.argv[2]
        found = {}
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == 's' and cell.value == text:
                        found[sheet.title] = found.get(sheet.title, 0) + 1
                    assert cell.data_type != 'f' or 'HYPERLINK' not in cell.value
                    assert cell.hyperlink is None
        print(found)
        """, [text])
      #expect(
        lines == [
          "{'Samenvatting': 12, 'Verloop': 1, 'Per regio': 9, 'Per jaar': 14, 'Kostenregels': 15, 'Zekerheid': 22, 'Paren': 5, "
            + "'Aannames': 6, 'Herkomst': 2}"
        ], "\(text)")
      if index == 2 { #expect(try reader.recalculated().count == 1) }
    }
  }

  /// Control characters, and more than a cell may hold: LibreOffice opens it, and finds every total.
  @Test func textThatNoCellHolds() throws {
    var study = SmallStudy.study()
    study.title = "a\u{1}\0\u{FFFE}\r_x0041_" + String(repeating: "lang ", count: 8000)
    study.regions[0].name = study.title
    study.scenarios[0].name = study.title
    let reader = try WorkbookReader(Self.bytes(study))
    let found = try reader.recalculated()
    #expect(found.count == 1 && found[0].hasSuffix(" formulas, 2 charts"), "\(found)")
    // 32,766 characters and the ellipsis. openpyxl leaves the two control characters as they are written, in seven.
    let lines = try reader.lines("text = book['Per regio']['C5'].value\nprint(len(text), text[-1])")
    #expect(lines == ["\(32_767 + 2 * 6) …"])
  }

  /// A doubt stands behind its cell, with its note if one explains it; the column is only there where there is one.
  @Test func doubtsStandBehindTheirCells() throws {
    func doubt(_ severity: Diagnostic.Severity, _ row: Int?, _ column: String?, _ text: String) -> Diagnostic {
      Diagnostic(
        severity, file: "staffing.csv", row: row, column: column, problem: Bilingual(same: text),
        remedy: Bilingual(same: "Kijk."))
    }
    var content = Self.content(SmallStudy.study())
    content.doubts = [
      doubt(.doubt, 2, "personen", "Veel."), doubt(.explained, 5, "bron", "Geen."), doubt(.doubt, 1, "nmae", "Naam."),
    ]
    let reader = try WorkbookReader(
      RunWorkbook.bytes(content, assumptions: Self.assumptions, inputs: Self.inputs, language: .dutch))
    let lines = try reader.lines(
      """
      for row in book['Aannames'].iter_rows(min_row=4, values_only=True):
          print(row[0], row[1], row[3], row[8], sep='|')
      """)
    #expect(
      lines == [
        "Tabel|Rij|Kolom|Twijfel", "staffing.csv|2|personen|open: Veel. Kijk.",
        "staffing.csv|5|verloop|verklaard: Geen. Kijk.", "staffing.csv|1|nmae|open: Naam. Kijk.",
      ])
  }

  /// Of a number of 16 digits a spreadsheet keeps 15: another seed.
  @Test(arguments: [(999_999_999_999_999, "n 999999999999999"), (1_234_567_890_123_457, "s 1234567890123457")])
  func aLongSeedIsText(seed: UInt64, cell: String) throws {
    var content = Self.content(SmallStudy.study())
    content.seed = seed
    let reader = try WorkbookReader(RunWorkbook.bytes(content, assumptions: [], inputs: [], language: .dutch))
    let lines = try reader.lines(
      "for row in book['Herkomst'].iter_rows():\n"
        + "    if row[0].value == 'Startwaarde': print(row[1].data_type, row[1].value)")
    #expect(lines == [cell])
  }
}

/// What needs no other program.
@Suite struct RunWorkbookBytesTests {
  /// A million more in a region used to lower the national items, and to leave the total as it was: the items were what
  /// the total left.
  @Test func nationalItemsAreFigures() throws {
    var content = RunWorkbookTests.content(SmallStudy.study())
    let results = content.results
    // The country has a million more than its regions, in each quantity of the first scenario.
    let quantities = ReportedQuantity.allCases.count - 1
    let years = results.years + 1
    for quantity in 0..<quantities {
      for year in 0..<years {
        content.results.summaries[(results.national * quantities + quantity) * years + year].mean += 1_000_000
      }
    }
    let sheet = RunWorkbook(content: content, assumptions: [], inputs: [], language: .dutch).regionsSheet
    let rows = sheet.totals.prefix(3)
    for column in [5, 15, 16, 17] {
      let cells = rows.map { $0[column].content }
      guard case .formula(let sum, let regions) = cells[0], case .number(let items) = cells[1],
        case .formula(let total, let whole) = cells[2]
      else {
        Issue.record("column \(column): \(cells)")
        continue
      }
      let name = SheetCell.columnName(column)
      #expect(sum.hasPrefix("SUMPRODUCT("))
      #expect(total == "\(name)10+\(name)11")
      // A hundredth of a cent: sums of doubles.
      #expect(abs(items - 1_000_000) < 1e-4 && abs(regions + items - whole) < 1e-4)
    }
  }

  @Test func sameContentSameBytes() {
    let study = SmallStudy.paid(.ownRegion)
    #expect(RunWorkbookTests.bytes(study) == RunWorkbookTests.bytes(study))
    #expect(RunWorkbookTests.bytes(study) != RunWorkbookTests.bytes(study, language: .english))
  }
}
