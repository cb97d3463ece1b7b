// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/draft_keeper.h"

#include <QJsonDocument>
#include <QMetaProperty>

namespace veikart::ui {

QJsonObject writtenInto(const QObject& model) {
  QJsonObject written;
  const QMetaObject& meta = *model.metaObject();
  for (int i = meta.propertyOffset(); i < meta.propertyCount(); ++i)
    if (const QMetaProperty property = meta.property(i); property.isWritable())
      written.insert(QLatin1String(property.name()), QJsonValue::fromVariant(property.read(&model)));
  return written;
}

// In the order of the properties: what one of them sets by itself, a later one may correct.
void writeInto(QObject& model, const QJsonObject& written) {
  const QMetaObject& meta = *model.metaObject();
  for (int i = meta.propertyOffset(); i < meta.propertyCount(); ++i) {
    const QMetaProperty property = meta.property(i);
    if (const auto value = written.find(QLatin1String(property.name()));
        property.isWritable() && value != written.end())
      property.write(&model, value->toVariant());
  }
}

DraftKeeper::DraftKeeper(AppContext& context, std::function<QJsonObject()> written)
    : m_context(context), m_written(std::move(written)) {
  connect(&m_rest, &QTimer::timeout, this, &DraftKeeper::keep);
}

Result<std::optional<DraftKeeper::Draft>> DraftKeeper::find(store::CaseStore& cases, const store::DraftName& name) {
  const Result<std::optional<store::KeptDraft>> kept = cases.draft(name);
  if (!kept.ok())
    return kept.status();
  if (!*kept)
    return std::optional<Draft>();
  const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString((*kept)->content));
  return document.isObject() ? std::optional(Draft{document.object(), (*kept)->keptAt}) : std::nullopt;
}

void DraftKeeper::begin(const store::DraftName& name) {
  m_name = name;
  m_blank = m_kept = m_written();
  m_isOpen = false;
}

std::optional<DraftKeeper::Draft> DraftKeeper::latest(std::optional<Draft> found) const {
  const auto unkept = m_unkept.find(m_name);
  return unkept != m_unkept.end() ? unkept->second : found;
}

std::optional<DraftKeeper::Draft> DraftKeeper::open(std::optional<Draft> found,
                                                    const std::function<void(const QJsonObject&)>& takeUp) {
  found = latest(std::move(found));
  m_isOpen = true;
  if (!found)
    return found;
  m_kept = m_unkept.contains(m_name) ? QJsonObject() : found->written;
  takeUp(found->written);
  edited(); // tries again with what the store has not got
  return found;
}

void DraftKeeper::edited() {
  if (m_isOpen)
    m_rest.typed();
}

void DraftKeeper::leave() {
  keep();
  m_isOpen = false;
}

void DraftKeeper::resume() {
  m_isOpen = true;
  edited();
}

// The draft goes to the store before the work: after it, it would be there for good.
void DraftKeeper::save(std::function<Status(store::CaseStore&)> work, std::function<void(const Status&)> whenDone) {
  leave();
  m_context.store.write(std::move(work))
      .then(this, [this, name = m_name, whenDone = std::move(whenDone)](const Status& status) {
        if (status.ok())
          m_unkept.erase(name);
        whenDone(status);
      });
}

void DraftKeeper::keep() {
  m_rest.stop();
  const QJsonObject written = m_isOpen ? m_written() : m_kept;
  if (written == m_kept)
    return;
  m_kept = written;
  m_unkept[m_name] = {written, m_context.clock.nowMillis()};
  Bytes content = written == m_blank ? Bytes() : QJsonDocument(written).toJson(QJsonDocument::Compact).toStdString();
  m_context.store
      .keep([name = m_name, content = std::move(content)](store::CaseStore& cases) {
        return content.empty() ? cases.forgetDraft(name) : cases.keepDraft(name, content);
      })
      .then(this, [this, name = m_name, written](const Status& status) {
        if (const auto unkept = m_unkept.find(name);
            status.ok() && unkept != m_unkept.end() && unkept->second.written == written)
          m_unkept.erase(unkept);
        if (status.ok())
          return;
        if (m_name == name)
          m_kept = QJsonObject();
        emit failed(status);
      });
}

void DraftKeeper::forget() {
  m_rest.stop();
  m_isOpen = false;
  m_unkept.erase(m_name);
  m_context.store.keep([name = m_name](store::CaseStore& cases) { return cases.forgetDraft(name); })
      .then(this, [this](const Status& status) {
        if (!status.ok())
          emit failed(status);
      });
}

} // namespace veikart::ui
