#!/bin/bash
# Copies the primary once, and follows it from then on. The copy is made in a folder of its own and moved when whole.
set -eu
export PGDATA=/var/lib/postgresql/18/docker
export PGPASSFILE=/tmp/pgpass
(umask 077; printf '%s:5432:*:sampan:%s\n' "$PRIMARY" "$(cat /run/secrets/database_password)" > "$PGPASSFILE")
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  rm -rf "$PGDATA.new"
  mkdir -p "$(dirname "$PGDATA")"
  until pg_basebackup -h "$PRIMARY" -U sampan -D "$PGDATA.new" -R -X stream; do rm -rf "$PGDATA.new"; sleep 2; done
  chmod 700 "$PGDATA.new"
  mv "$PGDATA.new" "$PGDATA"
fi
exec postgres -c hot_standby=on
