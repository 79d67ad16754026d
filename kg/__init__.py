"""techpolicy-kg: news articles in, a knowledge graph of technology policy out, every fact with its quote."""

__version__ = "0.1.0"
