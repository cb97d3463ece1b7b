// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "sync/record/audit_chain.h"
#include "sync/record/record.h"

#include <map>
#include <string>
#include <vector>

// Domain values as records and back. Each fact that can change alone is one field; its value is CBOR. Reading shows the
// value with the greatest stamp, whatever the field's policy (field_policy.h); fields unknown to this version are left
// alone.
namespace veikart::casework {

inline constexpr std::string_view kStaffType = "staff";
inline constexpr std::string_view kPersonType = "person";
inline constexpr std::string_view kCaseType = "case";
inline constexpr std::string_view kMappingType = "mapping";
inline constexpr std::string_view kAnswersType = "answers"; // one per mapping and layer; fields are answer keys
inline constexpr std::string_view kConfirmationType = "confirmation";
inline constexpr std::string_view kSealType = sync::kSealType; // no deletion takes it away (PROTOCOL.md, "_deleted")
inline constexpr std::string_view kTaskType = "task";
inline constexpr std::string_view kGoalType = "goal";
inline constexpr std::string_view kContactType = "contact";
inline constexpr std::string_view kAppointmentType = "appointment";
inline constexpr std::string_view kAttachmentType = sync::kAttachmentType; // PROTOCOL.md, "Contents"
inline constexpr std::string_view kReadingType = "reading"; // one per mapping; fields are themes gone through
inline constexpr std::string_view kDraftType = "draft";     // see PageDraft
inline constexpr std::string_view kReplicaType =
    "replica"; // in the office scope: whose store a replica is (field user)
inline constexpr std::string_view kGrantType = sync::kGrantType; // read by the hub (PROTOCOL.md, "Access")
inline constexpr std::string_view kGrantEndType = sync::kGrantEndType;

using Fields = std::map<std::string, Bytes>; // name → CBOR

Fields toFields(const StaffMember& value);
Fields toFields(const Person& value);
Fields toFields(const Case& value);
Fields toFields(const Mapping& value);
Fields toFields(const ConfirmationRecord& value, const Id& mappingId);
Fields toFields(const SealedMapping& value);
Fields toFields(const Task& value);
Fields toFields(const Goal& value);
Fields toFields(const Contact& value);
Fields toFields(const Appointment& value);
Fields toFields(const Attachment& value); // without its content, which is written with its bytes
Fields toFields(const Grant& value);
Fields grantEndFields(const Id& grantId);

// Corrupt, naming the field, when a value can't be read; Invalid for a record of another type.
Result<StaffMember> staffFrom(const sync::Record& record);
Result<Person> personFrom(const sync::Record& record);
Result<Case> caseFrom(const sync::Record& record);
Result<Mapping> mappingFrom(const sync::Record& record);
Result<ConfirmationRecord> confirmationFrom(const sync::Record& record);
Result<SealedMapping> sealFrom(const sync::Record& record);
Result<Task> taskFrom(const sync::Record& record);
Result<Goal> goalFrom(const sync::Record& record);
Result<Contact> contactFrom(const sync::Record& record);
Result<Appointment> appointmentFrom(const sync::Record& record);
Result<Attachment> attachmentFrom(const sync::Record& record);
Result<Grant> grantFrom(const sync::Record& record); // without its end
Result<Id> endedGrantFrom(const sync::Record& record);

// What an audit line holds, and what a record of such lines tells: one thing, or several where a chain forks.
Bytes auditContent(const AuditEntry& value); // without what the line itself tells: whose it is, and its chain
Result<std::vector<AuditEntry>> auditFrom(const sync::Record& record);

// What was typed on a page and not saved when its case was closed to the writer. Opaque but to the page.
struct PageDraft {
  bool isOfDetails = false; // of the client's details; else of a contact
  Bytes content;
};
Fields toFields(const PageDraft& value);
Result<PageDraft> pageDraftFrom(const sync::Record& record);

// The id of the answers record of one layer: the mapping's id with its last eight bytes replaced by a hash of mapping
// and layer, so that the client's session and the counsellor's store write the same record without asking each other.
sync::RecordId layerRecordId(const Id& mappingId, Layer layer);
std::string layerName(Layer layer); // as it stands in "_layer"

// In the same way, one record per mapping whoever writes it first.
sync::RecordId confirmationRecordId(const Id& mappingId);
sync::RecordId readingRecordId(const Id& mappingId);

// Answers records carry their mapping and layer in the fields "_mapping" and "_layer".
Bytes encodeAnswer(const forms::Answer& answer);
Result<forms::Answer> decodeAnswer(BytesView value);
Bytes encodeText(std::string_view text);
Result<std::string> decodeText(BytesView value);

} // namespace veikart::casework
