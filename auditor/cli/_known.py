"""The baseline of a run: where its file is, and what of it the run could see."""

import os
from dataclasses import dataclass
from pathlib import Path

from auditor.baseline import NAME, Baseline, Marked, load, marked, updated
from auditor.cli._options import CheckOptions
from auditor.cli._run import base_of
from auditor.config import Config
from auditor.files import portable
from auditor.model import Report
from auditor.rules import load as load_rules
from auditor.rules import select


def baseline_path(found: Config) -> Path:
    """The baseline's file: as configured, else hidden beside the configuration or in the working folder."""
    return found.root / str(found.values.get("baseline") or NAME)


def baseline_of(found: Config) -> Baseline:
    """The known findings; none where no file was named and none lies at its usual place."""
    path = baseline_path(found)
    return load(path) if "baseline" in found.values or path.is_file() else Baseline()


@dataclass(frozen=True, slots=True)
class Sight:
    """What a run could see: `root` is the baseline's folder, `base` the one that the report's paths are relative to.

    `paths` are the articles audited or gone, relative to `root`; `codes` the rules whose silence says that a known
    finding is gone.
    """

    root: Path
    base: Path
    paths: set[str]
    codes: set[str]

    def marked(self, report: Report, baseline: Baseline) -> Marked:
        """The findings with those in the baseline known, and the entries that are resolved."""
        return marked(report.findings, baseline, root=self.root, base=self.base, paths=self.paths, codes=self.codes)

    def updated(self, report: Report, baseline: Baseline) -> Baseline:
        """The baseline as this run would write it."""
        return updated(baseline, report.findings, root=self.root, base=self.base, paths=self.paths, codes=self.codes)


def sight(report: Report, baseline: Baseline, found: Config, options: CheckOptions) -> Sight:
    """What the run behind `report` could see of `baseline`.

    Cross-document rules count only where every article of the baseline was at hand: a finding between two needs both.
    """
    root, base = baseline_path(found).parent, base_of(options)
    known = {entry.path for entry in baseline.entries}
    paths = {path for path in known if not os.path.exists(os.path.join(root, path))}
    paths |= {portable(card.path, root, base) for card in report.cards}
    crossed = report.cross_document.startswith("checked") and (report.scoped or known <= paths)
    rules = select(load_rules(found.settings.rules), found.settings.select, found.settings.ignore)
    return Sight(root, base, paths, {rule.code for rule in rules if crossed or rule.judge is None})
