"""Two statements compared: whether both can be true. `compare_statements` is the one public function."""

from auditor.statements.compare import Conflict, Kind, compare_statements

__all__ = ["Conflict", "Kind", "compare_statements"]
