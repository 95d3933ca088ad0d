/// A ZIP archive (PKWARE, APPNOTE.TXT 6.3): its entries in order, compressed with ``Deflate``.
///
/// Every entry has the earliest possible time, 1 January 1980, so that the same content gives the same bytes.
public struct ZipArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  public init() {}

  /// - Parameters:
  ///   - name: path within the archive, separated by `/`.
  ///   - content: less than 4 GB.
  public mutating func add(_ name: String, _ content: [UInt8]) {
    let compressed = Deflate.compressed(content)
    let offset = bytes.count
    var header: [UInt8] = []
    header.append(bits16: 20)
    // Names are UTF-8.
    header.append(bits16: 1 << 11)
    header.append(bits16: 8)
    header.append(bits16: 0)
    header.append(bits16: 1 << 5 | 1)
    header.append(bits32: CRC32.checksum(content))
    header.append(bits32: UInt32(compressed.count))
    header.append(bits32: UInt32(content.count))
    header.append(bits16: UInt16(name.utf8.count))
    header.append(bits16: 0)

    bytes.append(bits32: 0x0403_4b50)
    bytes += header
    bytes += name.utf8
    bytes += compressed

    directory.append(bits32: 0x0201_4b50)
    directory.append(bits16: 20)
    directory += header
    // No comment, on the first disk, no attributes.
    directory += [UInt8](repeating: 0, count: 10)
    directory.append(bits32: UInt32(offset))
    directory += name.utf8
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
