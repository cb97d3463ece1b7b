// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/simulation/attachments.h"

#include "tests/simulation/must.h"

#include <algorithm>

namespace veikart::simulation {

namespace {

bool isOn(SimulatedTablet& tablet, const Attachments::Attached& attached) {
  const std::optional<Bytes> content = must(tablet.replica().contents().read(attached.first, attached.second));
  return content && sync::ContentId::of(*content) == attached.second;
}

// For a person: what was written to something erased.
bool waitsOn(SimulatedTablet& tablet, const Attachments::Attached& attached) {
  return std::ranges::any_of(must(tablet.replica().outboxItems()), [&](const sync::OutboxItem& item) {
    const std::vector<sync::ContentId> named = sync::contentsOf(item.local);
    return item.local.scope == attached.first && std::ranges::find(named, attached.second) != named.end();
  });
}

} // namespace

void Attachments::add(SimulatedTablet& tablet, const Attached& attached) {
  if (isOn(tablet, attached))
    m_all.insert(attached);
}

bool Attachments::isAtHub(const Attached& attached) const {
  int64_t held = 0;
  must(m_hub.stores().read(m_hub.office, [&](hub::OfficeTransaction& rows) {
    held = must(rows.contentHeld(attached.first, attached.second));
    return Status();
  }));
  return held == attached.second.size;
}

std::set<Attachments::Attached> Attachments::held() const {
  std::set<Attached> held;
  for (const Attached& attached : m_all)
    if (isAtHub(attached) ||
        std::ranges::any_of(m_tablets, [&](const auto& tablet) { return tablet->isOn() && isOn(*tablet, attached); }))
      held.insert(attached);
  return held;
}

void Attachments::lose(const std::set<Attached>& gone) {
  for (const Attached& attached : gone)
    m_all.erase(attached);
}

std::string Attachments::faultAtTheEnd(const std::function<bool(SimulatedTablet&)>& mayKeep) const {
  for (const auto& tablet : m_tablets)
    if (!mayKeep(*tablet) && must(tablet->replica().outbox()).contents > 0)
      return "a content waits to be sent";
  const auto isKept = [&](const Attached& attached) {
    return std::ranges::any_of(m_tablets,
                               [&](const auto& tablet) { return mayKeep(*tablet) && isOn(*tablet, attached); });
  };
  for (const Attached& attached : m_all)
    if (!isAtHub(attached) && !isKept(attached))
      return "the hub lacks a content of " + std::to_string(attached.second.size) + " bytes";
  for (const auto& tablet : m_tablets) {
    for (const sync::Record& record : must(tablet->replica().loadAll()))
      for (const sync::ContentId& content : contentsOf(record))
        if (m_all.contains({record.scope, content}) && !isOn(*tablet, {record.scope, content}))
          return "a tablet lacks a content of " + std::to_string(content.size) + " bytes";
  }
  return {};
}

std::string Attachments::faultOf(const std::set<Attached>& erased) const {
  for (const Attached& attached : erased) {
    if (isAtHub(attached))
      return "the hub still has a content of what was erased";
    for (const auto& tablet : m_tablets)
      if (isOn(*tablet, attached) && !waitsOn(*tablet, attached))
        return "a tablet still has a content of what was erased";
  }
  return {};
}

} // namespace veikart::simulation
