/// Why a document in XML is not read.
public enum XMLProblem: Error, Sendable, Equatable {
  /// Not well-formed XML, or cut off.
  ///
  /// - Parameter offset: byte in the document, as UTF-8, near which it is not.
  case damaged(offset: Int)
  /// A document type, which may define entities: a few lines of those expand without end, or read other files.
  case documentType
  /// An entity other than the five of every document.
  case entity(String)
  /// An encoding other than UTF-8, UTF-16 or ASCII.
  case encoding(String)
  /// Elements within more than ``XMLReader/deepest`` others.
  case tooDeep
  /// An element with more than ``XMLReader/mostAttributes`` attributes.
  case tooManyAttributes
  /// A name of more than ``XMLReader/longestName`` bytes.
  case nameTooLong
}
