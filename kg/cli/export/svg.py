"""`kg export svg`."""

from kg.cli.export.picture_file import picture_command

command = picture_command(
    "svg",
    summary="Draw a network as a picture, SVG.",
    example="bans.svg --query who-bans",
)
