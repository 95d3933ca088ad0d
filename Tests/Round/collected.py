"""Reads what `waterlijn collect` prints (in Dutch): what it says, and of which cells."""

import re
from dataclasses import dataclass, field

# By how the heading of a section begins; the first that fits.
SECTIONS = {
    "Niet overgenomen": "error", "Fouten": "error", "Verschillende antwoorden": "conflict", "Gelezen als": "read as",
    "Onbekend": "unknown", "Twijfels die een toelichting verklaart": "explained", "Ongewoon": "explained",
    "Twijfels": "doubt", "Niet gelezen": "notice", "Eerder gegeven": "withdrawn",
}
FINDING = re.compile(r"(?P<file>.+?)(?: \[(?P<sheet>[^\]]+)\])?, rij (?P<row>\d+)(?:, kolom (?P<column>.+))?")
CELL = re.compile(r"(?:^|, )([A-Z]{1,3}\d+)$")
PLACE = re.compile(r"(?P<file>[^:\"]+?), (?:(?P<sheet>[^!,]+)!)?(?P<cell>[A-Z]{1,3}\d+)(?: \((?P<who>.*)\))?$")


@dataclass(frozen=True)
class Cell:
    file: str
    sheet: str
    name: str

    @property
    def row(self):
        return re.sub("[A-Z]", "", self.name)

    def __str__(self):
        return f"{self.file}, {self.sheet + '!' if self.sheet else ''}{self.name}"


@dataclass
class Mention:
    """One message: what kind, of which cells, and its text."""

    kind: str
    cells: list = field(default_factory=list)
    files: list = field(default_factory=list)
    text: str = ""

    @property
    def place(self):
        return ", ".join(map(str, self.cells)) or ", ".join(self.files)


def mentions(output, folder):
    """The messages of an output, with files named from `folder`."""
    found = []
    for kind, lines in sections(output):
        for block in blocks(lines):
            found += read_block(kind, block, folder + "/")
    return found


def sections(output):
    """The lines of every section that is known, with what kind of messages it has."""
    lines = output.splitlines()
    starts = [at for at in range(len(lines) - 1) if lines[at] and re.fullmatch("-{3,}", lines[at + 1])]
    for start, end in zip(starts, [*starts[1:], len(lines)]):
        kind = next((kind for title, kind in SECTIONS.items() if lines[start].startswith(title)), None)
        if kind:
            yield kind, lines[start + 2:end]


def blocks(lines):
    """Parts that blank lines divide."""
    block = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []


def cell_of(match, name, folder):
    return Cell(match["file"].strip().removeprefix(folder), match["sheet"] or "", name)


def read_block(kind, block, folder):
    if kind in ("conflict", "read as", "unknown", "withdrawn"):
        # Lines that go on are indented deeper.
        joined = re.sub(r"\n {4,}", " ", "\n".join(block)).splitlines()
        mention = Mention(kind, text=" ".join(line.strip() for line in joined))
        for line in joined[1:]:
            place = PLACE.search(line.rsplit(": ", 1)[-1])
            if place:
                mention.cells.append(cell_of(place, place["cell"], folder))
        return [mention] if mention.cells else []
    head = FINDING.fullmatch(block[0])
    text = " ".join(line.strip() for line in block[1:])
    if not head:
        return [Mention(kind, files=[block[0].removeprefix(folder)], text=text)]
    name = CELL.search(head["column"] or "")
    cell = cell_of(head, name[1] if name else head["row"], folder)
    return [Mention(kind, [cell], [cell.file], text)]


def doubts_of_check(output):
    """The open doubts, and the errors, that `check` prints of the tables of a study."""
    found = []
    for kind, lines in sections(output):
        if kind in ("doubt", "error"):
            # An introduction has no file.
            found += [mention for block in blocks(lines) if ".csv" in block[0].split(",")[0]
                      for mention in read_block(kind, block, "")]
    return found
