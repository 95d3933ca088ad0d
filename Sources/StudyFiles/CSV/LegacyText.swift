/// Text that is no valid UTF-8 and has no byte-order mark: what of it is UTF-8, and otherwise in which of the encodings
/// that spreadsheets offer it was probably saved.
struct LegacyText {
  enum Encoding: CaseIterable, Equatable {
    case windows1252
    /// "CSV (MS-DOS)": code page 850, with the euro of 858.
    case msDOS
    /// "CSV (Macintosh)": Mac OS Roman.
    case macintosh
  }

  enum Finding: Equatable {
    /// UTF-8 but for these rows, whose bytes that are not are Windows-1252.
    case nearlyUTF8(rows: [Int])
    case all(Encoding)
  }

  let finding: Finding
  /// In UTF-8; of Windows-1252 nil, which has a reader of its own (see ``TextEncoding``).
  let utf8: [UInt8]?

  init(_ bytes: [UInt8]) {
    let sequences = Self.sequences(bytes)
    if sequences.hasMultibyte {
      finding = .nearlyUTF8(rows: Self.rows(of: sequences.stray, in: bytes))
      utf8 = Self.replacing(sequences.stray, in: bytes, as: .windows1252)
    } else {
      let encoding = Self.mostPlausible(bytes)
      finding = .all(encoding)
      utf8 = encoding == .windows1252 ? nil : Self.replacing(sequences.stray, in: bytes, as: encoding)
    }
  }

  /// The text in UTF-8, whatever it was saved in; nil if it is UTF-8 already.
  static func converted(_ bytes: [UInt8]) -> [UInt8]? {
    let stray = sequences(bytes).stray
    if stray.isEmpty { return nil }
    return LegacyText(bytes).utf8 ?? replacing(stray, in: bytes, as: .windows1252)
  }

  // MARK: What is UTF-8

  /// The positions of bytes that are part of no valid sequence, and whether there is a valid one of several bytes.
  private static func sequences(_ bytes: [UInt8]) -> (stray: [Int], hasMultibyte: Bool) {
    var stray: [Int] = []
    var hasMultibyte = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : byte & 0xE0 == 0xC0 ? 2 : byte & 0xF0 == 0xE0 ? 3 : byte & 0xF8 == 0xF0 ? 4 : 0
      if length == 1 {
        index += 1
      } else if length > 0, index + length <= bytes.count,
        String(validating: bytes[index..<index + length], as: UTF8.self) != nil
      {
        hasMultibyte = true
        index += length
      } else {
        stray.append(index)
        index += 1
      }
    }
    return (stray, hasMultibyte)
  }

  /// The rows, as in a spreadsheet, in which some bytes stand; each once.
  private static func rows(of positions: [Int], in bytes: [UInt8]) -> [Int] {
    var rows: [Int] = []
    var (row, isQuoted, next) = (1, false, 0)
    for (index, byte) in bytes.enumerated() {
      if next < positions.count, positions[next] == index {
        if rows.last != row { rows.append(row) }
        next += 1
      }
      if byte == .quote {
        isQuoted.toggle()
      } else if !isQuoted, byte == 0x0A || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) {
        row += 1
      }
    }
    return rows
  }

  private static func replacing(_ positions: [Int], in bytes: [UInt8], as encoding: Encoding) -> [UInt8] {
    let characters = encoding.characters
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 2 * positions.count)
    var start = 0
    for position in positions {
      text.append(contentsOf: bytes[start..<position])
      text.append(contentsOf: String(characters[Int(bytes[position]) - 0x80]).utf8)
      start = position + 1
    }
    text.append(contentsOf: bytes[start...])
    return text
  }

  // MARK: In which encoding

  /// The encoding that makes the most of the text Dutch; Windows-1252 if several do.
  private static func mostPlausible(_ bytes: [UInt8]) -> Encoding {
    var best = Encoding.windows1252
    var highest = Int.min
    for encoding in Encoding.allCases {
      let characters = encoding.characters
      // Excel ends the lines of a Macintosh file with CR alone.
      var score = encoding == .macintosh && bytes.contains(0x0D) && !bytes.contains(0x0A) ? 3 : 0
      for (index, byte) in bytes.enumerated() where byte >= 0x80 {
        score += plausibility(characters[Int(byte) - 0x80], at: index, in: bytes)
      }
      if score > highest { (best, highest) = (encoding, score) }
    }
    return best
  }

  /// How well a character suits its neighbours in Dutch text: a letter within a word, a euro sign outside one.
  private static func plausibility(_ character: Unicode.Scalar, at index: Int, in bytes: [UInt8]) -> Int {
    let before = index > 0 ? bytes[index - 1] : 0x20
    let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
    func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    func isLetter(_ byte: UInt8) -> Bool { isSmall(byte) || isCapital(byte) }
    if "áàâäéèêëíìîïóòôöúùûüçñ".unicodeScalars.contains(character) {
      guard isLetter(before) || isLetter(after) else { return 0 }
      return 2 + (isKnown(character, at: index, in: bytes) ? 3 : 0)
    }
    if "ÁÀÂÄÉÈÊËÍÌÎÏÓÒÔÖÚÙÛÜÇÑ".unicodeScalars.contains(character) {
      return isSmall(before) ? -2 : isLetter(after) ? 2 + (isKnown(character, at: index, in: bytes) ? 3 : 0) : 0
    }
    // An apostrophe, as in regio's, is likelier than a letter with an accent.
    if character == "\u{2019}" { return isLetter(before) && isLetter(after) ? 3 : 0 }
    if isLetter(before) || isLetter(after) { return -2 }
    return "€\u{2013}\u{2014}\u{2018}\u{201C}\u{201D}\u{2026}½¼¾±²³°\u{A0}".unicodeScalars.contains(character) ? 1 : -1
  }

  /// Whether the letter is that of a region or of its largest municipality, by which encodings with letters in the same
  /// places can be told apart.
  private static func isKnown(_ character: Unicode.Scalar, at index: Int, in bytes: [UInt8]) -> Bool {
    func lies(_ before: String, _ after: String) -> Bool {
      guard index >= before.utf8.count, index + after.utf8.count < bytes.count else { return false }
      let start = bytes[(index - before.utf8.count)..<index].map { $0 | 0x20 }
      let end = bytes[(index + 1)..<(index + 1 + after.utf8.count)].map { $0 | 0x20 }
      return start == Array(before.utf8) && end == Array(after.utf8)
    }
    switch character {
    case "â", "Â": return lies("frysl", "n")
    case "ú", "Ú": return lies("s", "dwest")
    case "ö", "Ö": return lies("co", "rdin")
    case "ë", "Ë": return lies("drie", "n") || lies("belgi", "") || lies("financi", "l")
    default: return false
    }
  }
}

extension LegacyText.Encoding {
  /// The characters of bytes 0x80...0xFF (Unicode Consortium, VENDORS/MICSFT/WINDOWS/CP1252.TXT,
  /// VENDORS/MICSFT/PC/CP850.TXT and VENDORS/APPLE/ROMAN.TXT); U+FFFD where there is none.
  var characters: [Unicode.Scalar] {
    switch self {
    case .windows1252:
      return (0x80...0xFF).map { byte in
        TextEncoding.windows1252([UInt8(byte)])?.unicodeScalars.first ?? "\u{FFFD}"
      }
    case .msDOS:
      return Array(
        ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀"
          + "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}").unicodeScalars)
    case .macintosh:
      return Array(
        ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
          + "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ").unicodeScalars)
    }
  }
}
