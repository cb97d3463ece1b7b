// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/client/parcel.h"

#include "platform/crypto/key_pairs.h"
#include "sync/client/hub_link.h"
#include "sync/client/store_claim.h"
#include "sync/protocol/body.h"
#include "sync/protocol/parcel_slip.h"
#include "sync/protocol/tuning.h"

namespace veikart::sync {
namespace {

// REQUIRES: an enrolment with keys.
class Packer {
public:
  Packer(const Enrolment& enrolment, const std::function<Status(const wire::Parcel&)>& keep)
      : m_enrolment(enrolment), m_signingKey(SecretBytes::copyOf(enrolment.parcels->signing)), m_keep(keep) {}

  Status packRecords(Replica& replica);
  Status packContents(const ContentTable& contents);

private:
  Status packContent(const ContentTable& contents, const StoredContent& content);
  Status pack(const wire::ParcelBody& body);

  const Enrolment& m_enrolment;
  const SecretBytes m_signingKey;
  const std::function<Status(const wire::Parcel&)>& m_keep;
};

Status Packer::packRecords(Replica& replica) {
  Result<SyncState> state = replica.syncState();
  if (!state.ok())
    return state.status();
  for (int64_t afterKey = 0;;) {
    const Result<std::vector<Replica::Pending>> batch = replica.pending(afterKey, tuning::kPushBatchBytes);
    if (!batch.ok() || batch->empty())
      return batch.status();
    afterKey = batch->back().key;
    RETURN_IF_ERROR(keepToken(replica, *state));
    wire::ParcelBody body;
    *body.mutable_push() = newPush(replica.id(), *state);
    for (const Replica::Pending& item : *batch)
      if (item.bytes.size() <= tuning::kMaxRecordBytes)
        body.mutable_push()->add_record(item.bytes);
    if (body.push().record_size() > 0)
      RETURN_IF_ERROR(pack(body));
  }
}

Status Packer::packContents(const ContentTable& contents) {
  const Result<std::vector<UnsentContent>> unsent = contents.outboxItems();
  if (!unsent.ok())
    return unsent.status();
  for (const UnsentContent& item : *unsent)
    RETURN_IF_ERROR(packContent(contents, item.content));
  return {};
}

Status Packer::packContent(const ContentTable& contents, const StoredContent& content) {
  for (int64_t start = 0; start < content.id.size;) {
    Result<Bytes> bytes = contents.part(content, start);
    if (!bytes.ok())
      return bytes.status();
    const auto length = static_cast<int64_t>(bytes->size());
    wire::ParcelBody body;
    wire::ContentPart& part = *body.mutable_content();
    part.set_protocol(tuning::kProtocolVersion);
    part.set_scope(scopeToBytes(content.scope));
    part.set_content(content.id.toBytes());
    part.set_start(static_cast<uint64_t>(start));
    part.set_bytes(*std::move(bytes));
    RETURN_IF_ERROR(pack(body));
    start += length;
  }
  return {};
}

Status Packer::pack(const wire::ParcelBody& body) {
  wire::Parcel parcel;
  parcel.set_hub_url(m_enrolment.hubUrl);
  parcel.set_hub_certificate(m_enrolment.hubCertificate);
  parcel.set_sealed(crypto::sealFor(m_enrolment.parcels->hub, packBody(body)));
  parcel.set_slip(ParcelSlip::make(m_enrolment.parcels->device, m_signingKey, parcel.sealed()).toText());
  return m_keep(parcel);
}

} // namespace

Status packUnsent(Replica& replica, const Enrolment& enrolment,
                  const std::function<Status(const wire::Parcel&)>& keep) {
  if (!enrolment.parcels)
    return {};
  Packer packer(enrolment, keep);
  RETURN_IF_ERROR(packer.packRecords(replica));
  return packer.packContents(replica.contents());
}

Result<bool> deliver(const wire::Parcel& parcel, HttpTransport& http, const Clock& clock) {
  return HubLink(http, {}, clock).sendParcel(parcel);
}

} // namespace veikart::sync
