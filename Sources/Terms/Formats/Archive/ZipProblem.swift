/// Why an archive, or an entry of it, is not read.
public enum ZipProblem: Error, Sendable, Equatable {
  /// Neither the beginning nor the end of an archive.
  case notAnArchive
  /// A compound file (MS-CFB): what Excel makes of a workbook with a password, and an Office document of before 2007.
  case compoundFile
  /// Larger than ``ZipReader/largestArchive``.
  case archiveTooLarge
  /// More entries than ``ZipReader/mostEntries``.
  case tooManyEntries
  /// Encrypted, wholly or in part.
  case encrypted
  /// The format for more than 4 GB or 65,535 entries.
  case zip64
  /// Parts of the archive are elsewhere.
  case severalDisks
  /// Compressed in another way than by DEFLATE.
  ///
  /// - Parameter number: as APPNOTE.TXT numbers the ways.
  case compression(name: String, number: Int)
  /// Two entries with one name, but for capitals.
  case duplicateName(String)
  /// A name that leads outside the archive: `..`, a path from the root, or a drive.
  case outsideName(String)
  /// An entry is called otherwise in the list at the end of the archive than where it is.
  case differentName(String)
  /// Two entries share bytes of the archive, as in archives that are made to expand without end.
  case overlap(String)
  /// The entry expands more than ``ZipReader/largestRatio`` times.
  case ratio(name: String)
  /// What was asked for expands to more than ``ZipReader/mostExpanded`` in all.
  case expandedTooLarge(name: String)
  /// Cut off, or changed on the way.
  ///
  /// - Parameter name: of the entry; nil if it is the archive itself.
  case damaged(name: String?)
}
