import CostEngine
import Terms

/// A chart with its heading, and its figures in a table that can be opened.
struct PageFigure {
  var chart: Chart
  var table: PageTable
  /// Text below the chart.
  var note: String?
  /// Whether the table below the chart is always visible.
  var showsTable = false
  var language: Language

  var markup: Markup {
    """
    <figure class="chart"><figcaption>\(chart.title)</figcaption>\(chart.markup)\
    \(note.map { "<p class=\"note\">\($0)</p>" as Markup })\(figures)</figure>
    """
  }

  private var figures: Markup {
    if showsTable { return table.markup }
    return """
      <details class="data"><summary>\(language(nl: "Cijfers bij deze figuur", en: "Figures of this chart"))\
      <span class="sr">: \(chart.title)</span></summary>\(table.markup)</details>
      """
  }
}
