"""The command line: click and nothing but click. Each command is a module here, imported when it is called."""

import errno
import importlib
import os
import pkgutil
import sys
import traceback
from collections.abc import Sequence

import click
from click.shell_completion import CompletionItem

from auditor import __version__
from auditor.errors import BUG, INTERRUPTED, USAGE, AuditError, UsageError

# What the system says of a disk, a quota or a file that can take no more. Our own files tell it as StorageError.
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Commands(click.Group):
    """Commands by module name; `audit PATH …` is `audit check PATH …`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"{__name__}.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        commands = self.list_commands(ctx)
        if args and args[0] not in own and args[0] not in commands:
            _misspelt(args[0], commands)
            args = ["check", *args]
        return super().parse_args(ctx, args)


def _misspelt(word: str, commands: Sequence[str]) -> None:
    """Raises UsageError for a word that is no path and nearly a command."""
    if not word.startswith("-") and not os.path.lexists(word):
        from auditor.text.similarity import closest

        if near := closest(word, commands):
            raise UsageError(f"{word}: no command, file or folder is called so; did you mean `audit {near}`?")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, prog_name="audit")
def audit() -> None:
    """Reads news articles and says how far their text can be trusted, with the evidence quoted.

    \b
    audit incoming/                    judge, compare, rank (short for audit check)
    audit incoming/a.txt               every finding of one article
    audit incoming/ --against archive/ judge against an archive
    audit explain SP101                what a finding means
    """


def _report_bug() -> None:
    traceback.print_exc()
    click.echo(f"audit {__version__}: this is a bug of ours; please report it with the lines above", err=True)


def _let_go_of_stdout() -> None:
    """What still waits to be written cannot be: Python would try again at its end, and change the exit code."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run(args: Sequence[str] | None = None) -> int:
    """Runs the command line and gives its exit code; every mistake of the user's becomes one line on stderr."""
    try:
        code = audit.main(args=list(args) if args is not None else None, prog_name="audit", standalone_mode=False)
        sys.stdout.flush()
    except AuditError as error:
        click.echo(f"audit: {error}", err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("audit: interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:  # the reader has gone (`audit … | head`); what was asked for has been said
        _let_go_of_stdout()
        return 0
    # Broad, since it is for what nobody foresaw: our own bugs end here, with the whole traceback and an exit code of their
    # own, so that no gate takes one for findings (1) or for the user's mistake (2).
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _FULL:
            _let_go_of_stdout()
            click.echo(f"audit: the report cannot be written ({error.strerror}); free some space", err=True)
            return USAGE
        _report_bug()
        return BUG
    return code if isinstance(code, int) else 0


def main() -> None:
    """The console script."""
    sys.exit(run())
