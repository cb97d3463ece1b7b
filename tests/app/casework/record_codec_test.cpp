// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/field_value.h"
#include "app/casework/record_codec.h"
#include "sync/record/canonical.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::casework;

namespace {

const FakeClock kClock(1'795'000'000'000);

Id newId() {
  return Id::makeV7(kClock);
}

sync::Record recordOf(std::string_view type, const Id& id, const Id& scopeId, const Fields& fields) {
  sync::Record record{id, std::string(type), {sync::ScopeKind::Case, scopeId}, {}, false};
  uint64_t counter = 0;
  for (const auto& [name, value] : fields)
    sync::write(record, name, value, {newId(), ++counter}, sync::Stamp::fromMillis(kClock.nowMillis()));
  return record;
}

// Writes a value, sends its record through its canonical bytes, and reads and writes it again.
template<class Value, class From>
Fields throughBytes(std::string_view type, const Value& value, const Id& caseId, From from) {
  const Result<sync::Record> record = sync::decode(sync::encode(recordOf(type, value.id, caseId, toFields(value))));
  REQUIRE(record.ok());
  const Result<Value> read = from(*record);
  REQUIRE(read.ok());
  CHECK(read->id == value.id);
  return toFields(*read);
}

} // namespace

TEST_CASE("an attachment comes back with the content that was written beside it", "[app][casework][codec]") {
  const Attachment letter{newId(), newId(), "brev", "Fra utleieren", "2026-11-20", "application/pdf", newId(), {}, 0};
  const sync::ContentId content = sync::ContentId::of("%PDF-1.7");
  Fields fields = toFields(letter);
  fields.emplace(sync::kContentField, content.toBytes());
  const Result<Attachment> read = attachmentFrom(recordOf(kAttachmentType, letter.id, letter.caseId, fields));
  REQUIRE(read.ok());
  CHECK(toFields(*read) == toFields(letter));
  CHECK(read->caseId == letter.caseId);
  CHECK(read->content == content);
  CHECK(read->addedAt == kClock.nowMillis());

  fields[std::string(sync::kContentField)] = "no name of a content";
  const auto damaged = attachmentFrom(recordOf(kAttachmentType, letter.id, letter.caseId, fields));
  CHECK(damaged.status().code() == StatusCode::Corrupt);
}

TEST_CASE("every domain value comes back from its record as it went in", "[app][casework][codec]") {
  const Id caseId = newId();
  const StaffMember staff{newId(), "Kari", "Moen", Role::Supervisor, "Heimdal"};
  CHECK(throughBytes(kStaffType, staff, caseId, staffFrom) == toFields(staff));
  const Person person{newId(), "Åse", "Ørjavik", "", "1992-03-04", "400 00 000", "somali", "alltid"};
  CHECK(throughBytes(kPersonType, person, caseId, personFrom) == toFields(person));
  const Case file{newId(), person.id, staff.id, {}, CaseStatus::Waiting, 7, 1'795'000'000'000};
  CHECK(throughBytes(kCaseType, file, caseId, caseFrom) == toFields(file));

  Mapping mapping;
  mapping.id = newId();
  mapping.caseId = caseId;
  mapping.kind = MappingKind::MiniKis;
  mapping.state = MappingState::Draft;
  mapping.formHash = "abc";
  mapping.view = "mg2";
  mapping.purposeAcknowledged = mapping.isRequirement = mapping.waitingForMeasure = mapping.paperWanted = true;
  mapping.startedAt = 1'795'000'000'000;
  mapping.conductedBy = staff.id;
  mapping.othersPresent = "Søster";
  mapping.interpreterName = "Ali";
  mapping.interpreterLanguage = "somali";
  mapping.place = "hjemme";
  mapping.selectionBasis = "skjonn";
  mapping.targetGroup = "unge";
  mapping.measureInSight = "Språkpraksis";
  mapping.mode = forms::AnswerMode::Typed;
  mapping.noTaskReason = "Venter";
  CHECK(throughBytes(kMappingType, mapping, caseId, mappingFrom) == toFields(mapping));

  const SealedMapping seal{newId(), mapping.id, R"({"a":1})", "00ff", 5};
  CHECK(throughBytes(kSealType, seal, caseId, sealFrom) == toFields(seal));
  const Task task{newId(),      caseId,          "Ringe fastlegen", Party::Other, "NAV",
                  "2026-11-20", TaskState::Done, "2026-11-19",      mapping.id,   staff.id};
  CHECK(throughBytes(kTaskType, task, caseId, taskFrom) == toFields(task));
  const Goal goal{newId(), caseId, "En jobb med barn", true};
  CHECK(throughBytes(kGoalType, goal, caseId, goalFrom) == toFields(goal));
  const Contact contact{newId(),     caseId,   staff.id, "sms",   false,       true,      false,
                        "treffsted", "Moholt", 50,       "Hodan", {"1", "10"}, "Snakket", 6};
  CHECK(throughBytes(kContactType, contact, caseId, contactFrom) == toFields(contact));
  const Appointment appointment{newId(), caseId, staff.id, 7, "hjemmebesok", "hjemme", ""};
  CHECK(throughBytes(kAppointmentType, appointment, caseId, appointmentFrom) == toFields(appointment));

  const ConfirmationRecord confirmation{Confirmation::Disagrees, "Ikke helt", 9};
  const auto record = recordOf(kConfirmationType, newId(), caseId, toFields(confirmation, mapping.id));
  const Result<ConfirmationRecord> read = confirmationFrom(record);
  REQUIRE(read.ok());
  CHECK(toFields(*read, mapping.id) == toFields(confirmation, mapping.id));
}

TEST_CASE("an audit line tells who did what with which case, when and on which tablet", "[app][casework][codec]") {
  const sync::ScopeId staff{sync::ScopeKind::Staff, newId()};
  const sync::ReplicaId tablet = newId();
  for (const AuditAction action :
       {AuditAction::Opened, AuditAction::Changed, AuditAction::Printed, AuditAction::Exported, AuditAction::Shared}) {
    const AuditEntry told{.caseId = newId(), .action = action, .reason = "Klage", .sharedWith = newId(), .at = 8};
    sync::Record record;
    record.id = sync::auditLineId(staff, tablet, 3);
    record.type = sync::kAuditType;
    record.scope = staff;
    sync::write(record, std::string(sync::kAuditField), sync::AuditLine{tablet, 3, {}, auditContent(told)}.toBytes(),
                {tablet, 1}, {});
    const Result<std::vector<AuditEntry>> entries = auditFrom(record);
    REQUIRE(entries.ok());
    const std::vector<AuditEntry>& read = *entries;
    REQUIRE(read.size() == 1);
    CHECK(read.front().caseId == told.caseId);
    CHECK(read.front().staffId == staff.id);
    CHECK(read.front().action == action);
    CHECK(read.front().reason == "Klage");
    CHECK(read.front().sharedWith == told.sharedWith);
    CHECK(read.front().at == 8);
    CHECK(read.front().replica == tablet);
    CHECK(read.front().number == 3);
  }
}

TEST_CASE("an answer keeps state, codes, number, text and how it came about", "[app][casework][codec]") {
  forms::Answer answer{
      forms::AnswerState::Answered, {"a", "b"}, 37.5, "Smerter om natta", forms::AnswerMode::ReadAloud};
  CHECK(*decodeAnswer(encodeAnswer(answer)).operator->() == answer);
  for (const auto state : {forms::AnswerState::Unanswered, forms::AnswerState::Unknown, forms::AnswerState::Declined,
                           forms::AnswerState::NotAsked}) {
    forms::Answer bare;
    bare.state = state;
    CHECK(*decodeAnswer(encodeAnswer(bare)).operator->() == bare);
  }
}

TEST_CASE("a field of a newer version does not disturb reading", "[app][casework][codec]") {
  const Goal goal{newId(), newId(), "En jobb", false};
  Fields fields = toFields(goal);
  fields["colour"] = encodeText("blå");
  const Result<Goal> read = goalFrom(recordOf(kGoalType, goal.id, goal.caseId, fields));
  REQUIRE(read.ok());
  CHECK(read->text == "En jobb");
}

TEST_CASE("what can't be read is Corrupt and names its field, never its value", "[app][casework][codec]") {
  const Id id = newId();
  const auto statusOf = [&](const std::string& field, Bytes value) {
    return taskFrom(recordOf(kTaskType, id, id, {{field, std::move(value)}})).status();
  };
  CHECK(statusOf("what", "\xff\xff hemmelig").text() == "field task.what can't be read");
  CHECK(statusOf("what", encodeValue(17)).code() == StatusCode::Corrupt);
  CHECK(statusOf("party", encodeText("client")).code() == StatusCode::Corrupt);
  CHECK(statusOf("state", encodeValue({{"state", "levitating"}})).code() == StatusCode::Corrupt);
  CHECK(statusOf("agreedIn", encodeText("not an id")).code() == StatusCode::Corrupt);
  CHECK(statusOf("what", "").code() == StatusCode::Corrupt);
  CHECK(goalFrom(recordOf(kTaskType, id, id, {})).status().code() == StatusCode::Invalid);
}

TEST_CASE("a value that nests without end is Corrupt, not a crash", "[app][casework][codec]") {
  CHECK_FALSE(decodeValue(Bytes(2'000'000, '\x81')));
  CHECK(decodeAnswer(Bytes(2'000'000, '\x81')).status().code() == StatusCode::Corrupt);
}

TEST_CASE("of two versions the later one is shown", "[app][casework][codec]") {
  const Goal goal{newId(), newId(), "En jobb", false};
  sync::Record here = recordOf(kGoalType, goal.id, goal.caseId, toFields(goal));
  sync::Record there = here;
  sync::write(here, "text", encodeText("Full jobb"), {newId(), 1}, sync::Stamp::fromMillis(1'795'000'000'002));
  sync::write(there, "text", encodeText("Deltid"), {newId(), 1}, sync::Stamp::fromMillis(1'795'000'000'001));
  REQUIRE(sync::joinInto(here, there).ok());
  CHECK(goalFrom(here)->text == "Full jobb");
}

TEST_CASE("each layer of a mapping has one record id, whoever makes it", "[app][casework][codec]") {
  const Id mapping = newId();
  CHECK(layerRecordId(mapping, Layer::Client) == layerRecordId(mapping, Layer::Client));
  CHECK(layerRecordId(mapping, Layer::Client) != layerRecordId(mapping, Layer::Joint));
  CHECK(layerRecordId(mapping, Layer::Client) != layerRecordId(newId(), Layer::Client));
  CHECK(confirmationRecordId(mapping) != readingRecordId(mapping));
}
