/// The names of something, in files and for people, and its meaning: one row of the table of names.
public struct Name: Sendable, Equatable {
  /// Its name in machine-readable files, or a word of the same form.
  public var id: String
  /// Further words accepted in files and on the command line, the Dutch one first.
  public var otherWords: [String]
  /// Its name for people, in the form used within a sentence.
  public var name: Bilingual
  /// Its meaning, in one line.
  public var meaning: Bilingual
  /// The unit of its figures; nil if it has no figures, or figures in different units.
  public var unit: Unit?

  init(
    _ id: String, nl dutch: String, en english: String, words: [String] = [], in unit: Unit? = nil,
    _ dutchMeaning: String, _ englishMeaning: String
  ) {
    self.init(
      id, nl: dutch, en: english, words: words, in: unit, meaning: Bilingual(nl: dutchMeaning, en: englishMeaning))
  }

  /// - Parameter meaning: that of another name for the same, so that it is written once.
  init(
    _ id: String, nl dutch: String, en english: String, words: [String] = [], in unit: Unit? = nil, meaning: Bilingual
  ) {
    self.id = id
    otherWords = words
    name = Bilingual(nl: dutch, en: english)
    self.unit = unit
    self.meaning = meaning
  }

  /// The name of something that has an English and a Dutch word in the files of a study.
  init(
    _ word: FileWord, nl dutch: String, en english: String, in unit: Unit? = nil, _ dutchMeaning: String,
    _ englishMeaning: String
  ) {
    self.init(word.id, nl: dutch, en: english, words: [word.dutch], in: unit, dutchMeaning, englishMeaning)
  }

  /// Its Dutch word in files; ``id`` if it has no separate one.
  public var dutchID: String { otherWords.first ?? id }

  /// The name as a heading, with a capital.
  public func heading(_ language: Language) -> String { name.capitalised(language) }
}

/// The English and the Dutch word for something in the files of a study.
public struct FileWord: Sendable, Equatable {
  /// The English word, also used in the names of variables.
  public var id: String
  public var dutch: String

  init(_ id: String, _ dutch: String) {
    self.id = id
    self.dutch = dutch
  }
}
