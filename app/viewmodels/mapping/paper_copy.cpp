// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/paper_copy.h"

#include "app/documents/client_copy.h"
#include "app/store/seal_content.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/mapping_words.h"
#include "app/viewmodels/shared/printing.h"

#include <QThreadPool>

namespace veikart::ui {

namespace {

// What was agreed in the mapping, as it was sealed; at the confirmation also what is open from before, which is known
// as it stands now and not as it stood.
Result<std::vector<std::string>> taskLines(const casework::SealedMapping& seal, const store::CaseOverview& overview,
                                           PaperCopy::When when) {
  const Result<std::vector<casework::Task>> agreed = store::sealedTasks(seal.content);
  if (!agreed.ok())
    return agreed.status();
  std::vector<std::string> lines;
  for (const casework::Task& task : *agreed)
    lines.push_back(taskLine(task, overview, seal.sealedAt));
  if (when == PaperCopy::When::Later)
    return lines;
  for (const casework::Task& task : overview.tasks)
    if (task.state == casework::TaskState::Open && task.agreedIn != seal.mappingId)
      lines.push_back(taskLine(task, overview, seal.sealedAt));
  return lines;
}

Result<documents::ClientCopy> contentOf(store::CaseStore& cases, const Uuid& mappingId, PaperCopy::When when) {
  const Result<std::optional<casework::SealedMapping>> seal = cases.sealOf(mappingId);
  if (!seal.ok())
    return seal.status();
  if (!seal->has_value())
    return Status::notFound("the mapping is not sealed");
  const Result<casework::Mapping> mapping = cases.mapping(mappingId);
  if (!mapping.ok())
    return mapping.status();
  const Result<store::CaseOverview> overview = cases.caseOverview(mapping->caseId);
  if (!overview.ok())
    return overview.status();
  const Result<std::optional<casework::ConfirmationRecord>> confirmation = cases.confirmation(mappingId);
  if (!confirmation.ok())
    return confirmation.status();
  const Result<const forms::Questionnaire*> form = formOf(*mapping);
  if (!form.ok())
    return form.status();
  Result<std::vector<std::string>> tasks = taskLines(**seal, *overview, when);
  if (!tasks.ok())
    return tasks.status();
  documents::ClientCopy copy;
  copy.clientName = overview->person.fullName();
  if (const casework::StaffMember* conductor = overview->staffMember(mapping->conductedBy))
    copy.counsellorName = conductor->fullName();
  copy.confirmedOn = fullDateText((*seal)->sealedAt).toStdString();
  copy.form = *form;
  copy.confirmation = confirmation->value_or(casework::ConfirmationRecord());
  copy.sealHash = (*seal)->hash;
  copy.tasks = *std::move(tasks);
  for (auto [layer, target] :
       {std::pair(casework::Layer::Client, &copy.client), std::pair(casework::Layer::Joint, &copy.joint),
        std::pair(casework::Layer::Comment, &copy.comments),
        std::pair(casework::Layer::Conclusion, &copy.conclusion)}) {
    Result<store::LayerAnswers> answers = cases.answers(mappingId, layer);
    if (!answers.ok())
      return answers.status();
    *target = *std::move(answers);
  }
  return copy;
}

// The copy that is kept since a printer failed, or one drawn now, and kept. Noted before it is printed.
Result<Bytes> copyOf(store::CaseStore& cases, const Uuid& mappingId, PaperCopy::When when) {
  const Result<casework::Mapping> mapping = cases.mapping(mappingId);
  if (!mapping.ok())
    return mapping.status();
  RETURN_IF_ERROR(
      cases.note(mapping->caseId, casework::AuditAction::Printed, PaperCopy::tr("Kopi til brukeren").toStdString()));
  Result<std::optional<Bytes>> kept = cases.document(mappingId);
  if (!kept.ok())
    return kept.status();
  if (kept->has_value())
    return **std::move(kept);
  const Result<documents::ClientCopy> content = contentOf(cases, mappingId, when);
  if (!content.ok())
    return content.status();
  Result<Bytes> pdf = documents::drawClientCopy(*content);
  if (pdf.ok())
    RETURN_IF_ERROR(cases.keepDocument(mappingId, *pdf));
  return pdf;
}

} // namespace

PaperCopy::PaperCopy(AppContext& context, std::filesystem::path practiceFolder)
    : m_context(context), m_practiceFolder(std::move(practiceFolder)) {}

// The printer may take its time: the store's thread serves every page and the sync.
QFuture<Result<QString>> PaperCopy::print(const Uuid& mappingId, When when) {
  return m_context.store.write([mappingId, when](store::CaseStore& cases) { return copyOf(cases, mappingId, when); })
      .then(QThreadPool::globalInstance(),
            [folder = m_practiceFolder](const Result<Bytes>& pdf) {
              return pdf.ok() ? printPaper(*pdf, folder, "kopi-til-brukeren.pdf", tr("Svarene er sendt til skriveren."))
                              : Result<QString>(pdf.status());
            })
      .then(this, [this, mappingId](const Result<QString>& where) {
        if (where.ok()) // what can't be forgotten now is printed once more as it is, and forgotten then
          m_context.store.keep([mappingId](store::CaseStore& cases) { return cases.forgetDocument(mappingId); });
        return where;
      });
}

} // namespace veikart::ui
