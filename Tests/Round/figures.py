"""The questions of the forms, and figures that regions could truly give.

A true figure lies between what the form says is assumed (its P5 to P95) in the grain in which people count: heads and
exercises whole, hours whole or by the half, shares in whole per cents.
"""

import csv
import datetime
import random
import re
from dataclasses import dataclass, field, replace

SEED = "uitvraag"
KEY = re.compile(r"([\w-]+)\.(\w+)\[([^/\]]+)/([^\]]+)\]")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class Percent(float):
    """A share that is written, or shown, with a percent sign."""


@dataclass(frozen=True)
class SheetError:
    """An error of the spreadsheet: its name, and a formula that gives it."""

    name: str
    formula: str


@dataclass(frozen=True)
class Uncomputed:
    """A formula whose value is not in the file."""

    formula: str


@dataclass(frozen=True)
class Typed:
    """What a person typed, shown by the spreadsheet as `text`; in a workbook the cell holds `value`."""

    text: str
    value: object


@dataclass(frozen=True)
class Question:
    """A question of the form of one region."""

    number: int
    table: str
    figure: str
    region: str
    item: str
    name: str
    low: float
    high: float
    norm: float | None

    @property
    def key(self):
        return f"{self.table}.{self.figure}[{self.region}/{self.item}]"

    @property
    def is_share(self):
        return self.figure in ("turnover", "certified")

    @property
    def is_hours(self):
        return self.figure in ("initial_hours", "annual_hours")


@dataclass
class Entry:
    """What a region writes beside a question."""

    answer: object = None
    low: object = None
    high: object = None
    source: str = ""
    note: str = ""
    person: str = ""
    date: datetime.date | None = None


@dataclass
class Reply:
    """What one region sends: by which road, how its file looks, and what it holds.

    The `entries` are by the key of the question, in the order of the form. The rest is what people do to a file beside
    filling it in.
    """

    region: str
    name: str
    road: str
    style: str
    file: str
    questions: list
    entries: dict
    units: dict
    # Whether what is counted by the unit has all digits, as no person writes it.
    exact: bool = False
    # Code of the region whose form was used.
    form_of: str = ""
    # Keys of rows whose key and question were erased.
    erased: set = field(default_factory=set)
    # By key: an older row of the same question that is hidden, with its answer.
    hidden: dict = field(default_factory=dict)
    # Rows that people add: a name, and a number.
    added: list = field(default_factory=list)
    # In a table of people's own: other headings by figure, the heading of a column of full-time jobs, other names by
    # item, other names of the region by item.
    headings: dict = field(default_factory=dict)
    jobs: str = ""
    items: dict = field(default_factory=dict)
    regions: dict = field(default_factory=dict)

    def copy(self):
        entries = {key: replace(entry) for key, entry in self.entries.items()}
        return replace(
            self, entries=entries, erased=set(self.erased), hidden=dict(self.hidden), added=list(self.added),
            headings=dict(self.headings), items=dict(self.items), regions=dict(self.regions))

    def question(self, key):
        return next(question for question in self.questions if question.key == key)


def read_number(text):
    """A number as the Dutch form shows it."""
    return float(text.replace(".", "").replace(",", "."))


def read_form(path):
    """The questions of a form that `waterlijn template` made as CSV, in Dutch."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    questions = []
    for row in rows:
        table, figure, region, item = KEY.fullmatch(row["kenmerk"]).groups()
        scale = 0.01 if "%" in row["nu aangenomen"] else 1
        assumed = [scale * read_number(text) for text in NUMBER.findall(row["nu aangenomen"])]
        norms = NUMBER.findall(row["norm"])
        norm = scale * read_number(norms[0]) if norms else None
        low, high = (assumed[1], assumed[2]) if len(assumed) == 3 else (assumed[0], assumed[0])
        questions.append(Question(int(row["nr"]), table, figure, region, item, row["onderdeel"], low, high, norm))
    return questions


def grain(question):
    """The step in which people count a figure, from what it is about."""
    if question.is_share:
        return 0.01
    if question.is_hours:
        return 1 if question.high >= 12 else 0.5
    if question.item == "COORD":
        return 0.1
    if question.item == "PLAN":
        return 10
    if question.item == "REGIE":
        return 0.5
    return 1


def in_grain(question, value):
    """The nearest value that people write; never nothing where there is something."""
    step = grain(question)
    count = max(1, round(value / step))
    rounded = round(count * step, 6)
    return Percent(rounded) if question.is_share else int(rounded) if rounded == int(rounded) else rounded


def true_value(question):
    """What a region has, as plausible as what is assumed of it."""
    chance = random.Random(f"{SEED}/{question.key}")
    if question.item == "REGISTER" or question.figure == "standby_positions":
        return 1
    middle = (question.low + question.high) / 2
    spread = chance.triangular(0.2, 0.8, 0.5) - 0.5
    return in_grain(question, middle + spread * (question.high - question.low))


SOURCES = ["personeelsbestand", "jaarverslag 2025", "telling", "HR-systeem", "rooster", "opgave gemeenten", ""]
NOTES = ["", "", "", "stand 1 oktober", "twee vacatures", "navraag bij de gemeenten loopt"]
PEOPLE = ["J. de Vries", "M. Bakker", "Fatima El Idrissi", "Renée Müller", "P. van 't Hof", "S. Yilmaz", "Anouk"]


def true_entries(questions, count):
    """Answers to the first `count` questions, of one person on one day, some with low and high."""
    region = questions[0].region
    chance = random.Random(f"{SEED}/{region}/entries")
    person = chance.choice(PEOPLE)
    date = datetime.date(2026, 10, 1) + datetime.timedelta(days=chance.randrange(45))
    entries = {}
    for question in questions[:count]:
        value = true_value(question)
        entry = Entry(answer=value, source=chance.choice(SOURCES), note=chance.choice(NOTES))
        entry.person, entry.date = person, date
        low, high = in_grain(question, 0.8 * value), in_grain(question, 1.25 * value)
        if chance.random() < 0.2 and low < value < high:
            entry.low, entry.high = low, high
        entries[question.key] = entry
    return entries
