import StudyFiles

extension FileFailure {
  /// What a user is told.
  var text: Localized { text(.out) }

  /// - Parameter option: by which another place can be chosen.
  func text(_ option: OptionName) -> Localized {
    let place = path.isEmpty ? Localized(nl: "de uitvoer", en: "the output") : Localized(nl: path, en: path)
    let reason = reasonText
    let remedy =
      path.isEmpty
      ? Localized(nl: "", en: "")
      : Localized(
        nl: "\nKies zo nodig met \(option.flag) een \(option == .xlsx ? "ander bestand" : "andere map").",
        en: "\nChoose another \(option == .xlsx ? "file" : "folder") with \(option.flag) if need be.")
    return Localized(
      nl: "Kan niet schrijven naar \(place.dutch): \(reason.dutch).\(remedy.dutch)",
      en: "Cannot write to \(place.english): \(reason.english).\(remedy.english)")
  }

  private var reasonText: Localized {
    switch reason {
    case .diskFull: return Localized(nl: "de schijf is vol", en: "the disk is full")
    case .readOnly: return Localized(nl: "de schijf is alleen te lezen", en: "the disk is read-only")
    case .noPermission: return Localized(nl: "u mag hier niet schrijven", en: "you may not write here")
    case .notAFolder:
      return Localized(nl: "dit is geen map", en: "this is not a folder")
    case .notAFile: return Localized(nl: "dit is geen bestand", en: "this is not a file")
    case .absent: return Localized(nl: "de map bestaat niet", en: "the folder does not exist")
    case .taken:
      return Localized(
        nl: "er staat al een verwijzing met deze naam, die nergens uitkomt",
        en: "there is a link of this name, which leads nowhere")
    case .nameTooLong: return Localized(nl: "de naam is te lang", en: "the name is too long")
    case .tooLarge:
      return Localized(nl: "u mag geen bestand van deze grootte maken", en: "you may not make a file this large")
    case .closed: return Localized(nl: "die is gesloten", en: "it is closed")
    case .other(let code, let text):
      return Localized(nl: "foutmelding \(code) van het systeem (\(text))", en: "system error \(code) (\(text))")
    }
  }
}
