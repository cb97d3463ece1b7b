// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/record/scope_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::sync;

TEST_CASE("A scope is read back from its text", "[sync][record]") {
  const Uuid id = Uuid::parse("019f0000-0000-7000-8000-0000000000c1").value();
  CHECK(toText({ScopeKind::Case, id}) == "case:019f0000-0000-7000-8000-0000000000c1");
  for (const ScopeKind kind : {ScopeKind::Office, ScopeKind::Case, ScopeKind::KvpFile, ScopeKind::Staff})
    CHECK(scopeFromText(toText({kind, id})).value() == ScopeId{kind, id});
}

TEST_CASE("What is no scope is refused", "[sync][record]") {
  for (const char* text : {"", "case", "case:", ":019f0000-0000-7000-8000-0000000000c1", "case:x",
                           "shop:019f0000-0000-7000-8000-0000000000c1", "case:019f0000-0000-7000-8000-0000000000c1 "})
    CHECK(scopeFromText(text).status().code() == StatusCode::Invalid);
}
