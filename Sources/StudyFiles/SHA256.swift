/// The hash function SHA-256 (FIPS 180-4).
public enum SHA256 {
  public static func hexDigest(of bytes: [UInt8]) -> String { "" }
}
