// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/handover.h"

#include "app/casework/record_codec.h"
#include "app/forms/survey.h"
#include "app/store/session_store.h"
#include "app/viewmodels/shared/mapping_words.h"

namespace veikart::ui {

namespace {

std::vector<std::string> agreedLines(const store::CaseOverview& overview, int64_t now) {
  std::vector<std::string> lines;
  for (const casework::Task& task : overview.tasks)
    if (task.state == casework::TaskState::Open)
      lines.push_back(taskLine(task, overview, now));
  return lines;
}

Result<store::HandoverSession> sessionFor(store::CaseStore& cases, const Uuid& mappingId, OpenSession use) {
  Result<std::optional<store::HandoverSession>> open = cases.openHandover();
  if (!open.ok())
    return open.status();
  if (open->has_value() && (*open)->mappingId == mappingId)
    return use == OpenSession::IsSetAside ? cases.replaceHandover((*open)->id) : std::move(**open);
  if (open->has_value())
    return Status::conflict("another survey is still handed over");
  return cases.beginHandover(mappingId);
}

// The client goes on from what earlier rounds brought into the case. Made here, so that a session whose file is gone is
// known as such by whoever only opens it.
Status makeSessionFile(store::CaseStore& cases, const DeviceFolder& folder, const store::HandoverSession& session,
                       const casework::Mapping& mapping, const Clock& clock) {
  Result<std::optional<sync::Record>> earlier =
      cases.replica().load(casework::layerRecordId(mapping.id, casework::Layer::Client));
  if (!earlier.ok())
    return earlier.status();
  std::vector<sync::Record> seed;
  if (earlier->has_value())
    seed.push_back(**std::move(earlier));
  return store::SessionStore::create(folder.sessionFile(session.fileName), session.key, {mapping.id, mapping.caseId},
                                     seed, clock)
      .status();
}

// Only the answers that stand leave the session (design §6): what is under a question that is not asked any more, or in
// a theme passed over, is destroyed with it. Whether they stand is asked of the whole form, since a narrower view takes
// back nothing.
Result<store::SessionResult> whatStands(store::SessionStore& session, const forms::Survey& wholeForm) {
  const Result<forms::Answers> answers = session.answers();
  Result<std::vector<sync::Record>> records = session.records();
  if (!answers.ok() || !records.ok())
    return answers.ok() ? records.status() : answers.status();
  store::SessionResult result{*std::move(records), {}, false, session.replica()};
  for (const auto& [key, answer] : *answers)
    if (!wholeForm.stands(key, *answers))
      result.withdrawn.push_back(key);
  for (sync::Record& record : result.records)
    for (const std::string& key : result.withdrawn)
      record.fields.erase(key);
  const auto paper = answers->find(kPaperKey);
  result.paperWanted = paper != answers->end() && paper->second.codes == std::vector<std::string>{kPaperWanted};
  return result;
}

Result<std::optional<casework::Mapping>> mappingIfHeld(store::CaseStore& cases, const Uuid& mappingId) {
  const Result<casework::Mapping> mapping = cases.mapping(mappingId);
  if (mapping.status().code() == StatusCode::NotFound)
    return std::optional<casework::Mapping>();
  return mapping.ok() ? Result<std::optional<casework::Mapping>>(*mapping) : mapping.status();
}

// Of a case that is gone all answers are taken as they are: what stands of them is for those to see who have it.
Result<store::SessionResult> resultOf(store::SessionStore& answers, const std::optional<casework::Mapping>& mapping) {
  if (!mapping) {
    Result<std::vector<sync::Record>> records = answers.records();
    return records.ok()
               ? Result<store::SessionResult>(store::SessionResult{*std::move(records), {}, false, answers.replica()})
               : records.status();
  }
  const Result<const forms::Questionnaire*> form = formOf(*mapping);
  if (!form.ok())
    return form.status();
  const Result<forms::Survey> wholeForm = forms::Survey::create(**form, std::string(forms::kAllFields));
  return wholeForm.ok() ? whatStands(answers, *wholeForm) : wholeForm.status();
}

} // namespace

Result<std::shared_ptr<ClientBrief>> prepareHandover(store::CaseStore& cases, const DeviceFolder& folder,
                                                     const Uuid& mappingId, double textScale, const Clock& clock,
                                                     OpenSession open) {
  const Result<casework::Mapping> mapping = cases.mapping(mappingId);
  if (!mapping.ok())
    return mapping.status();
  const Result<const forms::Questionnaire*> form = formOf(*mapping);
  if (!form.ok())
    return form.status();
  const Result<store::CaseOverview> overview = cases.caseOverview(mapping->caseId);
  if (!overview.ok())
    return overview.status();
  const Result<casework::StaffMember> owner = cases.owner();
  if (!owner.ok())
    return owner.status();
  Result<store::HandoverSession> session = sessionFor(cases, mappingId, open);
  if (!session.ok())
    return session.status();
  RETURN_IF_ERROR(makeSessionFile(cases, folder, *session, *mapping, clock));

  auto brief = std::make_shared<ClientBrief>();
  brief->sessionKey = std::move(session->key);
  brief->sessionFile = folder.sessionFile(session->fileName).string();
  brief->mappingId = mapping->id;
  brief->caseId = mapping->caseId;
  brief->clientFirstName = overview->person.firstName;
  brief->counsellorFirstName = owner->firstName;
  brief->form = (*form)->source();
  brief->view = mapping->view;
  brief->mode = mapping->mode;
  brief->agreed = agreedLines(*overview, session->startedAt);
  brief->textScale = textScale;
  return brief;
}

void handOver(AppContext& context, const Result<std::shared_ptr<ClientBrief>>& brief) {
  if (brief.ok())
    context.handOver(**brief);
  else if (brief.status().code() == StatusCode::Conflict)
    context.navigator.go(Navigator::TabletReturned);
}

Result<std::optional<casework::Mapping>> takeBack(store::CaseStore& cases, const DeviceFolder& folder,
                                                  const Clock& clock) {
  const Result<std::optional<store::HandoverSession>> session = cases.openHandover();
  if (!session.ok())
    return session.status();
  if (!session->has_value())
    return Status::notFound("no survey is handed over");
  const Uuid mappingId = (*session)->mappingId;
  const Result<std::optional<casework::Mapping>> mapping = mappingIfHeld(cases, mappingId);
  if (!mapping.ok())
    return mapping.status();
  {
    Result<std::unique_ptr<store::SessionStore>> answers = store::SessionStore::open(
        folder.sessionFile((*session)->fileName), (*session)->key, {mappingId, (*session)->caseId}, clock);
    if (!answers.ok())
      return answers.status();
    const Result<store::SessionResult> result = resultOf(**answers, *mapping);
    if (!result.ok())
      return result.status();
    RETURN_IF_ERROR(cases.finishHandover((*session)->id, *result));
  }
  // The answers are in the case. A file that can't be removed now holds nothing that its lost key would open, and goes
  // at the next unlocking.
  (void)folder.removeSession((*session)->fileName);
  return mappingIfHeld(cases, mappingId);
}

Status setAside(store::CaseStore& cases) {
  const Result<std::optional<store::HandoverSession>> session = cases.openHandover();
  return session.ok() && session->has_value() ? cases.setHandoverAside((*session)->id) : session.status();
}

} // namespace veikart::ui
