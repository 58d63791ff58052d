"""`audit config`: what is in force, and where each value came from."""

import json
from pathlib import Path

import click


@click.command("config")
@click.option("--schema", is_flag=True, help="Print the JSON schema of audit.toml instead.")
@click.option("--config", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Use this file.")
def command(schema: bool, file: Path | None) -> None:
    """Shows every setting with its value and its origin."""
    from auditor import config
    from auditor.config.keys import KEYS
    from auditor.config.keys import schema as schema_of

    if schema:
        click.echo(json.dumps(schema_of(), indent=2))
        return
    found = config.load(Path.cwd(), {}, file)
    for key in KEYS:
        value = found.values.get(key.name, key.default)
        shown = "not set" if value is None else json.dumps(value, ensure_ascii=False)
        click.echo(f"{key.name} = {shown}   ({found.origins[key.name]})\n    {key.about}")
