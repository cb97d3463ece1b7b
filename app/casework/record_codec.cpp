// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/record_codec.h"

#include "app/casework/field_value.h"
#include "platform/crypto/crypto.h"

#include <algorithm>

namespace veikart::casework {

namespace {

using nlohmann::json;

constexpr EnumNames<Role, 5> kRoles = {{{Role::Counsellor, "counsellor"},
                                        {Role::Supervisor, "supervisor"},
                                        {Role::Administrator, "administrator"},
                                        {Role::Partner, "partner"},
                                        {Role::ResourcePerson, "resource_person"}}};
constexpr EnumNames<CaseStatus, 3> kCaseStatuses = {
    {{CaseStatus::Open, "open"}, {CaseStatus::Waiting, "waiting"}, {CaseStatus::Closed, "closed"}}};
constexpr EnumNames<GrantRole, 4> kGrantRoles = {{{GrantRole::Main, "main"},
                                                  {GrantRole::Second, "second"},
                                                  {GrantRole::Deputy, "deputy"},
                                                  {GrantRole::Emergency, "emergency"}}};
constexpr EnumNames<MappingKind, 2> kMappingKinds = {{{MappingKind::Kis, "kis"}, {MappingKind::MiniKis, "mini-kis"}}};
constexpr EnumNames<MappingState, 7> kMappingStates = {{{MappingState::Started, "started"},
                                                        {MappingState::Declined, "declined"},
                                                        {MappingState::ClientAnswering, "client-answering"},
                                                        {MappingState::InConversation, "in-conversation"},
                                                        {MappingState::Concluding, "concluding"},
                                                        {MappingState::Draft, "draft"},
                                                        {MappingState::Confirmed, "confirmed"}}};
constexpr EnumNames<Confirmation, 4> kConfirmations = {{{Confirmation::None, "none"},
                                                        {Confirmation::Agrees, "agrees"},
                                                        {Confirmation::Disagrees, "disagrees"},
                                                        {Confirmation::Waits, "waits"}}};
constexpr EnumNames<Party, 4> kParties = {{{Party::Client, "client"},
                                           {Party::Counsellor, "counsellor"},
                                           {Party::Together, "together"},
                                           {Party::Other, "other"}}};
constexpr EnumNames<TaskState, 3> kTaskStates = {
    {{TaskState::Open, "open"}, {TaskState::Done, "done"}, {TaskState::Dropped, "dropped"}}};
constexpr EnumNames<AuditAction, 5> kAuditActions = {{{AuditAction::Opened, "opened"},
                                                      {AuditAction::Changed, "changed"},
                                                      {AuditAction::Printed, "printed"},
                                                      {AuditAction::Exported, "exported"},
                                                      {AuditAction::Shared, "shared"}}};
constexpr EnumNames<Layer, 4> kLayers = {{{Layer::Client, "client"},
                                          {Layer::Joint, "joint"},
                                          {Layer::Comment, "comment"},
                                          {Layer::Conclusion, "conclusion"}}};
constexpr EnumNames<forms::AnswerMode, 3> kModes = {{{forms::AnswerMode::Alone, "alone"},
                                                     {forms::AnswerMode::ReadAloud, "read-aloud"},
                                                     {forms::AnswerMode::Typed, "typed"}}};
constexpr EnumNames<forms::AnswerState, 5> kAnswerStates = {{{forms::AnswerState::Unanswered, "unanswered"},
                                                             {forms::AnswerState::Answered, "answered"},
                                                             {forms::AnswerState::Unknown, "unknown"},
                                                             {forms::AnswerState::Declined, "declined"},
                                                             {forms::AnswerState::NotAsked, "not-asked"}}};

json answerValue(const forms::Answer& answer) {
  json value = {{"state", nameOf(kAnswerStates, answer.state)}, {"mode", nameOf(kModes, answer.mode)}};
  if (!answer.codes.empty())
    value["codes"] = answer.codes;
  if (answer.number != 0)
    value["number"] = answer.number;
  if (!answer.text.empty())
    value["text"] = answer.text;
  return value;
}

template<class Value>
Result<Value> finished(const FieldReader& reader, Value value) {
  RETURN_IF_ERROR(reader.status());
  return value;
}

// A single value read as if it were a record's only field, so that there is one set of checks.
sync::Record recordOf(BytesView value) {
  sync::Record record;
  record.type = "value";
  record.fields["it"].siblings.push_back({{}, {}, Bytes(value)});
  return record;
}

std::string partText(FieldReader& reader, std::string_view field, std::string_view part) {
  std::string text;
  reader.readPart(field, part, text);
  return text;
}

Id derivedId(const Id& mappingId, std::string_view label) {
  const crypto::Hash256 hash = crypto::blake2b256(Bytes(mappingId.view()) + Bytes(label));
  Id id = mappingId;
  std::copy_n(hash.begin(), 8, id.bytes.begin() + 8);
  id.bytes[8] = static_cast<uint8_t>((id.bytes[8] & 0x3FU) | 0x80U); // the variant of RFC 9562
  return id;
}

} // namespace

sync::RecordId layerRecordId(const Id& mappingId, Layer layer) {
  return derivedId(mappingId, nameOf(kLayers, layer));
}
sync::RecordId confirmationRecordId(const Id& mappingId) {
  return derivedId(mappingId, kConfirmationType);
}
sync::RecordId readingRecordId(const Id& mappingId) {
  return derivedId(mappingId, kReadingType);
}
std::string layerName(Layer layer) {
  return nameOf(kLayers, layer);
}

Fields toFields(const StaffMember& value) {
  return {{"name", encodeValue({{"first", value.firstName}, {"last", value.lastName}})},
          {"role", encodeValue(nameOf(kRoles, value.role))},
          {"unit", encodeValue(value.unit)}};
}

Result<StaffMember> staffFrom(const sync::Record& record) {
  FieldReader reader(record, kStaffType);
  StaffMember value;
  value.id = record.id;
  reader.readPart("name", "first", value.firstName);
  reader.readPart("name", "last", value.lastName);
  reader.read("role", {}, kRoles, value.role);
  reader.read("unit", value.unit);
  return finished(reader, std::move(value));
}

Fields toFields(const Person& value) {
  return {{"name", encodeValue({{"first", value.firstName}, {"last", value.lastName}})},
          {"nationalId", encodeValue(value.nationalId)},
          {"birthDate", encodeValue(value.birthDate)},
          {"phone", encodeValue(value.phone)},
          {"speech", encodeValue({{"language", value.language}, {"interpreter", value.interpreter}})}};
}

Result<Person> personFrom(const sync::Record& record) {
  FieldReader reader(record, kPersonType);
  Person value;
  value.id = record.id;
  reader.readPart("name", "first", value.firstName);
  reader.readPart("name", "last", value.lastName);
  reader.read("nationalId", value.nationalId);
  reader.read("birthDate", value.birthDate);
  reader.read("phone", value.phone);
  reader.readPart("speech", "language", value.language);
  reader.readPart("speech", "interpreter", value.interpreter);
  return finished(reader, std::move(value));
}

Fields toFields(const Case& value) {
  return {{"person", encodeValue(idValue(value.personId))},
          {"counsellor", encodeValue(idValue(value.counsellorId))},
          {"secondCounsellor", encodeValue(idValue(value.secondCounsellorId))},
          {"status", encodeValue(nameOf(kCaseStatuses, value.status))},
          {"contactIntervalDays", encodeValue(value.contactIntervalDays)},
          {"openedAt", encodeValue(value.openedAt)}};
}

Result<Case> caseFrom(const sync::Record& record) {
  FieldReader reader(record, kCaseType);
  Case value;
  value.id = record.id;
  reader.read("person", value.personId);
  reader.read("counsellor", value.counsellorId);
  reader.read("secondCounsellor", value.secondCounsellorId);
  reader.read("status", {}, kCaseStatuses, value.status);
  reader.read("contactIntervalDays", value.contactIntervalDays);
  reader.read("openedAt", value.openedAt);
  return finished(reader, value);
}

Fields toFields(const Mapping& value) {
  return {{"kind", encodeValue(nameOf(kMappingKinds, value.kind))},
          {"state", encodeValue(nameOf(kMappingStates, value.state))},
          {"form", encodeValue(value.formHash)},
          {"view", encodeValue(value.view)},
          {"purpose", encodeValue(value.purposeAcknowledged)},
          {"startedAt", encodeValue(value.startedAt)},
          {"demand", encodeValue(value.isRequirement)},
          {"conductedBy", encodeValue(idValue(value.conductedBy))},
          {"othersPresent", encodeValue(value.othersPresent)},
          {"interpreter", encodeValue({{"name", value.interpreterName}, {"language", value.interpreterLanguage}})},
          {"place", encodeValue(value.place)},
          {"selectionBasis", encodeValue(value.selectionBasis)},
          {"targetGroup", encodeValue(value.targetGroup)},
          {"measure", encodeValue({{"inSight", value.measureInSight}, {"waiting", value.waitingForMeasure}})},
          {"mode", encodeValue(nameOf(kModes, value.mode))},
          {"paperWanted", encodeValue(value.paperWanted)},
          {"noTaskReason", encodeValue(value.noTaskReason)}};
}

Result<Mapping> mappingFrom(const sync::Record& record) {
  FieldReader reader(record, kMappingType);
  Mapping value;
  value.id = record.id;
  value.caseId = record.scope.id;
  reader.read("kind", {}, kMappingKinds, value.kind);
  reader.read("state", {}, kMappingStates, value.state);
  reader.read("form", value.formHash);
  reader.read("view", value.view);
  reader.read("purpose", value.purposeAcknowledged);
  reader.read("startedAt", value.startedAt);
  reader.read("demand", value.isRequirement);
  reader.read("conductedBy", value.conductedBy);
  reader.read("othersPresent", value.othersPresent);
  reader.readPart("interpreter", "name", value.interpreterName);
  reader.readPart("interpreter", "language", value.interpreterLanguage);
  reader.read("place", value.place);
  reader.read("selectionBasis", value.selectionBasis);
  reader.read("targetGroup", value.targetGroup);
  reader.readPart("measure", "inSight", value.measureInSight);
  reader.readPart("measure", "waiting", value.waitingForMeasure);
  reader.read("mode", {}, kModes, value.mode);
  reader.read("paperWanted", value.paperWanted);
  reader.read("noTaskReason", value.noTaskReason);
  return finished(reader, std::move(value));
}

Fields toFields(const ConfirmationRecord& value, const Id& mappingId) {
  return {{"mapping", encodeValue(idValue(mappingId))},
          {"answer", encodeValue({{"choice", nameOf(kConfirmations, value.choice)},
                                  {"disagreement", value.disagreement},
                                  {"at", value.at}})}};
}

Result<ConfirmationRecord> confirmationFrom(const sync::Record& record) {
  FieldReader reader(record, kConfirmationType);
  ConfirmationRecord value;
  reader.read("answer", "choice", kConfirmations, value.choice);
  reader.readPart("answer", "disagreement", value.disagreement);
  reader.readPart("answer", "at", value.at);
  return finished(reader, std::move(value));
}

Fields toFields(const SealedMapping& value) {
  return {{"mapping", encodeValue(idValue(value.mappingId))},
          {"snapshot", encodeValue({{"content", value.content}, {"hash", value.hash}, {"at", value.sealedAt}})}};
}

Result<SealedMapping> sealFrom(const sync::Record& record) {
  FieldReader reader(record, kSealType);
  SealedMapping value;
  value.id = record.id;
  reader.read("mapping", value.mappingId);
  reader.readPart("snapshot", "content", value.content);
  reader.readPart("snapshot", "hash", value.hash);
  reader.readPart("snapshot", "at", value.sealedAt);
  return finished(reader, std::move(value));
}

Fields toFields(const Task& value) {
  json party = {{"party", nameOf(kParties, value.party)}, {"other", value.otherParty}};
  if (!value.staffId.isNil())
    party["staff"] = idValue(value.staffId);
  return {{"what", encodeValue(value.what)},
          {"party", encodeValue(party)},
          {"dueDate", encodeValue(value.dueDate)},
          {"state", encodeValue({{"state", nameOf(kTaskStates, value.state)}, {"doneDate", value.doneDate}})},
          {"agreedIn", encodeValue(idValue(value.agreedIn))}};
}

Result<Task> taskFrom(const sync::Record& record) {
  FieldReader reader(record, kTaskType);
  Task value;
  value.id = record.id;
  value.caseId = record.scope.id;
  reader.read("what", value.what);
  reader.read("party", "party", kParties, value.party);
  reader.readPart("party", "other", value.otherParty);
  reader.readPart("party", "staff", value.staffId);
  reader.read("dueDate", value.dueDate);
  reader.read("state", "state", kTaskStates, value.state);
  reader.readPart("state", "doneDate", value.doneDate);
  reader.read("agreedIn", value.agreedIn);
  return finished(reader, std::move(value));
}

Fields toFields(const Goal& value) {
  return {{"text", encodeValue(value.text)}, {"reached", encodeValue(value.reached)}};
}

Result<Goal> goalFrom(const sync::Record& record) {
  FieldReader reader(record, kGoalType);
  Goal value;
  value.id = record.id;
  value.caseId = record.scope.id;
  reader.read("text", value.text);
  reader.read("reached", value.reached);
  return finished(reader, std::move(value));
}

Fields toFields(const Contact& value) {
  return {{"author", encodeValue(idValue(value.authorId))},
          {"type", encodeValue(value.type)},
          {"how", encodeValue({{"planned", value.planned}, {"acute", value.acute}, {"came", value.clientCame}})},
          {"place", encodeValue({{"place", value.place}, {"name", value.placeName}})},
          {"minutes", encodeValue(value.minutes)},
          {"present", encodeValue(value.present)},
          {"lifeAreas", encodeValue(value.lifeAreas)},
          {"done", encodeValue(value.done)},
          {"at", encodeValue(value.at)}};
}

Result<Contact> contactFrom(const sync::Record& record) {
  FieldReader reader(record, kContactType);
  Contact value;
  value.id = record.id;
  value.caseId = record.scope.id;
  reader.read("author", value.authorId);
  reader.read("type", value.type);
  reader.readPart("how", "planned", value.planned);
  reader.readPart("how", "acute", value.acute);
  reader.readPart("how", "came", value.clientCame);
  reader.readPart("place", "place", value.place);
  reader.readPart("place", "name", value.placeName);
  reader.read("minutes", value.minutes);
  reader.read("present", value.present);
  reader.readPart("lifeAreas", {}, value.lifeAreas);
  reader.read("done", value.done);
  reader.read("at", value.at);
  return finished(reader, std::move(value));
}

Fields toFields(const Appointment& value) {
  return {{"with", encodeValue(idValue(value.withStaffId))},
          {"at", encodeValue(value.at)},
          {"type", encodeValue(value.type)},
          {"place", encodeValue({{"place", value.place}, {"name", value.placeName}})}};
}

Result<Appointment> appointmentFrom(const sync::Record& record) {
  FieldReader reader(record, kAppointmentType);
  Appointment value;
  value.id = record.id;
  value.caseId = record.scope.id;
  reader.read("with", value.withStaffId);
  reader.read("at", value.at);
  reader.read("type", value.type);
  reader.readPart("place", "place", value.place);
  reader.readPart("place", "name", value.placeName);
  return finished(reader, std::move(value));
}

Fields toFields(const Attachment& value) {
  return {{"kind", encodeValue(value.kind)},
          {"title", encodeValue(value.title)},
          {"date", encodeValue(value.date)},
          {"mediaType", encodeValue(value.mediaType)},
          {"author", encodeValue(idValue(value.authorId))}};
}

Result<Attachment> attachmentFrom(const sync::Record& record) {
  FieldReader reader(record, kAttachmentType);
  Attachment value;
  value.id = record.id;
  value.caseId = record.scope.id;
  reader.read("kind", value.kind);
  reader.read("title", value.title);
  reader.read("date", value.date);
  reader.read("mediaType", value.mediaType);
  reader.read("author", value.authorId);
  const auto content = record.fields.find(std::string(sync::kContentField));
  if (const sync::Sibling* shown = content == record.fields.end() ? nullptr : sync::greatest(content->second)) {
    const Result<sync::ContentId> id = sync::ContentId::fromBytes(shown->value);
    if (!id.ok())
      return Status::corrupt("field attachment.content can't be read");
    value.content = *id;
    value.addedAt = shown->stamp.millis();
  }
  return finished(reader, std::move(value));
}

Bytes auditContent(const AuditEntry& value) {
  json content = {{"case", idValue(value.caseId)}, {"action", nameOf(kAuditActions, value.action)}, {"at", value.at}};
  if (!value.reason.empty())
    content["reason"] = value.reason;
  if (!value.sharedWith.isNil())
    content["sharedWith"] = idValue(value.sharedWith);
  return encodeValue(content);
}

Result<std::vector<AuditEntry>> auditFrom(const sync::Record& record) {
  const Result<std::vector<sync::AuditLine>> lines = sync::auditLinesOf(record);
  if (!lines.ok())
    return lines.status();
  std::vector<AuditEntry> entries;
  for (const sync::AuditLine& line : *lines) {
    const sync::Record content = recordOf(line.content);
    FieldReader reader(content, content.type);
    AuditEntry& entry = entries.emplace_back();
    entry.staffId = record.scope.id;
    entry.replica = line.chain;
    entry.number = line.number;
    reader.readPart("it", "case", entry.caseId);
    reader.read("it", "action", kAuditActions, entry.action);
    reader.readPart("it", "reason", entry.reason);
    reader.readPart("it", "sharedWith", entry.sharedWith);
    reader.readPart("it", "at", entry.at);
    RETURN_IF_ERROR(reader.status());
  }
  return entries;
}

Fields toFields(const Grant& value) {
  Fields fields = {{"user", encodeValue(idValue(value.staffId))},
                   {"role", encodeValue(nameOf(kGrantRoles, value.role))}};
  if (value.from > 0)
    fields["from"] = encodeValue(value.from);
  if (value.until > 0)
    fields["until"] = encodeValue(value.until);
  return fields;
}

Result<Grant> grantFrom(const sync::Record& record) {
  FieldReader reader(record, kGrantType);
  Grant value;
  value.id = record.id;
  value.caseId = record.scope.id;
  reader.read("user", value.staffId);
  reader.read("role", {}, kGrantRoles, value.role);
  reader.read("reason", value.reason);
  reader.read("from", value.from);
  reader.read("until", value.until);
  if (const auto user = record.fields.find("user"); user != record.fields.end())
    value.givenAt = sync::greatest(user->second)->stamp.millis();
  return finished(reader, value);
}

Fields grantEndFields(const Id& grantId) {
  return {{"grant", encodeValue(idValue(grantId))}};
}

Result<Id> endedGrantFrom(const sync::Record& record) {
  FieldReader reader(record, kGrantEndType);
  Id grantId;
  reader.read("grant", grantId);
  return finished(reader, grantId);
}

Fields toFields(const PageDraft& value) {
  return {{"content", value.content}, {"ofDetails", encodeValue(value.isOfDetails)}};
}

Result<PageDraft> pageDraftFrom(const sync::Record& record) {
  FieldReader reader(record, kDraftType);
  PageDraft value;
  reader.read("ofDetails", value.isOfDetails);
  if (const auto content = record.fields.find("content"); content != record.fields.end())
    value.content = sync::greatest(content->second)->value;
  return finished(reader, std::move(value));
}

Bytes encodeAnswer(const forms::Answer& answer) {
  return encodeValue(answerValue(answer));
}

Result<forms::Answer> decodeAnswer(BytesView value) {
  const sync::Record record = recordOf(value);
  FieldReader reader(record, "value");
  forms::Answer answer;
  reader.read("it", "state", kAnswerStates, answer.state);
  reader.read("it", "mode", kModes, answer.mode);
  reader.readPart("it", "text", answer.text);
  reader.readPart("it", "number", answer.number);
  reader.readPart("it", "codes", answer.codes);
  return finished(reader, std::move(answer));
}

Bytes encodeText(std::string_view text) {
  return encodeValue(std::string(text));
}

Result<std::string> decodeText(BytesView value) {
  const sync::Record record = recordOf(value);
  FieldReader reader(record, "value");
  return finished(reader, partText(reader, "it", {}));
}

} // namespace veikart::casework
