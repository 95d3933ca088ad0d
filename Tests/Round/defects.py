"""The mistakes that people make with a form, a spreadsheet and little time, planted in what regions send.

Each is a mistake that its sender would want to hear of: something else stands there than was meant, and the file shows
it. A plausible wrong figure, which nobody can see, is not among them.
"""

import datetime
from dataclasses import dataclass, field

from figures import Entry, Percent, SheetError, Typed, Uncomputed, in_grain, true_value


@dataclass
class Defect:
    """A mistake in one file, and where it shows."""

    number: int
    region: str
    kind: str
    file: str = ""
    # What stands there, and what should.
    written: str = ""
    truth: str = ""
    # Questions and fields whose cell may be named; and further keys of the writer's places.
    cells: list = field(default_factory=list)
    # What the region answers when it is asked again and the figure was right after all; empty: it corrects.
    explanation: str = ""
    key: str = ""
    # What it may be read as, in Dutch, without anything else being said; empty: that is not enough.
    reading: str = ""


class Planter:
    """Plants mistakes in a reply, each at a question of its own.

    - true: what the regions would send without mistakes, to which is added what a mistake needs.
    """

    def __init__(self, replies, true):
        self.replies, self.true = replies, true
        self.used = set()

    def plant(self, defect):
        reply = self.replies[defect.region]
        defect.file = reply.file
        getattr(self, "plant_" + defect.kind.replace("-", "_"))(reply, defect)

    def pick(self, reply, fits):
        """The first question that was answered, that fits, and has no mistake yet; if need be one is answered."""
        for question in reply.questions:
            entry = reply.entries.get(question.key)
            if entry and question.key not in self.used and isinstance(entry.answer, (int, float)):
                if fits(question, entry.answer):
                    self.used.add(question.key)
                    return question, entry
        # Some people look further down for what they happen to know.
        first = next(iter(reply.entries.values()))
        for question in reply.questions:
            value = true_value(question)
            if question.key not in reply.entries and fits(question, value):
                self.used.add(question.key)
                for each in (reply, self.true[reply.region]):
                    each.entries[question.key] = Entry(value, person=first.person, date=first.date)
                return question, reply.entries[question.key]
        raise ValueError(f"{reply.region} has no question for a mistake")

    def alter(self, reply, defect, fits, change, *, alone=True, cells=("answer",)):
        """Puts something else in an answer: what `change` makes of the value that is true."""
        question, entry = self.pick(reply, fits)
        truth = entry.answer
        entry.answer = change(question, truth)
        if alone:
            entry.low = entry.high = None
        defect.key = question.key
        defect.truth, defect.written = str(truth), str(getattr(entry.answer, "text", entry.answer))
        defect.cells = [(question.key, name) for name in cells]

    # MARK: Far too much, or too little

    def plant_factor_10_hours(self, reply, defect):
        self.alter(reply, defect, hours(20), lambda _, value: value * 10)

    def plant_factor_10_persons(self, reply, defect):
        self.alter(reply, defect, persons(6), lambda _, value: value * 10)

    def plant_factor_100_hours(self, reply, defect):
        self.alter(reply, defect, hours(10), lambda _, value: value * 100)

    def plant_factor_1000_persons(self, reply, defect):
        self.alter(reply, defect, persons(50), lambda _, value: value * 1000)

    def plant_lost_comma(self, reply, defect):
        """4.5 fte becomes 45 where the separator was not the computer's."""
        self.alter(reply, defect, lambda question, _: question.item == "COORD", lambda _, value: round(value * 10))

    def plant_hours_of_all(self, reply, defect):
        """The hours of the whole pool, for the hours of one person."""
        self.alter(reply, defect, hours(4, figure="annual_hours"),
                   lambda question, value: value * people(reply, question))

    def plant_hours_in_days(self, reply, defect):
        self.alter(reply, defect, hours(24, figure="initial_hours"), lambda _, value: max(1, round(value / 8)))

    def plant_high_ten_times(self, reply, defect):
        """The highest that it can be lost its comma."""
        question, entry = self.pick(reply, hours(8))
        entry.low, entry.high = in_grain(question, entry.answer * 0.8), 10 * in_grain(question, entry.answer * 1.3)
        self.ends(defect, question, f"high {entry.high}", f"high {entry.high / 10:g}")

    def plant_year(self, reply, defect):
        """The year of the count, where the count is asked."""
        self.alter(reply, defect, persons(4, 30), lambda _, value: 2026)

    def plant_total_for_unit(self, reply, defect):
        """A number of all municipalities in a table that counts for each."""
        self.alter(reply, defect, lambda question, _: question.item == "OEF-GEM",
                   lambda question, value: value * reply.units[question.item])

    def plant_unit_for_total(self, reply, defect):
        """Hours for each municipality, where those of the whole region are asked."""
        self.alter(reply, defect, lambda question, _: question.item == "PLAN",
                   lambda question, value: round(value / reply.units[question.item]))

    def plant_zero_for_unknown(self, reply, defect):
        self.alter(reply, defect, persons(4, 20), lambda _, value: 0)

    def plant_fte_for_people(self, reply, defect):
        """Full-time jobs, where heads are asked."""
        self.alter(reply, defect, persons(8, 100), lambda _, value: round(value * 0.8) + 0.4)

    # MARK: Shares

    def plant_percent_pasted(self, reply, defect):
        """12 pasted into a cell that shows percentages."""
        self.alter(reply, defect, share, lambda _, value: Percent(round(value * 100)))

    def plant_percent_of_percent(self, reply, defect):
        """0,12 typed into a cell that shows percentages, which makes it 0,12%."""
        self.alter(reply, defect, share, lambda _, value: Percent(round(value / 100, 6)))

    def plant_share_above_all(self, reply, defect):
        self.alter(reply, defect, share, lambda _, value: Percent(1 + value))

    def plant_one_person(self, reply, defect):
        """The one who left, for the share that leaves."""
        self.alter(reply, defect, share, lambda _, value: 1)

    # MARK: Low and high

    def plant_swapped_ends(self, reply, defect):
        question, entry = self.pick(reply, lambda question, value: value >= 4)
        low, high = in_grain(question, entry.answer * 0.75), in_grain(question, entry.answer * 1.3)
        entry.low, entry.high = high, low
        self.ends(defect, question, f"{high} / {low}", f"{low} / {high}")

    def plant_outside_ends(self, reply, defect):
        question, entry = self.pick(reply, lambda question, value: value >= 6)
        truth = entry.answer
        entry.low, entry.high = in_grain(question, truth * 0.8), in_grain(question, truth * 1.2)
        entry.answer = in_grain(question, truth * 1.6)
        self.ends(defect, question, f"{entry.answer} of {entry.low} to {entry.high}", str(truth))

    def plant_one_end(self, reply, defect):
        question, entry = self.pick(reply, lambda question, value: value >= 4)
        entry.low, entry.high = in_grain(question, entry.answer * 0.8), None
        self.ends(defect, question, f"low {entry.low}", "low and high, or neither")

    @staticmethod
    def ends(defect, question, written, truth):
        defect.key, defect.written, defect.truth = question.key, written, truth
        defect.cells = [(question.key, name) for name in ("answer", "low", "high")]

    def plant_range_backwards(self, reply, defect):
        self.alter(reply, defect, persons(6, 40), lambda _, value: f"{value + 4}..{value}..{value - 3}")

    def plant_range_in_words(self, reply, defect):
        self.alter(reply, defect, persons(10), lambda _, value: f"{value - 4} a {value + 5}")
        defect.reading = defect.written.replace("a", "tot")

    def plant_range_with_dash(self, reply, defect):
        self.alter(reply, defect, persons(5, 30), lambda _, value: f"{value - 1}-{value + 2}")
        defect.reading = defect.written.replace("-", " tot ")

    # MARK: No number

    def plant_date(self, reply, defect):
        """8-10, of which a spreadsheet makes the eighth of October."""
        self.alter(reply, defect, persons(5, 30), lambda _, value: Typed("8-okt", datetime.date(2026, 10, 8)))

    def plant_time(self, reply, defect):
        """4:00 for four hours."""
        self.alter(reply, defect, hours(2), lambda _, value: Typed("4:00", datetime.time(4)))

    def plant_attachment(self, reply, defect):
        self.alter(reply, defect, lambda question, value: value > 1, lambda _, value: "zie bijlage")

    def plant_idem(self, reply, defect):
        self.alter(reply, defect, hours(4), lambda _, value: "idem")

    def plant_share_of_norm(self, reply, defect):
        """80% of what is asked, for the people themselves."""
        self.alter(reply, defect, persons(5), lambda _, value: Percent(0.8))

    def plant_lost_reference(self, reply, defect):
        self.alter(reply, defect, lambda question, value: value > 1, lambda _, value: SheetError("#VERW!", "#REF!+1"))

    def plant_uncomputed(self, reply, defect):
        self.alter(reply, defect, hours(4), lambda _, value: Uncomputed(f"{value}*1"))

    def plant_formula_as_text(self, reply, defect):
        self.alter(reply, defect, hours(8), lambda _, value: Uncomputed("SOM(B2:B4)"))

    def plant_truth(self, reply, defect):
        self.alter(reply, defect, lambda question, value: value > 1, lambda _, value: True)

    def plant_negative(self, reply, defect):
        self.alter(reply, defect, lambda question, value: value > 1 and question.figure == "persons",
                   lambda _, value: -value)

    def plant_ambiguous(self, reply, defect):
        """2.500 of a system that writes a decimal point."""
        self.alter(reply, defect, hours(1, 12), lambda _, value: f"{value:.3f}")

    def plant_currency(self, reply, defect):
        self.alter(reply, defect, hours(8), lambda _, value: "€ " + f"{value}".replace(".", ","))
        defect.reading = defect.written.removeprefix("€ ")

    def plant_other_unit(self, reply, defect):
        self.alter(reply, defect, hours(16), lambda _, value: f"{round(value / 8)} dagen")

    def plant_letter_for_figure(self, reply, defect):
        """A letter O or l, as in a text that was scanned."""
        self.alter(reply, defect, lambda question, value: isinstance(value, int) and set("01") & set(str(value)[1:]),
                   lambda _, value: str(value)[0] + str(value)[1:].replace("0", "O").replace("1", "l"))
        defect.reading = defect.truth

    def plant_in_note(self, reply, defect):
        question, entry = self.pick(reply, persons(4, 40))
        defect.key, defect.truth = question.key, str(entry.answer)
        defect.written = entry.note = f"dat zijn er nu {entry.answer}"
        entry.answer = entry.low = entry.high = None
        defect.cells = [(question.key, "note"), (question.key, "answer")]

    # MARK: In the wrong place

    def plant_pool_on_standby(self, reply, defect):
        """The pool in the column of those on standby; the column of the pool is left."""
        question, entry = self.pick(reply, lambda question, value: question.figure == "persons" and 5 <= value <= 40
                                    and key_of(question, "standby_positions") in known_keys(reply))
        other = key_of(question, "standby_positions")
        reply.entries[other] = Entry(**vars(entry))
        reply.entries[other].low = reply.entries[other].high = None
        del reply.entries[question.key]
        self.used.add(other)
        defect.key, defect.written, defect.truth = other, str(entry.answer), f"persons {entry.answer}"
        defect.cells = [(other, "answer")]

    def plant_swapped_hours(self, reply, defect):
        question, entry = self.pick(reply, lambda question, value: question.figure == "initial_hours"
                                    and key_of(question, "annual_hours") in reply.entries
                                    and question.item in ("AC-BZ", "OvD-BZ", "CA-CoPI", "CA-ROT", "HCC", "CA-BT"))
        other = key_of(question, "annual_hours")
        self.used.add(other)
        second = reply.entries[other]
        # As far from each other as in the norm.
        question_annual = reply.question(other)
        first_value, second_value = in_grain(question, question.norm), in_grain(question_annual, question_annual.norm)
        for each in (entry, second):
            each.low = each.high = None
        entry.answer, second.answer = second_value, first_value
        defect.key, defect.written = question.key, f"{second_value} and {first_value}"
        defect.truth = f"{first_value} and {second_value}"
        defect.cells = [(question.key, "answer"), (other, "answer")]

    def plant_shifted_rows(self, reply, defect):
        """Answers that were pasted one row too low."""
        keys = list(reply.entries)[2:9]
        answers = [reply.entries[key].answer for key in keys[:-1]]
        for key in keys:
            entry = reply.entries[key]
            entry.low = entry.high = None
            entry.answer = answers[keys.index(key) - 1] if key != keys[0] else None
            self.used.add(key)
        defect.key = keys[1]
        defect.written, defect.truth = "answers 3 to 8 one row too low", "a row higher"
        defect.cells = [(key, "answer") for key in keys[1:]]

    def plant_copy_of_other(self, reply, defect):
        """The file of a neighbour as an example, of which the answers were never replaced."""
        other = self.replies["VR21"]
        count = len(reply.entries)
        reply.entries = {}
        for key, entry in other.entries.items():
            own = key.replace("[VR21/", f"[{reply.region}/")
            if len(reply.entries) < count and own in known_keys(reply):
                reply.entries[own] = Entry(**vars(entry))
        defect.key = next(iter(reply.entries))
        defect.written, defect.truth = f"the answers of VR21 ({len(reply.entries)})", "its own answers"
        defect.cells = [(key, "answer") for key in reply.entries]

    def plant_form_of_other(self, reply, defect):
        """The neighbour's form, forwarded and filled in."""
        reply.form_of = "VR07"
        defect.key = next(iter(reply.entries))
        defect.written, defect.truth = "in the form of VR07", f"in the form of {reply.region}"
        defect.cells = [(key, name) for key in reply.entries for name in ("answer", "key")]

    def plant_key_erased(self, reply, defect):
        question, entry = self.pick(reply, persons(4))
        reply.erased.add(question.key)
        defect.key, defect.written, defect.truth = question.key, "no key and no question", question.key
        defect.cells = [(question.key, name) for name in ("answer", "key")]

    def plant_own_row(self, reply, defect):
        name = "Vrijwilligers Rode Kruis"
        reply.added.append((name, 35))
        defect.written, defect.truth, defect.cells = f"{name}: 35", "in a note", [(name, "added")]

    def plant_sum_row(self, reply, defect):
        name = "Alles bij elkaar"
        total = sum(entry.answer for key, entry in reply.entries.items()
                    if reply.question(key).figure == "persons" and isinstance(entry.answer, int))
        reply.added.append((name, total))
        defect.written, defect.truth, defect.cells = f"{name}: {total}", "no row", [(name, "added")]

    # MARK: Twice

    def plant_old_row_hidden(self, reply, defect):
        question, entry = self.pick(reply, persons(8))
        entry.low = entry.high = None
        old = round(entry.answer * 0.7)
        reply.hidden[question.key] = old
        defect.key, defect.written, defect.truth = question.key, f"{entry.answer}, and {old} hidden", str(entry.answer)
        defect.cells = [(question.key, "answer"), (question.key, "hidden")]

    def plant_two_answers(self, reply, defect):
        """A colleague sends a table with an own answer to one of the questions."""
        question, entry = self.pick(reply, persons(8))
        entry.low = entry.high = None
        colleague = self.replies["colleague"]
        other = round(entry.answer * 1.3)
        colleague.entries[question.key] = Entry(answer=other, person="T. Smit", date=datetime.date(2026, 11, 20))
        defect.key, defect.written, defect.truth = question.key, f"{entry.answer} and {other}", str(entry.answer)
        defect.cells = [(question.key, "answer")]

    # MARK: Names

    def plant_unknown_function(self, reply, defect):
        question, entry = self.pick(reply, persons(4))
        reply.items[question.item] = "Piketmedewerkers bevolkingszorg"
        defect.key, defect.written, defect.truth = question.key, reply.items[question.item], question.name
        defect.cells = [(question.item, "item"), (question.key, "answer")]

    def plant_unknown_region(self, reply, defect):
        question, entry = self.pick(reply, persons(4))
        reply.regions[question.item] = "Rotterdam e.o."
        defect.key, defect.written, defect.truth = question.key, reply.regions[question.item], reply.name
        defect.cells = [(question.item, "region"), (question.key, "answer")]

    def plant_fte_beside_people(self, reply, defect):
        """A column of full-time jobs before that of people, under nearly the same heading."""
        reply.headings["persons"] = "Bezetting (mensen)"
        reply.jobs = "Bezetting (fte)"
        defect.written, defect.truth = reply.jobs, reply.headings["persons"]
        defect.cells = [("jobs", "heading"), ("persons", "heading")] + [
            (question.key, name) for question in reply.questions if question.figure == "persons"
            for name in ("answer", "jobs")]

    def plant_unknown_heading(self, reply, defect):
        reply.headings["annual_hours"] = "Tijd per jaar"
        defect.written, defect.truth = reply.headings["annual_hours"], "Bijscholing (uren)"
        defect.cells = [("annual_hours", "heading")]


def hours(least, most=10_000, figure=None):
    return lambda question, value: question.is_hours and least <= value <= most and figure in (None, question.figure)


def persons(least, most=1_000_000):
    return lambda question, value: question.figure == "persons" and least <= value <= most


def share(question, value):
    return question.figure == "turnover"


def key_of(question, figure):
    table = "staffing" if figure in ("persons", "standby_positions", "turnover", "certified") else "training"
    return f"{table}.{figure}[{question.region}/{question.item}]"


def known_keys(reply):
    return {question.key for question in reply.questions}


def people(reply, question):
    """How many there are in the pool: as answered, or as assumed."""
    key = key_of(question, "persons")
    entry = reply.entries.get(key)
    if entry and isinstance(entry.answer, int):
        return entry.answer
    return in_grain(reply.question(key), (reply.question(key).low + reply.question(key).high) / 2)


SHARED = "dit klopt: de pool wordt gedeeld met Duitsland"
ALL = "klopt, nagevraagd bij de coördinator"

# Region, kind, and what the region says of it in the second round if the figure was right.
PLAN = [
    ("VR05", "factor-10-hours", ""), ("VR05", "hours-of-all", ""), ("VR05", "date", ""), ("VR05", "attachment", ""),
    ("VR05", "lost-reference", ""),
    ("VR09", "negative", ""), ("VR09", "percent-pasted", ""), ("VR09", "swapped-ends", ""), ("VR09", "truth", ""),
    ("VR09", "year", ""),
    ("VR13", "old-row-hidden", ""), ("VR13", "uncomputed", ""), ("VR13", "outside-ends", ""), ("VR13", "one-end", ""),
    ("VR13", "factor-1000-persons", ""),
    ("VR16", "shifted-rows", ""), ("VR16", "fte-for-people", ""), ("VR16", "time", ""),
    ("VR16", "zero-for-unknown", "klopt: deze mensen levert de buurregio"),
    ("VR20", "copy-of-other", ""), ("VR20", "own-row", ""),
    ("VR20", "percent-of-percent", "klopt, bijna niemand vertrekt"),
    ("VR03", "date", ""), ("VR03", "lost-reference", ""), ("VR03", "ambiguous", ""), ("VR03", "other-unit", ""),
    ("VR03", "in-note", ""),
    ("VR08", "form-of-other", ""),
    ("VR14", "share-above-all", ""), ("VR14", "lost-comma", ALL), ("VR14", "idem", ""),
    ("VR14", "factor-10-hours", "inclusief de opleiding tot officier"),
    ("VR21", "two-answers", ""), ("VR21", "formula-as-text", ""), ("VR21", "unit-for-total", ALL),
    ("VR21", "high-ten-times", ""),
    ("VR22", "hours-in-days", "klopt: verder alles met e-learning in eigen tijd"), ("VR22", "currency", ""),
    ("VR22", "key-erased", ""), ("VR22", "share-of-norm", ""), ("VR22", "range-in-words", ""),
    ("VR04", "pool-on-standby", "klopt: iedereen staat op piket"),
    ("VR04", "total-for-unit", "klopt: elke maand een oefening in elke gemeente"), ("VR04", "swapped-hours", ""),
    ("VR15", "one-person", ""), ("VR15", "range-with-dash", ""), ("VR15", "factor-10-persons", SHARED),
    ("VR19", "high-ten-times", ""), ("VR19", "attachment", ""), ("VR19", "percent-of-percent", "klopt: 0,1 procent"),
    ("VR23", "range-backwards", ""), ("VR23", "letter-for-figure", ""), ("VR23", "factor-100-hours", ""),
    ("VR10", "unknown-function", ""), ("VR10", "unknown-heading", ""), ("VR10", "fte-beside-people", ""),
    ("VR17", "unknown-region", ""), ("VR17", "pool-on-standby", ""),
    ("VR24", "hours-of-all", "klopt: inclusief alle oefeningen"), ("VR24", "sum-row", ""),
]

# These come first, for others look at what they leave.
FIRST = ["copy-of-other", "form-of-other", "shifted-rows"]


def plant_all(replies, true):
    """Plants the sixty, and tells where."""
    planter = Planter(replies, true)
    defects = [Defect(number, region, kind, explanation=explanation)
               for number, (region, kind, explanation) in enumerate(PLAN, start=1)]
    for defect in sorted(defects, key=lambda defect: defect.kind not in FIRST):
        planter.plant(defect)
    return defects
