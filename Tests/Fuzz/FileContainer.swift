import Terms

/// Several files in one input: a line `=== name` before each. Bytes before the first such line are a line of words.
///
/// Without numbers of bytes, so that a byte more or less in one file leaves the others as they are.
struct FileContainer {
  var words: [String] = []
  var files: [OutputFile] = []

  init(_ bytes: [UInt8]) {
    let mark = Array("=== ".utf8)
    var start = 0
    var name: String?
    var content: [UInt8] = []
    func end(_ container: inout FileContainer) {
      if let name {
        container.files.append(OutputFile(name: name, bytes: content))
      } else {
        container.words = content.text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
      }
      content = []
    }
    while start < bytes.count {
      let next = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      if bytes[start..<next].starts(with: mark) {
        end(&self)
        name = Array(bytes[(start + mark.count)..<next]).text.trimmedOfBlanks
      } else {
        content += bytes[start..<next]
      }
      start = next
    }
    end(&self)
  }

  var bytes: [UInt8] {
    Array((words.joined(separator: " ") + "\n").utf8)
      + files.flatMap { Array("=== \($0.name)\n".utf8) + $0.bytes + ($0.bytes.last == 0x0A ? [] : [0x0A]) }
  }
}
