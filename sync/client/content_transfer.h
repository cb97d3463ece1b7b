// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/client/hub_link.h"
#include "sync/replica/replica.h"

#include <functional>

namespace veikart::sync {

// Runs `work` on the thread that owns the replica and returns its Status. In the app that is the store's thread; the
// session itself runs on the sync thread and touches the replica in no other way.
using ReplicaGate = std::function<Status(const std::function<Status(Replica&)>& work)>;

// The contents of attachments, to and from the hub: part by part, each kept before the next, so that a cut line costs
// one part. What the other end lacks or does not take hinders no other; it is put off and tried again later. One
// session's; its thread.
class ContentTransfer {
public:
  ContentTransfer(HubLink& hub, const ReplicaGate& gate) : m_hub(hub), m_gate(gate) {}

  // Offline, Refused … as the session's; what was moved until then stands.
  Status sendAll();
  Status offerAgain(const std::vector<ScopedContent>& lacking); // those of them that are here are unsent again
  Status sendOf(const ScopeId& scope); // also what was put off: the scope is about to be erased
  Status fetchAll();

  int sent() const { return m_sent; } // contents, wholly
  int fetched() const { return m_fetched; }

private:
  using List = std::function<Result<std::vector<StoredContent>>(ContentTable&)>;

  Result<std::vector<StoredContent>> list(const List& which);
  Status sendEach(const List& which);
  Status send(const StoredContent& content);
  Status fetch(StoredContent content);
  Status putOff(const StoredContent& content, const std::string& reason);

  HubLink& m_hub;
  const ReplicaGate& m_gate;
  int m_sent = 0;
  int m_fetched = 0;
};

} // namespace veikart::sync
