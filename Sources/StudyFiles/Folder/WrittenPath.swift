/// A path as the user wrote it, from which other paths are derived that the user can type.
struct WrittenPath {
  private let isAbsolute: Bool
  private let components: [Substring]

  init(_ path: String) {
    isAbsolute = path.utf8.first == UInt8(ascii: "/")
    components = path.split(separator: "/")
  }

  /// The path of something in this folder.
  func inside(_ name: String) -> String { path(components, name) }

  /// The path of something in the same folder.
  func beside(_ name: String) -> String { path(components.dropLast(), name) }

  private func path(_ folder: some Sequence<Substring>, _ name: String) -> String {
    (isAbsolute ? "/" : "") + (folder + [name[...]]).joined(separator: "/")
  }
}
