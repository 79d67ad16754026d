"""`kg export gexf`."""

from kg.cli.export.network_file import network_command

command = network_command(
    "gexf",
    summary="Write a network for Gephi.",
    detail="With colours by kind, and the time in which a position holds for Gephi's timeline: from what it states, or "
    "from its first report, until what it states. Several actions towards one target are parallel edges.",
    example="graph.gexf --technology 'facial recognition'",
)
