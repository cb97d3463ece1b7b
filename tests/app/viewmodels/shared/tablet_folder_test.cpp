// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/tablet_folder.h"

#include "platform/base/files.h"
#include "tests/platform/support/temporary_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace veikart::test {

namespace {

struct Place {
  TemporaryFolder root;
  ui::TabletFolder tablet{root.path()};

  void put(const std::filesystem::path& path, BytesView content = "x") {
    std::filesystem::create_directories((root / path).parent_path());
    REQUIRE(writeFileDurably(root / path, content).ok());
  }
  bool has(const std::filesystem::path& path) { return std::filesystem::exists(root / path); }
};

} // namespace

TEST_CASE("a tablet that kept its one user's files in the root is laid out anew, also after a stop in the middle",
          "[viewmodels][tablet]") {
  Place place;
  const bool wasStopped = GENERATE(false, true);
  place.put(wasStopped ? "users/first.new/store.db" : "store.db", "the store");
  place.put("key.json");
  place.put("profile.json", R"({"firstName": "Kari"})");
  place.put("sessions/session-1.db");
  REQUIRE(place.tablet.prepare().ok());
  const std::vector<ui::TabletFolder::User> users = place.tablet.users();
  REQUIRE(users.size() == 1);
  CHECK(users.front().firstName == "Kari");
  const ui::DeviceFolder folder = place.tablet.folderOf(users.front().folderName);
  CHECK(readFile(folder.storeFile(), 100).value() == "the store");
  CHECK(std::filesystem::exists(folder.sessionFile("session-1.db")));
  CHECK_FALSE(place.has("key.json"));
  REQUIRE(place.tablet.prepare().ok());
  CHECK(place.tablet.users().size() == 1);
}

TEST_CASE("a store that was being made when the app stopped goes, one whose key is lost stays",
          "[viewmodels][tablet]") {
  Place place;
  place.put("users/new/key.json");
  place.put("users/new/store.db");
  REQUIRE(place.tablet.folderOf("new").markUnfinished().ok());
  place.put("users/keyless/store.db");
  CHECK(place.tablet.users().empty());
  REQUIRE(place.tablet.prepare().ok());
  CHECK_FALSE(place.has("users/new"));
  CHECK(place.has("users/keyless/store.db"));
}

TEST_CASE("of a store that is destroyed its parcels alone stay", "[viewmodels][tablet]") {
  Place place;
  for (const char* file : {"key.json", "store.db", "store.db-wal", "enrolment", "profile.json", "sessions/s.db"})
    place.put(std::filesystem::path("users/kari") / file);
  const bool hasParcels = GENERATE(false, true);
  if (hasParcels)
    place.put("users/kari/parcels/1.parcel");
  REQUIRE(place.tablet.folderOf("kari").destroy().ok());
  CHECK(place.tablet.users().empty());
  CHECK(place.has("users/kari") == hasParcels);
  CHECK(place.has("users/kari/parcels/1.parcel") == hasParcels);
  CHECK_FALSE(place.has("users/kari/store.db"));
  CHECK_FALSE(place.has("users/kari/sessions/s.db"));
}

} // namespace veikart::test
