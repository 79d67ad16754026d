"""A small ontology to try rules on, and a way to write one to a folder."""

from pathlib import Path

ACTIONS = """\
sells:
  name: sale
  label: sells
  definition: Supplies a technology.
  scope_note: Seen from the seller.
  stance: supports
  inverse: uses
uses:
  name: use
  label: uses
  definition: Uses a technology.
  scope_note: Seen from the buyer.
  stance: uses
  inverse: sells
"""

TECHNOLOGIES = """\
biometrics:
  name: biometrics
  definition: Telling people by their bodies.
facial-recognition:
  name: facial recognition
  aliases: [face recognition]
  definition: Telling people by their faces.
  broader: [biometrics]
live-facial-recognition:
  name: live facial recognition
  definition: The same on moving pictures.
  broader: [facial-recognition]
"""

GROUPS = """\
police:
  name: police
  aliases: [police department]
  kind: LawEnforcement
  definition: Forces of the law.
"""

ORGANISATIONS = """\
acme:
  name: Acme
  aliases: ["Acme, Inc.", ACM]
  kind: Company
  definition: Maker of gadgets.
  place: springfield
  owned_by: [{org: globex, since: 2019-03, until: 2024}]
globex:
  name: Globex
  kind: Company
  definition: Owner of makers.
springfield-police:
  name: Springfield Police Department
  kind: LawEnforcement
  definition: The city's force.
  place: springfield
  member_of: [police]
"""

PRODUCTS = """\
facefinder:
  name: FaceFinder
  definition: Finds faces.
  made_by: acme
  technology: facial-recognition
"""

PLACES = """\
springfield:
  name: Springfield
  definition: City.
  level: city
  part_of: freedonia
freedonia:
  name: Freedonia
  aliases: [F.R., the Republic]
  demonyms: [Freedonian]
  definition: Country.
  level: country
  wikidata: Q12345
"""

FILES = {
    "actions.yaml": ACTIONS,
    "technologies.yaml": TECHNOLOGIES,
    "groups.yaml": GROUPS,
    "organisations/all.yaml": ORGANISATIONS,
    "products.yaml": PRODUCTS,
    "places.yaml": PLACES,
}


def write(folder: Path, files: dict[str, str]) -> Path:
    """Writes the files and gives the folder back."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
