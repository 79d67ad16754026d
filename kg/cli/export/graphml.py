"""`kg export graphml`."""

from kg.cli.export.network_file import network_command

command = network_command(
    "graphml",
    summary="Write a network as GraphML, which nearly every program for networks reads.",
    detail="Each pair of nodes has one edge, with the kinds of what it stands for in a list.",
    example="police.graphml --around police --depth 2",
)
