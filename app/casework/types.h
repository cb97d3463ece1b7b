// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/forms/answer.h"
#include "platform/base/uuid.h"
#include "sync/record/attachment.h"

#include <cstdint>
#include <string>
#include <vector>

// The casework domain as plain values. Norwegian terms and their English names in code are in GLOSSARY.md. Times are
// milliseconds since 1970 (0: not set); dates without a time of day are "2026-11-22" (empty: not set).
namespace veikart::casework {

using Id = Uuid;

enum class Role { Counsellor, Supervisor, Administrator, Partner, ResourcePerson };

struct StaffMember {
  Id id;
  std::string firstName, lastName;
  Role role = Role::Counsellor;
  std::string unit; // "Heimdal"
  std::string fullName() const { return firstName + " " + lastName; }
};

// The client (bruker). Stands in the case's scope.
struct Person {
  Id id;
  std::string firstName, lastName;
  std::string nationalId; // practice data: month + 80; real ones are refused
  std::string birthDate;
  std::string phone;
  std::string language;    // "norsk", "somali"
  std::string interpreter; // "", "alltid", "til viktige ting"
  std::string fullName() const { return firstName + " " + lastName; }
};

enum class CaseStatus { Open, Waiting, Closed };

// A case (sak); its id is also its scope's id.
struct Case {
  Id id;
  Id personId;
  Id counsellorId;       // main counsellor
  Id secondCounsellorId; // nil: none
  CaseStatus status = CaseStatus::Open;
  int contactIntervalDays = 0; // agreed contact; 0: none agreed
  int64_t openedAt = 0;
};

// Who has a case: as its main counsellor, beside him, in somebody's place for a time, or for a day in an emergency,
// which the office alone gives.
enum class GrantRole { Main, Second, Deputy, Emergency };
enum class GrantState { Coming, Current, Past };

// A grant (tilgang): what opens a case to a staff member. Written once; its end is a fact of its own.
struct Grant {
  Id id;
  Id caseId;
  Id staffId;
  GrantRole role = GrantRole::Main;
  int64_t givenAt = 0;     // when it was written
  int64_t from = 0;        // not set: from when the office has it
  int64_t until = 0;       // not set: until it is ended
  int64_t endedAt = 0;     // not set: it was not
  std::string reason = {}; // of an emergency
};

enum class MappingState { Started, Declined, ClientAnswering, InConversation, Concluding, Draft, Confirmed };
enum class MappingKind { Kis, MiniKis };

// A KIS mapping (kartlegging) and how it was started (R24–R36).
struct Mapping {
  Id id;
  Id caseId;
  MappingKind kind = MappingKind::Kis;
  MappingState state = MappingState::Started;
  std::string formHash;
  std::string view; // "mg2"
  bool purposeAcknowledged = false;
  int64_t startedAt = 0;
  bool isRequirement = false; // offer (tilbud) or requirement (krav)
  Id conductedBy;
  std::string othersPresent;
  std::string interpreterName; // "" none; never a child
  std::string interpreterLanguage;
  std::string place;          // "hjemme", "kontoret", "treffsted"
  std::string selectionBasis; // CL-06
  std::string targetGroup;    // CL-01
  std::string measureInSight; // what can follow; empty with waitingForMeasure
  bool waitingForMeasure = false;
  forms::AnswerMode mode = forms::AnswerMode::Alone;
  bool paperWanted = false; // the client asked for a copy
  std::string noTaskReason; // why it was sealed without an agreed task
};

// The layers of a mapping, never merged into each other.
enum class Layer { Client, Joint, Comment, Conclusion };

// How the client met the conclusion.
enum class Confirmation { None, Agrees, Disagrees, Waits };

struct ConfirmationRecord {
  Confirmation choice = Confirmation::None;
  std::string disagreement; // the client's words
  int64_t at = 0;
};

// A confirmed mapping: one immutable record with its bytes and their BLAKE2b-256.
struct SealedMapping {
  Id id;
  Id mappingId;
  Bytes content; // canonical JSON of form hash, layers, confirmation, tasks
  std::string hash;
  int64_t sealedAt = 0;
};

enum class Party { Client, Counsellor, Together, Other };
enum class TaskState { Open, Done, Dropped };

// What was agreed: what, which party, by when (T16).
struct Task {
  Id id;
  Id caseId;
  std::string what;
  Party party = Party::Counsellor;
  std::string otherParty; // for Party::Other
  std::string dueDate;
  TaskState state = TaskState::Open;
  std::string doneDate;
  Id agreedIn; // mapping or contact
  Id staffId;  // for Party::Counsellor and Together: who; nil: the main counsellor
};

struct Goal {
  Id id;
  Id caseId;
  std::string text;
  bool reached = false;
};

// A contact or follow-up session (T10–T12). A no-show is an outcome, not a type.
struct Contact {
  Id id;
  Id caseId;
  Id authorId;
  std::string type; // code of code_lists.h: "hjemmebesok", "sms" …
  bool planned = true;
  bool acute = false;
  bool clientCame = true;
  std::string place; // "hjemme", "treffsted", "kontoret" …
  std::string placeName;
  int minutes = 0;
  std::string present;                // who was there
  std::vector<std::string> lifeAreas; // codes "1" … "10"
  std::string done;                   // what was done
  int64_t at = 0;
};

struct Appointment {
  Id id;
  Id caseId;
  Id withStaffId;
  int64_t at = 0;
  std::string type;
  std::string place;
  std::string placeName;
};

// Something attached to a case (vedlegg), and how it is told from others. Its bytes travel apart from it.
struct Attachment {
  Id id;
  Id caseId;
  std::string kind; // code of code_lists.h: "bilde", "brev" …
  std::string title;
  std::string date;      // the day it is from
  std::string mediaType; // "image/jpeg": as its bytes say, whatever its file was called
  Id authorId;
  sync::ContentId content; // size 0: none
  int64_t addedAt = 0;
};

// What somebody did with a case, as a line of their audit chain tells it (sync/record/audit_chain.h).
enum class AuditAction { Opened, Changed, Printed, Exported, Shared };

struct AuditEntry {
  Id caseId = {};
  Id staffId = {}; // the line stands in their scope
  AuditAction action = AuditAction::Opened;
  std::string reason = {}; // why it was opened, or what of it was printed or exported
  Id sharedWith = {};
  int64_t at = 0;
  Id replica = {};     // of the tablet on which it was done
  uint64_t number = 0; // in that one's chain
};

} // namespace veikart::casework
