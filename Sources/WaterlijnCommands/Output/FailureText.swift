import StudyFiles
import Terms

extension FileFailure {
  /// The message for the user.
  var text: Bilingual { text(.out) }

  /// - Parameter option: the option with which another location can be chosen.
  func text(_ option: CommandOption) -> Bilingual {
    let place = path.isEmpty ? Bilingual(nl: "de uitvoer", en: "the output") : Bilingual(same: path)
    let reason = reasonText
    let remedy =
      path.isEmpty
      ? Bilingual(same: "")
      : Bilingual(
        nl: "\nKies zo nodig met \(option.flag) een \(option == .xlsx ? "ander bestand" : "andere map").",
        en: "\nChoose another \(option == .xlsx ? "file" : "folder") with \(option.flag) if need be.")
    return Bilingual(
      nl: "Kan niet schrijven naar \(place.dutch): \(reason.dutch).\(remedy.dutch)",
      en: "Cannot write to \(place.english): \(reason.english).\(remedy.english)")
  }

  var reasonText: Bilingual {
    switch reason {
    case .diskFull: return Bilingual(nl: "de schijf is vol", en: "the disk is full")
    case .readOnly: return Bilingual(nl: "de schijf is alleen te lezen", en: "the disk is read-only")
    case .noPermission: return Bilingual(nl: "u mag hier niet schrijven", en: "you may not write here")
    case .notAFolder:
      return Bilingual(nl: "dit is geen map", en: "this is not a folder")
    case .notAFile: return Bilingual(nl: "dit is geen bestand", en: "this is not a file")
    case .absent: return Bilingual(nl: "de map bestaat niet", en: "the folder does not exist")
    case .taken:
      return Bilingual(
        nl: "er staat al een verwijzing met deze naam, die nergens uitkomt",
        en: "there is a link of this name, which leads nowhere")
    case .nameTooLong: return Bilingual(nl: "de naam is te lang", en: "the name is too long")
    case .tooLarge:
      return Bilingual(nl: "u mag geen bestand van deze grootte maken", en: "you may not make a file this large")
    case .busy:
      return Bilingual(
        nl: "een andere opdracht schrijft op dit moment in deze map",
        en: "another command is writing in this folder now")
    case .closed: return Bilingual(nl: "die is gesloten", en: "it is closed")
    case .other(let code, let text):
      return Bilingual(nl: "foutmelding \(code) van het systeem (\(text))", en: "system error \(code) (\(text))")
    }
  }
}
