#!/bin/bash
# Runs once, when the primary's data folder is made: the replica may follow from inside the network.
set -eu
echo 'host replication all samenet scram-sha-256' >> "$PGDATA/pg_hba.conf"
