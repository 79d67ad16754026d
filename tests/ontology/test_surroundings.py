"""What lies below and above a concept."""

from kg.ontology import Link, Ontology


def test_narrower_holds_narrower_concepts_members_and_parts(small: Ontology) -> None:
    assert small.narrower("biometrics") == {"biometrics", "facial-recognition", "live-facial-recognition"}
    assert small.narrower("police") == {"police", "springfield-police"}
    assert small.narrower("freedonia") == {"freedonia", "springfield"}


def test_an_unknown_slug_has_only_itself_below(small: Ontology) -> None:
    assert small.narrower("e-123") == {"e-123"}


def test_surroundings_lead_all_the_way_up(small: Ontology) -> None:
    around = small.surroundings(["live-facial-recognition", "springfield-police", "e-123"])
    assert [concept.slug for concept in around.concepts] == [
        "biometrics",
        "facial-recognition",
        "freedonia",
        "live-facial-recognition",
        "police",
        "springfield",
        "springfield-police",
    ]
    assert around.links == (
        Link("facial-recognition", "BROADER", "biometrics"),
        Link("live-facial-recognition", "BROADER", "facial-recognition"),
        Link("springfield", "PART_OF", "freedonia"),
        Link("springfield-police", "MEMBER_OF", "police"),
        Link("springfield-police", "OF_JURISDICTION", "springfield"),
    )


def test_a_company_has_an_owner_with_dates_and_no_jurisdiction(small: Ontology) -> None:
    assert small.surroundings(["facefinder"]).links == (
        Link("acme", "OWNED_BY", "globex", "2019-03", "2024"),
        Link("facefinder", "MADE_BY", "acme"),
    )


def test_the_order_in_which_slugs_are_given_changes_nothing(small: Ontology) -> None:
    slugs = list(small.concepts)
    assert small.surroundings(slugs) == small.surroundings(reversed(slugs))
