// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sync/hub/hub_folder.h"

namespace veikart::hub {

// What an administrator does at the hub's own machine, beside a hub that may be serving. Free functions; any thread,
// each call with a store handle of its own. They work on the folder's one office.

Result<Uuid> addUser(const HubFolder& folder, const User& user); // Conflict when the id is taken

// The JSON that a new device is given (PROTOCOL.md, "Enrolment"). NotFound for an unknown user.
Result<Bytes> makeOffer(const HubFolder& folder, const Uuid& user, const std::string& url, const Clock& clock);

// After the hub's store was set back to a backup: for so many days it takes each device's word for what others have
// written too, which no device may say otherwise (PROTOCOL.md, "Recovery").
Status openRecovery(const HubFolder& folder, int days, const Clock& clock);

// Erases by law one record, a case with all that will ever be said in it, or what was deleted and every device has seen
// (erase.h, PROTOCOL.md, "Erasure"). How many records that were. NotFound for a record that the hub does not hold.
Result<int64_t> eraseRecord(const HubFolder& folder, const RecordId& record);
Result<int64_t> eraseCase(const HubFolder& folder, const Uuid& scope);
Result<int64_t> eraseDeleted(const HubFolder& folder, const Clock& clock);

// Lines of "name: value", without person data.
Result<std::string> describe(const HubFolder& folder);

} // namespace veikart::hub
