import CostEngine

/// A chart with its heading, and its figures in a table that can be opened.
struct PageFigure {
  var chart: Chart
  var table: PageTable
  /// What stands under the chart.
  var note: String?
  var language: Language

  var markup: Markup {
    """
    <figure class="chart"><figcaption>\(chart.title)</figcaption>\(chart.markup)\
    \(note.map { "<p class=\"note\">\($0)</p>" as Markup })\
    <details class="data"><summary>\(language(nl: "Cijfers bij deze figuur", en: "Figures of this chart"))\
    <span class="sr">: \(chart.title)</span></summary>\(table.markup)</details></figure>
    """
  }
}
