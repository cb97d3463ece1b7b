// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/status.h"

#include <functional>
#include <memory>

namespace veikart {

// Tells when the device's addresses or links change (rtnetlink), so that sync can try at once instead of waiting for
// its back-off. Has a thread of its own, on which `onChange` is called.
class NetworkWatcher {
public:
  static Result<std::unique_ptr<NetworkWatcher>> start(std::function<void()> onChange); // Io
  ~NetworkWatcher();

private:
  struct State;
  explicit NetworkWatcher(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace veikart
