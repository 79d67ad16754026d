"""An article whose statements need no reading: its source states them in columns."""

from dataclasses import dataclass

from kg.model import Article
from kg.model.record import StatementRecord

READ_WITH = "table-"
"""How the fingerprint of what tells statements from columns begins; no extractor reads such articles."""


@dataclass(frozen=True)
class Coded:
    """`read_with` is the fingerprint of what told the statements, such as a mapping of columns.

    `where` names the row in messages.
    """

    article: Article
    records: tuple[StatementRecord, ...]
    read_with: str
    where: str
