import StudyFiles

extension FileFailure {
  /// What a user is told.
  var text: Localized {
    let place = path.isEmpty ? Localized(nl: "de uitvoer", en: "the output") : Localized(nl: path, en: path)
    let reason = reasonText
    return Localized(
      nl: "Kan niet schrijven naar \(place.dutch): \(reason.dutch).",
      en: "Cannot write to \(place.english): \(reason.english).")
  }

  private var reasonText: Localized {
    switch reason {
    case .diskFull: return Localized(nl: "de schijf is vol", en: "the disk is full")
    case .readOnly: return Localized(nl: "de schijf is alleen te lezen", en: "the disk is read-only")
    case .noPermission: return Localized(nl: "u mag hier niet schrijven", en: "you may not write here")
    case .notAFolder:
      return Localized(nl: "een deel van dit pad is geen map", en: "a part of this path is not a folder")
    case .notAFile: return Localized(nl: "dit is geen bestand", en: "this is not a file")
    case .absent: return Localized(nl: "de map bestaat niet", en: "the folder does not exist")
    case .other(let code, let text):
      return Localized(nl: "foutmelding \(code) van het systeem (\(text))", en: "system error \(code) (\(text))")
    }
  }
}
