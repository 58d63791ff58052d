#!/bin/sh
# Any other CI, or a cron job: judges what changed since a commit against all articles that git tracks.
#
#     sh audit.sh [SINCE [PATH …]]
#
# Needs git with full history, and audit on the PATH (pip install "audit-news @ git+https://example.org/audit@v0.1.0",
# where you keep its repository). Leaves audit.sarif, audit-junit.xml and audit.md in the working directory. Exits with
# 0 passed, 1 failed, 2 wrong use, 3 a bug of audit.
set -eu

since=${1:-origin/main}
[ "$#" -eq 0 ] || shift
[ "$#" -gt 0 ] || set -- .

exec audit check --changed-since "$since" \
  --output sarif=audit.sarif --output junit=audit-junit.xml --output markdown=audit.md \
  -- "$@"
