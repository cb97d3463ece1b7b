// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/navigator.h"

namespace veikart::ui {

void Navigator::go(Page page, const Uuid& caseId, const Uuid& mappingId) {
  m_trail.append(m_current);
  m_current = {page, caseId, mappingId};
  emit changed();
}

void Navigator::restart(Page page, const Uuid& caseId, const Uuid& mappingId) {
  m_trail.clear();
  m_current = {page, caseId, mappingId};
  emit changed();
}

void Navigator::back() {
  if (m_trail.isEmpty())
    return;
  m_current = m_trail.takeLast();
  emit changed();
}

} // namespace veikart::ui
