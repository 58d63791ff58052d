"""Errors for the user's mistakes; each class owns its exit code.

AuditError
├── UsageError          2  a path that does not exist, an option that makes no sense
├── ConfigError         2  audit.toml, a baseline or an ignore file that cannot be obeyed
├── RuleError           2  a rule file that breaks the rules for rules
├── StorageError        2  a disk that is full, a file of ours that cannot be written or read
└── UnreadableError     -  one input that cannot be read: reported, the run goes on

Our own bugs are not in this tree: they trace back and leave with 3.
"""

PASSED = 0
FINDINGS = 1
USAGE = 2
BUG = 3
INTERRUPTED = 130


class AuditError(Exception):
    """A mistake that the user can mend; its text says where, what and what to do, in one line."""

    exit_code = USAGE


class UsageError(AuditError):
    """The command or the call cannot be carried out as it was given."""


class ConfigError(AuditError):
    """A configuration file says something that cannot be obeyed."""


class RuleError(AuditError):
    """A rule file that cannot be loaded, or takes a code that is taken."""


class StorageError(AuditError):
    """What a run must keep in a file cannot be written or read back."""


class UnreadableError(AuditError):
    """One input that cannot be read; `line` is its line where that is known, `lasting` false where it may pass."""

    def __init__(self, reason: str, line: int | None = None, lasting: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.lasting = lasting
