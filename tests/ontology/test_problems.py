"""Every rule of the ontology: what is wrong is named with its file, its line and its cure."""

from pathlib import Path

import pytest

from kg.ontology import InvalidOntologyError, load_folders
from tests.ontology.folder import FILES, write

NEW = "\nnew:\n  name: novelty\n  definition: A new thing.\n"

BROKEN = {
    "unknown field": (
        "technologies.yaml",
        NEW + "  alias: [x]\n",
        ":17: new: unknown field 'alias'; did you mean 'aliases'?",
    ),
    "missing field": (
        "technologies.yaml",
        "\nnew:\n  name: novelty\n",
        ":14: new: the field 'definition' is missing; add",
    ),
    "no fields": ("technologies.yaml", "\nnew:\n", ":14: new: the entry has no fields; give it name, definition"),
    "key given twice": ("technologies.yaml", NEW + "  name: again\n", ":17: 'name' stands in line 15 already; join"),
    "slug given twice": ("technologies.yaml", NEW + NEW[1:], ":17: 'new' stands in line 14 already; join the two"),
    "slug of another family": (
        "technologies.yaml",
        NEW.replace("new:", "acme:"),
        "acme: the slug is taken by",
    ),
    "slug of wrong form": ("technologies.yaml", NEW.replace("new:", "New_one:"), "joined by '-'; write 'new-one'"),
    "text for a list": ("technologies.yaml", NEW + "  aliases: x\n", ":17: new: aliases: a list is wanted, not 'x'"),
    "empty name": ("technologies.yaml", NEW.replace("novelty", "''"), ":15: new: name: it must be one line with words"),
    "a name without a letter": (
        "technologies.yaml",
        NEW + "  aliases: ['-']\n",
        "aliases.0: it must be one line with words",
    ),
    "unknown target": (
        "technologies.yaml",
        NEW + "  broader:\n    - biometrics\n    - facial-recognision\n",
        ":19: new: broader: 'facial-recognision' is nowhere; did you mean 'facial-recognition'?",
    ),
    "target of another family": (
        "technologies.yaml",
        NEW + "  broader: [police]\n",
        ":17: new: broader: 'police' is among the groups; name an entry of technologies",
    ),
    "loop": (
        "technologies.yaml",
        "\na:\n  name: a1\n  definition: A.\n  broader: [b]\nb:\n  name: b1\n  definition: B.\n  broader: [a]\n",
        ":17: a: broader leads back to itself (a → b → a); remove one of these links",
    ),
    "alias of another": (
        "technologies.yaml",
        NEW + "  aliases: [face-recognition]\n",
        ":17: new: 'face recognition' names 'facial-recognition' already; leave it to",
    ),
    "unknown kind": (
        "groups.yaml",
        NEW + "  kind: Compny\n",
        ":10: new: kind: unknown value 'Compny'; did you mean 'Company'?",
    ),
    "kind of no actor": (
        "groups.yaml",
        NEW + "  kind: Place\n",
        ":10: new: kind: Place is no kind of actor; write one of",
    ),
    "unknown level": (
        "places.yaml",
        NEW + "  level: town\n",
        "level: unknown value 'town'; write 'city', 'state', 'country'",
    ),
    "no Wikidata id": (
        "technologies.yaml",
        NEW + "  wikidata: 12\n",
        ":17: new: wikidata: '12' is no Wikidata id; write Q",
    ),
    "Wikidata id of another": (
        "technologies.yaml",
        NEW + "  wikidata: Q12345\n",
        "wikidata Q12345 is ",
    ),
    "no date": (
        "organisations/all.yaml",
        NEW + "  kind: Company\n  owned_by: [{org: acme, since: spring}]\n",
        "owned_by.0.since: 'spring' is no ISO date; write 2020",
    ),
    "no such day": (
        "organisations/all.yaml",
        NEW + "  kind: Company\n  owned_by: [{org: acme, since: 2020-02-30}]\n",
        "owned_by.0.since: there is no day '2020-02-30'; look",
    ),
    "backward dates": (
        "organisations/all.yaml",
        NEW + "  kind: Company\n  owned_by: [{org: acme, since: 2020, until: 2019}]\n",
        "owned_by.0: since 2020 lies after until 2019; swap them",
    ),
    "unknown stance": (
        "actions.yaml",
        "\nbans: {stance: restrict}\n",
        "unknown value 'restrict'; did you mean 'restricts'?",
    ),
    "one-sided inverse": (
        "actions.yaml",
        "\nbuys: {name: b, label: b, definition: b, scope_note: b, stance: uses, inverse: sells}\n",
        "buys: inverse: 'sells' does not name it back",
    ),
    "unknown family": (
        "technology.yaml",
        NEW,
        "no family of concepts is named 'technology'; did you mean 'technologies'?",
    ),
    "a list of entries": ("measures.yaml", "- name: x\n", ":1: the file holds no entries; write `slug:`"),
    "no YAML": ("measures.yaml", "a: [b\nc: d\n", ":2: no valid YAML (did not find expected ',' or ']'); check"),
    "a key that is no text": ("measures.yaml", "[a]: b\n", ":1: a key that is no text; quote it"),
    "an entry within itself": ("measures.yaml", "a: &a [*a]\n", "an entry that nests too deep; remove the YAML alias"),
}


@pytest.mark.parametrize(("file", "more", "said"), BROKEN.values(), ids=BROKEN)
def test_a_broken_rule_is_named_with_place_and_cure(tmp_path: Path, file: str, more: str, said: str) -> None:
    files = FILES | {file: FILES.get(file, "") + more}
    with pytest.raises(InvalidOntologyError) as caught:
        load_folders(write(tmp_path, files))
    assert any(said in line and str(tmp_path) in line for line in caught.value.problems), caught.value.problems
    assert "\n" not in str(caught.value)


def test_all_problems_are_collected_and_the_message_is_the_first(tmp_path: Path) -> None:
    files = FILES | {"technologies.yaml": NEW + "  alias: [x]\n  wikidata: 5\n"}
    with pytest.raises(InvalidOntologyError) as caught:
        load_folders(write(tmp_path, files))
    problems = caught.value.problems
    assert len(problems) > 2
    assert str(caught.value) == f"{problems[0]} (and {len(problems) - 1} more)"


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    (tmp_path / "measures.yaml").write_bytes(b"a: \xff\xfe\x00")
    with pytest.raises(InvalidOntologyError, match=r"measures\.yaml:1: no valid YAML .* UTF-8"):
        load_folders(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidOntologyError, match="nowhere: no such ontology folder"):
        load_folders(tmp_path / "nowhere")
