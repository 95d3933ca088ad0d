#!/usr/bin/env python3
"""A round of the uitvraag, from the forms to the study, with the mistakes of tired people planted in it.

    round.py WATERLIJN [--page PAGE] [--work DIR]

Makes the forms of 25 regions, fills them in with plausible figures by every road that `collect` reads, plants sixty
mistakes in 17 of the files, and holds what `collect` says of them to what was planted. Then the regions answer: what
was wrong is mended, what was right is explained, and nothing may be left open, nor a figure for which no region stands.
At last the same figures of one region go by all four roads, after which a computation has to give the same bytes.

Needs openpyxl and LibreOffice. The same every time: all chance is seeded. In the folder of the work are the files of
both rounds, what `collect` said (ronde-1.txt, ronde-2.txt), and planted.csv: every mistake with its cell and what came
of it. The exit status is 1 if a target is missed.
"""

import argparse
import csv
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl

import collected
import defects
import figures
import senders

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "scenarios" / "nederland"
# In the folder of the work.
STUDY = "studie-0"

TARGETS = {
    "found": 60, "at the cell": 55, "errors on clean files": 0, "doubts on clean files": 2, "left": 0, "open": 0,
    "out of date": 0, "replies": 0,
}

# Region, road, how the file looks, its name, and to how many questions it has an answer.
SENT = [
    ("VR01", "csv", "excel-nl", "opgave-VR01.csv", 28),
    ("VR02", "xlsx", "plain", "opgave-VR02.xlsx", 22),
    ("VR03", "csv", "libreoffice", "opgave-VR03 (1).csv", 36),
    ("VR04", "page", "page", "opgave-VR04.zip", 40),
    ("VR05", "xlsx", "plain", "opgave-VR05.xlsx", 34),
    ("VR06", "xlsx", "sums", "Kopie van opgave-VR06.xlsx", 40),
    ("VR07", "csv", "english", "opgave-VR07.csv", 30),
    ("VR08", "csv", "excel-nl-ansi", "Gelderland-Zuid uitvraag.csv", 25),
    ("VR09", "xlsx", "notes", "Uitvraag Utrecht.xlsx", 38),
    ("VR10", "own", "own-xlsx", "inventarisatie NHN.xlsx", 36),
    ("VR11", "page", "page", "opgave-VR11.zip", 31),
    ("VR12", "xlsx", "notes", "opgave-VR12 definitief.xlsx", 15),
    ("VR13", "xlsx", "sums", "opgave-VR13.xlsx", 40),
    ("VR14", "csv", "sheets-en", "opgave-VR14.csv", 33),
    ("VR15", "page", "page", "opgave-VR15.zip", 35),
    ("VR16", "xlsx", "plain", "opgave-VR16.xlsx", 37),
    ("VR17", "own", "own-csv-list", "overzicht functies.csv", 40),
    ("VR18", "csv", "tabs", "opgave-VR18.txt", 19),
    ("VR19", "page", "page", "opgave-VR19 (2).zip", 38),
    ("VR20", "xlsx", "plain", "opgave-VR20.xlsx", 32),
    ("VR21", "csv", "unicode-text", "opgave-VR21.txt", 40),
    ("VR22", "csv", "reordered", "opgave-VR22.csv", 39),
    ("VR23", "page", "page", "opgave-VR23.zip", 36),
    ("VR24", "own", "own-xlsx-regions", "Zuid-Limburg bevolkingszorg.xlsx", 34),
    ("VR25", "own", "own-csv-title", "flevoland.csv", 27),
]
COLLEAGUE = ("VR21", "xlsx", "plain", "opgave-VR21 aanvulling.xlsx", 0)
ROAD_REGION = "VR10"


class Tool:
    """The program, in the folder of the work."""

    def __init__(self, program, work):
        self.program, self.work = program, work

    def __call__(self, *arguments, statuses=(0,)):
        """What a command prints; it must end with one of the statuses."""
        done = subprocess.run([self.program, *map(str, arguments)], cwd=self.work, capture_output=True, timeout=170)
        text = (done.stdout + done.stderr).decode()
        if done.returncode not in statuses:
            raise RuntimeError(f"waterlijn {' '.join(map(str, arguments))} ended with {done.returncode}:\n{text}")
        return text


# MARK: What regions send

def read_units():
    """By region how many units the study counts each provision by."""
    def rows(name):
        with open(SOURCE / name, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))
    units = {}
    for region in rows("regions.csv"):
        by = {"gemeente": int(region["gemeenten"]), "100k": int(region["inwoners"]) / 100_000}
        own = {row["voorziening"]: by.get(row["per"], 1) for row in rows("provisions.csv")}
        units[region["regio"]] = (region["naam"], own)
    return units


def true_replies(forms):
    """What every region would send if nobody made mistakes; by region, and of a colleague."""
    units = read_units()
    replies = {}
    for region, road, style, file, count in [*SENT, COLLEAGUE]:
        questions = figures.read_form(forms / f"opgave-{region}.csv")
        entries = figures.true_entries(questions, count) if count else {}
        name, own = units[region]
        reply = figures.Reply(region, name, road, style, file, questions, entries, own)
        replies[region if count else "colleague"] = reply
    return replies


def answered(true, planted, found):
    """The second round: what was wrong is mended, what was right is explained; files without mistakes stay."""
    replies = {region: reply.copy() for region, reply in true.items()}
    for defect in found:
        if not defect.explanation:
            continue
        entry = replies[defect.region].entries
        entry[defect.key] = replace(planted[defect.region].entries[defect.key], note=defect.explanation)
    for region, reply in replies.items():
        was = planted[region]
        # What stood in the wrong place is taken back in words: a cell that is blank says nothing.
        for key in was.entries:
            if key not in reply.entries and key in {question.key for question in reply.questions}:
                reply.entries[key] = figures.Entry(answer="onbekend")
        # Figures that were another region's: the new ones differ, and this is why.
        if any(defect.region == region and defect.kind == "copy-of-other" for defect in found):
            for entry in reply.entries.values():
                entry.note = entry.note or "nu de eigen cijfers"
    del replies["colleague"]
    return replies


# MARK: What `collect` says of it

@dataclass
class Outcome:
    """What was said of a mistake."""

    defect: defects.Defect
    cells: set
    mention: collected.Mention | None = None
    is_exact: bool = False
    # What was said as explained: by a note that was there already, and that explains nothing.
    closed: collected.Mention | None = None


def cells_of(defect, reply, places):
    """The cells of a mistake, as `collect` names them."""
    cells = set()
    for key in defect.cells:
        known = places[reply.file].get(key, [])
        for sheet, name in known if isinstance(known, list) else [known]:
            # A table in an archive is as a sheet in a workbook.
            cells.add(collected.Cell(reply.file, sheet.split("/")[-1], name))
    return cells


def says_enough(mention, defect):
    """Whether a message tells that something is wrong; that a text was read is only enough if it was read rightly."""
    if mention.kind != "read as":
        return True
    return bool(defect.reading) and f"gelezen als {defect.reading}:" in mention.text


def outcomes(found, replies, places, mentions):
    """Of each mistake what was said: of its very cell, else of its row or, of what has no cell, of its file."""
    results = [Outcome(defect, cells_of(defect, replies[defect.region], places)) for defect in found]
    guilty = set().union(*(outcome.cells for outcome in results))
    for outcome in results:
        rows = {(cell.file, cell.sheet, cell.row) for cell in outcome.cells}
        for mention in mentions:
            is_exact = any(cell in outcome.cells for cell in mention.cells)
            if mention.kind == "explained" and is_exact:
                outcome.closed = mention
            if mention.kind == "explained" or not says_enough(mention, outcome.defect):
                continue
            # What is said of another mistake says nothing of this one.
            is_near = not guilty & set(mention.cells) and (
                any((cell.file, cell.sheet, cell.row) in rows for cell in mention.cells)
                or not mention.cells and any(cell.file in mention.files for cell in outcome.cells))
            if is_exact and not outcome.is_exact or is_near and outcome.mention is None:
                outcome.mention, outcome.is_exact = mention, is_exact
    return results


def false_alarms(results, mentions, files):
    """Errors, conflicts and doubts of cells of these files in which nothing was planted."""
    guilty = set().union(*(outcome.cells for outcome in results))
    told = {id(outcome.mention) for outcome in results}
    alarms = []
    for mention in mentions:
        if mention.kind not in ("error", "conflict", "doubt") or id(mention) in told:
            continue
        named = {cell.file.split("/")[0] for cell in mention.cells} | {file.split("/")[0] for file in mention.files}
        if named & files and not guilty & set(mention.cells):
            alarms.append(mention)
    return alarms


def write_planted(path, results):
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["number", "file", "sheet", "cell", "kind", "written", "should_be", "told", "at_cell", "message"])
        for outcome in results:
            defect, mention = outcome.defect, outcome.mention or outcome.closed
            cells = sorted(outcome.cells, key=lambda cell: (cell.file, cell.sheet, int(cell.row), cell.name))
            many = len(cells) > 4
            rows.writerow([
                defect.number, cells[0].file if cells else defect.file, cells[0].sheet if cells else "",
                f"{cells[0].name} to {cells[-1].name}" if many else " ".join(cell.name for cell in cells), defect.kind,
                defect.written, defect.truth, mention.kind if mention else "", int(outcome.is_exact),
                mention.text if mention else ""])


# MARK: The rounds

def first_round(tool, forms, true, work):
    planted = {region: reply.copy() for region, reply in true.items()}
    found = defects.plant_all(planted, true)
    places = senders.write_all(list(planted.values()), forms, work / "antwoorden", work / "ronde-1")
    output = tool("collect", STUDY, "antwoorden", "--into", "studie-1", "--reply", "terug", statuses=(0, 3))
    (work / "ronde-1.txt").write_text(output)
    mentions = collected.mentions(output, "antwoorden")
    results = outcomes(found, planted, places, mentions)
    write_planted(work / "planted.csv", results)
    guilty = {defect.file for defect in found}
    clean = {reply.file for region, reply in planted.items() if reply.file not in guilty and region != "colleague"}
    return planted, results, false_alarms(results, mentions, clean), false_alarms(results, mentions, guilty), clean


def second_round(tool, forms, true, planted, results, work):
    """What is still open once all has been answered: errors, doubts and conflicts, and open doubts of the study."""
    replies = answered(true, planted, [outcome.defect for outcome in results])
    senders.write_all(list(replies.values()), forms, work / "antwoorden-2", work / "ronde-2")
    output = tool("collect", "studie-1", "antwoorden-2", "--into", "studie-2", statuses=(0, 3))
    (work / "ronde-2.txt").write_text(output)
    mentions = collected.mentions(output, "antwoorden-2")
    left = [mention for mention in mentions if mention.kind in ("error", "conflict", "doubt")]
    checked = tool("check", "studie-2", statuses=(0, 3))
    (work / "controle-2.txt").write_text(checked)
    is_open = [mention for mention in collected.doubts_of_check(checked)
               if mention.files and mention.files[0].removesuffix(".csv") in senders.TABLES]
    # What all regions say in the end, taken over at once: the study of two rounds has to be the same.
    tool("collect", STUDY, "antwoorden-2", "--into", "studie-ineens", statuses=(0, 3))
    return left, is_open, stale(reported(work / "studie-2"), reported(work / "studie-ineens"))


def reported(study):
    """What regions say in a study, by the name of the cell."""
    cells = {}
    for table in senders.TABLES:
        with open(study / f"{table}.csv", encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                region, item, *columns = row
                for column in columns:
                    if row[region] != "*" and column not in ("bron", "toelichting") and row[column]:
                        cells[f"{table}.{column}[{row[region]}/{row[item]}]"] = row[column]
    return cells


def stale(twice, once):
    """Figures of a study of two rounds for which no region stands any more, and those that it lacks."""
    names = sorted(set(twice) | set(once))
    return [f"{name}: {twice.get(name, 'nothing')}, and the regions say {once.get(name, 'nothing')}" for name in names
            if twice.get(name) != once.get(name)]


def roads(tool, forms, true, work):
    """Whether the same figures give the same results by whatever road they come; the roads that differ."""
    reply = true[ROAD_REGION]
    functions = {"persons", "standby_positions", "turnover", "certified", "initial_hours", "annual_hours", "quantity"}
    entries = figures.true_entries(reply.questions, len(reply.questions))
    assert {reply.question(key).figure for key in entries} == functions
    ways = [("xlsx", "plain", "vorm.xlsx"), ("csv", "excel-nl", "vorm.csv"), ("csv", "sheets-en", "vorm-en.csv"),
            ("page", "page", "pagina.zip"), ("own", "own-xlsx", "Noord-Holland Noord.xlsx")]
    sent = [replace(reply, road=road, style=style, file=file, entries=entries, exact=True)
            for road, style, file in ways]
    senders.write_all(sent, forms, work / "wegen", work / "ronde-wegen")
    results = {}
    for each in sent:
        study = f"weg-{each.file}"
        tool("collect", STUDY, f"wegen/{each.file}", "--into", study)
        tool("run", study, "--draws", 200, "--seed", 7, "--out", study + "-uitkomst", "--quiet")
        results[each.file] = (work / (study + "-uitkomst") / "summary.csv").read_bytes()
    assumed = "weg-aanname-uitkomst"
    tool("run", STUDY, "--draws", 200, "--seed", 7, "--out", assumed, "--quiet")
    first = results[ways[0][2]]
    differ = [file for file, summary in results.items() if summary != first]
    if first == (work / assumed / "summary.csv").read_bytes():
        differ.append("answers that change nothing")
    return differ


def replies_wrong(results, sent, work):
    """What is wrong with the workbooks that go back: values that are not as they were sent, mistakes without a note.

    Only of workbooks that regions sent: the others get the form, in which what they sent stands elsewhere.
    """
    wrong = []
    back = {path.name: openpyxl.load_workbook(path) for path in sorted((work / "terug").iterdir())}
    for reply in sent:
        if reply.file not in back or not reply.file.endswith(".xlsx"):
            continue
        own = openpyxl.load_workbook(work / "antwoorden" / reply.file)
        for sheet in own:
            returned = back[reply.file][sheet.title]
            for row in sheet.iter_rows():
                wrong += [f"{reply.file}, {sheet.title}!{cell.coordinate}: {returned[cell.coordinate].value!r} for {cell.value!r}"
                          for cell in row if cell.value != returned[cell.coordinate].value]
    for outcome in results:
        if outcome.mention is None or outcome.mention.kind not in ("error", "doubt", "conflict"):
            continue
        for cell in outcome.mention.cells:
            book = back.get(cell.file)
            if book is None or not cell.sheet or cell.sheet not in book.sheetnames:
                continue
            note = book[cell.sheet][cell.name].comment
            if note is None or "Waterlijn" not in note.text:
                wrong.append(f"{cell}: no note")
    asked = {cell.file for outcome in results if outcome.mention and outcome.mention.kind in ("error", "doubt")
             for cell in outcome.mention.cells}
    stems = {Path(name).stem for name in back}
    # Whose file could not be read at all sent no answers to put in a form.
    wrong += [f"{file}: nothing goes back" for file in sorted(asked) if Path(file).stem not in stems
              and file != "Gelderland-Zuid uitvraag.csv"]
    return wrong


# MARK: What is told

def tell(title, lines):
    if lines:
        print(title)
        for line in lines:
            print("  " + line)
        print()


def main():
    parser = argparse.ArgumentParser(description="A round of the uitvraag with sixty planted mistakes.")
    parser.add_argument("waterlijn", help="the program")
    parser.add_argument("--page", help="the empty page, for the forms that are one")
    parser.add_argument("--work", help="folder for all files, which is emptied; without: one that is removed")
    arguments = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(arguments.work or temporary).resolve()
        if arguments.work and work.exists():
            if any(work.iterdir()) and not (work / "planted.csv").exists() and not (work / "forms").exists():
                parser.error(f"{work} holds something else")
            shutil.rmtree(work)
        work.mkdir(parents=True, exist_ok=True)
        status = play(Tool(Path(arguments.waterlijn).resolve(), work), arguments.page, work)
    print(f"({time.monotonic() - began:.0f} s)")
    sys.exit(status)


def play(tool, page, work):
    """Plays both rounds and the roads; the exit status."""
    # A copy, for a command may write beside the study what it asked.
    shutil.copytree(SOURCE, work / STUDY, ignore=shutil.ignore_patterns("expected", "resultaten", "uitvraag"))
    page = ["--base", Path(page).resolve()] if page else []
    tool("template", STUDY, "--out", "forms", "--quiet", *page)
    english = "+".join(region for region, _, style, _, _ in SENT if style == "english")
    tool("template", STUDY, "--out", "forms-en", "--quiet", "--language", "en", "--region", english, *page)
    forms = work / "forms"
    made = {ending: len(list(forms.glob("*." + ending))) for ending in ("xlsx", "csv")}
    assert made == {"xlsx": 25, "csv": 25}, made

    true = true_replies(forms)
    planted, results, alarms, others, clean = first_round(tool, forms, true, work)
    replies = replies_wrong(results, planted.values(), work)
    left, is_open, old = second_round(tool, forms, true, planted, results, work)
    differ = roads(tool, forms, true, work)

    missed = [outcome for outcome in results if outcome.mention is None]
    aside = [outcome for outcome in results if outcome.mention and not outcome.is_exact]
    tell("Not found:", [describe(outcome) for outcome in missed if not outcome.closed])
    tell("Not asked about, for a note that explains nothing:",
         [f"{describe(outcome)}\n      {outcome.closed.text}" for outcome in missed if outcome.closed])
    tell("Found, but not at the cell:",
         [f"{describe(outcome)}\n      told at {outcome.mention.place}: {outcome.mention.text}" for outcome in aside])
    tell("False alarms on clean files:", [line(mention) for mention in alarms])
    tell("False alarms on other cells of files with mistakes:", [line(mention) for mention in others])
    tell("Wrong in what goes back:", replies)
    tell("Left in the second round:", [line(mention) for mention in left])
    tell("Open in the study of the second round:", [line(mention) for mention in is_open])
    tell("Not what the regions say in the end:", old)
    tell("Roads that give other results:", differ)

    found = len(results) - len(missed)
    errors = sum(mention.kind != "doubt" for mention in alarms)
    doubts = len(alarms) - errors
    is_met = (
        len(results) == 60 and len(clean) == 8 and found >= TARGETS["found"]
        and found - len(aside) >= TARGETS["at the cell"] and errors <= TARGETS["errors on clean files"]
        and doubts <= TARGETS["doubts on clean files"] and len(left) <= TARGETS["left"]
        and len(replies) <= TARGETS["replies"] and len(is_open) <= TARGETS["open"] and len(old) <= TARGETS["out of date"] and not differ)
    print(
        f"round: {'met' if is_met else 'MISSED'}: of {len(results)} mistakes in {len(SENT) - len(clean)} files {found} "
        f"found, {found - len(aside)} at the cell; on {len(clean)} clean files {errors} errors and {doubts} doubts; "
        f"second round: {len(left)} left, {len(is_open)} open in the study, {len(old)} figures out of date; "
        f"roads that differ: {len(differ)}; wrong in what goes back: {len(replies)}")
    return 0 if is_met else 1


def describe(outcome):
    defect = outcome.defect
    cells = ", ".join(str(cell) for cell in sorted(outcome.cells, key=str)[:2]) or defect.file
    return f"{defect.number:2} {defect.kind}: {defect.written!r} for {defect.truth!r} ({cells})"


def line(mention):
    return f"{mention.kind}, {mention.place}: {mention.text}"


if __name__ == "__main__":
    main()
