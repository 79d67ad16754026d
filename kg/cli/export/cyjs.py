"""`kg export cyjs`."""

from kg.cli.export.network_file import network_command

command = network_command(
    "cyjs",
    summary="Write a network for Cytoscape or cytoscape.js.",
    detail="Open it in Cytoscape with File, Import, Network from File.",
    example="graph.cyjs --level entities",
)
