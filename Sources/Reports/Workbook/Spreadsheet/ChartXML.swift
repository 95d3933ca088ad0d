import Terms

/// `xl/charts/chartN.xml` and `xl/drawings/drawingN.xml`, in DrawingML (ECMA-376 part 1, 21.2 and 20.5).
enum ChartXML {
  private static let chartSpace = "http://schemas.openxmlformats.org/drawingml/2006/chart"
  private static let drawingSpace = "http://schemas.openxmlformats.org/drawingml/2006/main"
  private static let sheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
  private static let unitsPerPixel = 9525

  /// Colours that colour-blind people can distinguish: M. Okabe and K. Ito, Color Universal Design (2008), without the
  /// yellow, which is too light on white.
  private static let colours = ["0072B2", "D55E00", "009E73", "CC79A7", "56B4E9", "E69F00", "000000"]
  /// Distinguishes lines in black and white.
  private static let dashes = ["solid", "dash", "sysDot", "dashDot", "lgDash", "lgDashDot", "sysDash"]
  private static let markers = ["circle", "square", "triangle", "diamond", "x", "plus", "star"]

  static func bytes(_ chart: SheetChart) -> [UInt8] {
    let series = chart.series.enumerated().map { self.series($1, number: $0, of: chart) }.joined()
    let plot: String
    switch chart.kind {
    case .lines:
      plot =
        "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>\(series)<c:marker val=\"1\"/>"
        + "<c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>"
    case .columns, .bars:
      plot =
        "<c:barChart><c:barDir val=\"\(chart.kind == .bars ? "bar" : "col")\"/><c:grouping val=\"clustered\"/>"
        + "<c:varyColors val=\"0\"/>\(series)<c:gapWidth val=\"60\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
    }
    let isLying = chart.kind == .bars
    // Bars are counted from below; the first category should be on top.
    let direction = isLying ? "maxMin" : "minMax"
    let ends =
      chart.range.map {
        "<c:max val=\"\(SheetXML.text($0.upperBound))\"/><c:min val=\"\(SheetXML.text($0.lowerBound))\"/>"
      } ?? ""
    let legend =
      chart.series.count > 1
      ? "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>\(text(size: 1000))</c:legend>" : ""
    return Array(
      """
      \(WorkbookXML.declaration)<c:chartSpace xmlns:c="\(chartSpace)" xmlns:a="\(drawingSpace)" \
      xmlns:r="\(WorkbookXML.relations)"><c:roundedCorners val="0"/><c:chart>\(title(chart.title, size: 1300))\
      <c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>\(plot)\
      <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="\(direction)"/></c:scaling><c:delete val="0"/>\
      <c:axPos val="\(isLying ? "l" : "b")"/>\(title(chart.categoryTitle, size: 1000))\
      <c:numFmt formatCode="General" sourceLinked="1"/>\
      <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>\(line("808080"))\
      \(text(size: 1000))<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>\
      <c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>\
      <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>\(ends)</c:scaling><c:delete val="0"/>\
      <c:axPos val="\(isLying ? "b" : "l")"/><c:majorGridlines>\(line("D9D9D9"))</c:majorGridlines>\
      \(title(chart.valueTitle, size: 1000, isUpright: !isLying))\
      <c:numFmt formatCode="\(XMLText.escaped(chart.valueFormat))" sourceLinked="0"/>\
      <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>\(line("808080"))\
      \(text(size: 1000))<c:crossAx val="1"/><c:crosses val="\(isLying ? "max" : "autoZero")"/>\
      <c:crossBetween val="between"/></c:valAx>\
      </c:plotArea>\(legend)<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>\
      <c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>
      """.utf8)
  }

  private static func series(_ series: SheetChart.Series, number: Int, of chart: SheetChart) -> String {
    let colour = colours[number % colours.count]
    var xml =
      "<c:ser><c:idx val=\"\(number)\"/><c:order val=\"\(number)\"/><c:tx>\(reference(series.name, "str"))</c:tx>"
    if case .lines = chart.kind {
      let pattern = number % dashes.count
      xml += """
        <c:spPr><a:ln w="25400"><a:solidFill><a:srgbClr val="\(colour)"/></a:solidFill>\
        <a:prstDash val="\(dashes[pattern])"/></a:ln></c:spPr>\
        <c:marker><c:symbol val="\(markers[pattern])"/><c:size val="6"/>\
        <c:spPr><a:solidFill><a:srgbClr val="\(colour)"/></a:solidFill>\(outline(colour))</c:spPr></c:marker>
        """
    } else {
      xml += """
        <c:spPr><a:solidFill><a:srgbClr val="\(colour)"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>
        """
    }
    if chart.showsValues {
      xml += """
        <c:dLbls><c:numFmt formatCode="\(XMLText.escaped(chart.valueFormat))" sourceLinked="0"/>\
        <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>\(text(size: 1000, colour: "FFFFFF"))\
        <c:dLblPos val="inBase"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>\
        <c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>
        """
    }
    if let errors = series.errors {
      xml += """
        <c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>\
        <c:plus>\(reference(errors.above, "num"))</c:plus><c:minus>\(reference(errors.below, "num"))</c:minus>\
        <c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="262626"/></a:solidFill></a:ln></c:spPr></c:errBars>
        """
    }
    xml += "<c:cat>\(reference(series.categories, "str"))</c:cat><c:val>\(reference(series.values, "num"))</c:val>"
    if case .lines = chart.kind { xml += "<c:smooth val=\"0\"/>" }
    return xml + "</c:ser>"
  }

  private static func reference(_ cells: String, _ kind: String) -> String {
    "<c:\(kind)Ref><c:f>\(XMLText.escaped(cells))</c:f></c:\(kind)Ref>"
  }

  private static func title(_ text: String, size: Int, isUpright: Bool = false) -> String {
    """
    <c:title><c:tx><c:rich><a:bodyPr\(isUpright ? " rot=\"-5400000\" vert=\"horz\"" : "")/><a:lstStyle/><a:p><a:pPr>\
    <a:defRPr sz="\(size)" b="\(size > 1000 ? 1 : 0)"/></a:pPr><a:r><a:rPr sz="\(size)" \
    b="\(size > 1000 ? 1 : 0)"/><a:t>\(XMLText.escaped(text))</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>
    """
  }

  private static func text(size: Int, colour: String = "262626") -> String {
    """
    <c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="\(size)"><a:solidFill><a:srgbClr val="\(colour)"/>\
    </a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>
    """
  }

  private static func line(_ colour: String) -> String { "<c:spPr>\(outline(colour))</c:spPr>" }

  private static func outline(_ colour: String) -> String {
    "<a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"\(colour)\"/></a:solidFill></a:ln>"
  }

  /// The charts of a sheet, with their positions: relation `rIdN` is the N-th one.
  static func drawing(_ charts: [SheetChart]) -> [UInt8] {
    let anchors = charts.enumerated().map { index, chart in
      """
      <xdr:oneCellAnchor><xdr:from><xdr:col>\(chart.column)</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>\(chart.row)</xdr:row>\
      <xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="\(chart.width * unitsPerPixel)" cy="\(chart.height * unitsPerPixel)"/>\
      <xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="\(index + 2)" name="Chart \(index + 1)" \
      descr="\(XMLText.escaped(chart.title))"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>\
      <xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="\(chartSpace)">\
      <c:chart xmlns:c="\(chartSpace)" r:id="rId\(index + 1)"/></a:graphicData></a:graphic></xdr:graphicFrame>\
      <xdr:clientData/></xdr:oneCellAnchor>
      """
    }
    return Array(
      """
      \(WorkbookXML.declaration)<xdr:wsDr xmlns:xdr="\(sheetDrawing)" xmlns:a="\(drawingSpace)" \
      xmlns:r="\(WorkbookXML.relations)">\(anchors.joined())</xdr:wsDr>
      """.utf8)
  }
}
