// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/handover.h"

#include "app/casework/record_codec.h"
#include "app/forms/questionnaire.h"
#include "app/store/session_store.h"
#include "app/viewmodels/mapping/mapping_words.h"

namespace veikart::ui {

namespace {

std::vector<std::string> agreedLines(const store::CaseOverview& overview, int64_t now) {
  std::vector<std::string> lines;
  for (const casework::Task& task : overview.tasks)
    if (task.state == casework::TaskState::Open)
      lines.push_back(taskLine(task, overview, now));
  return lines;
}

Result<store::HandoverSession> sessionFor(store::CaseStore& cases, const Uuid& mappingId) {
  Result<std::optional<store::HandoverSession>> open = cases.openHandover();
  if (!open.ok())
    return open.status();
  if (open->has_value() && (*open)->mappingId == mappingId)
    return std::move(**open);
  if (open->has_value())
    return Status::conflict("another survey is still handed over");
  return cases.beginHandover(mappingId);
}

Status noteWhetherPaperIsWanted(store::CaseStore& cases, casework::Mapping& mapping) {
  const Result<store::LayerAnswers> answers = cases.answers(mapping.id, casework::Layer::Client);
  if (!answers.ok())
    return answers.status();
  const auto found = answers->find(kPaperKey);
  const bool isWanted = found != answers->end() && found->second.answer.codes == std::vector<std::string>{kPaperWanted};
  if (isWanted == mapping.paperWanted)
    return {};
  mapping.paperWanted = isWanted;
  return cases.save(mapping);
}

} // namespace

Result<std::shared_ptr<ClientBrief>> prepareHandover(store::CaseStore& cases, const DeviceFolder& folder,
                                                     const Uuid& mappingId, double textScale) {
  const Result<casework::Mapping> mapping = cases.mapping(mappingId);
  if (!mapping.ok())
    return mapping.status();
  const Result<store::CaseOverview> overview = cases.caseOverview(mapping->caseId);
  if (!overview.ok())
    return overview.status();
  const Result<casework::StaffMember> owner = cases.owner();
  if (!owner.ok())
    return owner.status();
  const Result<std::optional<sync::Record>> earlier =
      cases.replica().load(casework::layerRecordId(mappingId, casework::Layer::Client));
  if (!earlier.ok())
    return earlier.status();
  Result<store::HandoverSession> session = sessionFor(cases, mappingId);
  if (!session.ok())
    return session.status();

  auto brief = std::make_shared<ClientBrief>();
  brief->sessionKey = std::move(session->key);
  brief->sessionFile = folder.sessionFile(session->fileName).string();
  brief->dataFolder = folder.root().string();
  brief->mappingId = mapping->id;
  brief->caseId = mapping->caseId;
  brief->clientFirstName = overview->person.firstName;
  brief->counsellorFirstName = owner->firstName;
  brief->form = forms::kisReconstruction().source();
  brief->view = mapping->view;
  brief->mode = mapping->mode;
  if (earlier->has_value())
    brief->seed.push_back(sync::encode(**earlier));
  brief->agreed = agreedLines(*overview, session->startedAt);
  brief->textScale = textScale;
  return brief;
}

Result<casework::Mapping> takeBack(store::CaseStore& cases, const DeviceFolder& folder, const Clock& clock) {
  const Result<std::optional<store::HandoverSession>> session = cases.openHandover();
  if (!session.ok())
    return session.status();
  if (!session->has_value())
    return Status::notFound("no survey is handed over");
  Result<casework::Mapping> mapping = cases.mapping((*session)->mappingId);
  if (!mapping.ok())
    return mapping.status();
  {
    Result<std::unique_ptr<store::SessionStore>> answers = store::SessionStore::open(
        folder.sessionFile((*session)->fileName), (*session)->key, {mapping->id, mapping->caseId}, {}, clock);
    if (!answers.ok())
      return answers.status();
    const Result<std::vector<sync::Record>> records = (*answers)->records();
    if (!records.ok())
      return records.status();
    RETURN_IF_ERROR(cases.finishHandover((*session)->id, *records));
  }
  // The answers are in the case; a session file that can't be removed holds nothing that its lost key would open.
  RETURN_IF_ERROR(folder.removeSession((*session)->fileName));
  Result<casework::Mapping> joined = cases.mapping(mapping->id);
  if (!joined.ok())
    return joined.status();
  RETURN_IF_ERROR(noteWhetherPaperIsWanted(cases, *joined));
  return joined;
}

} // namespace veikart::ui
