"""`kg export dot`."""

from kg.cli.export.network_file import network_command

command = network_command(
    "dot",
    summary="Write a network for Graphviz.",
    detail="Draw it with one of its programs, such as sfdp.",
    example="bans.dot --query who-bans",
)
