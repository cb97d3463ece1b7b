// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/case_store.h"

#include "app/casework/known_by.h"
#include "app/casework/record_codec.h"
#include "app/casework/rules.h"
#include "app/store/name_folding.h"
#include "app/store/projection.h"
#include "app/store/rows.h"
#include "app/store/schema.h"
#include "app/store/write_batch.h"
#include "sync/record/deletion.h"

namespace veikart::store {

using namespace casework;

namespace {

int64_t firstNumber(const Statement& row, int first) {
  return row.integer(first);
}

Status checkPerson(const Person& person) {
  return person.nationalId.empty() ? Status() : checkPracticeNationalId(person.nationalId);
}

} // namespace

CaseStore::CaseStore(std::unique_ptr<Connection> db, const Clock& clock) : m_db(std::move(db)), m_clock(clock) {}
CaseStore::~CaseStore() = default;

Status CaseStore::recordChanged(const sync::Record& joined) {
  if (!joined.erased)
    return project(*m_db, joined);
  RETURN_IF_ERROR(forget({joined.id, joined.type}, joined.scope.id));
  RETURN_IF_ERROR(forgetSetAside(joined));
  // Without its case a draft is no longer within reach.
  return joined.type == kCaseType ? endCase(joined.scope.id) : Status();
}
Status CaseStore::recordsCleared() {
  return clearProjections(*m_db);
}
Status CaseStore::contentCame(const sync::ScopeId&, const sync::ContentId&) {
  if (m_onContentCame)
    m_onContentCame();
  return {};
}

// The client's paper copy holds them; one that is still wanted is made again from what is left.
bool isPrinted(std::string_view type) {
  return type == kMappingType || type == kAnswersType || type == kConfirmationType || type == kSealType;
}
constexpr std::string_view kForgetDocumentsSql =
    "DELETE FROM document WHERE mapping_id = ?1 OR mapping_id IN (SELECT id FROM mapping WHERE case_id = ?2)";

constexpr std::string_view kForgetActivitySql =
    "DELETE FROM case_activity WHERE case_id = ?1 AND ?1 NOT IN (SELECT id FROM case_file)";

Status CaseStore::recordsGone(const sync::ScopeId& scope, std::span<const sync::RecordName> records) {
  for (const sync::RecordName& record : records)
    RETURN_IF_ERROR(forget(record, scope.id));
  return endCase(scope.id); // with the drafts kept since the scope's end was told
}

// What this device made of a record, too.
Status CaseStore::forget(const sync::RecordName& record, const Id& caseId) {
  if (record.type == kMappingType)
    m_goneMappings[record.id] = caseId;
  if (isPrinted(record.type))
    RETURN_IF_ERROR(execute(*m_db, kForgetDocumentsSql, record.id, caseId));
  return removeProjection(*m_db, record);
}

Status CaseStore::endCase(const Id& caseId) {
  RETURN_IF_ERROR(execute(*m_db, kForgetActivitySql, caseId));
  return turnDraftsIntoRecords(caseId);
}

constexpr std::string_view kDraftsOfCaseSql = "SELECT part, content FROM draft WHERE case_id = ?1";

// A draft is unsaved work: as a record it goes where all that was unsent in the case goes.
Status CaseStore::turnDraftsIntoRecords(const Id& caseId) {
  using Draft = std::pair<DraftName::Of, Bytes>;
  const Result<std::vector<Draft>> drafts = selectAll(
      *m_db, kDraftsOfCaseSql,
      +[](const Statement& row, int first) {
        return Draft(static_cast<DraftName::Of>(row.integer(first)), row.blob(first + 1));
      },
      caseId);
  if (!drafts.ok())
    return drafts.status();
  for (const auto& [of, content] : *drafts) {
    WriteBatch batch(*m_replica);
    RETURN_IF_ERROR(addDraft(batch, {caseId, of}, content));
    RETURN_IF_ERROR(batch.write());
    RETURN_IF_ERROR(forgetDraft({caseId, of}));
  }
  return {};
}

Status CaseStore::scopeEnds(const sync::ScopeId& scope) {
  Result<Transaction> transaction = Transaction::begin(*m_db);
  if (!transaction.ok())
    return transaction.status();
  RETURN_IF_ERROR(turnDraftsIntoRecords(scope.id));
  return transaction->commit();
}

// The one that a draft of this page became before, so that it is not there twice; but not one that somebody has taken
// in or that was erased since.
Result<Id> CaseStore::draftRecordOf(const DraftName& name) {
  const Bytes subject = Bytes(m_replica->id().view()) + Bytes(name.caseId.view()) + std::to_string(name.of);
  const Id usual = sync::nameFor("draft", subject);
  const Result<std::optional<sync::Record>> known = m_replica->load(usual);
  if (!known.ok() || !*known)
    return known.ok() ? Result<Id>(usual) : known.status();
  const Result<sync::Presence> presence = sync::presence(**known);
  return presence.ok() && *presence == sync::Presence::Present ? usual : Id::makeV7(m_clock);
}

Status CaseStore::addDraft(WriteBatch& batch, const DraftName& name, BytesView content) {
  const Result<Id> id = draftRecordOf(name);
  return id.ok() ? batch.add(kDraftType, caseScope(name.caseId), *id,
                             toFields(PageDraft{name.of == DraftName::Details, Bytes(content)}))
                 : id.status();
}

Status CaseStore::replicaRenewed() {
  return noteOwnership();
}

Result<std::unique_ptr<CaseStore>> CaseStore::open(const std::filesystem::path& file, const SecretBytes& key,
                                                   const Clock& clock) {
  Result<std::unique_ptr<Connection>> db = Connection::open(file, key, Connection::Mode::Create);
  if (!db.ok())
    return db.status();
  std::unique_ptr<CaseStore> store(new CaseStore(std::move(*db), clock));
  RETURN_IF_ERROR(migrate(*store->m_db, "read_models", kReadModelSchema));
  RETURN_IF_ERROR(migrate(*store->m_db, "device", kDeviceSchema));
  Result<std::unique_ptr<sync::Replica>> replica = sync::Replica::open(*store->m_db, clock, store.get());
  if (!replica.ok())
    return replica.status();
  store->m_replica = std::move(*replica);
  store->m_conflicts = std::make_unique<Conflicts>(*store->m_db, *store->m_replica, clock);
  store->m_lateWrites = std::make_unique<LateWrites>(*store->m_db, *store);
  store->m_narratives = std::make_unique<Narratives>(*store->m_db, *store->m_replica, *store->m_conflicts);
  store->m_attachments = std::make_unique<Attachments>(*store->m_db, *store->m_replica);
  RETURN_IF_ERROR(store->prepareReadModels());
  RETURN_IF_ERROR(store->noteOwnership());
  return store;
}

constexpr std::string_view kSelectionSql =
    "CREATE TEMP TABLE selected_case(position INTEGER PRIMARY KEY, case_id BLOB NOT NULL)";
constexpr std::string_view kBuiltVersionSql = "SELECT built_version FROM read_model_state";
constexpr std::string_view kForgetBuiltVersionSql = "DELETE FROM read_model_state";
constexpr std::string_view kSaveBuiltVersionSql = "INSERT INTO read_model_state VALUES(?1)";

Status CaseStore::prepareReadModels() {
  RETURN_IF_ERROR(m_db->execute(kSelectionSql));
  const Result<std::optional<int64_t>> built = selectFirst(*m_db, kBuiltVersionSql, firstNumber);
  if (!built.ok() || *built == kReadModelSchema.back().version)
    return built.status();
  RETURN_IF_ERROR(m_replica->rebuildReadModels());
  Result<Transaction> transaction = Transaction::begin(*m_db);
  if (!transaction.ok())
    return transaction.status();
  RETURN_IF_ERROR(execute(*m_db, kForgetBuiltVersionSql));
  RETURN_IF_ERROR(execute(*m_db, kSaveBuiltVersionSql, kReadModelSchema.back().version));
  return transaction->commit();
}

constexpr std::string_view kOwnReplicaSql = "SELECT count(*) FROM replica_author a JOIN owner o ON o.id = a.staff_id "
                                            "WHERE a.replica = ?1";

Status CaseStore::noteOwnership() {
  const Result<StaffMember> me = owner();
  if (!me.ok())
    return me.status().code() == StatusCode::NotFound ? Status() : me.status();
  const Result<std::optional<int64_t>> noted = selectFirst(*m_db, kOwnReplicaSql, firstNumber, m_replica->id());
  const Result<Id> office = officeId();
  if (!noted.ok() || !office.ok() || **noted > 0)
    return noted.ok() ? office.status() : noted.status();
  const sync::ScopeId scope{sync::ScopeKind::Office, *office};
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(batch.add(kReplicaType, scope, m_replica->id(), {{"user", encodeText(me->id.toString())}}));
  RETURN_IF_ERROR(batch.add(kStaffType, scope, me->id, toFields(*me))); // how colleagues come to know of them
  return batch.write();
}

constexpr std::string_view kSaveOwnerSql =
    "INSERT INTO owner VALUES(1,?1,?2,?3,?4,?5,?6) ON CONFLICT(only) DO UPDATE SET "
    "first_name=?2, last_name=?3, role=?4, unit=?5";

Status CaseStore::saveOwner(const StaffMember& owner, const Id& officeId) {
  const Result<StaffMember> before = this->owner();
  if (before.ok() && before->id != owner.id)
    return Status::conflict("store: belongs to somebody else");
  Result<Transaction> transaction = Transaction::begin(*m_db);
  if (!transaction.ok())
    return transaction.status();
  RETURN_IF_ERROR(
      execute(*m_db, kSaveOwnerSql, owner.id, owner.firstName, owner.lastName, owner.role, owner.unit, officeId));
  RETURN_IF_ERROR(noteOwnership());
  return transaction->commit();
}

constexpr std::string_view kOwnerSql = "SELECT id, first_name, last_name, role, unit FROM owner";

Result<StaffMember> CaseStore::owner() {
  Result<std::optional<StaffMember>> found = selectFirst(*m_db, kOwnerSql, staffAt);
  if (!found.ok())
    return found.status();
  return *found ? Result<StaffMember>(std::move(**found)) : Status::notFound("store: no owner yet");
}

constexpr std::string_view kOfficeSql = "SELECT office_id FROM owner";

Result<Id> CaseStore::officeId() {
  const Result<std::optional<Id>> found = selectFirst(*m_db, kOfficeSql, idAt);
  if (!found.ok())
    return found.status();
  return *found ? Result<Id>(**found) : Status::notFound("store: no owner yet");
}

Status CaseStore::save(const StaffMember& staff) {
  const Result<Id> office = officeId();
  if (!office.ok())
    return office.status();
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(batch.add(kStaffType, {sync::ScopeKind::Office, *office}, staff.id, toFields(staff)));
  return batch.write();
}

// The owner is staff also before the office's list has come.
constexpr std::string_view kStaffSql =
    "SELECT * FROM staff UNION ALL SELECT id, first_name, last_name, role, unit FROM owner "
    "WHERE id NOT IN (SELECT id FROM staff) ORDER BY 2, 3";

Result<std::vector<StaffMember>> CaseStore::staff() {
  return selectAll(*m_db, kStaffSql, staffAt);
}

constexpr std::string_view kCaseSql = "SELECT * FROM case_file WHERE id = ?1";

Status CaseStore::createCase(const Person& person, const Case& file) {
  RETURN_IF_ERROR(checkPerson(person));
  if (file.personId != person.id)
    return Status::invalid("case: its person is another");
  if (file.counsellorId.isNil())
    return Status::invalid("case: no counsellor, so no grant that it begins with");
  const Result<std::optional<Case>> before = selectFirst(*m_db, kCaseSql, caseAt, file.id);
  if (!before.ok() || *before)
    return before.ok() ? Status::conflict("case: there already") : before.status();
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(addCase(batch, Case(), file));
  RETURN_IF_ERROR(addPerson(batch, person, file.id));
  return writeAndForgetDraft(batch, {});
}

Status CaseStore::save(const Person& person, const Id& caseId) {
  RETURN_IF_ERROR(checkPerson(person));
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(addPerson(batch, person, caseId));
  return writeAndForgetDraft(batch, {caseId, DraftName::Details});
}

// With what the case is found by in an emergency, so that it never tells of another number than the person has.
Status CaseStore::addPerson(WriteBatch& batch, const Person& person, const Id& caseId) {
  const Result<Id> office = officeId();
  if (!office.ok())
    return office.status();
  const std::string firstName = foldedName(person.firstName);
  std::vector<sync::CaseKey> keys = keysOfNumber(*office, person.nationalId, firstName);
  std::ranges::copy(keysOfNumber(*office, person.phone, firstName), std::back_inserter(keys));
  RETURN_IF_ERROR(batch.add(kPersonType, caseScope(caseId), person.id, toFields(person)));
  return batch.add(sync::kCaseKeysType, caseScope(caseId), sync::caseKeysId(caseScope(caseId)),
                   {{std::string(sync::kCaseKeysField), sync::caseKeysValue(keys)}});
}

Result<Case> CaseStore::caseFile(const Id& caseId) {
  const Result<std::optional<Case>> found = selectFirst(*m_db, kCaseSql, caseAt, caseId);
  if (!found.ok())
    return found.status();
  return *found ? Result<Case>(**found) : Status::notFound("case: not in this store");
}

Status CaseStore::save(const Case& file) {
  const Result<Case> before = caseFile(file.id);
  if (!before.ok())
    return before.status();
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(addCase(batch, *before, file));
  return batch.write();
}

Status CaseStore::save(const Task& task) {
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(batch.add(kTaskType, caseScope(task.caseId), task.id, toFields(task)));
  return batch.write();
}

Status CaseStore::save(const Goal& goal) {
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(batch.add(kGoalType, caseScope(goal.caseId), goal.id, toFields(goal)));
  return batch.write();
}

Status CaseStore::save(const Appointment& appointment) {
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(batch.add(kAppointmentType, caseScope(appointment.caseId), appointment.id, toFields(appointment)));
  return batch.write();
}

constexpr std::string_view kAppointmentSql = "SELECT * FROM appointment WHERE id = ?1";

Result<Appointment> CaseStore::appointment(const Id& appointmentId) {
  Result<std::optional<Appointment>> found = selectFirst(*m_db, kAppointmentSql, appointmentAt, appointmentId);
  if (!found.ok())
    return found.status();
  return *found ? Result<Appointment>(std::move(**found)) : Status::notFound("appointment: not in this store");
}

Status CaseStore::cancelAppointment(const Id& appointmentId) {
  return m_replica->remove(appointmentId);
}

Status CaseStore::restoreAppointment(const Id& appointmentId) {
  const Result<std::optional<sync::Record>> record = m_replica->load(appointmentId);
  if (!record.ok() || !*record)
    return record.ok() ? Status::notFound("appointment: not in this store") : record.status();
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(batch.add(kAppointmentType, (*record)->scope, appointmentId,
                            {{std::string(sync::kDeletedField), Bytes(sync::kRestorationValue)}}));
  return batch.write();
}

constexpr std::string_view kTaskSql = "SELECT * FROM task WHERE id = ?1";

Result<Task> CaseStore::task(const Id& taskId) {
  Result<std::optional<Task>> found = selectFirst(*m_db, kTaskSql, taskAt, taskId);
  if (!found.ok())
    return found.status();
  return *found ? Result<Task>(std::move(**found)) : Status::notFound("task: not in this store");
}

constexpr std::string_view kGoalSql = "SELECT * FROM goal WHERE id = ?1";

Result<Goal> CaseStore::goal(const Id& goalId) {
  Result<std::optional<Goal>> found = selectFirst(*m_db, kGoalSql, goalAt, goalId);
  if (!found.ok())
    return found.status();
  return *found ? Result<Goal>(std::move(**found)) : Status::notFound("goal: not in this store");
}

Status CaseStore::saveContact(const Contact& contact, const std::vector<Task>& tasks,
                              const std::optional<Appointment>& next, const std::vector<Goal>& goals) {
  const sync::ScopeId scope = caseScope(contact.caseId);
  WriteBatch batch(*m_replica);
  RETURN_IF_ERROR(batch.add(kContactType, scope, contact.id, toFields(contact)));
  for (const Task& task : tasks)
    RETURN_IF_ERROR(batch.add(kTaskType, caseScope(task.caseId), task.id, toFields(task)));
  for (const Goal& goal : goals)
    RETURN_IF_ERROR(batch.add(kGoalType, caseScope(goal.caseId), goal.id, toFields(goal)));
  if (next)
    RETURN_IF_ERROR(batch.add(kAppointmentType, caseScope(next->caseId), next->id, toFields(*next)));
  return writeAndForgetDraft(batch, {contact.caseId});
}

Status CaseStore::writeAndForgetDraft(WriteBatch& batch, const DraftName& draft) {
  Result<Transaction> transaction = Transaction::begin(*m_db);
  if (!transaction.ok())
    return transaction.status();
  RETURN_IF_ERROR(batch.write());
  RETURN_IF_ERROR(forgetDraft(draft));
  return transaction->commit();
}

constexpr std::string_view kKeepDocumentSql = "INSERT OR REPLACE INTO document VALUES(?1,?2)";

Status CaseStore::keepDocument(const Id& mappingId, BytesView pdf) {
  Result<Statement*> save = bound(*m_db, kKeepDocumentSql, mappingId);
  if (!save.ok())
    return save.status();
  (*save)->bindBlob(2, pdf);
  return (*save)->run();
}

constexpr std::string_view kDocumentSql = "SELECT pdf FROM document WHERE mapping_id = ?1";

Result<std::optional<Bytes>> CaseStore::document(const Id& mappingId) {
  return selectFirst(
      *m_db, kDocumentSql, +[](const Statement& row, int first) { return Bytes(row.blob(first)); }, mappingId);
}

constexpr std::string_view kForgetDocumentSql = "DELETE FROM document WHERE mapping_id = ?1";

Status CaseStore::forgetDocument(const Id& mappingId) {
  return execute(*m_db, kForgetDocumentSql, mappingId);
}

constexpr std::string_view kKeepDraftSql =
    "INSERT OR REPLACE INTO draft(case_id, part, kept_at, content) VALUES(?1,?2,?3,?4)";

Status CaseStore::keepDraft(const DraftName& name, BytesView content) {
  const Status held = name.caseId.isNil() ? Status() : caseFile(name.caseId).status();
  if (held.code() == StatusCode::NotFound) {
    WriteBatch batch(*m_replica);
    RETURN_IF_ERROR(addDraft(batch, name, content));
    return batch.write();
  }
  RETURN_IF_ERROR(held);
  Result<Statement*> save = bound(*m_db, kKeepDraftSql, name.caseId, name.of, m_clock.nowMillis());
  if (!save.ok())
    return save.status();
  (*save)->bindBlob(4, content);
  return (*save)->run();
}

constexpr std::string_view kDraftSql = "SELECT content, kept_at FROM draft WHERE case_id = ?1 AND part = ?2";

Result<std::optional<KeptDraft>> CaseStore::draft(const DraftName& name) {
  return selectFirst(
      *m_db, kDraftSql,
      +[](const Statement& row, int first) { return KeptDraft{Bytes(row.blob(first)), row.integer(first + 1)}; },
      name.caseId, name.of);
}

constexpr std::string_view kForgetDraftSql = "DELETE FROM draft WHERE case_id = ?1 AND part = ?2";

Status CaseStore::forgetDraft(const DraftName& name) {
  return execute(*m_db, kForgetDraftSql, name.caseId, name.of);
}

} // namespace veikart::store
