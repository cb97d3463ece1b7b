// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/hub/administration.h"

#include "sync/hub/enrol.h"
#include "sync/hub/erase.h"
#include "sync/hub/grant.h"
#include "sync/hub/sign_in.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <sstream>

namespace veikart::hub {
namespace {

struct OpenOffice {
  std::unique_ptr<HubStore> store;
  Uuid id;
};

Result<OpenOffice> openOffice(const HubFolder& folder) {
  Result<std::unique_ptr<HubStore>> store = folder.openStore();
  if (!store.ok())
    return store.status();
  const Result<std::vector<Office>> offices = (*store)->offices();
  if (!offices.ok())
    return offices.status();
  if (offices->empty())
    return Status::notFound("the hub has no office");
  return OpenOffice{*std::move(store), offices->front().id};
}

Result<int64_t> eraseIn(const HubFolder& folder, const std::function<Result<int64_t>(OfficeTransaction&)>& work) {
  const Result<OpenOffice> office = openOffice(folder);
  if (!office.ok())
    return office.status();
  int64_t erased = 0;
  RETURN_IF_ERROR(office->store->write(office->id, [&](OfficeTransaction& rows) { return keep(work(rows), erased); }));
  RETURN_IF_ERROR(office->store->scrub());
  return erased;
}

using UserChange = std::function<Status(OfficeTransaction&, const User&)>;

Status changeUser(const HubFolder& folder, const Uuid& user, const UserChange& change) {
  const Result<OpenOffice> office = openOffice(folder);
  if (!office.ok())
    return office.status();
  return office->store->write(office->id, [&](OfficeTransaction& rows) -> Status {
    const Result<std::optional<User>> known = rows.user(user);
    if (!known.ok() || !known->has_value())
      return known.ok() ? Status::notFound("no such user") : known.status();
    return change(rows, **known);
  });
}

Status addLinesOf(OfficeTransaction& rows, const ScopeId& scope, sync::AuditCheck& check) {
  return rows.visitRecords(scope, [&](const StoredRecord& row) -> Status {
    const Result<Record> record = sync::decode(row.bytes);
    if (row.type == sync::kAuditType)
      check.add(record.ok() ? *record : Record{row.id, row.type, row.scope, {}, false});
    return {};
  });
}

} // namespace

Result<Uuid> addUser(const HubFolder& folder, const User& user) {
  const Result<OpenOffice> office = openOffice(folder);
  if (!office.ok())
    return office.status();
  RETURN_IF_ERROR(office->store->write(office->id, [&](OfficeTransaction& rows) { return rows.addUser(user); }));
  return user.id;
}

Status setRole(const HubFolder& folder, const Uuid& user, Role role) {
  return changeUser(folder, user, [&](OfficeTransaction& rows, const User&) { return rows.setRole(user, role); });
}

Status setUserName(const HubFolder& folder, const Uuid& user, const std::string& userName) {
  const std::string canonical = canonicalUserName(userName);
  if (canonical.empty())
    return Status::invalid("no user name");
  return changeUser(folder, user,
                    [&](OfficeTransaction& rows, const User&) { return rows.setUserName(user, canonical); });
}

Status setPassword(const HubFolder& folder, const Uuid& user, const SecretBytes& password) {
  return changeUser(folder, user, [&](OfficeTransaction& rows, const User& known) {
    const Result<std::string> hash = newPassword(known, password);
    return hash.ok() ? rows.setPassword(user, *hash) : hash.status();
  });
}

Status dismiss(const HubFolder& folder, const Uuid& user) {
  return changeUser(folder, user, [&](OfficeTransaction& rows, const User&) -> Status {
    const Result<std::vector<DeviceEntry>> devices = rows.devices();
    if (!devices.ok())
      return devices.status();
    for (const DeviceEntry& device : *devices)
      if (device.user == user)
        RETURN_IF_ERROR(rows.revoke(device.id).status());
    return rows.setDisabled(user, true);
  });
}

Status readmit(const HubFolder& folder, const Uuid& user) {
  return changeUser(folder, user, [&](OfficeTransaction& rows, const User&) { return rows.setDisabled(user, false); });
}

Status revoke(const HubFolder& folder, const Uuid& tabletOrDevice) {
  const Result<OpenOffice> office = openOffice(folder);
  if (!office.ok())
    return office.status();
  bool isNews = false;
  RETURN_IF_ERROR(office->store->write(
      office->id, [&](OfficeTransaction& rows) { return keep(rows.revoke(tabletOrDevice), isNews); }));
  return isNews ? Status() : Status::notFound("no such tablet or device, or revoked before");
}

Result<std::vector<DeviceEntry>> devices(const HubFolder& folder) {
  const Result<OpenOffice> office = openOffice(folder);
  if (!office.ok())
    return office.status();
  std::vector<DeviceEntry> devices;
  RETURN_IF_ERROR(
      office->store->read(office->id, [&](OfficeTransaction& rows) { return keep(rows.devices(), devices); }));
  return devices;
}

Status setLease(const HubFolder& folder, int64_t days) {
  if (days < 1 || days > sync::tuning::kLongestLeaseDays)
    return Status::invalid("a lease is of 1 to 90 days");
  const Result<OpenOffice> office = openOffice(folder);
  if (!office.ok())
    return office.status();
  return office->store->write(office->id, [&](OfficeTransaction& rows) { return rows.setLease(days); });
}

Result<Offer> makeOffer(const HubFolder& folder, const std::optional<Uuid>& user, const std::string& url,
                        const Clock& clock) {
  const Result<OpenOffice> office = openOffice(folder);
  const Result<CertificatePair> certificate = folder.certificate();
  if (!office.ok() || !certificate.ok())
    return office.ok() ? certificate.status() : office.status();
  Offer offer{url, certificate->certificatePem, {}};
  RETURN_IF_ERROR(office->store->write(
      office->id, [&](OfficeTransaction& rows) { return keep(makeCode(rows, user, clock.nowMillis()), offer.code); }));
  return offer;
}

Bytes toJson(const Offer& offer) {
  const nlohmann::json object = {
      {"version", 1}, {"hubUrl", offer.url}, {"hubCertificate", offer.certificatePem}, {"code", offer.code}};
  // An address that is no UTF-8 would make dump() throw.
  return object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Status openRecovery(const HubFolder& folder, int days, const Clock& clock) {
  const Result<OpenOffice> office = openOffice(folder);
  if (!office.ok())
    return office.status();
  constexpr int64_t kDayMillis = 24LL * 60 * 60 * 1000;
  const int64_t until = clock.nowMillis() + days * kDayMillis;
  return office->store->write(office->id, [&](OfficeTransaction& rows) { return rows.openRecovery(until); });
}

Result<int64_t> eraseRecord(const HubFolder& folder, const RecordId& record) {
  return eraseIn(folder, [&](OfficeTransaction& rows) -> Result<int64_t> {
    const Result<std::optional<StoredRecord>> row = rows.record(record);
    if (!row.ok() || !row->has_value())
      return row.ok() ? Status::notFound("no such record") : row.status();
    if (saysWhoHasIt((*row)->type) || (*row)->type == sync::kAuditType)
      return Status::invalid("who has a scope, and who did what, is not erased");
    return erase(rows, {(*row)->scope, record});
  });
}

Result<int64_t> eraseCase(const HubFolder& folder, const Uuid& scope) {
  return eraseIn(folder, [&](OfficeTransaction& rows) -> Result<int64_t> {
    const ScopeId id{ScopeKind::Case, scope};
    const Result<std::optional<Scope>> known = rows.scope(id);
    if (!known.ok() || !known->has_value())
      return known.ok() ? Status::notFound("no such case") : known.status();
    return erase(rows, {id, std::nullopt});
  });
}

// Scope by scope, and looked for beside those who write: a serving hub waits for no more than the erasing in one.
Result<int64_t> eraseDeleted(const HubFolder& folder, const Clock& clock) {
  const Result<OpenOffice> office = openOffice(folder);
  if (!office.ok())
    return office.status();
  HubStore& store = *office->store;
  std::vector<Scope> scopes;
  RETURN_IF_ERROR(store.read(office->id, [&](OfficeTransaction& rows) { return keep(rows.scopes(), scopes); }));
  int64_t erased = 0;
  for (const Scope& scope : scopes) {
    std::vector<StoredRecord> settled;
    RETURN_IF_ERROR(store.read(office->id, [&](OfficeTransaction& rows) {
      return keep(settledDeletions(rows, scope.id, clock.nowMillis()), settled);
    }));
    if (settled.empty())
      continue;
    int64_t here = 0;
    RETURN_IF_ERROR(store.write(office->id, [&](OfficeTransaction& rows) {
      return keep(eraseDeleted(rows, scope.id, clock.nowMillis()), here);
    }));
    erased += here;
  }
  RETURN_IF_ERROR(store.scrub());
  return erased;
}

Result<sync::AuditCheck> readAudit(const HubFolder& folder) {
  const Result<OpenOffice> office = openOffice(folder);
  if (!office.ok())
    return office.status();
  sync::AuditCheck check;
  const Status read = office->store->read(office->id, [&](OfficeTransaction& rows) -> Status {
    const Result<std::vector<Scope>> scopes = rows.scopes();
    if (!scopes.ok())
      return scopes.status();
    for (const Scope& scope : *scopes)
      if (scope.id.kind == ScopeKind::Staff)
        RETURN_IF_ERROR(addLinesOf(rows, scope.id, check));
    return {};
  });
  return read.ok() ? Result<sync::AuditCheck>(std::move(check)) : read;
}

std::string toText(const AuditHeads& heads) {
  std::string text;
  for (const auto& [chain, head] : heads)
    text += chain.toString() + " " + std::to_string(head.number) + " " +
            toHex({reinterpret_cast<const char*>(head.hash.data()), head.hash.size()}) + "\n";
  return text;
}

Result<AuditHeads> auditHeadsFrom(const std::string& text) {
  AuditHeads heads;
  std::istringstream lines(text);
  for (std::string chain, number, hash; lines >> chain >> number >> hash;) {
    const Result<Uuid> id = Uuid::parse(chain);
    const Result<Bytes> bytes = fromHex(hash);
    uint64_t last = 0;
    const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), last);
    if (!id.ok() || !bytes.ok() || bytes->size() != crypto::Hash256().size() || failed != std::errc() ||
        end != number.data() + number.size())
      return Status::invalid("no list of heads, as audit verify prints it");
    std::ranges::copy(*bytes, reinterpret_cast<char*>(heads[*id].hash.data()));
    heads[*id].number = last;
  }
  return heads;
}

Result<std::string> describe(const HubFolder& folder) {
  const Result<OpenOffice> office = openOffice(folder);
  if (!office.ok())
    return office.status();
  OfficeCounts counts;
  RETURN_IF_ERROR(
      office->store->read(office->id, [&](OfficeTransaction& rows) { return keep(rows.counts(), counts); }));
  return "office: " + office->id.toString() + "\nusers: " + std::to_string(counts.users) +
         "\ndevices: " + std::to_string(counts.devices) + "\nrecords: " + std::to_string(counts.records) +
         "\nlast change: " + std::to_string(counts.lastNumber) +
         "\nscopes erased on devices: " + std::to_string(counts.erasures) + "\n";
}

} // namespace veikart::hub
