"""Discourse networks: who agrees with whom, and on what, after Philip Leifeld's discourse network analysis."""

from kg.network.discourse.claim import Claim, Topic
from kg.network.discourse.debate import Debate, Mode, discourse
from kg.network.discourse.windows import Window, windows

__all__ = ["Claim", "Debate", "Mode", "Topic", "Window", "discourse", "windows"]
