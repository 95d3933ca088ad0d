import CostEngine

/// The regions of the Netherlands as tiles, each roughly in its geographical position.
struct TileMap {
  struct Tile {
    var code: String
    var name: String
    /// Text on the tile.
    var text: String
    /// Class 0 (lowest) ... 4.
    var shade: Int
    var tip: String
    /// Target of the tile's link; nil for none.
    var link: String?
    var isChosen: Bool
  }

  var id: String
  var title: String
  var description: String
  var tiles: [Tile]
  /// The four amounts that separate the shades.
  var limits: [String]

  /// Column and row of each safety region by its code, chosen by its neighbours on the map (Wet veiligheidsregio's,
  /// annex to article 8).
  static let places: [String: (column: Int, row: Int)] = [
    "VR02": (3, 0), "VR01": (4, 0),
    "VR10": (1, 1), "VR04": (3, 1), "VR03": (4, 1),
    "VR12": (0, 2), "VR11": (1, 2), "VR25": (2, 2), "VR06": (3, 2), "VR05": (4, 2),
    "VR13": (1, 3), "VR14": (2, 3), "VR07": (3, 3),
    "VR15": (0, 4), "VR16": (1, 4), "VR09": (2, 4), "VR08": (3, 4),
    "VR17": (0, 5), "VR18": (1, 5), "VR21": (2, 5), "VR23": (3, 5),
    "VR19": (0, 6), "VR20": (1, 6), "VR22": (2, 6), "VR24": (3, 6),
  ]

  var chart: Chart {
    // As wide as its tiles, so that it is printed as large as possible.
    Chart(
      id: id, title: title, description: description, wide: Chart.Canvas(width: 632), height: height, content: draw)
  }

  private func tile(_ canvas: Chart.Canvas) -> (width: Double, height: Double) {
    canvas.isNarrow ? (60, 46) : (120, 58)
  }

  private func height(_ canvas: Chart.Canvas) -> Double { 7 * (tile(canvas).height + 4) + 50 }

  private func draw(_ canvas: Chart.Canvas) -> Markup {
    let size = tile(canvas)
    let left = canvas.isNarrow ? 0.0 : 8
    var markup: Markup = ""
    for tile in tiles {
      guard let place = Self.places[tile.code] else { continue }
      let x = left + Double(place.column) * (size.width + 4)
      let y = Double(place.row) * (size.height + 4)
      let center = x + size.width / 2
      var piece = Chart.box(
        x, y, size.width, size.height, tile.isChosen ? "tile s\(tile.shade) chosen" : "tile s\(tile.shade)")
      let ink = "on\(tile.shade)"
      if canvas.isNarrow {
        piece += Chart.label(tile.code, x: center, y: y + 18, anchor: .middle, style: "l \(ink)")
        piece += Chart.label(tile.text, x: center, y: y + 36, anchor: .middle, style: "l strong \(ink)")
      } else {
        let lines = Chart.lines(tile.name.isEmpty ? tile.code : tile.name, width: 17, atMost: 2)
        for (number, line) in lines.enumerated() {
          piece += Chart.label(
            line, x: center, y: y + (lines.count == 1 ? 23 : 16) + 14 * Double(number), anchor: .middle,
            style: "small \(ink)")
        }
        piece += Chart.label(tile.text, x: center, y: y + 49, anchor: .middle, style: "l strong \(ink)")
      }
      let mark = Chart.mark(tile.tip, piece)
      markup += tile.link.map { "<a href=\"\($0)\">\(mark)</a>" } ?? mark
    }
    return markup + legend(canvas)
  }

  private func legend(_ canvas: Chart.Canvas) -> Markup {
    let top = height(canvas) - 34
    let width = canvas.isNarrow ? 60.0 : 84
    let left = canvas.isNarrow ? 10.0 : 8
    var markup: Markup = ""
    for shade in 0..<5 { markup += Chart.box(left + Double(shade) * width, top, width, 10, "tile s\(shade)") }
    for (index, text) in limits.enumerated() {
      markup += Chart.label(text, x: left + Double(index + 1) * width, y: top + 26, anchor: .middle, style: "small")
    }
    return markup
  }
}
