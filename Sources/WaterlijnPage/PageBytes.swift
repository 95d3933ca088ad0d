import Terms

// The encoding of requests and answers, as passed into and out of a module. A number takes four bytes, the least
// significant first. A text (UTF-8) or the bytes of a file are preceded by the number of bytes, a list by the number of
// elements.
//
// Request: 1 to show progress, else 0; the arguments; the files, each a path and bytes. Answer: status, output, error; the files.

extension PageRequest {
  /// Nil if the bytes are not a request.
  public init?(bytes: [UInt8]) {
    var reader = PageByteReader(bytes)
    guard let progress = reader.number(), progress <= 1, let arguments = reader.list({ $0.text() }),
      let files = reader.files(), reader.isAtEnd
    else { return nil }
    self.init(arguments: arguments, files: files, showsProgress: progress == 1)
  }

  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(number: showsProgress ? 1 : 0)
    bytes.append(number: UInt32(arguments.count))
    for argument in arguments { bytes.append(counted: Array(argument.utf8)) }
    bytes.append(files: files)
    return bytes
  }
}

extension PageAnswer {
  /// Nil if the bytes are not an answer.
  public init?(bytes: [UInt8]) {
    var reader = PageByteReader(bytes)
    guard let status = reader.number(), let output = reader.bytes(), let error = reader.bytes(),
      let files = reader.files(), reader.isAtEnd
    else { return nil }
    self.init(status: Int32(bitPattern: status), output: output, error: error, files: files)
  }

  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(number: UInt32(bitPattern: status))
    bytes.append(counted: output)
    bytes.append(counted: error)
    bytes.append(files: files)
    return bytes
  }
}

private struct PageByteReader {
  private let source: [UInt8]
  private var place = 0

  init(_ source: [UInt8]) { self.source = source }

  var isAtEnd: Bool { place == source.count }

  mutating func number() -> UInt32? {
    guard source.count - place >= 4 else { return nil }
    var number: UInt32 = 0
    for index in 0..<4 { number |= UInt32(source[place + index]) << UInt32(8 * index) }
    place += 4
    return number
  }

  mutating func bytes() -> [UInt8]? {
    guard let number = number(), let count = Int(exactly: number), count <= source.count - place else { return nil }
    place += count
    return Array(source[(place - count)..<place])
  }

  mutating func text() -> String? { bytes().flatMap { String(validating: $0, as: UTF8.self) } }

  mutating func list<Element>(_ element: (inout PageByteReader) -> Element?) -> [Element]? {
    guard let count = number() else { return nil }
    var elements: [Element] = []
    for _ in 0..<count {
      guard let element = element(&self) else { return nil }
      elements.append(element)
    }
    return elements
  }

  mutating func files() -> [OutputFile]? {
    list { reader in
      guard let path = reader.text(), let bytes = reader.bytes() else { return nil }
      return OutputFile(name: path, bytes: bytes)
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(number: UInt32) {
    for shift in [UInt32(0), 8, 16, 24] { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  fileprivate mutating func append(counted bytes: [UInt8]) {
    append(number: UInt32(bytes.count))
    self += bytes
  }

  fileprivate mutating func append(files: [OutputFile]) {
    append(number: UInt32(files.count))
    for file in files {
      append(counted: Array(file.name.utf8))
      append(counted: file.bytes)
    }
  }
}
