// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/rules.h"
#include "platform/base/files.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::test;

namespace {

std::string asUtf16(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii)
    wide.append({c, '\0'});
  return wide;
}

void checkNowhere(const std::filesystem::path& folder, std::string_view secret) {
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    INFO(file.path().filename() << " " << secret);
    const Bytes content = ok(readFile(file.path(), 64'000'000));
    CHECK(content.find(secret) == Bytes::npos);
    CHECK(content.find(asUtf16(secret)) == Bytes::npos);
  }
}

} // namespace

TEST_CASE("no name, number or answer can be read in the store's files", "[app][store][privacy]") {
  Tablet kari("Kari");
  const Id caseId = kari.addCase("Xerxes", "Qvigstad");
  Person person = ok(kari.store().caseOverview(caseId)).person;
  person.nationalId = inventedNationalId("1992-03-04", 0);
  ok(kari.store().save(person, caseId));
  const Mapping mapping = kari.startMapping(caseId);
  const store::HandoverSession session = ok(kari.store().beginHandover(mapping.id));
  const auto client = ok(store::SessionStore::create(kari.folder() / session.fileName, session.key,
                                                     {mapping.id, caseId}, {}, kari.clock()));
  ok(client->saveAnswer("helse.na.tekst", words("Zinkgruvene")));
  ok(kari.store().finishHandover(session.id, {ok(client->records()), {}, false, client->replica()}));
  ok(kari.store().keepDraft({caseId}, "Sinkverket"));
  for (const std::string& secret : {std::string("Xerxes"), std::string("Qvigstad"), std::string("qvigstad"),
                                    std::string("Zinkgruvene"), std::string("Sinkverket"), person.nationalId})
    checkNowhere(kari.folder().path(), secret);
  kari.close();
  checkNowhere(kari.folder().path(), "Qvigstad");
}

TEST_CASE("a store does not open with another key, and is left as it is", "[app][store][privacy]") {
  Tablet kari("Kari");
  kari.addCase("Amina", "Hassan");
  kari.close();
  const Bytes before = ok(readFile(kari.folder() / "store.db", 64'000'000));
  const auto opened = store::CaseStore::open(kari.folder() / "store.db", SecretBytes::random(32), kari.clock());
  CHECK(opened.status().code() == StatusCode::WrongKey);
  CHECK(ok(readFile(kari.folder() / "store.db", 64'000'000)) == before);
}
