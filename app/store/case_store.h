// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "app/store/attachments.h"
#include "app/store/conflicts.h"
#include "app/store/late_writes.h"
#include "app/store/narratives.h"
#include "platform/base/clock.h"
#include "sync/replica/replica.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace veikart::store {

class WriteBatch;

// An appointment stays the next one while it may still be going on.
inline constexpr int64_t kAppointmentGraceMillis = 90LL * 60 * 1000;

// A line of the caseload: what needs the counsellor, as facts; the words are made above.
struct CaseloadEntry {
  Id caseId;
  std::string name;
  Id counsellorId, secondCounsellorId;
  std::optional<casework::Appointment> nextAppointment;
  std::optional<casework::Task> oldestDueTask; // open, whose date has passed
  int64_t lastContactAt = 0;
  int64_t openedAt = 0;
  int contactIntervalDays = 0;
  std::optional<casework::Mapping> openMapping; // started, not confirmed
  int64_t lastConfirmedAt = 0;
  int twoVersions = 0; // fields that wait for a person to settle them
  int lateWrites = 0;  // that came from somebody who had the case no longer

  bool isOf(const Id& staffId) const { return counsellorId == staffId || secondCounsellorId == staffId; }
};

// Everything the case page shows.
struct CaseOverview {
  casework::Case file;
  casework::Person person;
  std::optional<casework::StaffMember> counsellor, secondCounsellor;
  std::vector<casework::StaffMember> staff; // of the office
  std::vector<casework::Mapping> mappings;  // newest first
  std::optional<casework::SealedMapping> lastSeal;
  std::vector<casework::Task> tasks; // open first, by due date
  std::vector<casework::Goal> goals;
  std::vector<casework::Contact> contacts;         // newest first
  std::vector<casework::Appointment> appointments; // coming, soonest first
  bool isArriving = false;                         // there may be more of it at the office than has come

  // For nil the main counsellor; null for somebody this store does not know.
  const casework::StaffMember* staffMember(const Id& id) const;
};

// Gone: not in this store, closed to its user as a rule. Erased: by law, for everybody.
enum class CaseStanding { Here, Gone, Erased };

// One answer layer of a mapping, with who and when for each answer.
struct LayerAnswer {
  forms::Answer answer;
  int64_t at = 0;
  std::string author; // "" for the client
  int versions = 1;   // more than one: two versions, both are shown
  std::string write;  // names the write it is, and no other; "" in a sealed mapping
};
using LayerAnswers = std::map<std::string, LayerAnswer>;

// What somebody, whoever it was, has gone through of a mapping: the themes, and the client's answers that stood there
// then (LayerAnswer::write).
struct Reading {
  std::set<std::string> themes;
  std::set<std::string> writes;
};

// A survey handed to the client: how to find and open the session's own store. Kept in this store only, never synced.
struct HandoverSession {
  Id id;
  Id mappingId;
  Id caseId;
  SecretBytes key;
  std::string fileName;
  int64_t startedAt = 0;
};

// What a session gives back when the tablet is.
struct SessionResult {
  std::vector<sync::Record> records;  // the client's answers that stand
  std::vector<std::string> withdrawn; // keys whose answers, if earlier rounds brought any, stand no more
  bool paperWanted = false;
  sync::ReplicaId replica = {}; // the session's own: what others wrote of the records stood here before
};

// A line of what came in to the supervisor.
struct InboxEntry {
  Id caseId;
  std::string name;
  std::string counsellorName;
  std::optional<casework::Mapping> lastMapping;
  int64_t lastChangeAt = 0;
  int64_t lastContactAt = 0;
  bool isClosed = false;
  bool confirmedWithoutDueTask = false;
  int twoVersions = 0;     // fields that wait for a counsellor to settle them
  int64_t emergencyAt = 0; // when it was last opened in an emergency; 0: never
  std::string emergencyBy;
};

// What somebody began to write and has not saved.
// Which draft: of a contact in a case, of that client's details, or of a client who has no case yet (nil).
struct DraftName {
  enum Of { Contact, Details };

  Id caseId;
  Of of = Contact;

  auto operator<=>(const DraftName&) const = default;
};

struct KeptDraft {
  Bytes content;
  int64_t keptAt = 0;
};

// The domain's view of one user's store: the replica's records as domain values, and read models (SQL projections) for
// what screens ask. Owns connection and replica. Every write is one transaction, durable on return. One thread: the
// store's.
class CaseStore final : private sync::RecordObserver {
public:
  // As Connection::open; TooNew for a file of a newer app.
  static Result<std::unique_ptr<CaseStore>> open(const std::filesystem::path& file, const SecretBytes& key,
                                                 const Clock& clock); // makes the file when there is none
  ~CaseStore() override;

  sync::Replica& replica() { return *m_replica; }
  Conflicts& conflicts() { return *m_conflicts; }
  Narratives& narratives() { return *m_narratives; }
  LateWrites& lateWrites() { return *m_lateWrites; }
  Attachments& attachments() { return *m_attachments; }

  // Called when a content that was wanted has come, before that is durable.
  void onContentCame(std::function<void()> listener) { m_onContentCame = std::move(listener); }

  // Who works here; set once at enrolment. Conflict when somebody else does.
  Status saveOwner(const casework::StaffMember& owner, const Id& officeId);
  Result<casework::StaffMember> owner();

  // Staff.
  Status save(const casework::StaffMember& staff);
  Result<std::vector<casework::StaffMember>> staff();

  // Cases. Invalid for a national id that could be real. Creating writes person, case and the grants of its counsellors
  // in one transaction, which forgets the draft of a new client.
  Status createCase(const casework::Person& person, const casework::Case& file);
  Status save(const casework::Person& person, const Id& caseId); // and forgets the draft of the person's details
  Status save(const casework::Case& file); // with the grants and ends of grants that follow from its counsellors
  Result<CaseOverview> caseOverview(const Id& caseId);
  Result<CaseStanding> standing(const Id& caseId);
  Result<std::vector<CaseloadEntry>> caseload(const Id& staffId); // own, shared, and as a deputy now
  // Soonest first; without those that a contact has been logged for.
  Result<std::vector<CaseloadEntry>> appointmentsOn(const Id& staffId, int64_t fromMillis, int64_t toMillis);
  Result<std::vector<CaseloadEntry>> searchByName(std::string_view text);
  Result<std::vector<CaseloadEntry>> casesOfNationalId(std::string_view digits);

  // Who has a case. Each is one transaction and works offline; the office hears of it like of any other write. Invalid
  // for somebody who isn't staff, for one who has the case so already, and for a period that is over or never begins.
  Result<std::vector<casework::Grant>> accessOf(const Id& caseId); // who has it and has had it, latest first
  // Another main counsellor: the predecessor's grant ends, and the predecessor's coming appointments and open tasks
  // in the case become the successor's.
  Status handOver(const Id& caseId, const Id& staffId);
  Status assignSecond(const Id& caseId, const Id& staffId); // Invalid also while the case has a second counsellor
  // `from` 0 is now; `until` is the first moment after the period.
  Status assignDeputy(const Id& caseId, const Id& staffId, int64_t from, int64_t until);
  Status endAccess(const Id& caseId, const Id& grantId); // Invalid when the case would have no main counsellor
  Status setStatus(const Id& caseId, casework::CaseStatus status);

  // Mappings. Nothing of a confirmed mapping changes any more: every write to it is Invalid, and so is one to answers
  // that were erased by law.
  Status save(const casework::Mapping& mapping); // Conflict when it is declined and the client has answered in it
  Result<casework::Mapping> mapping(const Id& mappingId);
  // `seen`: what stood there for who writes; what came meanwhile is not lost (narratives.h). Nothing: whatever stands.
  Status saveAnswer(const Id& mappingId, casework::Layer layer, const std::string& key, const forms::Answer& answer,
                    const std::optional<forms::Answer>& seen = {});
  // Of a sealed mapping, as they were sealed.
  Result<LayerAnswers> answers(const Id& mappingId, casework::Layer layer);
  // A layer's answers that came after the seal ("kom etter bekreftelsen"); none for a mapping that is not sealed.
  Result<LayerAnswers> lateAnswers(const Id& mappingId, casework::Layer layer);
  // `writes` are those of the client's answers that were read: what the client writes later, or has written on another
  // tablet, is unread.
  Status markThemeRead(const Id& mappingId, const std::string& theme, const std::vector<std::string>& writes);
  Result<Reading> reading(const Id& mappingId);
  Status save(const casework::ConfirmationRecord& confirmation, const Id& mappingId);
  // Of a sealed mapping, as it was sealed.
  Result<std::optional<casework::ConfirmationRecord>> confirmation(const Id& mappingId);
  // The client's word on the conclusion and what follows from it, in one transaction: Waits leaves a draft, the others
  // seal as seal() does.
  Status confirm(const Id& mappingId, const casework::ConfirmationRecord& confirmation,
                 const std::string& noTaskReason);
  // Seals: checks the rules, writes the snapshot and the new state in one transaction. Invalid says what is missing.
  Result<casework::SealedMapping> seal(const Id& mappingId);
  Result<std::optional<casework::SealedMapping>> sealOf(const Id& mappingId);

  // Plan and follow-up.
  Status save(const casework::Task& task);
  Result<casework::Task> task(const Id& taskId);
  Status save(const casework::Goal& goal);
  Result<casework::Goal> goal(const Id& goalId);
  // A contact, the tasks and goals changed or agreed in it and the next appointment: one transaction, which forgets the
  // case's draft.
  Status saveContact(const casework::Contact& contact, const std::vector<casework::Task>& tasks,
                     const std::optional<casework::Appointment>& next, const std::vector<casework::Goal>& goals = {});
  Status save(const casework::Appointment& appointment);
  Result<casework::Appointment> appointment(const Id& appointmentId);
  Status cancelAppointment(const Id& appointmentId);  // a deletion: what it was stays in the record
  Status restoreAppointment(const Id& appointmentId); // one that was cancelled here

  // Handing over (design §5). One at a time: Conflict while another is open. Begin commits key and file name before
  // anything is handed over.
  Result<HandoverSession> beginHandover(const Id& mappingId);
  Result<std::optional<HandoverSession>> openHandover(); // the one that was not finished, if any
  // Joins what the session gives back into this store and forgets the session, in one transaction.
  Status finishHandover(const Id& sessionId, const SessionResult& result);
  // Ends a session whose file can't be read: another may begin, and its key stays for whoever may yet read the file.
  Status setHandoverAside(const Id& sessionId);
  // Both at once, for the same mapping: when no other can begin, the session stays open.
  Result<HandoverSession> replaceHandover(const Id& sessionId);
  // Of the open session and of those set aside.
  Result<std::vector<std::string>> sessionFiles();

  // Supervisor.
  // Those that need a look first: open, and confirmed without a date to follow, without a contact since `quietBefore`,
  // with two versions of something, or opened in an emergency after `emergencySince`. Then the latest.
  Result<std::vector<InboxEntry>> inbox(int64_t quietBefore, int64_t emergencySince);

  // Who did what with a case. An entry of the owner's, now; the first change after an opening, and every sharing, are
  // noted with what is written. REQUIRES: saveOwner came before.
  Status note(const Id& caseId, casework::AuditAction action, const std::string& reason = {});
  // By everybody whose entries come to this store, latest first: to a supervisor's all, to others' their own.
  Result<std::vector<casework::AuditEntry>> auditOf(const Id& caseId);

  // How many records hold something that this app can't read: kept as they are, and shown as far as they can be.
  Result<int64_t> unreadableRecords();

  // Files only this device keeps (the client's copy until it is printed), encrypted like the rest.
  Status keepDocument(const Id& mappingId, BytesView pdf);
  Result<std::optional<Bytes>> document(const Id& mappingId);
  Status forgetDocument(const Id& mappingId);

  // Drafts only this device keeps, encrypted like the rest. One of a case that was erased meanwhile goes to the office
  // as a record, like the drafts that were there when the case was closed to this user.
  Status keepDraft(const DraftName& name, BytesView content);
  Result<std::optional<KeptDraft>> draft(const DraftName& name);
  Status forgetDraft(const DraftName& name);

private:
  CaseStore(std::unique_ptr<Connection> db, const Clock& clock);
  Status recordChanged(const sync::Record& joined) override;
  Status recordsWritten(std::span<const sync::RecordWrite> writes) override;
  Status recordsCleared() override;
  Status contentCame(const sync::ScopeId& scope, const sync::ContentId& id) override;
  Status recordsGone(const sync::ScopeId& scope, std::span<const sync::RecordName> records) override;
  Status scopeEnds(const sync::ScopeId& scope) override;
  Status replicaRenewed() override;
  Status forget(const sync::RecordName& record, const Id& caseId);
  Status endCase(const Id& caseId); // it is not here any more
  Status prepareReadModels();
  Status noteOwnership(); // so that the author of this replica's writes is known wherever they go

  Status append(const casework::AuditEntry& entry);
  Status noteChange(const Id& caseId);
  Result<Id> officeId();
  Status addPerson(WriteBatch& batch, const casework::Person& person, const Id& caseId);
  Status writeAndForgetDraft(WriteBatch& batch, const DraftName& draft);
  Status turnDraftsIntoRecords(const Id& caseId); // in the caller's transaction
  Result<Id> draftRecordOf(const DraftName& name);
  Status addDraft(WriteBatch& batch, const DraftName& name, BytesView content);
  Result<casework::Case> caseFile(const Id& caseId);
  Status checkStaff(const Id& staffId);
  Status addWorkHandedOver(WriteBatch& batch, const casework::Case& before, const Id& staffId);
  Result<std::vector<casework::Grant>> openGrants(const Id& caseId); // those that count or will
  Status addGrant(WriteBatch& batch, const casework::Grant& grant);
  Status addEnd(WriteBatch& batch, const casework::Grant& grant);
  // Writes `after`, the grants and the ends of grants that follow from its counsellors. `before` of a new case is
  // empty.
  Status addCase(WriteBatch& batch, const casework::Case& before, const casework::Case& after);
  Result<casework::Mapping> unconfirmedMapping(const Id& mappingId); // Invalid when it is confirmed
  Status checkNotErased(const Id& answersId);                        // Invalid
  Status checkUnanswered(const Id& mappingId);
  static Status addWaiting(WriteBatch& batch, casework::Mapping mapping);
  Result<casework::SealedMapping> addSeal(WriteBatch& batch, casework::Mapping mapping,
                                          const casework::ConfirmationRecord& confirmation);
  Result<HandoverSession> addHandover(casework::Mapping mapping);
  Status addSetAside(const Id& sessionId);
  Status forgetSetAside(const sync::Record& erased);
  Result<std::vector<sync::Record>> withoutGone(const SessionResult& result);
  Status withdraw(const casework::Mapping& mapping, const std::vector<std::string>& keys);
  Result<LayerAnswers> layerAnswers(const Id& mappingId, casework::Layer layer);
  Result<Bytes> snapshot(const casework::Mapping& mapping, const casework::ConfirmationRecord& confirmation,
                         const std::vector<casework::Task>& tasks);
  Result<std::vector<CaseloadEntry>> selectedEntries(); // of the cases in temp.selected_case

  std::unique_ptr<Connection> m_db;
  const Clock& m_clock;
  std::unique_ptr<sync::Replica> m_replica;
  std::unique_ptr<Conflicts> m_conflicts;
  std::map<Id, Id> m_goneMappings; // of cases erased since the store was opened, to their cases
  std::unique_ptr<LateWrites> m_lateWrites;
  std::unique_ptr<Narratives> m_narratives;
  std::unique_ptr<Attachments> m_attachments;
  std::function<void()> m_onContentCame;
};

} // namespace veikart::store
