// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/database/connection.h"

#include <array>

namespace veikart::sync {

// The tables of a replica. A record's small columns stand before its blobs, so that reading them doesn't walk the
// blobs' overflow pages; local_since is null exactly when local is, and the outbox index tests it instead of local, so
// that writing more into a waiting record leaves the index alone. Slack is zeros that keep a row's length: see
// RecordTable::saveLocal.
inline constexpr std::array kReplicaSchema{
    Migration{1, R"sql(
      CREATE TABLE replica_meta(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID, STRICT;
      CREATE TABLE record(
        key INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        type TEXT NOT NULL,
        scope BLOB NOT NULL,
        local_since INTEGER,
        refusal TEXT,
        base BLOB,
        local BLOB,
        slack BLOB) STRICT;
      CREATE INDEX outbox ON record(key, local_since, refusal) WHERE local_since IS NOT NULL;
      CREATE TABLE scope_digest(scope BLOB PRIMARY KEY, digest BLOB NOT NULL) WITHOUT ROWID, STRICT;
    )sql"},
    Migration{2, R"sql(
      CREATE TABLE scope_reading(scope BLOB PRIMARY KEY, cursor BLOB NOT NULL, wait INTEGER NOT NULL,
        due INTEGER NOT NULL) WITHOUT ROWID, STRICT;
    )sql"},
    Migration{3, R"sql(
      CREATE TABLE erased_scope(scope BLOB PRIMARY KEY) WITHOUT ROWID, STRICT;
    )sql"},
    Migration{4, R"sql(
      CREATE TABLE content(
        key INTEGER PRIMARY KEY,
        scope BLOB NOT NULL,
        name BLOB NOT NULL,
        size INTEGER NOT NULL,
        here INTEGER NOT NULL,
        unsent_since INTEGER,
        refusal TEXT,
        wait INTEGER NOT NULL,
        due INTEGER NOT NULL,
        UNIQUE(scope, name)) STRICT;
      CREATE INDEX content_unsent ON content(key) WHERE unsent_since IS NOT NULL;
      CREATE INDEX content_wanted ON content(key) WHERE here < size;
      CREATE TABLE content_part(
        content INTEGER NOT NULL REFERENCES content(key) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        UNIQUE(content, start)) STRICT;
    )sql"},
    Migration{5, R"sql(
      CREATE TABLE erased_write(record INTEGER PRIMARY KEY REFERENCES record(key) ON DELETE CASCADE,
        since INTEGER NOT NULL) STRICT;
    )sql"},
    Migration{6, R"sql(
      CREATE INDEX attached ON record(scope) WHERE type = 'attachment';
    )sql"},
};

} // namespace veikart::sync
