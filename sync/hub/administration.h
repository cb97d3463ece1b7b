// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_folder.h"
#include "sync/record/audit_chain.h"

namespace veikart::hub {

// What an administrator does at the hub's own machine, beside a hub that may be serving. Free functions; any thread,
// each call with a store handle of its own. They work on the folder's one office.

Result<Uuid> addUser(const HubFolder& folder, const User& user); // Conflict when the id is taken
// What the user may see by another role goes from his devices at their next contact. NotFound.
Status setRole(const HubFolder& folder, const Uuid& user, Role role);

// How a user signs in on a tablet that has no store of his yet. NotFound; Conflict for a name that another has, Invalid
// for one that is none. A password is told once and kept as a hash; Invalid for one that will not do.
Status setUserName(const HubFolder& folder, const Uuid& user, const std::string& userName);
Status setPassword(const HubFolder& folder, const Uuid& user, const SecretBytes& password);

// One who has left: nothing of his is let in any more, and his devices are erased at their next contact. Readmitted, he
// signs in again; his old devices stay shut out. NotFound.
Status dismiss(const HubFolder& folder, const Uuid& user);
Status readmit(const HubFolder& folder, const Uuid& user);

// A tablet with every store on it, or one user's store alone. NotFound for one that is unknown or was revoked before.
Status revoke(const HubFolder& folder, const Uuid& tabletOrDevice);
Result<std::vector<DeviceEntry>> devices(const HubFolder& folder);

// How many days a device may be opened without hearing from the hub. Invalid.
Status setLease(const HubFolder& folder, int64_t days);

// What a new device is given (PROTOCOL.md, "Enrolment").
struct Offer {
  std::string url;
  std::string certificatePem;
  std::string code;
};

// For a device of one user, or of whoever signs in. NotFound for an unknown user.
Result<Offer> makeOffer(const HubFolder& folder, const std::optional<Uuid>& user, const std::string& url,
                        const Clock& clock);
Bytes toJson(const Offer& offer);

// After the hub's store was set back to a backup: for so many days it takes each device's word for what others have
// written too, which no device may say otherwise (PROTOCOL.md, "Recovery").
Status openRecovery(const HubFolder& folder, int days, const Clock& clock);

// Erases by law one record, a case with all that will ever be said in it, or what was deleted and every device has seen
// (erase.h, PROTOCOL.md, "Erasure"). How many records that were. NotFound for a record that the hub does not hold.
Result<int64_t> eraseRecord(const HubFolder& folder, const RecordId& record);
Result<int64_t> eraseCase(const HubFolder& folder, const Uuid& scope);
Result<int64_t> eraseDeleted(const HubFolder& folder, const Clock& clock);

// The audit chains of all who work here, to be looked through.
Result<sync::AuditCheck> readAudit(const HubFolder& folder);

// Where the chains ended once, a line a chain; to be kept elsewhere, so that nobody can cut off an end unseen.
using AuditHeads = std::map<sync::ReplicaId, sync::AuditHead>;
std::string toText(const AuditHeads& heads);
Result<AuditHeads> auditHeadsFrom(const std::string& text); // Invalid

// Lines of "name: value", without person data.
Result<std::string> describe(const HubFolder& folder);

} // namespace veikart::hub
