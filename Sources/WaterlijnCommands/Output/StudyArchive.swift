import StudyFiles
import Terms

/// The files of a study in a ZIP archive, as a page carries them.
enum StudyArchive {
  /// - Parameter region: code of the region that it is for: other regions' own rows, and their reserves, are left out. Nil
  ///   for everything.
  static func bytes(of files: [OutputFile], region: String?) -> [UInt8] {
    var archive = ZipArchive()
    // Where every region's figures came from says what they are.
    for file in files where region == nil || file.name != Provenance.file {
      archive.add(file.name, region.map { bytes(of: file, region: $0) } ?? file.bytes)
    }
    return archive.finished()
  }

  /// A file without what other regions told; as it is if it holds nothing of that.
  ///
  /// Where there is no row `*` behind theirs, other regions get this region's own figures, so that the study can still be
  /// computed: nothing of this region depends on them.
  private static func bytes(of file: OutputFile, region: String) -> [UInt8] {
    guard let document = CSVReader.read(file.bytes, file: file.name).document else { return file.bytes }
    func column(_ name: Name) -> Int? { document.header.firstIndex { $0 == name.id || $0 == name.dutchID } }
    guard let regions = column(Column.Regions.region.name) else { return file.bytes }
    let reserve = TableID.regions.file == file.name ? column(Column.Regions.reserve.name) : nil
    let items = [
      Column.Staffing.function.name, Column.ProvisionCurrent.provision.name, Column.ScenarioRegions.scenario.name,
    ].compactMap { column($0) }
    func item(_ cells: [String]) -> [String] { items.map { cells[$0] } }
    var lost: [[String]] = []
    var rows: [[String]] = []
    var isWhole = true
    for row in document.rows {
      let code = row.cells[regions]
      var cells = row.cells
      if code != region && code != "*" {
        guard TableID.regions.file == file.name else {
          isWhole = false
          lost.append(item(row.cells))
          continue
        }
        if let reserve, !cells[reserve].isEmpty {
          cells[reserve] = ""
          isWhole = false
        }
      }
      rows.append(cells)
    }
    if isWhole { return file.bytes }
    for cells in rows where cells[regions] == region && lost.contains(item(cells)) {
      guard !rows.contains(where: { $0[regions] == "*" && item($0) == item(cells) }) else { continue }
      var others = cells
      others[regions] = "*"
      for (remark, text) in [
        (Remark.source, "aanname"),
        (Remark.note, "plaatshouder: wat andere regio's hebben opgegeven, staat hier niet in"),
      ] {
        if let place = column(remark.name) { others[place] = text }
      }
      rows.append(others)
    }
    let separator = document.dialect.separator
    let lines = ([document.header] + rows).map { cells in
      cells.map { quoted($0, separator) }.joined(separator: [separator]) + [0x0d, 0x0a]
    }
    // The mark by which spreadsheets know UTF-8.
    return [0xef, 0xbb, 0xbf] + lines.flatMap { $0 }
  }

  private static func quoted(_ cell: String, _ separator: UInt8) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    let bytes = Array(cell.utf8)
    guard bytes.contains(where: { [separator, quote, 0x0a, 0x0d].contains($0) }) else { return bytes }
    return [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
}
