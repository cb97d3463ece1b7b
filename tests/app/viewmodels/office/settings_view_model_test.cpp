// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/office/settings_view_model.h"

#include "platform/base/files.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

TEST_CASE("the text size that was chosen is there at the next start, beside the name", "[viewmodels][settings]") {
  OfficeWorld world;
  world.open();
  const ui::DeviceFolder folder(world.tablet.folder().path());
  REQUIRE(folder.saveFirstName("Kari").ok());
  {
    ui::SettingsViewModel model(world.context, world.sync, folder);
    REQUIRE(model.textScale() == 1.0);
    model.setTextScale(1.5);
    REQUIRE(model.textScale() == 1.5);
    settle(world.queue);
    REQUIRE(model.message().isEmpty());
  }
  REQUIRE(ui::SettingsViewModel(world.context, world.sync, folder).textScale() == 1.5);
  REQUIRE(folder.firstName() == "Kari");
}

TEST_CASE("a text size that could not be kept is told", "[viewmodels][settings]") {
  OfficeWorld world;
  world.open();
  ui::SettingsViewModel model(world.context, world.sync, ui::DeviceFolder(world.tablet.folder() / "no such folder"));
  model.setTextScale(2.0);
  settle(world.queue);
  REQUIRE(model.textScale() == 2.0);
  REQUIRE_FALSE(model.message().isEmpty());
}

TEST_CASE("a profile that can't be read gives the usual text size", "[viewmodels][settings]") {
  const TemporaryFolder place;
  const ui::DeviceFolder folder(place.path());
  for (const char* text : {"", "no json", "[]", R"({"textScale": "large"})", R"({"textScale": 0.1})"}) {
    REQUIRE(writeFileDurably(place / "profile.json", text).ok());
    REQUIRE(folder.textScale() == 1.0);
  }
  REQUIRE(writeFileDurably(place / "profile.json", R"({"textScale": 90})").ok());
  REQUIRE(folder.textScale() == 2.0);
}

} // namespace veikart::test
