import CostEngine
import Terms

/// A table of the page, which can be copied to a spreadsheet and, optionally, sorted.
///
/// On a screen as narrow as a phone's each row is a block with a line for each cell, which the page's script gives the
/// title of its column: of a table that scrolls sideways amounts would be cut at the edge.
struct PageTable {
  struct Column {
    var title: String
    var isNumber: Bool

    static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
    static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  struct Cell {
    var content: Markup
    /// The value used for sorting and copying, as precise as it is shown; nil for a text.
    var value: Double?

    static func text(_ text: String) -> Cell { Cell(content: "\(text)", value: nil) }
    static let empty = Cell(content: "", value: nil)
  }

  struct Row {
    /// The subject of the row; its first cell.
    var header: Markup
    var cells: [Cell]
    /// Whether it stays at the end when the table is sorted.
    var isTotal = false
    /// Code of the region that the row is about.
    var region: String?
    /// Whether it is part of a row above it.
    var isPart = false
    /// Whether it is the row that the page is about.
    var isChosen = false
  }

  var caption: String
  var columns: [Column]
  var rows: [Row]
  var isSortable = false
  var language: Language

  var markup: Markup {
    """
    <div class="table"><button type="button" class="copy js" hidden>\(language(nl: "Kopieer tabel", en: "Copy table"))\
    <span class="sr"> \(caption)</span></button>\
    <div class="scroll" tabindex="0" role="group" aria-label="\(caption)">\
    <table\(isSortable ? " class=\"sortable\"" as Markup : "")><caption>\(caption)</caption>\(head)<tbody>\(rows.map(row))</tbody>\
    </table></div></div>
    """
  }

  private var head: Markup {
    let cells = columns.map { column -> Markup in
      column.isNumber ? "<th scope=\"col\" class=\"n\">\(column.title)</th>" : "<th scope=\"col\">\(column.title)</th>"
    }
    return "<thead><tr>\(cells)</tr></thead>"
  }

  private func row(_ row: Row) -> Markup {
    var attributes: Markup = ""
    if row.isTotal { attributes += " class=\"sum\"" }
    if row.isPart { attributes += " class=\"part\"" }
    if row.isChosen { attributes += " class=\"chosen\"" }
    if let region = row.region { attributes += " data-region=\"\(region)\"" }
    let cells = zip(columns.dropFirst(), row.cells).map { column, cell -> Markup in
      let kind: Markup = column.isNumber ? " class=\"n\"" : ""
      guard let value = cell.value else { return "<td\(kind)>\(cell.content)</td>" }
      return "<td\(kind) data-v=\"\(NumberFormat.machine.shortest(value))\">\(cell.content)</td>"
    }
    return "<tr\(attributes)><th scope=\"row\">\(row.header)</th>\(cells)</tr>"
  }
}
