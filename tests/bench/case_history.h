// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/case_store.h"

// Clients with a believable history, for what is measured in a store that has been in use. Free functions.
namespace veikart::bench {

inline constexpr int64_t kNow = 1'795'341'600'000; // 2026-11-22T10:00:00Z, when all of it is looked at

casework::StaffMember counsellor(int number);
casework::Mapping mappingOf(const casework::Id& caseId, const Clock& clock);

// The store of counsellor 0, made when there is none.
std::unique_ptr<store::CaseStore> openStore(const std::filesystem::path& file, const SecretBytes& key,
                                            const Clock& clock);

// Each has a person, a mapping, a goal, three contacts with a task each and the next appointment. They come in as pages
// from a hub do, and are shared out among `counsellors`. The ids of the cases.
std::vector<casework::Id> addCases(store::CaseStore& store, int cases, int counsellors, const Clock& clock);

} // namespace veikart::bench
