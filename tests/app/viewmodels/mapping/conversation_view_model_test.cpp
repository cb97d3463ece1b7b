// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/conversation_view_model.h"

#include "tests/app/viewmodels/office/office_world.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {

namespace {

enum Column { Key, Question, How, ClientAnswer, ClientText, JointAnswer, JointText, Comment, Options, Selected };

forms::Answer chosen(const std::string& key, size_t option) {
  forms::Answer answer;
  answer.state = forms::AnswerState::Answered;
  answer.codes = {forms::kisReconstruction().find(key)->options.at(option).code};
  return answer;
}

std::string firstCodedItem(const std::string& theme) {
  for (const forms::Item& item : forms::kisReconstruction().find(theme)->items)
    if (!item.options.empty())
      return item.linkId;
  FAIL("no question with alternatives in the theme");
  return {};
}

struct Page {
  OfficeWorld world;
  Mapping mapping;
  ui::ConversationViewModel model{world.context};

  Page() {
    mapping = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
    mapping.state = MappingState::InConversation;
    ok(world.tablet.store().save(mapping));
  }

  void open() {
    world.open();
    world.navigator.go(ui::Navigator::Conversation, mapping.caseId, mapping.id);
    settle(world.queue);
  }

  // The first question of the theme that has alternatives.
  ui::RowModel::Row row() {
    for (const ui::RowModel::Row& candidate : model.items()->rows())
      if (!candidate[Options].toStringList().isEmpty())
        return candidate;
    FAIL("no question with alternatives");
    return {};
  }

  ui::RowModel::Row rowOf(const QString& key) {
    for (const ui::RowModel::Row& candidate : model.items()->rows())
      if (candidate[Key] == key)
        return candidate;
    FAIL("the question is not on the page");
    return {};
  }
};

} // namespace

TEST_CASE("what is chosen together stands beside the client's answer, which stays", "[viewmodels][mapping]") {
  Page page;
  page.open();
  const QString key = page.row()[Key].toString();
  page.model.chooseTogether(key, 1);
  settle(page.world.queue);
  const ui::RowModel::Row row = page.rowOf(key);
  REQUIRE(row[JointAnswer].toString() == row[Options].toStringList().at(1));
  REQUIRE(row[Selected].value<QList<bool>>().at(1));
  REQUIRE(row[ClientAnswer].toString() == "Ikke besvart");
}

TEST_CASE("the sentence written together and the comment are kept in layers of their own", "[viewmodels][mapping]") {
  Page page;
  page.open();
  const QString key = page.row()[Key].toString();
  page.model.writeTogether(key, " Det går bedre nå. ");
  page.model.comment(key, "Tas opp med fastlegen.");
  settle(page.world.queue);
  const ui::RowModel::Row row = page.rowOf(key);
  REQUIRE(row[JointText].toString() == "Det går bedre nå.");
  REQUIRE(row[Comment].toString() == "Tas opp med fastlegen.");
  REQUIRE(row[ClientText].toString().isEmpty());
}

TEST_CASE("saving keeps the rows in place, so that what is being written stays", "[viewmodels][mapping]") {
  Page page;
  page.open();
  int resets = 0;
  QObject::connect(page.model.items(), &QAbstractItemModel::modelReset, [&resets] { ++resets; });
  page.model.comment(page.row()[Key].toString(), "Tas opp med fastlegen.");
  settle(page.world.queue);
  REQUIRE(resets == 0);
}

TEST_CASE("the talk does not end while the client's sensitive words are unread", "[viewmodels][mapping]") {
  Page page;
  const std::string inWords = firstCodedItem("helse");
  ok(page.world.tablet.store().saveAnswer(page.mapping.id, Layer::Client, inWords, chosen(inWords, 0)));
  ok(page.world.tablet.store().saveAnswer(page.mapping.id, Layer::Client, forms::freeTextKey(inWords),
                                          words("Jeg er redd hjemme.")));
  page.open();
  page.model.finish();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
  REQUIRE(page.model.unreadNotice().startsWith("Amina har skrevet noe som ingen har lest ennå"));

  page.model.next(); // it is read now
  settle(page.world.queue);
  page.model.finish();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conclusion);
}

} // namespace veikart::test
