// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/app/viewmodels/mapping/conversation_world.h"

namespace veikart::test {

using namespace conversation;

TEST_CASE("the talk does not end while the client's sensitive words are unread", "[viewmodels][mapping]") {
  Page page;
  page.writeSomethingSensitive();
  page.open();
  SECTION("by going to the conclusion") {
    page.model.finish();
  }
  SECTION("by seeing it differently") {
    page.model.seeDifferently();
  }
  SECTION("by going back to the case") {
    page.model.leave();
  }
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
  REQUIRE(page.model.unreadNotice().startsWith("Amina har skrevet noe som ingen har lest ennå"));
  REQUIRE(page.model.themeTitle() == "Helse");
  REQUIRE_FALSE(page.isRead("helse"));

  page.model.markRead();
  settle(page.world.queue);
  REQUIRE(page.isRead("helse"));
  REQUIRE(page.model.unreadNotice().isEmpty());
  page.model.finish();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conclusion);
}

TEST_CASE("nothing but «Lest» makes sensitive words read, however often it is pressed", "[viewmodels][mapping]") {
  Page page;
  page.openWithUnreadWords();
  REQUIRE_FALSE(page.model.unreadNotice().isEmpty());
  for (int time = 0; time < 2; ++time) {
    SECTION("by going on") {
      page.model.next();
    }
    SECTION("by going back") {
      page.model.previous();
    }
    SECTION("by opening a theme at the side") {
      page.model.openTheme(0);
    }
    SECTION("by going to the conclusion") {
      page.model.finish();
    }
    SECTION("by seeing it differently") {
      page.model.seeDifferently();
    }
    settle(page.world.queue);
  }
  REQUIRE_FALSE(page.isRead("helse"));
  page.model.finish();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
  page.model.leave();
  REQUIRE_FALSE(page.isRead("helse"));
}

TEST_CASE("whoever is led to unread words is led to the top of them, also where they stood already",
          "[viewmodels][mapping]") {
  Page page;
  page.openWithUnreadWords();
  int led = 0;
  QObject::connect(&page.model, &ui::ConversationViewModel::ledToUnread, [&led] { ++led; });
  page.model.finish();
  REQUIRE(led == 1);
}

TEST_CASE("what unread words stood in the way of goes on when they are read", "[viewmodels][mapping]") {
  Page page;
  page.writeSomethingSensitive();
  page.answer(forms::freeTextKey(firstCodedItem("bolig")), words("Hos en venn."));
  page.open();
  const QString seenDifferently = page.model.themeTitle();
  page.model.seeDifferently();
  page.model.seeDifferently(); // the same button, in a theme that it led to
  settle(page.world.queue);
  REQUIRE(page.model.themeTitle() == "Helse");
  page.model.markRead();
  page.model.markRead();
  settle(page.world.queue);
  REQUIRE(page.model.themeTitle() == "Helse"); // a second press reads nothing in the next one
  SECTION("about the theme that it was said of") {
    page.model.seeDifferently();
    REQUIRE(page.model.themeTitle() != "Helse");
    page.model.markRead();
    settle(page.world.queue);
    REQUIRE(page.world.navigator.page() == ui::Navigator::Conclusion);
    REQUIRE(page.conclusion("konkl.uenig") == seenDifferently + ": ");
  }
  SECTION("unless another theme was opened since") {
    page.openTheme("bolig");
    page.model.markRead();
    settle(page.world.queue);
    REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
  }
}

TEST_CASE("what is seen differently in a theme that going on led to is written before going on",
          "[viewmodels][mapping]") {
  Page page;
  page.writeSomethingSensitive();
  page.open();
  page.model.finish();
  settle(page.world.queue);
  REQUIRE(page.model.themeTitle() == "Helse");
  page.model.seeDifferently();
  SECTION("at once") {}
  SECTION("also when going on is asked for once more") {
    page.model.finish();
  }
  page.model.markRead();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conclusion);
  REQUIRE(page.conclusion("konkl.uenig") == "Helse: ");
}

TEST_CASE("what the client writes after a reading has to be read as well", "[viewmodels][mapping]") {
  Page page;
  page.openWithUnreadWords();
  page.model.markRead();
  settle(page.world.queue);
  page.world.queue.write([id = page.mapping.id](store::CaseStore& cases) {
    return cases.saveAnswer(id, Layer::Client, forms::freeTextKey(firstCodedItem("helse")), words("Og han drikker."));
  });
  page.comeBack();
  REQUIRE_FALSE(page.model.unreadNotice().isEmpty());
  page.openTheme("om-deg");
  page.model.finish();
  settle(page.world.queue);
  REQUIRE(page.world.navigator.page() == ui::Navigator::Conversation);
  REQUIRE(page.model.themeTitle() == "Helse");
  REQUIRE_FALSE(page.isRead("helse"));
}

TEST_CASE("whoever has been shown the unread words can leave them for later", "[viewmodels][mapping]") {
  Page page;
  page.writeSomethingSensitive();
  page.open();
  page.model.leave();
  page.model.leave();
  REQUIRE(page.world.navigator.page() == ui::Navigator::CasePage);
}

} // namespace veikart::test
