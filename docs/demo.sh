#!/usr/bin/env bash
# Reads the Vietnamese pages of the corpus into a new record, lists its contacts and shows the one that most pages tell of.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"
TELCON_RECORD="$(mktemp -d)/record.db"
export TELCON_RECORD

run() {
  printf '\n$ %s\n' "$*"
  "$@"
}

echo "The record is made in $TELCON_RECORD"
run telcon add corpus/dev/vi
run telcon contacts
contact=$(telcon contacts --output jsonl | python -c '
import json, sys
contacts = [json.loads(line) for line in sys.stdin]
print(max(contacts, key=lambda contact: (len(contact.get("pages", [])), contact["id"]))["id"])')
run telcon show "$contact"
run telcon agreements --standing open
printf '\nTo see the record in a browser: .venv/bin/telcon serve --record %s\n' "$TELCON_RECORD"
