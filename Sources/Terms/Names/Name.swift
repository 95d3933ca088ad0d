/// What something is called, in files and by people, and what it means: one row of the table of names.
public struct Name: Sendable, Equatable {
  /// Its name in files for machines, or a word of the same form.
  public var id: String
  /// Further words by which files and command lines know it, the Dutch one first.
  public var otherWords: [String]
  /// Its name for people, in the form used within a sentence.
  public var name: Bilingual
  /// What it means, in one line.
  public var meaning: Bilingual
  /// What its figures count; nil where it has no figures, or of several kinds.
  public var unit: Unit?
  /// What to ask of whoever knows the figure; nil where nobody is asked.
  public var question: Bilingual?

  init(
    _ id: String, nl dutch: String, en english: String, words: [String] = [], in unit: Unit? = nil,
    _ dutchMeaning: String, _ englishMeaning: String
  ) {
    self.id = id
    otherWords = words
    name = Bilingual(nl: dutch, en: english)
    self.unit = unit
    meaning = Bilingual(nl: dutchMeaning, en: englishMeaning)
  }

  /// Of what a study folder spells in two languages.
  init(
    _ word: FileWord, nl dutch: String, en english: String, in unit: Unit? = nil, _ dutchMeaning: String,
    _ englishMeaning: String
  ) {
    self.init(word.id, nl: dutch, en: english, words: [word.dutch], in: unit, dutchMeaning, englishMeaning)
  }

  /// Its Dutch word in files; ``id`` where it has none of its own.
  public var dutch: String { otherWords.first ?? id }

  /// The name as a heading, with a capital.
  public func heading(_ language: Language) -> String {
    let name = name(language)
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}

/// How something is spelled in the files of a study.
public struct FileWord: Sendable, Equatable {
  /// In English; it also stands in the names of variables.
  public var id: String
  public var dutch: String

  init(_ id: String, _ dutch: String) {
    self.id = id
    self.dutch = dutch
  }
}
