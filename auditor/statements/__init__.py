"""Two statements compared: whether both can be true. `compare_statements` is the one public function."""

from auditor.statements.compare import compare_statements
from auditor.statements.conflict import Conflict, Kind

__all__ = ["Conflict", "Kind", "compare_statements"]
