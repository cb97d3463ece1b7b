// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/settings_view_model.h"

#include "app/viewmodels/shared/error_text.h"

namespace veikart::ui {

SettingsViewModel::SettingsViewModel(AppContext& context, SyncViewModel& sync, DeviceFolder folder)
    : m_context(context), m_sync(sync), m_folder(std::move(folder)), m_textScale(m_folder.textScale()),
      m_lockMinutes(m_folder.lockMinutes()) {}

void SettingsViewModel::setTextScale(double textScale) {
  m_textScale = textScale;
  emit changed();
  keep([textScale](const DeviceFolder& folder) { return folder.saveTextScale(textScale); });
}

void SettingsViewModel::setLockMinutes(int minutes) {
  m_lockMinutes = minutes;
  emit changed();
  keep([minutes](const DeviceFolder& folder) { return folder.saveLockMinutes(minutes); });
}

// On the store's thread, which waits for the disk anyway.
void SettingsViewModel::keep(std::function<Status(const DeviceFolder&)> save) {
  m_context.store.keep([folder = m_folder, save = std::move(save)](store::CaseStore&) { return save(folder); })
      .then(this, [this](const Status& status) {
        m_message = errorText(status, ErrorContext::Saving);
        emit changed();
      });
}

} // namespace veikart::ui
