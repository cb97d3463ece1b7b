// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/simulation/simulated_tablet.h"

#include "platform/crypto/crypto.h"
#include "platform/crypto/key_pairs.h"
#include "sync/hub/enrol.h"
#include "sync/protocol/tuning.h"
#include "tests/simulation/must.h"

#include <algorithm>

namespace veikart::simulation {

namespace {

SecretBytes storeKey() {
  return SecretBytes::copyOf(Bytes(32, 't'));
}

} // namespace

SimulatedTablet::SimulatedTablet(const std::filesystem::path& folder, SimulatedHub& hub, Owner owner, Random& random,
                                 size_t batchBytes)
    : disk(folder), line(hub, disk, random), m_owner(std::move(owner)), m_batchBytes(batchBytes) {
  start();
}

SimulatedTablet::Owner SimulatedTablet::create(const std::filesystem::path& folder, SimulatedHub& hub,
                                               const hub::User& user) {
  Random random(0);
  SimulatedTablet tablet(folder, hub, {user.id, "", {}}, random);
  std::string code;
  must(hub.stores().write(hub.office, [&](hub::OfficeTransaction& rows) {
    const Result<std::string> made = hub::makeCode(rows, user.id, kStartMillis);
    code = made.ok() ? *made : "";
    return made.status();
  }));
  sync::wire::EnrolRequest request;
  request.set_protocol(sync::tuning::kProtocolVersion);
  request.set_code(code);
  request.set_replica_id(Bytes(tablet.replica().id().view()));
  const SecretBytes signing = SecretBytes::random(crypto::kKeySize);
  request.set_signing_key(crypto::signingPublicKey(signing));
  const sync::wire::EnrolReply reply = must(sync::HubLink(tablet.line, "", tablet.clock).enrol(request));
  return {user.id,
          reply.device_token(),
          {must(Uuid::fromBytes(reply.device_id())), Bytes(signing.view()), reply.parcel_key()},
          user.role == hub::Role::Supervisor};
}

Result<sync::SyncReport> SimulatedTablet::sync(const std::function<void()>& meanwhile) {
  const auto gate = [&](const std::function<Status(sync::Replica&)>& work) {
    meanwhile();
    return work(*m_replica);
  };
  return sync::SyncSession(line, gate, {m_owner.deviceToken}, clock, {}, m_batchBytes).run();
}

Status SimulatedTablet::pack() {
  sync::Enrolment enrolment;
  enrolment.parcels = m_owner.parcelKeys;
  return sync::packUnsent(*m_replica, enrolment, [this](const sync::wire::Parcel& parcel) {
    m_parcels.push_back(parcel);
    return Status();
  });
}

std::optional<Result<bool>> SimulatedTablet::deliverOne(Random& random) {
  if (m_parcels.empty())
    return std::nullopt;
  // Mostly one of the latest: the store has gone on past the others.
  const size_t back = random.below(random.chance(70) ? std::min<size_t>(3, m_parcels.size()) : m_parcels.size());
  return sync::deliver(m_parcels[m_parcels.size() - 1 - back], line, clock);
}

void SimulatedTablet::start() {
  if (m_replica)
    return;
  m_db = must(Connection::open(file(), storeKey(), Connection::Mode::Create));
  m_replica = must(sync::Replica::open(*m_db, clock, this));
}

void SimulatedTablet::close() {
  m_replica.reset();
  m_db.reset();
}

Status SimulatedTablet::recordsGone(const sync::ScopeId&, std::span<const sync::RecordName> records) {
  for (const sync::RecordName& record : records)
    m_erased.insert(record.id);
  return {};
}

void SimulatedTablet::stop(SimulatedDisk::End end, Random& random) {
  disk.stop();
  close();
  disk.restart(end, random);
}

void SimulatedTablet::keepImage() {
  disk.goOn();
  close(); // leaves everything in the one file
  std::filesystem::copy_file(file(), image(), std::filesystem::copy_options::overwrite_existing);
  m_hasImage = true;
  start();
}

void SimulatedTablet::setBack() {
  disk.goOn();
  close();
  std::filesystem::copy_file(image(), file(), std::filesystem::copy_options::overwrite_existing);
  start();
}

} // namespace veikart::simulation
