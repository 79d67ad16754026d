"""What words refer to: names to entities, relative dates to days."""
