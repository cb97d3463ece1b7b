// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/case_store.h"
#include "platform/database/connection.h"

#include <array>

namespace veikart::store {

// Projections of the records. A new version drops and makes what it changes; the rows come back from the records,
// because built_version is then behind. Column order is what the row readers of rows.h count on.
inline constexpr std::array kReadModelSchema{
    Migration{1, R"sql(
      CREATE TABLE read_model_state(built_version INTEGER NOT NULL);

      CREATE TABLE staff(id BLOB PRIMARY KEY, first_name TEXT, last_name TEXT, role INTEGER, unit TEXT) WITHOUT ROWID;
      CREATE TABLE replica_author(replica BLOB PRIMARY KEY, staff_id BLOB) WITHOUT ROWID;

      CREATE TABLE person(
        id BLOB PRIMARY KEY, case_id BLOB, first_name TEXT, last_name TEXT, national_id TEXT, birth_date TEXT,
        phone TEXT, language TEXT, interpreter TEXT, folded_name TEXT) WITHOUT ROWID;
      CREATE INDEX person_case ON person(case_id);
      CREATE TABLE name_word(word TEXT, person_id BLOB, case_id BLOB, PRIMARY KEY(word, person_id)) WITHOUT ROWID;
      CREATE INDEX name_word_person ON name_word(person_id);
      CREATE TRIGGER person_gone AFTER DELETE ON person BEGIN
        DELETE FROM name_word WHERE person_id = OLD.id;
      END;

      CREATE TABLE case_file(
        id BLOB PRIMARY KEY, person_id BLOB, counsellor_id BLOB, second_counsellor_id BLOB, status INTEGER,
        contact_interval_days INTEGER, opened_at INTEGER) WITHOUT ROWID;
      CREATE INDEX case_counsellor ON case_file(counsellor_id);
      CREATE INDEX case_second_counsellor ON case_file(second_counsellor_id);
      CREATE TABLE case_activity(case_id BLOB PRIMARY KEY, last_change_at INTEGER) WITHOUT ROWID;
      CREATE INDEX activity_time ON case_activity(last_change_at);

      CREATE TABLE mapping(
        id BLOB PRIMARY KEY, case_id BLOB, kind INTEGER, state INTEGER, form_hash TEXT, view TEXT,
        purpose_acknowledged INTEGER, started_at INTEGER, is_requirement INTEGER, conducted_by BLOB,
        others_present TEXT, interpreter_name TEXT, interpreter_language TEXT, place TEXT, selection_basis TEXT,
        target_group TEXT, measure_in_sight TEXT, waiting_for_measure INTEGER, mode INTEGER, paper_wanted INTEGER,
        no_task_reason TEXT) WITHOUT ROWID;
      CREATE INDEX mapping_case ON mapping(case_id, started_at);
      CREATE TABLE answer(
        record_id BLOB, key TEXT, value BLOB, stamp INTEGER, author_replica BLOB, versions INTEGER,
        PRIMARY KEY(record_id, key)) WITHOUT ROWID;
      CREATE TABLE reading(record_id BLOB, theme TEXT, PRIMARY KEY(record_id, theme)) WITHOUT ROWID;
      CREATE TABLE confirmation(record_id BLOB PRIMARY KEY, choice INTEGER, disagreement TEXT, at INTEGER) WITHOUT ROWID;
      CREATE TABLE seal(
        id BLOB PRIMARY KEY, mapping_id BLOB, case_id BLOB, content BLOB, hash TEXT, sealed_at INTEGER);
      CREATE INDEX seal_mapping ON seal(mapping_id, sealed_at);
      CREATE INDEX seal_case ON seal(case_id, sealed_at);
      -- A sealed mapping is confirmed, whatever another tablet, which had not seen the seal, wrote about its state.
      CREATE VIEW shown_mapping AS SELECT
        id, case_id, kind, CASE WHEN EXISTS (SELECT 1 FROM seal WHERE mapping_id = mapping.id) THEN 6 ELSE state END
        AS state, form_hash, view, purpose_acknowledged, started_at, is_requirement, conducted_by, others_present,
        interpreter_name, interpreter_language, place, selection_basis, target_group, measure_in_sight,
        waiting_for_measure, mode, paper_wanted, no_task_reason FROM mapping;

      CREATE TABLE task(
        id BLOB PRIMARY KEY, case_id BLOB, what TEXT, party INTEGER, other_party TEXT, due_date TEXT, state INTEGER,
        done_date TEXT, agreed_in BLOB, staff_id BLOB) WITHOUT ROWID;
      CREATE INDEX task_case ON task(case_id, state, due_date);
      CREATE INDEX task_agreed ON task(agreed_in);
      CREATE TABLE goal(id BLOB PRIMARY KEY, case_id BLOB, text TEXT, reached INTEGER) WITHOUT ROWID;
      CREATE INDEX goal_case ON goal(case_id);
      CREATE TABLE contact(
        id BLOB PRIMARY KEY, case_id BLOB, author_id BLOB, type TEXT, planned INTEGER, acute INTEGER,
        client_came INTEGER, place TEXT, place_name TEXT, minutes INTEGER, present TEXT, life_areas TEXT, done TEXT,
        at INTEGER) WITHOUT ROWID;
      CREATE INDEX contact_case ON contact(case_id, at);
      CREATE TABLE appointment(
        id BLOB PRIMARY KEY, case_id BLOB, with_staff_id BLOB, at INTEGER, type TEXT, place TEXT, place_name TEXT)
        WITHOUT ROWID;
      CREATE INDEX appointment_case ON appointment(case_id, at);
      CREATE INDEX appointment_staff ON appointment(with_staff_id, at);
      CREATE TABLE access_note(id BLOB PRIMARY KEY, case_id BLOB, staff_id BLOB, need TEXT, at INTEGER) WITHOUT ROWID;
      CREATE INDEX access_case ON access_note(case_id, at);

      CREATE TABLE unreadable(record_id BLOB PRIMARY KEY, type TEXT, reason TEXT) WITHOUT ROWID;
    )sql"},
    Migration{2, R"sql(
      DROP TABLE reading;
      CREATE TABLE reading(record_id BLOB, theme TEXT, seen TEXT, PRIMARY KEY(record_id, theme, seen)) WITHOUT ROWID;
    )sql"},
    Migration{3, R"sql(
      CREATE TABLE conflict(
        record_id BLOB, field TEXT, case_id BLOB, mapping_id BLOB, policy INTEGER, PRIMARY KEY(record_id, field))
        WITHOUT ROWID;
      CREATE INDEX conflict_case ON conflict(case_id);
      -- Nothing of a sealed mapping is settled any more: both versions are in its seal, or came after it.
      CREATE VIEW open_conflict AS SELECT record_id, field, case_id, mapping_id, policy FROM conflict
        WHERE NOT EXISTS (SELECT 1 FROM seal WHERE seal.mapping_id = conflict.mapping_id);
      CREATE TABLE settlement_news(
        record_id BLOB, case_id BLOB, staff_id BLOB, PRIMARY KEY(record_id, staff_id)) WITHOUT ROWID;
      CREATE INDEX settlement_news_case ON settlement_news(case_id, staff_id);
    )sql"},
    Migration{4, R"sql(
      CREATE TABLE access_grant(
        id BLOB PRIMARY KEY, case_id BLOB, staff_id BLOB, role INTEGER, given_at INTEGER, counts_from INTEGER,
        counts_until INTEGER) WITHOUT ROWID;
      CREATE INDEX grant_case ON access_grant(case_id);
      CREATE INDEX grant_staff ON access_grant(staff_id);
      CREATE TABLE access_end(id BLOB PRIMARY KEY, grant_id BLOB, case_id BLOB, ended_at INTEGER) WITHOUT ROWID;
      CREATE INDEX end_grant ON access_end(grant_id);
      CREATE VIEW shown_grant AS SELECT
        id, case_id, staff_id, role, given_at, counts_from, counts_until,
        (SELECT min(ended_at) FROM access_end e WHERE e.grant_id = g.id AND e.case_id = g.case_id) AS ended_at
        FROM access_grant g;
      CREATE TABLE late_write(id BLOB PRIMARY KEY, case_id BLOB) WITHOUT ROWID;
      CREATE INDEX late_write_case ON late_write(case_id);
    )sql"},
    Migration{5, R"sql(
      CREATE TABLE attachment(
        id BLOB PRIMARY KEY, case_id BLOB, kind TEXT, title TEXT, date TEXT, media_type TEXT, author_id BLOB,
        content BLOB, added_at INTEGER) WITHOUT ROWID;
      CREATE INDEX attachment_case ON attachment(case_id, added_at);
    )sql"},
    Migration{6, R"sql(
      DROP TABLE access_note;
      CREATE TABLE audit_entry(
        record_id BLOB, version INTEGER, case_id BLOB, staff_id BLOB, action INTEGER, reason TEXT, shared_with BLOB,
        at INTEGER, replica BLOB, number INTEGER, PRIMARY KEY(record_id, version)) WITHOUT ROWID;
      CREATE INDEX audit_case ON audit_entry(case_id, at);
      DROP VIEW shown_grant;
      DROP TABLE access_grant;
      CREATE TABLE access_grant(
        id BLOB PRIMARY KEY, case_id BLOB, staff_id BLOB, role INTEGER, given_at INTEGER, counts_from INTEGER,
        counts_until INTEGER, reason TEXT) WITHOUT ROWID;
      CREATE INDEX grant_case ON access_grant(case_id);
      CREATE INDEX grant_staff ON access_grant(staff_id);
      CREATE VIEW shown_grant AS SELECT
        id, case_id, staff_id, role, given_at, counts_from, counts_until,
        (SELECT min(ended_at) FROM access_end e WHERE e.grant_id = g.id AND e.case_id = g.case_id) AS ended_at, reason
        FROM access_grant g;
    )sql"},
};

static_assert(static_cast<int>(casework::MappingState::Confirmed) == 6, "shown_mapping says 6");

// What this device alone keeps; never replicated, never rebuilt.
inline constexpr std::array kDeviceSchema{
    Migration{1, R"sql(
      CREATE TABLE owner(
        only INTEGER PRIMARY KEY CHECK (only = 1), id BLOB NOT NULL, first_name TEXT, last_name TEXT, role INTEGER,
        unit TEXT, office_id BLOB NOT NULL);
      CREATE TABLE handover_session(
        id BLOB PRIMARY KEY, mapping_id BLOB NOT NULL, key BLOB NOT NULL, file_name TEXT NOT NULL,
        started_at INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE document(mapping_id BLOB PRIMARY KEY, pdf BLOB NOT NULL);
    )sql"},
    Migration{2, R"sql(
      CREATE TABLE draft(case_id BLOB PRIMARY KEY, content BLOB NOT NULL, kept_at INTEGER NOT NULL);
    )sql"},
    Migration{3, R"sql(
      CREATE TABLE damaged_session(
        id BLOB PRIMARY KEY, mapping_id BLOB NOT NULL, key BLOB NOT NULL, file_name TEXT NOT NULL,
        started_at INTEGER NOT NULL) WITHOUT ROWID;
    )sql"},
    // A draft of a client's details stood under the person's id, which says nothing any more once the case is erased.
    Migration{4, R"sql(
      CREATE TABLE named_draft(
        case_id BLOB, part INTEGER, content BLOB NOT NULL, kept_at INTEGER NOT NULL, PRIMARY KEY(case_id, part))
        WITHOUT ROWID;
      INSERT INTO named_draft SELECT coalesce((SELECT p.case_id FROM person p WHERE p.id = draft.case_id), case_id),
        case_id IN (SELECT id FROM person), content, kept_at FROM draft;
      DROP TABLE draft;
      ALTER TABLE named_draft RENAME TO draft;
    )sql"},
    // The answers of a survey belong to the case also when it is erased before they are taken back.
    Migration{5, R"sql(
      ALTER TABLE handover_session ADD COLUMN case_id BLOB;
      ALTER TABLE damaged_session ADD COLUMN case_id BLOB;
      UPDATE handover_session SET case_id = (SELECT case_id FROM mapping m WHERE m.id = mapping_id);
      UPDATE damaged_session SET case_id = (SELECT case_id FROM mapping m WHERE m.id = mapping_id);
    )sql"},
};

static_assert(DraftName::Details == 1, "migration 4 says 1");

} // namespace veikart::store
