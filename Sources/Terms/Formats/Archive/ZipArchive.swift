/// A ZIP archive (PKWARE, APPNOTE.TXT 6.3): its entries in order, compressed with ``Deflate``.
///
/// Every entry has the earliest possible time, 1 January 1980, so that the same content gives the same bytes.
public struct ZipArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  public init() {}

  /// - Parameters:
  ///   - name: path within the archive, separated by `/`; less than 64 KB.
  ///   - content: less than 4 GB.
  public mutating func add(_ name: String, _ content: [UInt8]) { add(ZipEntry(name, content)) }

  public mutating func add(_ entry: ZipEntry) {
    let offset = bytes.count
    var header: [UInt8] = []
    header.append(bits16: 20)
    header.append(bits16: entry.flags)
    header.append(bits16: entry.method)
    header.append(bits16: 0)
    header.append(bits16: 1 << 5 | 1)
    header.append(bits32: entry.checksum)
    header.append(bits32: UInt32(entry.packed.count))
    header.append(bits32: entry.expandedCount)
    header.append(bits16: UInt16(entry.name.count))
    header.append(bits16: 0)

    bytes.append(bits32: 0x0403_4b50)
    bytes += header
    bytes += entry.name
    bytes += entry.packed

    directory.append(bits32: 0x0201_4b50)
    directory.append(bits16: 20)
    directory += header
    // No comment, on the first disk, no attributes.
    directory += [UInt8](repeating: 0, count: 10)
    directory.append(bits32: UInt32(offset))
    directory += entry.name
    count += 1
  }

  /// The whole file.
  public func finished() -> [UInt8] {
    var end: [UInt8] = []
    end.append(bits32: 0x0605_4b50)
    end.append(bits32: 0)
    end.append(bits16: UInt16(count))
    end.append(bits16: UInt16(count))
    end.append(bits32: UInt32(directory.count))
    end.append(bits32: UInt32(bytes.count))
    end.append(bits16: 0)
    return bytes + directory + end
  }
}

/// A file in an archive, as it is packed there.
public struct ZipEntry {
  /// As bytes: UTF-8 if the flags say so.
  let name: [UInt8]
  let flags: UInt16
  /// As APPNOTE.TXT numbers the ways of packing.
  let method: UInt16
  let checksum: UInt32
  let expandedCount: UInt32
  let packed: ArraySlice<UInt8>

  init(name: [UInt8], flags: UInt16, method: UInt16, checksum: UInt32, expandedCount: UInt32, packed: ArraySlice<UInt8>)
  {
    (self.name, self.flags, self.method) = (name, flags, method)
    (self.checksum, self.expandedCount, self.packed) = (checksum, expandedCount, packed)
  }

  /// - Parameter packed: by DEFLATE; nil for an entry that is stored.
  private init(_ name: [UInt8], flags: UInt16, _ content: [UInt8], packed: [UInt8]?) {
    self.init(
      name: name, flags: flags, method: packed == nil ? 0 : 8, checksum: CRC32.checksum(content),
      expandedCount: UInt32(content.count), packed: (packed ?? content)[...])
  }

  /// Compressed with ``Deflate``; the name is in UTF-8.
  init(_ name: String, _ content: [UInt8]) {
    self.init(Array(name.utf8), flags: 1 << 11, content, packed: Deflate.compressed(content))
  }

  /// Another content under the same name, compressed unless ``ZipReader`` would then refuse it as expanding too much.
  public func with(_ content: [UInt8]) -> ZipEntry {
    let packed = Deflate.compressed(content)
    let isTooSmall = content.count > ZipReader.smallExpanded && content.count / ZipReader.largestRatio > packed.count
    return ZipEntry(name, flags: flags & 1 << 11, content, packed: isTooSmall ? nil : packed)
  }
}

extension [UInt8] {
  fileprivate mutating func append(bits16 value: UInt16) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  fileprivate mutating func append(bits32 value: UInt32) {
    append(bits16: UInt16(truncatingIfNeeded: value))
    append(bits16: UInt16(truncatingIfNeeded: value >> 16))
  }
}
