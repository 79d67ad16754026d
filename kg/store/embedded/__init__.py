"""The embedded store: ArcadeDB in a folder, in this process."""
