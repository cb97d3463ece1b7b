// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/settings_view_model.h"

#include "app/viewmodels/shared/error_text.h"

namespace veikart::ui {

SettingsViewModel::SettingsViewModel(AppContext& context, SyncViewModel& sync, DeviceFolder folder)
    : m_context(context), m_sync(sync), m_folder(std::move(folder)), m_textScale(m_folder.textScale()) {}

void SettingsViewModel::setTextScale(double textScale) {
  m_textScale = textScale;
  emit changed();
  // On the store's thread, which waits for the disk anyway.
  m_context.store.keep([folder = m_folder, textScale](store::CaseStore&) { return folder.saveTextScale(textScale); })
      .then(this, [this](const Status& status) {
        m_message = errorText(status, ErrorContext::Saving);
        emit changed();
      });
}

} // namespace veikart::ui
