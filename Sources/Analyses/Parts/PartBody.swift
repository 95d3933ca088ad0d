import Terms

/// Where the statistics of each place stand in the body of a part, and the hash of them all.
///
/// The body has, for each place, the number of bytes of its statistics in eight bytes, the lowest first, and then these: see
/// ``PlaceStatistics/write(to:)``. The hash is the SHA-256 of the SHA-256s of the places, their numbers of bytes included: many
/// of them are made at once.
public struct PartBody {
  /// Of a number of bytes.
  private static let lengthSize = 8

  /// Positions of the statistics of each place in the bytes that were given.
  let places: [Range<Int>]
  let byteCount: Int
  public let sha256: String

  /// - Parameter bytes: of which the body is all from `start` on.
  /// - Returns: nil if its numbers of bytes do not add up.
  public init?(_ bytes: [UInt8], from start: Int) {
    var places: [Range<Int>] = []
    var position = start
    while position < bytes.count {
      guard Self.lengthSize <= bytes.count - position else { return nil }
      var length: UInt64 = 0
      for index in (position..<position + Self.lengthSize).reversed() { length = length &<< 8 | UInt64(bytes[index]) }
      position += Self.lengthSize
      guard length <= UInt64(bytes.count - position) else { return nil }
      places.append(position..<position + Int(length))
      position += Int(length)
    }
    self.places = places
    byteCount = bytes.count - start
    sha256 = SHA256.hexDigest(
      of: SHA256.digests(of: bytes, places.map { ($0.lowerBound - Self.lengthSize)..<$0.upperBound }))
  }

  /// Puts statistics together, after some room.
  ///
  /// - Returns: as many bytes that are 0 as there is room for, and the body.
  static func bytes(_ states: [[UInt8]], room: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: room)
    bytes.reserveCapacity(states.reduce(room) { $0 + $1.count + lengthSize })
    for state in states {
      var length = UInt64(state.count)
      for _ in 0..<lengthSize {
        bytes.append(UInt8(truncatingIfNeeded: length))
        length >>= 8
      }
      bytes += state
    }
    return bytes
  }
}
