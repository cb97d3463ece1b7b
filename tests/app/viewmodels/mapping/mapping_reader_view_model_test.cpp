// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/mapping_reader_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

TEST_CASE("a confirmed mapping is read with its conclusion, its answers and its mark", "[viewmodels][mapping]") {
  OfficeWorld world;
  const Mapping mapping = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
  ok(world.tablet.store().saveAnswer(mapping.id, Layer::Conclusion, "konkl.ressurser", words("To språk")));
  ok(world.tablet.store().saveAnswer(mapping.id, Layer::Conclusion, "konkl.veileder", words("Praksis fra januar")));
  world.tablet.sealed(mapping);
  ui::MappingReaderViewModel model(world.context);
  world.open();
  world.navigator.go(ui::Navigator::MappingReader, mapping.caseId, mapping.id);
  settle(world.queue);

  REQUIRE(model.name() == "Amina Hassan");
  REQUIRE(model.over().startsWith("KIS · bekreftet i dag"));
  REQUIRE(model.seal().startsWith("Bekreftet av Amina. Ingen kan endre dette."));
  REQUIRE(model.answers()->rowCount() > 0);
  const QList<ui::RowModel::Row> conclusion = model.conclusion()->rows();
  REQUIRE(conclusion.size() == 2);
  REQUIRE_FALSE(conclusion[0][2].toBool());
  REQUIRE(conclusion[1][2].toBool()); // the counsellor's own words
  REQUIRE(conclusion[1][0] == "Faglig vurdering fra Kari Moen");

  world.navigator.go(ui::Navigator::MappingReader, mapping.caseId, world.tablet.newId());
  REQUIRE(model.name().isEmpty());
  REQUIRE(model.conclusion()->rowCount() + model.answers()->rowCount() == 0);
  settle(world.queue);
  REQUIRE(model.name().isEmpty());
  REQUIRE(model.message() == "Dette finnes ikke lenger på nettbrettet.");
}

TEST_CASE("a mapping that is not confirmed says so", "[viewmodels][mapping]") {
  OfficeWorld world;
  const Mapping mapping = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
  ui::MappingReaderViewModel model(world.context);
  world.open();
  world.navigator.go(ui::Navigator::MappingReader, mapping.caseId, mapping.id);
  settle(world.queue);
  REQUIRE(model.over() == "KIS · ikke bekreftet");
  REQUIRE(model.seal().isEmpty());
}

} // namespace veikart::test
