/// A file as it was read or written, with a hash that shows whether it is still the same.
public struct HashedFile: Sendable, Equatable {
  /// Name within its folder.
  public var name: String
  public var byteCount: Int
  /// SHA-256 in lower-case hexadecimal.
  public var sha256: String

  public init(name: String, byteCount: Int, sha256: String) {
    self.name = name
    self.byteCount = byteCount
    self.sha256 = sha256
  }

  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, byteCount: bytes.count, sha256: SHA256.hexDigest(of: bytes))
  }
}
