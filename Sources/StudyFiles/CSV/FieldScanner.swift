/// Splits bytes into records and fields (RFC 4180, as written by spreadsheets), assuming only that the encoding agrees
/// with ASCII below 0x80.
///
/// A field may be quoted, with blanks around the quotes; a quote elsewhere in a field is an ordinary character.
/// A record ends at CR LF, LF or CR.
struct FieldScanner {
  /// The bytes of a field, without quotes and without ASCII blanks around it.
  struct Field {
    var start: Int
    var end: Int
    var traits: Traits
  }

  struct Traits: OptionSet {
    let rawValue: UInt8
    /// Contains bytes of 0x80 or above.
    static let nonASCII = Traits(rawValue: 1)
    /// Contains doubled quotes, each of which stands for one.
    static let doubledQuotes = Traits(rawValue: 2)
    /// A closing quote is followed by more text; the field is left as it is, including the quotes.
    static let textAfterQuote = Traits(rawValue: 4)
    /// Contains a control character other than tab and line breaks.
    static let control = Traits(rawValue: 8)
  }

  enum Outcome {
    case record
    case end
    /// Scanning cannot continue from here.
    case failure(Failure)
  }

  enum Failure {
    case nul
    /// A quote opens in this column (from 0) and never closes, or closes on a later line in the middle of a text.
    case unclosedQuote(column: Int)
    case cellTooLong(column: Int)
    case tooManyColumns
  }

  /// The last record's fields; the storage is reused for the next record.
  private(set) var fields: [Field] = []
  /// The fields of the record before it.
  private(set) var fieldsBefore: [Field] = []
  /// The traits of all its fields, combined.
  private(set) var traits: Traits = []

  private let bytes: UnsafeBufferPointer<UInt8>
  private let classes: UnsafePointer<UInt8>
  private let separator: UInt8
  /// Where the next record begins.
  private(set) var position: Int

  /// - Parameter classes: those of ``ByteClasses`` for this separator.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, classes: UnsafePointer<UInt8>, separator: UInt8) {
    self.bytes = bytes
    self.classes = classes
    self.separator = separator
    position = start
    fields.reserveCapacity(32)
    fieldsBefore.reserveCapacity(32)
  }

  /// Scans one record into ``fields``.
  mutating func next() -> Outcome {
    swap(&fields, &fieldsBefore)
    fields.removeAll(keepingCapacity: true)
    traits = []
    guard position < bytes.count else { return .end }
    while true {
      if fields.count == CSVLimits.columns { return .failure(.tooManyColumns) }
      if let failure = scanField() { return .failure(failure) }
      guard position < bytes.count else { return .record }
      let byte = bytes[position]
      position &+= 1
      if byte == separator { continue }
      if byte == .carriageReturn, position < bytes.count, bytes[position] == .lineFeed { position &+= 1 }
      return .record
    }
  }

  /// Scans a field, up to the separator or line break after it.
  private mutating func scanField() -> Failure? {
    scanPlainField() ? nil : scanAnyField()
  }

  /// Scans a field of plain characters, like most; for any other field returns false without doing anything.
  @inline(__always)
  private mutating func scanPlainField() -> Bool {
    let limit = min(bytes.count, position &+ CSVLimits.cellBytes)
    var end = position
    while end < limit, classes[Int(bytes[end])] == ByteClasses.plain { end &+= 1 }
    guard end < limit, classes[Int(bytes[end])] >= ByteClasses.separator else { return false }
    append(position, end, [])
    position = end
    return true
  }

  private mutating func scanAnyField() -> Failure? {
    let start = afterBlanks(from: position)
    if start < bytes.count, bytes[start] == .quote { return scanQuotedField(from: start) }

    var traits: Traits = []
    var end = start
    if let failure = scanText(&end, &traits) { return failure }
    append(start, end, traits)
    return end &- position > CSVLimits.cellBytes ? .cellTooLong(column: fields.count &- 1) : finish(at: end)
  }

  /// Skips blanks, but no more than a cell can hold.
  private func afterBlanks(from start: Int) -> Int {
    let limit = min(bytes.count, start &+ CSVLimits.cellBytes &+ 1)
    var index = start
    while index < limit, isBlank(bytes[index]) { index &+= 1 }
    return index
  }

  private mutating func finish(at end: Int) -> Failure? {
    position = end
    return nil
  }

  /// Moves `end` past everything but separators and line breaks.
  private func scanText(_ end: inout Int, _ traits: inout Traits) -> Failure? {
    let limit = min(bytes.count, end &+ CSVLimits.cellBytes &+ 1)
    while end < limit {
      let kind = classes[Int(bytes[end])]
      if kind != ByteClasses.plain {
        switch kind {
        case ByteClasses.nonASCII: traits.insert(.nonASCII)
        case ByteClasses.control: traits.insert(.control)
        case ByteClasses.nul: return .nul
        case ByteClasses.quote: break
        default: return nil
        }
      }
      end &+= 1
    }
    return nil
  }

  private mutating func scanQuotedField(from quote: Int) -> Failure? {
    let column = fields.count
    var traits: Traits = []
    var hasLineBreak = false
    var end = quote &+ 1
    while true {
      guard end < bytes.count else { return .unclosedQuote(column: column) }
      if end &- quote > CSVLimits.cellBytes { return .cellTooLong(column: column) }
      let kind = classes[Int(bytes[end])]
      if kind == ByteClasses.quote {
        guard end &+ 1 < bytes.count, bytes[end &+ 1] == .quote else { break }
        traits.insert(.doubledQuotes)
        end &+= 1
      } else if kind == ByteClasses.nonASCII {
        traits.insert(.nonASCII)
      } else if kind == ByteClasses.control {
        traits.insert(.control)
      } else if kind == ByteClasses.nul {
        return .nul
      } else if kind == ByteClasses.lineBreak {
        hasLineBreak = true
      }
      end &+= 1
    }

    var after = afterBlanks(from: end &+ 1)
    if after == bytes.count || classes[Int(bytes[after])] >= ByteClasses.separator {
      append(quote &+ 1, end, traits)
      return finish(at: after)
    }
    // A text that spans lines and ends at a quote within text is one whose own closing quote is missing.
    if hasLineBreak { return .unclosedQuote(column: column) }
    traits.insert(.textAfterQuote)
    traits.remove(.doubledQuotes)
    if let failure = scanText(&after, &traits) { return failure }
    append(quote, after, traits)
    return after &- quote > CSVLimits.cellBytes ? .cellTooLong(column: column) : finish(at: after)
  }

  @inline(__always)
  private mutating func append(_ start: Int, _ end: Int, _ traits: Traits) {
    var start = start
    var end = end
    while end > start, isTrimmed(bytes[end &- 1]) { end &-= 1 }
    while start < end, isTrimmed(bytes[start]) { start &+= 1 }
    fields.append(Field(start: start, end: end, traits: traits))
    self.traits.formUnion(traits)
  }

  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool {
    byte == .blank || byte == .tab && separator != .tab
  }

  @inline(__always)
  private func isTrimmed(_ byte: UInt8) -> Bool {
    byte <= .blank && (byte == .blank || byte == .tab || byte == .lineFeed || byte == .carriageReturn)
  }
}

/// The classes of bytes for a ``FieldScanner``, in a table of 256.
enum ByteClasses {
  static let plain: UInt8 = 0
  static let nonASCII: UInt8 = 1
  static let control: UInt8 = 2
  static let nul: UInt8 = 3
  static let quote: UInt8 = 4
  /// The classes from here on end a field.
  static let separator: UInt8 = 5
  static let lineBreak: UInt8 = 6

  static func table(separator: UInt8) -> [UInt8] {
    var table = [UInt8](repeating: plain, count: 256)
    for byte in 0x80...0xFF { table[byte] = nonASCII }
    for byte in 0x01...0x1F { table[byte] = control }
    table[0x7F] = control
    table[0] = nul
    table[Int(UInt8.tab)] = plain
    table[Int(UInt8.quote)] = quote
    table[Int(UInt8.lineFeed)] = lineBreak
    table[Int(UInt8.carriageReturn)] = lineBreak
    table[Int(separator)] = ByteClasses.separator
    return table
  }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let blank = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
}
