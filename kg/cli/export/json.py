"""`kg export json`."""

from kg.cli.export.network_file import network_command

command = network_command(
    "json",
    summary="Write a network as node-link JSON, for networkx, D3 and programs of your own.",
    detail="In Python: networkx.node_link_graph(json.load(open(FILE))).",
    example="graph.json --level statements --since 2020",
)
