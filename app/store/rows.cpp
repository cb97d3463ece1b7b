// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/rows.h"

namespace veikart::store {

namespace {

using namespace casework;

std::string textAt(const Statement& row, int column) {
  return std::string(row.text(column));
}
bool truthAt(const Statement& row, int column) {
  return row.integer(column) != 0;
}
int intAt(const Statement& row, int column) {
  return static_cast<int>(row.integer(column));
}

std::vector<std::string> split(std::string_view joined) {
  std::vector<std::string> parts;
  while (!joined.empty()) {
    const size_t end = std::min(joined.find(','), joined.size());
    parts.emplace_back(joined.substr(0, end));
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
  return parts;
}

} // namespace

Id idAt(const Statement& row, int column) {
  Result<Id> id = Id::fromBytes(row.blob(column));
  return id.ok() ? *id : Id{};
}

StaffMember staffAt(const Statement& row, int first) {
  StaffMember value;
  value.id = idAt(row, first);
  value.firstName = textAt(row, first + 1);
  value.lastName = textAt(row, first + 2);
  value.role = static_cast<Role>(row.integer(first + 3));
  value.unit = textAt(row, first + 4);
  return value;
}

Person personAt(const Statement& row, int first) {
  Person value;
  value.id = idAt(row, first);
  value.firstName = textAt(row, first + 2);
  value.lastName = textAt(row, first + 3);
  value.nationalId = textAt(row, first + 4);
  value.birthDate = textAt(row, first + 5);
  value.phone = textAt(row, first + 6);
  value.language = textAt(row, first + 7);
  value.interpreter = textAt(row, first + 8);
  return value;
}

Case caseAt(const Statement& row, int first) {
  Case value;
  value.id = idAt(row, first);
  value.personId = idAt(row, first + 1);
  value.counsellorId = idAt(row, first + 2);
  value.secondCounsellorId = idAt(row, first + 3);
  value.status = static_cast<CaseStatus>(row.integer(first + 4));
  value.contactIntervalDays = intAt(row, first + 5);
  value.openedAt = row.integer(first + 6);
  return value;
}

Mapping mappingAt(const Statement& row, int first) {
  Mapping value;
  value.id = idAt(row, first);
  value.caseId = idAt(row, first + 1);
  value.kind = static_cast<MappingKind>(row.integer(first + 2));
  value.state = static_cast<MappingState>(row.integer(first + 3));
  value.formHash = textAt(row, first + 4);
  value.view = textAt(row, first + 5);
  value.purposeAcknowledged = truthAt(row, first + 6);
  value.startedAt = row.integer(first + 7);
  value.isRequirement = truthAt(row, first + 8);
  value.conductedBy = idAt(row, first + 9);
  value.othersPresent = textAt(row, first + 10);
  value.interpreterName = textAt(row, first + 11);
  value.interpreterLanguage = textAt(row, first + 12);
  value.place = textAt(row, first + 13);
  value.selectionBasis = textAt(row, first + 14);
  value.targetGroup = textAt(row, first + 15);
  value.measureInSight = textAt(row, first + 16);
  value.waitingForMeasure = truthAt(row, first + 17);
  value.mode = static_cast<forms::AnswerMode>(row.integer(first + 18));
  value.paperWanted = truthAt(row, first + 19);
  value.noTaskReason = textAt(row, first + 20);
  return value;
}

SealedMapping sealAt(const Statement& row, int first) {
  SealedMapping value;
  value.id = idAt(row, first);
  value.mappingId = idAt(row, first + 1);
  value.content = Bytes(row.blob(first + 3));
  value.hash = textAt(row, first + 4);
  value.sealedAt = row.integer(first + 5);
  return value;
}

Task taskAt(const Statement& row, int first) {
  Task value;
  value.id = idAt(row, first);
  value.caseId = idAt(row, first + 1);
  value.what = textAt(row, first + 2);
  value.party = static_cast<Party>(row.integer(first + 3));
  value.otherParty = textAt(row, first + 4);
  value.dueDate = textAt(row, first + 5);
  value.state = static_cast<TaskState>(row.integer(first + 6));
  value.doneDate = textAt(row, first + 7);
  value.agreedIn = idAt(row, first + 8);
  value.staffId = idAt(row, first + 9);
  return value;
}

Goal goalAt(const Statement& row, int first) {
  Goal value;
  value.id = idAt(row, first);
  value.caseId = idAt(row, first + 1);
  value.text = textAt(row, first + 2);
  value.reached = truthAt(row, first + 3);
  return value;
}

Contact contactAt(const Statement& row, int first) {
  Contact value;
  value.id = idAt(row, first);
  value.caseId = idAt(row, first + 1);
  value.authorId = idAt(row, first + 2);
  value.type = textAt(row, first + 3);
  value.planned = truthAt(row, first + 4);
  value.acute = truthAt(row, first + 5);
  value.clientCame = truthAt(row, first + 6);
  value.place = textAt(row, first + 7);
  value.placeName = textAt(row, first + 8);
  value.minutes = intAt(row, first + 9);
  value.present = textAt(row, first + 10);
  value.lifeAreas = split(row.text(first + 11));
  value.done = textAt(row, first + 12);
  value.at = row.integer(first + 13);
  return value;
}

Appointment appointmentAt(const Statement& row, int first) {
  Appointment value;
  value.id = idAt(row, first);
  value.caseId = idAt(row, first + 1);
  value.withStaffId = idAt(row, first + 2);
  value.at = row.integer(first + 3);
  value.type = textAt(row, first + 4);
  value.place = textAt(row, first + 5);
  value.placeName = textAt(row, first + 6);
  return value;
}

Attachment attachmentAt(const Statement& row, int first) {
  Attachment value;
  value.id = idAt(row, first);
  value.caseId = idAt(row, first + 1);
  value.kind = textAt(row, first + 2);
  value.title = textAt(row, first + 3);
  value.date = textAt(row, first + 4);
  value.mediaType = textAt(row, first + 5);
  value.authorId = idAt(row, first + 6);
  if (const Result<sync::ContentId> content = sync::ContentId::fromBytes(row.blob(first + 7)); content.ok())
    value.content = *content;
  value.addedAt = row.integer(first + 8);
  return value;
}

Grant grantAt(const Statement& row, int first) {
  Grant value;
  value.id = idAt(row, first);
  value.caseId = idAt(row, first + 1);
  value.staffId = idAt(row, first + 2);
  value.role = static_cast<GrantRole>(row.integer(first + 3));
  value.givenAt = row.integer(first + 4);
  value.from = row.integer(first + 5);
  value.until = row.integer(first + 6);
  value.endedAt = row.integer(first + 7);
  value.reason = row.text(first + 8);
  return value;
}

} // namespace veikart::store
