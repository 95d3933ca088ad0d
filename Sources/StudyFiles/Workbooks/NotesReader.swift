import Terms

/// Reads what people wrote beside the cells of a sheet: notes, and comments that can be answered.
enum NotesReader {
  /// Notes (`xl/comments1.xml`).
  static func notes(_ reader: inout PartReader, budget: inout Int) throws(WorkbookProblem) -> [Spreadsheet.Note] {
    guard let root = try reader.child(), root.name == "comments" else { throw reader.damaged }
    var authors: [String] = []
    var notes: [Spreadsheet.Note] = []
    while let group = try reader.child() {
      switch group.name {
      case "authors":
        while try reader.child(named: "author") != nil {
          try spend(&budget)
          authors.append(try reader.content())
        }
      case "commentList":
        while let comment = try reader.child(named: "comment") {
          let address = try address(of: comment, in: reader)
          let author = comment.number("authorId").flatMap { authors.indices.contains($0) ? $0 : nil }
          var text = ""
          while try reader.child(named: "text") != nil { text += try reader.richText() }
          try spend(&budget)
          notes.append(Spreadsheet.Note(address: address, author: author.map { authors[$0] } ?? "", text: text))
        }
      default: try reader.skip()
      }
    }
    try reader.finish()
    return notes
  }

  /// Comments of Excel since 2018 (`xl/threadedComments/threadedComment1.xml`), an answer after what it answers.
  ///
  /// - Parameter people: names of authors by their id.
  static func comments(
    _ reader: inout PartReader, people: [String: String], budget: inout Int
  ) throws(WorkbookProblem) -> [Spreadsheet.Note] {
    guard let root = try reader.child(), root.name == "ThreadedComments" else { throw reader.damaged }
    var notes: [Spreadsheet.Note] = []
    while let comment = try reader.child(named: "threadedComment") {
      let address = try address(of: comment, in: reader)
      var text = ""
      while try reader.child(named: "text") != nil { text += try reader.content() }
      try spend(&budget)
      let author = comment["personId"].flatMap { people[$0] } ?? ""
      notes.append(Spreadsheet.Note(address: address, author: author, text: text))
    }
    try reader.finish()
    return notes
  }

  /// Names of authors by their id (`xl/persons/person.xml`).
  static func people(_ reader: inout PartReader, budget: inout Int) throws(WorkbookProblem) -> [String: String] {
    guard let root = try reader.child(), root.name == "personList" else { throw reader.damaged }
    var people: [String: String] = [:]
    while let person = try reader.child(named: "person") {
      try reader.skip()
      try spend(&budget)
      if let id = person["id"] { people[id] = person["displayName"] ?? "" }
    }
    try reader.finish()
    return people
  }

  private static func spend(_ budget: inout Int) throws(WorkbookProblem) {
    budget -= 1
    if budget < 0 { throw .tooManyCells }
  }

  private static func address(
    of comment: XMLElement, in reader: PartReader
  ) throws(WorkbookProblem) -> CellAddress {
    guard let address = comment["ref"].flatMap({ CellAddress(reference: $0) }), address.isOnSheet else {
      throw reader.damaged
    }
    return address
  }
}
