"""Writes the file that a region sends, by each of the four roads: workbook, CSV, archive of the page, own table.

Every writer tells where it put what: by question and field the sheet and the cell, as `collect` names them.
"""

import csv
import datetime
import io
import re
import subprocess
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

from figures import Percent, SheetError, Typed, Uncomputed

HEADINGS = {
    "nr": "no", "onderdeel": "item", "vraag": "question", "eenheid": "unit", "nu aangenomen": "assumed now",
    "norm": "norm", "vorige opgave": "reported before", "antwoord": "answer", "laag": "low", "hoog": "high",
    "bron": "source", "toelichting": "note", "ingevuld door": "filled in by", "datum": "date", "kenmerk": "key",
}
FIELDS = {
    "antwoord": "answer", "laag": "low", "hoog": "high", "bron": "source", "toelichting": "note",
    "ingevuld door": "person", "datum": "date",
}
# Of the tables of a study the columns after region and item.
TABLES = {
    "staffing": ["personen", "personen_aandeel", "piketposities", "verloop", "gecertificeerd", "bron", "toelichting"],
    "training": ["opleidingsuren", "bijscholingsuren", "bron", "toelichting"],
    "provision-current": ["aantal", "bron", "toelichting"],
}
COLUMNS = {
    "persons": "personen", "standby_positions": "piketposities", "turnover": "verloop", "certified": "gecertificeerd",
    "initial_hours": "opleidingsuren", "annual_hours": "bijscholingsuren", "quantity": "aantal",
}


def address(row, column):
    """The name of a cell; row from 1, column from 0."""
    return f"{get_column_letter(column + 1)}{row}"


def number_text(value, comma=True):
    text = f"{value:.12g}"
    return text.replace(".", ",") if comma else text


def cell_text(value, comma=True):
    """What a cell says in a text file."""
    match value:
        case None:
            return ""
        case Typed():
            return value.text
        case SheetError():
            return value.name
        case Uncomputed():
            return "=" + value.formula
        case bool():
            return ("WAAR" if comma else "TRUE") if value else ("ONWAAR" if comma else "FALSE")
        case Percent():
            return number_text(round(100 * value, 10), comma) + "%"
        case int() | float():
            return number_text(value, comma)
        case datetime.date():
            return f"{value.day}-{value.month}-{value.year}"
    return str(value)


def range_text(entry):
    """An answer with its low and high as the page and the study write it."""
    ends = [entry.low, entry.answer, entry.high] if entry.low is not None else [entry.answer]
    return "..".join(cell_text(end) for end in ends if end is not None)


def for_unit(reply, question, value):
    """A number of the whole region as the study counts it: for each municipality or 100,000 inhabitants."""
    units = reply.units.get(question.item, 1)
    if units == 1 or not isinstance(value, (int, float)) or isinstance(value, bool):
        return value
    return float(f"{value / units:.12g}") if reply.exact else round(value / units, 2)


def as_counted(reply, question, entry):
    """An entry as the study counts it, of a table that is not the form."""
    fields = {name: for_unit(reply, question, getattr(entry, name)) for name in ("answer", "low", "high")}
    return type(entry)(**{**vars(entry), **fields})


# MARK: Workbooks

def put(cell, value):
    """Puts a value into a cell of a workbook, with the format that a spreadsheet gives it."""
    match value:
        case Typed():
            put(cell, value.value)
            return
        case SheetError() | Uncomputed():
            cell.value = "=" + value.formula
            return
        case Percent():
            cell.number_format = "0%" if value >= 0.01 else "0.00%"
        case datetime.time():
            cell.number_format = "h:mm"
        case datetime.date():
            cell.number_format = "d-mmm"
    cell.value = float(value) if isinstance(value, Percent) else value


def fill_form_workbook(reply, forms, path):
    """Fills in the workbook that `waterlijn template` made."""
    book = openpyxl.load_workbook(forms / f"opgave-{reply.form_of or reply.region}.xlsx")
    sheet = book.worksheets[0]
    head = 4
    columns = {cell.value: cell.column - 1 for cell in sheet[head] if cell.value}
    rows = {sheet.cell(row, columns["kenmerk"] + 1).value: row for row in range(head + 1, sheet.max_row + 1)}
    form = reply.form_of or reply.region
    places = {}

    def fill(row, key, entry):
        for heading, name in FIELDS.items():
            places[key, name] = (sheet.title, address(row, columns[heading]))
            value = getattr(entry, name)
            if value in (None, ""):
                continue
            cell = sheet.cell(row, columns[heading] + 1)
            put(cell, value)
            if name == "date":
                cell.number_format = "dd-mm-yyyy"

    for key, entry in reply.entries.items():
        row = rows[key.replace(f"[{reply.region}/", f"[{form}/")]
        fill(row, key, entry)
        if key in reply.erased:
            for heading in ("kenmerk", "vraag"):
                sheet.cell(row, columns[heading] + 1).value = None
    last = sheet.max_row
    for key, value in reply.hidden.items():
        last += 1
        for column in range(1, sheet.max_column + 1):
            if column - 1 != columns["let op"]:
                sheet.cell(last, column).value = sheet.cell(rows[key], column).value
        put(sheet.cell(last, columns["antwoord"] + 1), value)
        for heading in ("laag", "hoog"):
            sheet.cell(last, columns[heading] + 1).value = None
        sheet.row_dimensions[last].hidden = True
        places[key, "hidden"] = (sheet.title, address(last, columns["antwoord"]))
    for name, value in reply.added:
        last += 1
        sheet.cell(last, columns["onderdeel"] + 1).value = name
        put(sheet.cell(last, columns["antwoord"] + 1), value)
        for heading in ("antwoord", "kenmerk", "onderdeel"):
            places.setdefault((name, "added"), []).append((sheet.title, address(last, columns[heading])))
    if reply.style == "notes":
        extra = book.create_sheet("Aantekeningen", 0)
        extra["A1"] = "Nog navragen bij de gemeenten"
        extra["A2"] = "Anouk belt over de oefeningen"
    if reply.style == "sums":
        # People add up in the cell.
        for key, entry in list(reply.entries.items())[::5]:
            if isinstance(entry.answer, int) and entry.answer > 3:
                row, column = rows[key], columns["antwoord"] + 1
                sheet.cell(row, column).value = f"=SUM({entry.answer - 2},2)"
    book.save(path)
    return places


def through_libreoffice(sources, out, profile):
    """Lets LibreOffice open workbooks and save them as its own."""
    if not sources:
        return
    command = [
        "soffice", f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), *map(str, sources)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=170)
    missing = [source.name for source in sources if not (out / source.name).exists()]
    if missing:
        raise RuntimeError(f"LibreOffice did not write {', '.join(missing)}")


def forget_values(path, cells):
    """Takes the computed values of formulas out of a workbook, as programs leave them out that do not compute."""
    with zipfile.ZipFile(path) as archive:
        parts = [(info, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, content in parts:
            if info.filename.startswith("xl/worksheets/sheet"):
                for cell in cells:
                    pattern = rf'(<c r="{cell}"[^>]*><f[^>]*>[^<]*</f>)<v>[^<]*</v>'
                    content = re.sub(pattern.encode(), rb"\1", content)
            archive.writestr(info, content)


# MARK: CSV

# By style: separator, decimal comma, encoding, end of line, everything in quotes.
DIALECTS = {
    "excel-nl": (";", True, "utf-8-sig", "\r\n", False),
    "excel-nl-ansi": (";", True, "cp1252", "\r\n", False),
    "sheets-en": (",", False, "utf-8", "\n", False),
    "unicode-text": ("\t", True, "utf-16", "\r\n", False),
    "reordered": (";", True, "utf-8", "\n", False),
    "english": (",", False, "utf-8", "\r\n", True),
    "tabs": ("\t", True, "utf-8", "\n", False),
    "libreoffice": (";", True, "utf-8-sig", "\n", True),
}


def write_form_csv(reply, forms, path):
    """Fills in the form that `waterlijn template` made as CSV, and saves it as another program does."""
    separator, comma, encoding, end, quoted = DIALECTS[reply.style]
    form = reply.form_of or reply.region
    folder = forms.parent / "forms-en" if reply.style == "english" else forms
    with open(folder / f"opgave-{form}.csv", encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file, delimiter="," if reply.style == "english" else ";"))
    head, rows = table[0], table[1:]
    names = [HEADINGS[name] for name in HEADINGS] if reply.style == "english" else list(HEADINGS)
    order = list(range(len(head)))
    if reply.style == "reordered":
        # Sorted by item, with the answers in front and without what they did not need.
        rows = sorted(rows, key=lambda row: (row[1], int(row[0])))
        order = [names.index(name) for name in (
            "onderdeel", "antwoord", "laag", "hoog", "vraag", "toelichting", "bron", "datum", "ingevuld door",
            "kenmerk")]
    of_field = {name: order.index(list(HEADINGS).index(heading)) for heading, name in FIELDS.items()}
    (key_column, question_column) = (order.index(list(HEADINGS).index(name)) for name in ("kenmerk", "vraag"))
    written, places = [[head[column] for column in order]], {}
    for number, row in enumerate(rows, start=2):
        cells = [row[column] for column in order]
        key = cells[key_column].replace(f"[{form}/", f"[{reply.region}/")
        entry = reply.entries.get(key)
        if entry:
            for name, column in of_field.items():
                cells[column] = cell_text(getattr(entry, name), comma)
                places[key, name] = ("", address(number, column))
        if key in reply.erased:
            cells[key_column] = cells[question_column] = ""
            places[key, "key"] = ("", address(number, key_column))
        written.append(cells)
    save_csv(written, path, separator, encoding, end, quoted)
    return places


def save_csv(rows, path, separator, encoding, end, quoted=False):
    text = io.StringIO()
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=separator, lineterminator=end, quoting=quoting).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


# MARK: The page

def write_page_archive(reply, path):
    """What the page saves under *Bewaar de opgave (.zip)*: see `regionFiles` in 87-save.js."""
    folder = f"opgave-{reply.region}"
    files, places = {}, {}
    for table, columns in TABLES.items():
        rows = {}
        for key, entry in reply.entries.items():
            question = reply.question(key)
            if question.table != table:
                continue
            entry = as_counted(reply, question, entry)
            first = question.item not in rows
            cells = rows.setdefault(question.item, {"bron": entry.source or "opgave regio", "toelichting": entry.note})
            if not first and entry.note and entry.note not in cells["toelichting"]:
                cells["toelichting"] = "; ".join(filter(None, [cells["toelichting"], entry.note]))
            column = COLUMNS[question.figure]
            cells[column] = range_text(entry)
            row = 2 + list(rows).index(question.item)
            place = (f"{folder}/{table}.csv", address(row, 2 + columns.index(column)))
            places.update({(key, name): place for name in ("answer", "low", "high")})
        if rows:
            head = ["regio", "voorziening" if table == "provision-current" else "functie", *columns]
            lines = [[reply.region, item, *(cells.get(column, "") for column in columns)]
                     for item, cells in rows.items()]
            files[f"{folder}/{table}.csv"] = page_table([head, *lines], "\r\n")
    entry = next(iter(reply.entries.values()))
    about = [
        ["wat", "waarde"], ["regio", reply.region], ["naam", reply.name], ["studie", "Nederland"],
        ["ingevuld door", entry.person], ["opgeslagen", f"{entry.date}T14:03:27.118Z"], ["opmerking", ""]]
    files[f"{folder}/opgave.csv"] = page_table(about, "\n")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 2, 14, 3, 26)), content)
    return places


def page_table(rows, end):
    def quoted(cell):
        return '"' + cell.replace('"', '""') + '"' if re.search(r'[;"\r\n]', cell) else cell
    return ("\ufeff" + "".join(";".join(map(quoted, row)) + end for row in rows)).encode()


# MARK: Tables of people's own

OWN_HEADINGS = {
    "persons": "Aantal mensen", "standby_positions": "Piket", "turnover": "Uitstroom per jaar",
    "certified": "Gecertificeerd", "initial_hours": "Opleiding (uren)", "annual_hours": "Bijscholing (uren)",
    "quantity": "Aantal",
}
FUNCTION_FIGURES = ["persons", "standby_positions", "turnover", "certified", "initial_hours", "annual_hours"]


def own_rows(reply, figures):
    """By item what an own table says of it: its name, its values by figure and the notes."""
    rows = {}
    for key, entry in reply.entries.items():
        question = reply.question(key)
        if question.figure not in figures:
            continue
        entry = as_counted(reply, question, entry)
        row = rows.setdefault(question.item, {"name": reply.items.get(question.item, question.name), "notes": []})
        has_range = entry.low is not None
        row[question.figure] = (key, Typed(range_text(entry), range_text(entry)) if has_range else entry.answer)
        if entry.note and entry.note not in row["notes"]:
            row["notes"].append(entry.note)
    return rows


def own_table(reply, figures, sheet, places, titles, region_column):
    """Rows of values of an own table, with titles above; puts into `places` where everything is."""
    rows = own_rows(reply, figures)
    columns = ["region"] * region_column + ["item"]
    for figure in figures:
        if any(figure in row for row in rows.values()):
            columns += ["jobs", figure] if figure == "persons" and reply.jobs else [figure]
    known = {"region": "Regio", "item": "Voorziening" if figures == ["quantity"] else "Functie", "jobs": reply.jobs}
    headings = [known.get(column) or reply.headings.get(column, OWN_HEADINGS.get(column)) for column in columns]
    table = [*titles, [*headings, "Opmerkingen"]]
    places.update({(column, "heading"): (sheet, address(len(table), at)) for at, column in enumerate(columns)})
    for code, row in rows.items():
        cells = []
        for at, column in enumerate(columns):
            place = (sheet, address(len(table) + 1, at))
            if column in ("region", "item"):
                cells.append(row["name"] if column == "item" else reply.regions.get(code, reply.name))
                places[code, column] = place
            elif column == "jobs":
                key, value = row.get("persons", (None, None))
                cells.append(round(0.4 * value, 1) if isinstance(value, int) else None)
                places[key, "jobs"] = place
            else:
                key, value = row.get(column, (None, None))
                cells.append(value)
                places.update({(key, name): place for name in ("answer", "low", "high")})
        table.append([*cells, "; ".join(row["notes"])])
    for name, value in reply.added if figures != ["quantity"] else []:
        table.append([*([reply.name] if region_column else []), name, value])
        places[name, "added"] = [(sheet, address(len(table), column)) for column in (0, 1, 2)]
    return table


def write_own_table(reply, path):
    """A table that somebody made for themselves: the style says which."""
    places = {}
    if reply.style == "own-csv-list":
        # One list with the region in every row.
        table = own_table(reply, [*FUNCTION_FIGURES], "", places, [], region_column=True)
        save_csv([[cell_text(cell) for cell in row] for row in table], path, ";", "cp1252", "\r\n")
        return places
    if reply.style == "own-csv-title":
        titles = [["Bevolkingszorg - inventarisatie"], [f"Veiligheidsregio {reply.name}"], []]
        table = own_table(reply, FUNCTION_FIGURES, "", places, titles, region_column=False)
        save_csv([[cell_text(cell) for cell in row] for row in table], path, ";", "utf-8", "\n")
        return places
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, figures in (("Functies", FUNCTION_FIGURES), ("Voorzieningen", ["quantity"])):
        titles = [[f"Inventarisatie bevolkingszorg {reply.name}"], [f"{title}, stand oktober 2026"], []]
        table = own_table(reply, figures, title, places, titles, region_column=reply.style == "own-xlsx-regions")
        if len(table) == 4:
            continue
        sheet = book.create_sheet(title)
        for number, row in enumerate(table, start=1):
            for column, value in enumerate(row, start=1):
                if value not in (None, ""):
                    put(sheet.cell(number, column), value)
        for number in (1, 2):
            sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=len(table[3]))
        if reply.style == "own-xlsx-regions":
            # The region once, over all its rows.
            sheet.merge_cells(start_row=5, start_column=1, end_row=len(table), end_column=1)
    book.save(path)
    return places


def write(reply, forms, folder, workbooks):
    """Writes the file of a reply; a workbook goes to `workbooks`, from where LibreOffice takes it.

    - Returns: where everything is, by question and field.
    """
    if reply.file.endswith(".xlsx"):
        path = workbooks / reply.file
        return fill_form_workbook(reply, forms, path) if reply.road == "xlsx" else write_own_table(reply, path)
    path = folder / reply.file
    if reply.road == "csv":
        return write_form_csv(reply, forms, path)
    return write_page_archive(reply, path) if reply.road == "page" else write_own_table(reply, path)


def write_all(replies, forms, folder, work):
    """Writes the files of a round; by region where everything is."""
    workbooks = work / "before-libreoffice"
    for each in (folder, workbooks):
        each.mkdir(parents=True)
    places = [write(reply, forms, folder, workbooks) for reply in replies]
    books = [reply for reply in replies if reply.file.endswith(".xlsx")]
    through_libreoffice([workbooks / reply.file for reply in books], folder, work.parent / "libreoffice")
    for reply, known in zip(replies, places):
        cells = [known[key, name][1] for key, entry in reply.entries.items()
                 for name in ("answer", "low", "high") if isinstance(getattr(entry, name), Uncomputed)]
        if cells and reply.file.endswith(".xlsx"):
            forget_values(folder / reply.file, cells)
    return {reply.file: known for reply, known in zip(replies, places)}
