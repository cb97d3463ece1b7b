// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/device_folder.h"

#include <QFuture>

#include <memory>

namespace veikart::ui {

// Handing the tablet to the client and taking it back (design §5). Unless they say otherwise, the functions below run
// on the store's thread.

// What becomes of a session of the mapping that is open already.
enum class OpenSession { GoesOn, IsSetAside }; // set aside: its answers can't be taken back, and stay as they are

// Begins a session for the mapping, or goes on with the one that is open; makes its file if there is none, with the
// client's earlier answers in it, and the brief for the client's process.
Result<std::shared_ptr<ClientBrief>> prepareHandover(store::CaseStore& cases, const DeviceFolder& folder,
                                                     const Uuid& mappingId, double textScale, const Clock& clock,
                                                     OpenSession open = OpenSession::GoesOn);

// What a page does with the brief: hands over, or leads to another client's answers, which come first. GUI thread.
void handOver(AppContext& context, const Result<std::shared_ptr<ClientBrief>>& brief);

// Joins the answers of the open session into its mapping, then destroys the session's store. Returns the mapping; none
// when the case was erased meanwhile: then they wait to be sent, and go to those who have it now. NotFound when no
// session is open.
Result<std::optional<casework::Mapping>> takeBack(store::CaseStore& cases, const DeviceFolder& folder,
                                                  const Clock& clock);

// Leaves the open session, whose answers can't be taken back, with its file and its key as they are, so that another
// can begin. Without an open session there is nothing to do.
Status setAside(store::CaseStore& cases);

} // namespace veikart::ui
