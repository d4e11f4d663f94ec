"""The house against its own rules: those that need no model to be checked."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
ROOMS = ("model", "scenarios", "experiments", "ui")

LINES_IN_A_FILE = 300
LINES_IN_A_FUNCTION = 40
LINES_IN_A_WEEK = 80  # step(), and the functions of model/week.py: a week is one column

# Exceptions have a name and a reason here, or they do not exist.
LONGER_FILES: dict[str, str] = {}
LONGER_FUNCTIONS: dict[str, str] = {}

NAMELESS_MODULES = {"utils", "util", "helpers", "helper", "misc", "base", "common"}
NAMELESS_CLASSES = ("Manager", "Handler", "Config")

# Written so that this file does not contain what it looks for.
FOLDER_OF_ONE_MACHINE = r"(?<![\w.~<])(?:/(?:root|work|home|Users|opt)/|[A-Z]:[\\]+Users[\\]+)\w"
PACKAGE_INDEX = (
    r"(?:pypi|pythonhosted|npmjs)[.](?:org|com|io)|deb[.]debian[.]org"
    r"|--(?:extra-)?index[-]url|--find[-]links"
)


def python_files(*rooms: str) -> list[Path]:
    """All Python of these rooms, in order."""
    return sorted(path for room in rooms for path in (HOUSE / room).rglob("*.py"))


def name_of(path: Path) -> str:
    """Where a file stands in the house."""
    return path.relative_to(HOUSE).as_posix()


def text_files() -> Iterator[tuple[str, str]]:
    """Name and text of every file that is, or is about to be, part of the project."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode == 0:
        paths = [HOUSE / name for name in listing.stdout.split("\0") if name]
    else:  # a copy without its history
        parts = (*ROOMS, "tests", "benchmarks", "docs", ".ci")
        paths = [*HOUSE.glob("*"), *(p for part in parts for p in (HOUSE / part).rglob("*"))]
    for path in filter(Path.is_file, paths):
        try:
            yield name_of(path), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name of each function and how many lines of code it has: its docstring does not count."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            lines = node.end_lineno - node.lineno + 1
            if ast.get_docstring(node) is not None:
                words = node.body[0]
                assert words.end_lineno is not None
                lines -= words.end_lineno - words.lineno + 1
            yield node.name, lines


def limit_for(path: Path, function: str) -> int:
    """A week may be a long column; everything else is short."""
    is_a_week = function == "step" or name_of(path) == "model/week.py"
    return LINES_IN_A_WEEK if is_a_week else LINES_IN_A_FUNCTION


def words_in(path: Path) -> Iterator[tuple[str, int]]:
    """Each string in the code with its line; docstrings too, for they never equal one name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, node.lineno


def test_no_file_is_longer_than_a_reader_can_hold():
    lengths = {
        name_of(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in python_files(*ROOMS)
    }
    too_long = {name: n for name, n in lengths.items() if n > LINES_IN_A_FILE}
    assert too_long.keys() == LONGER_FILES.keys(), f"over {LINES_IN_A_FILE} lines: {too_long}"


def test_no_function_is_longer_than_a_screen():
    too_long = {
        f"{name_of(path)}:{function}": lines
        for path in python_files(*ROOMS)
        for function, lines in functions(path)
        if lines > limit_for(path, function)
    }
    assert too_long.keys() == LONGER_FUNCTIONS.keys(), f"too many lines of code: {too_long}"


def test_every_module_has_a_name_of_its_own():
    nameless = [
        name_of(path)
        for path in python_files(*ROOMS)
        if path.stem in NAMELESS_MODULES or path.parent.name in NAMELESS_MODULES
    ]
    assert not nameless, f"what has no name of its own has no home yet: {nameless}"


def test_no_class_is_a_manager_a_handler_or_a_config():
    found = [
        f"{name_of(path)}: {node.name}"
        for path in python_files(*ROOMS)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.name.endswith(NAMELESS_CLASSES)
    ]
    assert not found, f"say what it is or does: {found}"


def test_chance_never_comes_from_mesa():
    """Mesa's own generators depend on order; ours are found by who, week and decision."""
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files("model", "scenarios", "experiments")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in {"random", "rng"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"self", "model"}
    ]
    assert not found, f"draw from model/chance.py instead: {found}"


def test_the_model_never_hears_the_name_of_a_scenario():
    """A placement can only be hours, ties, payroll and languages; it cannot be an if."""
    scenarios = {path.stem for path in (HOUSE / "scenarios").rglob("*.yaml")}
    found = [
        f"{name_of(path)}:{line} {words!r}"
        for path in python_files("model")
        for words, line in words_in(path)
        if words in scenarios
    ]
    assert not found, f"names of scenarios in the model: {found}"


def test_every_folder_with_code_can_be_seen_by_the_import_walls():
    """Without an __init__.py a folder escapes import-linter, and its walls hold nothing."""
    folders = {path.parent for path in python_files(*ROOMS)}
    hidden = sorted(name_of(f) for f in folders if not (f / "__init__.py").exists())
    assert not hidden, f"no __init__.py in: {hidden}"


def test_every_mechanism_stands_in_a_folder_of_processes():
    """The wall between mechanisms is built at model/processes/<folder>/<file>, no other depth."""
    processes = HOUSE / "model" / "processes"
    astray = [
        name_of(path)
        for path in processes.rglob("*.py")
        if path.name != "__init__.py" and len(path.relative_to(processes).parts) != 2
    ]
    assert not astray, f"not in model/processes/<folder>/: {astray}"


def test_the_app_only_opens_the_door():
    app = HOUSE / "app.py"
    assert not app.exists() or len(app.read_text(encoding="utf-8").splitlines()) < 40


@pytest.mark.parametrize(
    ("what", "pattern"),
    [("a folder of one machine", FOLDER_OF_ONE_MACHINE), ("a package index", PACKAGE_INDEX)],
    ids=["folder", "index"],
)
def test_nothing_ties_the_project_to_one_machine(what: str, pattern: str):
    found = [
        f"{name}:{number} {line.strip()[:80]}"
        for name, text in text_files()
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(pattern, line)
    ]
    assert not found, f"{what} in: {found}"


def test_every_package_we_ask_for_has_its_version_pinned():
    """After a change in pyproject.toml: make pins."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = (HOUSE / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.split("==")[0] for line in pins}
    extras = project["optional-dependencies"].values()
    asked = [*project["dependencies"], *(each for extra in extras for each in extra)]
    names = {re.split(r"[^\w.-]", each)[0].lower() for each in asked} - {project["name"]}
    assert not names - pinned, f"not in requirements.txt: {names - pinned}"


def test_the_week_has_the_phases_of_its_description():
    """ODD section 3 lists them by number, in the words of the comments in model/week.py."""
    description = HOUSE / "model" / "ODD.md"
    if not description.exists():
        pytest.skip("there is no ODD yet")
    week = (HOUSE / "model" / "week.py").read_text(encoding="utf-8")
    phases = re.findall(r"^    # (\d+\. .+)$", week, flags=re.MULTILINE)
    assert len(phases) == 11
    section = re.split(r"^##+ 3\b.*$", description.read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = re.split(r"^## ", section[1], flags=re.MULTILINE)[0]
    listed = re.findall(r"^\s*(\d+\. .+?)\s*$", text.replace("**", ""), flags=re.MULTILINE)
    for phase in phases:
        assert any(line.startswith(phase) for line in listed), f"not in ODD section 3: {phase}"
    assert len(listed) == len(phases)
