// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/attachments/attachments_view_model.h"

#include "app/casework/media_type.h"
#include "app/viewmodels/shared/attachment_text.h"
#include "app/viewmodels/shared/date_text.h"

#include <algorithm>

namespace veikart::ui {

struct AttachmentsViewModel::Content {
  QString name;
  std::vector<casework::StaffMember> staff;
  std::vector<store::AttachmentEntry> entries;
};

namespace {

// What there is to show of a content.
struct Shown {
  bool isHere = false;
  std::optional<documents::PagePicture> page; // none: it can't be shown
};

Result<Shown> shownOf(store::CaseStore& cases, const Uuid& attachmentId, int page) {
  const Result<std::optional<Bytes>> content = cases.attachments().content(attachmentId);
  if (!content.ok() || !*content)
    return content.ok() ? Result<Shown>(Shown{}) : content.status();
  Result<documents::PagePicture> picture = documents::pictureOf(**content, page);
  return Shown{true, picture.ok() ? std::optional(*std::move(picture)) : std::nullopt};
}

QString stateText(const store::AttachmentEntry& entry) {
  if (!entry.isHere)
    return AttachmentsViewModel::tr("Hentes fra kontoret");
  return entry.isUnsent ? AttachmentsViewModel::tr("Ikke sendt ennå") : QString();
}

bool isPicture(const Bytes& content) {
  return casework::mediaTypeOf(content) != casework::kPdf;
}

} // namespace

AttachmentsViewModel::AttachmentsViewModel(AppContext& context, SyncViewModel& sync)
    : m_context(context), m_items({"title", "detail", "state"}, this), m_files({"name", "detail"}, this),
      m_form(context.clock, this), m_picture(this) {
  const auto loadIfShown = [this] {
    if (m_context.navigator.page() == Navigator::Attachments)
      load();
  };
  connect(&context.navigator, &Navigator::changed, this, [this, loadIfShown] {
    m_isLoaded = m_isSaving = false;
    m_entries.clear();
    m_removed = Uuid();
    m_name.clear();
    m_doneText.clear();
    goTo(Looking);
    showItems();
    loadIfShown();
  });
  connect(&sync, &SyncViewModel::dataArrived, this, loadIfShown);
  connect(&sync, &SyncViewModel::attempted, this, loadIfShown); // what waited may be sent
  connect(&context.store, &StoreQueue::contentCame, this, loadIfShown);
}

// Nothing that was looked at or chosen stays in memory when its step is left.
void AttachmentsViewModel::goTo(Step step) {
  ++m_visit;
  m_step = step;
  m_isSearching = false;
  m_message.clear();
  m_pictureText.clear();
  if (step != Describing) {
    m_chosen = Bytes();
    m_fileText.clear();
  }
  if (step != Choosing) {
    m_found.clear();
    m_files.setRows({});
  }
  m_picture.clear();
  emit changed();
}

void AttachmentsViewModel::load() {
  const Uuid caseId = m_context.navigator.caseId();
  m_context.store
      .read([caseId](store::CaseStore& cases) -> Result<Content> {
        Result<store::CaseOverview> overview = cases.caseOverview(caseId);
        Result<std::vector<store::AttachmentEntry>> entries = cases.attachments().in(caseId);
        for (const Status& status : {overview.status(), entries.status()})
          RETURN_IF_ERROR(status);
        return Content{QString::fromStdString(overview->person.fullName()).trimmed(), std::move(overview->staff),
                       *std::move(entries)};
      })
      .then(this, [this, caseId](Result<Content> content) {
        if (m_context.navigator.page() != Navigator::Attachments || caseId != m_context.navigator.caseId())
          return;
        if (content.ok())
          show(*std::move(content));
        else
          m_message = errorText(content.status(), ErrorContext::Opening);
        emit changed();
      });
}

void AttachmentsViewModel::show(Content content) {
  m_isLoaded = true;
  m_name = std::move(content.name);
  m_staff = std::move(content.staff);
  m_entries = std::move(content.entries);
  showItems();
  if (m_step == Viewing && m_picture.isEmpty())
    look(); // it may have come
}

void AttachmentsViewModel::showItems() {
  const int64_t now = m_context.clock.nowMillis();
  QList<RowModel::Row> rows;
  for (const store::AttachmentEntry& entry : m_entries) {
    const auto author = std::ranges::find(m_staff, entry.attachment.authorId, &casework::StaffMember::id);
    QString detail = attachmentText(entry.attachment, now);
    if (author != m_staff.end())
      detail += QStringLiteral(" · ") + QString::fromStdString(author->fullName());
    rows.append(RowModel::Row{QString::fromStdString(entry.attachment.title), detail, stateText(entry)});
  }
  m_items.setRows(std::move(rows));
}

void AttachmentsViewModel::chooseFile() {
  if (isReader())
    return;
  goTo(Choosing);
  m_doneText.clear();
  m_isSearching = true;
  emit changed();
  m_context.store.read([](store::CaseStore&) -> Result<std::vector<AttachableFile>> { return attachableFiles(); })
      .then(this, [this, visit = m_visit](Result<std::vector<AttachableFile>> files) {
        if (visit != m_visit)
          return;
        m_isSearching = false;
        m_message = errorText(files.status(), ErrorContext::Opening);
        if (files.ok())
          m_found = *std::move(files);
        const int64_t now = m_context.clock.nowMillis();
        QList<RowModel::Row> rows;
        for (const AttachableFile& file : m_found)
          rows.append(RowModel::Row{file.name,
                                    QStringList{file.place, momentText(file.changedAt, now), sizeText(file.size)}.join(
                                        QStringLiteral(" · "))});
        m_files.setRows(std::move(rows));
        emit changed();
      });
}

void AttachmentsViewModel::take(int file) {
  if (m_step != Choosing || file < 0 || static_cast<size_t>(file) >= m_found.size())
    return;
  m_context.store
      .read([chosen = m_found[static_cast<size_t>(file)]](store::CaseStore&) -> Result<FileContent> {
        return readAttachable(chosen.path);
      })
      .then(this, [this, visit = m_visit, chosen = m_found[static_cast<size_t>(file)]](Result<FileContent> content) {
        if (visit != m_visit)
          return;
        if (content.ok() && content->problem == FileProblem::None)
          return describe(chosen, *std::move(content));
        m_message =
            content.ok() ? fileProblemText(content->problem) : errorText(content.status(), ErrorContext::Opening);
        emit changed();
      });
}

void AttachmentsViewModel::describe(const AttachableFile& file, FileContent content) {
  goTo(Describing);
  casework::Attachment attachment;
  attachment.kind = isPicture(content.bytes) ? "bilde" : "brev";
  m_opened = {};
  m_chosen = std::move(content.bytes);
  m_fileText = QStringLiteral("%1, %2").arg(file.name, sizeText(file.size));
  m_picture.show(std::move(content.first.image));
  m_form.show(attachment);
  emit changed();
}

void AttachmentsViewModel::beginSignature() {
  if (isReader())
    return;
  goTo(Signing);
  m_doneText.clear();
  casework::Attachment attachment;
  attachment.kind = "underskrift";
  m_form.show(attachment);
  emit changed();
}

void AttachmentsViewModel::open(int item) {
  if (item < 0 || static_cast<size_t>(item) >= m_entries.size())
    return;
  m_opened = m_entries[static_cast<size_t>(item)];
  m_page = 0;
  m_pageCount = 1;
  m_doneText.clear();
  m_removed = Uuid();
  goTo(Viewing);
  look();
}

void AttachmentsViewModel::look() {
  m_context.store.read([id = opened().id, page = m_page](store::CaseStore& cases) { return shownOf(cases, id, page); })
      .then(this, [this, visit = m_visit](Result<Shown> shown) {
        if (visit != m_visit)
          return;
        if (!shown.ok()) {
          goTo(Looking);
          m_message = errorText(shown.status(), ErrorContext::Opening);
          return emit changed();
        }
        m_pictureText = !shown->isHere ? tr("Innholdet er ikke kommet ennå. Det hentes fra kontoret når det er nett.")
                        : !shown->page ? tr("Dette kan ikke vises her. Innholdet er tatt vare på som det er.")
                                       : QString();
        m_pageCount = shown->page ? shown->page->pageCount : 1;
        m_picture.show(shown->page ? std::move(shown->page->image) : QImage());
        emit changed();
      });
}

void AttachmentsViewModel::turnPage(int by) {
  m_page = std::clamp(m_page + by, 0, m_pageCount - 1);
  emit changed();
  look();
}

QString AttachmentsViewModel::title() const {
  return QString::fromStdString(opened().title);
}

QString AttachmentsViewModel::detail() const {
  const QString text = attachmentText(opened(), m_context.clock.nowMillis());
  return pageText().isEmpty() ? text : QStringLiteral("%1 · %2").arg(text, pageText());
}

QString AttachmentsViewModel::pageText() const {
  return m_pageCount > 1 ? tr("side %1 av %2").arg(m_page + 1).arg(m_pageCount) : QString();
}

void AttachmentsViewModel::edit() {
  if (isReader())
    return;
  goTo(Describing);
  m_form.show(opened());
}

void AttachmentsViewModel::save() {
  if (m_step != Describing || m_isSaving || !m_form.check())
    return;
  if (!m_chosen.empty())
    return add(m_chosen, tr("Det er lagret i saken, kryptert. Filen ligger der den lå og er ikke kryptert. Slett den "
                            "der hvis den ikke trengs."));
  // Read anew: what came from another tablet since the page was opened must not be written back.
  write(
      [before = opened(), after = m_form.value()](store::CaseStore& cases) -> Status {
        Result<casework::Attachment> latest = cases.attachments().attachment(after.id);
        if (!latest.ok())
          return latest.status();
        for (auto field : {&casework::Attachment::kind, &casework::Attachment::title, &casework::Attachment::date})
          if (after.*field != before.*field)
            (*latest).*field = after.*field;
        return cases.attachments().save(*latest);
      },
      tr("Endringen er lagret."));
}

void AttachmentsViewModel::saveSignature(SignaturePad* pad) {
  if (m_step != Signing || m_isSaving || !m_form.check() || pad->isEmpty())
    return;
  add(pad->png().toStdString(), tr("Underskriften er lagret i saken."));
}

void AttachmentsViewModel::add(const Bytes& content, const QString& done) {
  casework::Attachment attachment = m_form.value();
  attachment.id = Uuid::makeV7(m_context.clock);
  attachment.caseId = m_context.navigator.caseId();
  attachment.authorId = m_context.user.id;
  write([attachment, content](store::CaseStore& cases) { return cases.attachments().add(attachment, content); }, done);
}

void AttachmentsViewModel::remove() {
  if (m_step != Viewing || m_isSaving || isReader())
    return;
  write([id = opened().id](store::CaseStore& cases) { return cases.attachments().remove(id); },
        tr("«%1» er tatt bort.").arg(title()), opened().id);
}

void AttachmentsViewModel::undo() {
  if (!canUndo() || m_isSaving)
    return;
  write([id = m_removed](store::CaseStore& cases) { return cases.attachments().restore(id); }, {});
}

void AttachmentsViewModel::write(std::function<Status(store::CaseStore&)> work, const QString& done,
                                 const Uuid& removed) {
  m_isSaving = true;
  emit changed();
  m_context.store.write(std::move(work)).then(this, [this, visit = m_visit, done, removed](const Status& status) {
    if (visit != m_visit)
      return;
    m_isSaving = false;
    if (status.ok()) {
      goTo(Looking);
      m_doneText = done;
      m_removed = removed;
      load();
    }
    m_message = errorText(status, ErrorContext::Saving);
    emit changed();
  });
}

void AttachmentsViewModel::back() {
  if (m_isSaving)
    return;
  if (m_step == Looking)
    m_context.navigator.back();
  else if (m_step == Describing && !m_chosen.empty())
    chooseFile();
  else
    goTo(Looking);
}

} // namespace veikart::ui
