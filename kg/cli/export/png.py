"""`kg export png`."""

from kg.cli.export.picture_file import picture_command

command = picture_command(
    "png",
    summary="Draw a network as a picture, PNG.",
    example="police.png --around police --layout dot",
)
