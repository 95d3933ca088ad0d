/// A ZIP archive put together by hand, so that anything in it can be wrong.
public struct RawArchive {
  public struct Entry {
    public var name: [UInt8]
    /// In the local header.
    public var localName: [UInt8]
    public var flags: UInt16 = 0
    public var method: UInt16
    /// As they are in the archive.
    public var bytes: [UInt8]
    public var checksum: UInt32
    public var expandedCount: UInt32
    /// In the local header; nil for those of the list.
    public var localSizes: (UInt32, UInt32)?
    /// Of the list; nil for where it is.
    public var offset: UInt32?

    /// - Parameter packed: the bytes as DEFLATE has them; nil for an entry that is stored.
    public init(_ name: String, _ bytes: [UInt8], packed: [UInt8]? = nil) {
      (self.name, localName) = (Array(name.utf8), Array(name.utf8))
      method = packed == nil ? 0 : 8
      self.bytes = packed ?? bytes
      checksum = RawArchive.checksum(bytes)
      expandedCount = UInt32(bytes.count)
    }
  }

  public var entries: [Entry]
  public var comment: [UInt8] = []
  /// Number of entries that the end tells; nil for the true one.
  public var count: UInt16?
  public var disk: UInt16 = 0

  public init(_ entries: [Entry]) { self.entries = entries }

  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var list: [UInt8] = []
    for entry in entries {
      let offset = UInt32(bytes.count)
      func header(_ name: [UInt8], _ sizes: (UInt32, UInt32)) -> [UInt8] {
        Self.short(20) + Self.short(entry.flags) + Self.short(entry.method) + Self.short(0) + Self.short(33)
          + Self.long(entry.checksum) + Self.long(sizes.0) + Self.long(sizes.1)
          + Self.short(UInt16(name.count)) + Self.short(0)
      }
      let sizes = (UInt32(entry.bytes.count), entry.expandedCount)
      bytes += Self.long(UInt32(0x0403_4b50)) + header(entry.localName, entry.localSizes ?? sizes)
      bytes += entry.localName + entry.bytes
      list += Self.long(UInt32(0x0201_4b50)) + Self.short(20) + header(entry.name, sizes)
      list += [UInt8](repeating: 0, count: 10) + Self.long(entry.offset ?? offset) + entry.name
    }
    let count = Self.short(self.count ?? UInt16(entries.count))
    let end = Self.long(UInt32(0x0605_4b50)) + Self.short(disk) + Self.short(disk) + count + count
    return bytes + list + end + Self.long(UInt32(list.count)) + Self.long(UInt32(bytes.count))
      + Self.short(UInt16(comment.count)) + comment
  }

  private static func short(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private static func long(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }

  /// CRC-32, a bit at a time.
  public static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { value, byte in
      (0..<8).reduce(value ^ UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
  }
}
