// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/mapping/conversation_view_model.h"
#include "app/viewmodels/shared/unread_words.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// A conversation about Amina's mapping, open on Kari's tablet.
namespace veikart::test::conversation {

enum ConversationColumn {
  Key,
  Question,
  How,
  ClientAnswer,
  ClientText,
  JointAnswer,
  JointText,
  Comment,
  Options,
  Selected,
  IsMultiple,
  JointBy,
  CommentBy
};

inline forms::Answer chosen(const std::string& key, size_t option) {
  forms::Answer answer;
  answer.state = forms::AnswerState::Answered;
  answer.codes = {forms::kisReconstruction().find(key)->options.at(option).code};
  return answer;
}

inline std::string firstCodedItem(const std::string& theme) {
  for (const forms::Item& item : forms::kisReconstruction().find(theme)->items)
    if (!item.options.empty())
      return item.linkId;
  FAIL("no question with alternatives in the theme");
  return {};
}

struct Page {
  OfficeWorld world;
  Mapping mapping;
  ui::ConversationViewModel model{world.context, ui::DeviceFolder(world.tablet.folder().path())};

  Page() {
    mapping = world.tablet.startMapping(world.tablet.addCase("Amina", "Hassan"));
    mapping.state = MappingState::InConversation;
    ok(world.tablet.store().save(mapping));
  }

  void answer(const std::string& key, const forms::Answer& answer) {
    ok(world.tablet.store().saveAnswer(mapping.id, Layer::Client, key, answer));
  }

  void writeSomethingSensitive() {
    answer(firstCodedItem("helse"), chosen(firstCodedItem("helse"), 0));
    answer(forms::freeTextKey(firstCodedItem("helse")), words("Jeg er redd hjemme."));
  }

  void openTheme(const std::string& linkId) {
    const QList<ui::RowModel::Row>& themes = model.themes()->rows();
    for (int i = 0; i < themes.size(); ++i)
      if (themes[i][0].toString().toStdString() == linkId)
        return model.openTheme(i);
    FAIL("the theme is not listed");
  }

  // Whether all of the client's words in the theme are.
  bool isRead(const std::string& theme) {
    const auto unread = world.read([id = mapping.id](store::CaseStore& cases) { return ui::unreadThemes(cases, id); });
    return std::ranges::none_of(unread, [&theme](const forms::Item* item) { return item->linkId == theme; });
  }

  QString conclusion(const std::string& field) {
    const store::LayerAnswers layer =
        world.read([id = mapping.id](store::CaseStore& cases) { return cases.answers(id, Layer::Conclusion); });
    return QString::fromStdString(layer.at(field).answer.text);
  }

  bool isSaved() {
    return QTest::qWaitFor([this] { return !model.savedText().isEmpty(); });
  }

  void open() {
    world.open();
    comeBack();
  }
  void openWithUnreadWords() { // at the theme that they stand in
    writeSomethingSensitive();
    open();
    openTheme("helse");
  }
  void comeBack() {
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

} // namespace veikart::test::conversation
