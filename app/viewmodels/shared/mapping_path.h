// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "app/viewmodels/shared/navigator.h"

namespace veikart::ui {

// Goes to the page on which a mapping in this state goes on.
inline void goToMapping(Navigator& navigator, const casework::Mapping& mapping) {
  using casework::MappingState;
  switch (mapping.state) {
  case MappingState::Started:
  case MappingState::ClientAnswering:
  case MappingState::Declined:
    return navigator.go(Navigator::MappingStart, mapping.caseId, mapping.id);
  case MappingState::InConversation:
    return navigator.go(Navigator::Conversation, mapping.caseId, mapping.id);
  case MappingState::Concluding:
  case MappingState::Draft: // whoever wanted to wait may want it said otherwise
    return navigator.go(Navigator::Conclusion, mapping.caseId, mapping.id);
  case MappingState::Confirmed:
    return navigator.go(Navigator::MappingReader, mapping.caseId, mapping.id);
  }
}

} // namespace veikart::ui
