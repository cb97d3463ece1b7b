// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/casework/types.h"
#include "app/viewmodels/shared/client_brief.h"
#include "app/viewmodels/shared/navigator.h"
#include "app/viewmodels/shared/store_queue.h"
#include "platform/base/clock.h"
#include "sync/client/enrolment.h"

#include <functional>

namespace veikart::ui {

// What every view model of the counsellor's process works with. Made by main.cpp, outlives them all. GUI thread.
struct AppContext {
  const Clock& clock;
  StoreQueue& store;
  Navigator& navigator;

  // Set at unlocking.
  casework::StaffMember user;
  sync::Enrolment enrolment;

  // Returns at once; when sync has stopped, what is unsent is packed and the store is closed, the client's process
  // takes this one's place. Where that fails the PIN page is shown, and the survey is found as handed over at
  // unlocking.
  std::function<void(const ClientBrief&)> handOver;
  // The same with a process that shows the PIN page and knows nothing of what this one has read.
  std::function<void()> lock;

  // Another process takes this one's place: one that asks who it is, or is for that user.
  std::function<void()> chooseUser = {};
  std::function<void(const std::string& folderName)> becomeUser = {};

  std::string tpm = {}; // where the device's TPM is, as Tpm::open wants it; empty: where it usually is
};

} // namespace veikart::ui
