// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/status.h"

namespace veikart {

// From here on a crash leaves nothing of this process' memory: no core file, nothing for a program that the system
// hands cores to, and no other process of this user may read it (root may). The first act of every program, before it
// holds anything; exec takes half of it back, so the program that follows calls it anew. Io.
Status forbidCoreDumps();

} // namespace veikart
