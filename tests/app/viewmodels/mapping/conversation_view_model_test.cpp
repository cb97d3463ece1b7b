// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/app/viewmodels/mapping/conversation_world.h"
#include "tests/platform/support/full_disk.h"

namespace veikart::test {

using namespace conversation;

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
  REQUIRE(page.isSaved());
  const ui::RowModel::Row row = page.rowOf(key);
  REQUIRE(row[JointText].toString() == "Det går bedre nå.");
  REQUIRE(row[Comment].toString() == "Tas opp med fastlegen.");
  REQUIRE(row[ClientText].toString().isEmpty());
}

TEST_CASE("each layer says who wrote in it and when", "[viewmodels][mapping]") {
  Page page;
  Tablet jonas("Jonas", "Lie");
  jonas.receive(page.world.tablet);
  const std::string key = firstCodedItem("om-deg");
  ok(jonas.store().saveAnswer(page.mapping.id, Layer::Comment, key, words("Snakker godt norsk")));
  page.world.tablet.receive(jonas);
  page.open();
  const QString row = QString::fromStdString(key);
  REQUIRE(page.rowOf(row)[CommentBy].toString() == "Jonas Lie, i dag");
  REQUIRE(page.rowOf(row)[JointBy].toString().isEmpty());
  page.model.writeTogether(row, "Det går bra.");
  page.model.comment(row, "Snakker og skriver godt norsk");
  REQUIRE(page.isSaved());
  REQUIRE(page.rowOf(row)[CommentBy].toString() == "Kari Moen, i dag");
  REQUIRE(page.rowOf(row)[JointBy].toString() == "Kari Moen, i dag");
}

TEST_CASE("saving keeps the rows in place, so that what is being written stays", "[viewmodels][mapping]") {
  Page page;
  page.open();
  int resets = 0;
  QObject::connect(page.model.items(), &QAbstractItemModel::modelReset, [&resets] { ++resets; });
  page.model.comment(page.row()[Key].toString(), "Tas opp med fastlegen.");
  REQUIRE(page.isSaved());
  REQUIRE(resets == 0);
}

TEST_CASE("whoever comes back to the talk comes back to the theme that was left", "[viewmodels][mapping]") {
  Page page;
  page.writeSomethingSensitive();
  const Mapping olas = page.world.tablet.startMapping(page.world.tablet.addCase("Ola", "Nordli"));
  page.open();
  const QString first = page.model.themeTitle();
  page.openTheme("helse");
  page.model.markRead();
  settle(page.world.queue);
  page.model.next();
  settle(page.world.queue);
  const QString left = page.model.themeTitle();
  page.model.finish();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conclusion);
  page.comeBack();
  REQUIRE(page.model.themeTitle() == left);
  REQUIRE(left != first);
  page.world.navigator.go(ui::Navigator::Conversation, olas.caseId, olas.id);
  settle(page.world.queue);
  REQUIRE(page.model.themeTitle() == first);
}

TEST_CASE("seeing it differently leads to where that is written, and names each theme once", "[viewmodels][mapping]") {
  Page page;
  page.open();
  QStringList fields;
  QObject::connect(&page.model, &ui::ConversationViewModel::leavesForConclusion, &page.world.queue,
                   [&fields](const QString& field) { fields.append(field); });
  const QString theme = page.model.themeTitle();
  for (int time = 0; time < 2; ++time) {
    page.model.seeDifferently();
    settle(page.world.queue);
    page.comeBack();
  }
  page.model.next();
  settle(page.world.queue);
  const QString following = page.model.themeTitle();
  page.model.seeDifferently();
  settle(page.world.queue);
  REQUIRE(fields == QStringList{"konkl.uenig", "konkl.uenig", "konkl.uenig"});
  REQUIRE(page.conclusion("konkl.uenig") == theme + ": \n" + following + ": ");
}

TEST_CASE("what is typed is saved after a short rest, and until then nothing says that it is",
          "[viewmodels][mapping]") {
  Page page;
  page.open();
  REQUIRE(page.isSaved());
  page.model.comment(page.row()[Key].toString(), "Tas opp med fastlegen.");
  REQUIRE(page.model.savedText().isEmpty());
  REQUIRE(page.isSaved());
}

TEST_CASE("on a full disk the words stay on the page, and nothing leads on until they are saved",
          "[viewmodels][mapping]") {
  Page page;
  page.open();
  const QString theme = page.model.themeTitle();
  const QString key = page.row()[Key].toString();
  {
    const FullDisk full;
    page.model.comment(key, "Tas opp med fastlegen.");
    page.model.next();
    page.model.seeDifferently();
    page.model.leave();
    settle(page.world.queue);
    REQUIRE(page.model.themeTitle() == theme);
    REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
    REQUIRE(page.model.savedText().isEmpty());
    REQUIRE(page.model.message().startsWith("Nettbrettet er fullt."));
    REQUIRE(page.model.message().contains("trygt"));
    REQUIRE(page.rowOf(key)[Comment].toString() == "Tas opp med fastlegen.");
  }
  page.model.chooseTogether(key, 1);
  settle(page.world.queue);
  REQUIRE_FALSE(page.model.message().isEmpty()); // what is saved now does not hide what is not
  page.model.next();
  settle(page.world.queue);
  REQUIRE(page.model.themeTitle() != theme);
  REQUIRE(page.model.message().isEmpty());
  ui::ConversationViewModel again(page.world.context, ui::DeviceFolder(page.world.tablet.folder().path()));
  page.comeBack();
  REQUIRE(again.items()->rows().at(0).at(Comment).toString() + again.items()->rows().at(1).at(Comment).toString() ==
          "Tas opp med fastlegen.");
}

TEST_CASE("pressing twice does not pass a theme by", "[viewmodels][mapping]") {
  Page page;
  page.open();
  const QString second = page.model.nextText();
  page.model.next();
  page.model.next();
  settle(page.world.queue);
  REQUIRE(second == "Neste: " + page.model.themeTitle());
}

TEST_CASE("a joint choice that is chosen again is taken back", "[viewmodels][mapping]") {
  Page page;
  page.open();
  const QString key = page.row()[Key].toString();
  page.model.chooseTogether(key, 1);
  page.model.chooseTogether(key, 1);
  REQUIRE(page.isSaved());
  REQUIRE(page.rowOf(key)[JointAnswer].toString().isEmpty());
  REQUIRE_FALSE(page.rowOf(key)[Selected].value<QList<bool>>().contains(true));
}

TEST_CASE("the themes are those of the view and those that were answered, or all", "[viewmodels][mapping]") {
  Page page;
  page.mapping.view = "screening";
  ok(page.world.tablet.store().save(page.mapping));
  SECTION("an answer outside the view brings its theme") {
    page.writeSomethingSensitive();
    page.open();
    page.openTheme("helse");
    REQUIRE(page.rowOf(QString::fromStdString(firstCodedItem("helse")))[ClientText] == "«Jeg er redd hjemme.»");
  }
  SECTION("all fields show every theme") {
    page.open();
    const int few = page.model.themes()->rowCount();
    page.model.showAllFields(true);
    REQUIRE(page.model.themes()->rowCount() == static_cast<int>(forms::kisReconstruction().themes().size()));
    page.model.showAllFields(false);
    REQUIRE(page.model.themes()->rowCount() == few);
    REQUIRE(few < static_cast<int>(forms::kisReconstruction().themes().size()));
  }
}

TEST_CASE("of a theme passed over only that is shown, and the questions can still be talked about",
          "[viewmodels][mapping]") {
  Page page;
  page.writeSomethingSensitive();
  forms::Answer passedOver;
  passedOver.state = forms::AnswerState::Declined;
  page.answer("helse", passedOver);
  page.open();
  page.openTheme("helse");
  const ui::RowModel::Row row = page.rowOf(QString::fromStdString(firstCodedItem("helse")));
  REQUIRE(row[ClientAnswer] == "Hoppet over temaet");
  REQUIRE(row[ClientText].toString().isEmpty());
  REQUIRE(page.model.items()->rowCount() > 1);
  page.model.finish();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conclusion);
}

TEST_CASE("another mapping shows nothing of the one before, and nothing can be done until it is read",
          "[viewmodels][mapping]") {
  Page page;
  const Mapping olas = page.world.tablet.startMapping(page.world.tablet.addCase("Ola", "Nordli"));
  page.open();
  const QString key = page.row()[Key].toString();
  {
    const HeldStore held(page.world.queue);
    page.world.navigator.go(ui::Navigator::Conversation, olas.caseId, olas.id);
    REQUIRE(page.model.clientName().isEmpty());
    REQUIRE(page.model.items()->rowCount() == 0);
    REQUIRE(page.model.savedText().isEmpty());
    page.model.comment(key, "Ikke til Ola");
    page.model.finish();
  }
  settle(page.world.queue);
  REQUIRE(page.model.clientName() == "Ola");
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);

  page.world.navigator.go(ui::Navigator::Conversation, olas.caseId, page.world.tablet.newId());
  settle(page.world.queue);
  REQUIRE(page.model.message() == "Dette finnes ikke lenger på nettbrettet.");
  REQUIRE(page.model.clientName().isEmpty());
  page.model.leave();
  REQUIRE(page.world.navigator.page() == ui::Navigator::CasePage);
}

TEST_CASE("a mapping that began in a form the app lacks is not read in the words of another", "[viewmodels][mapping]") {
  Page page;
  page.mapping.formHash = "a later form";
  ok(page.world.tablet.store().save(page.mapping));
  page.writeSomethingSensitive();
  page.open();
  REQUIRE(page.model.message().startsWith("Denne kartleggingen begynte med et skjema som appen ikke har."));
  REQUIRE(page.model.themes()->rowCount() == 0);
  REQUIRE(page.model.items()->rowCount() == 0);
  page.model.showAllFields(true);
  page.model.next();
  page.model.finish();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
  page.model.leave();
  REQUIRE(page.world.navigator.page() == ui::Navigator::CasePage);
}

TEST_CASE("what came from another tablet meanwhile stays when the talk goes on to the conclusion",
          "[viewmodels][mapping]") {
  Page page;
  page.open();
  page.world.queue.write([id = page.mapping.id](store::CaseStore& cases) {
    Mapping mapping = ok(cases.mapping(id));
    mapping.othersPresent = "Søsteren";
    return cases.save(mapping);
  });
  page.model.finish();
  settle(page.world.queue);
  const Mapping now = page.world.read([id = page.mapping.id](store::CaseStore& cases) { return cases.mapping(id); });
  REQUIRE(now.state == MappingState::Concluding);
  REQUIRE(now.othersPresent == "Søsteren");
}

TEST_CASE("an outcome that comes when another client's talk is open leads nowhere and marks nothing",
          "[viewmodels][mapping]") {
  Page page;
  const Mapping olas = page.world.tablet.startMapping(page.world.tablet.addCase("Ola", "Nordli"));
  page.open();
  const QString first = page.model.themeTitle();
  {
    const HeldStore busy(page.world.queue);
    SECTION("of a theme that was gone through") {
      page.model.next();
    }
    SECTION("of the way to the conclusion") {
      page.model.finish();
    }
    page.world.navigator.go(ui::Navigator::Conversation, olas.caseId, olas.id);
  }
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
  REQUIRE(page.model.clientName() == "Ola");
  REQUIRE(page.model.themeTitle() == first);
  for (const ui::RowModel::Row& theme : page.model.themes()->rows())
    REQUIRE_FALSE(theme[2] == "gjennomgått");
}

} // namespace veikart::test
