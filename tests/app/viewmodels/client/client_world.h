// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/client/survey_view_model.h"
#include "platform/base/clock.h"
#include "tests/platform/support/temporary_folder.h"

namespace veikart::test {

// Amina with the tablet: a real session store in a file of its own, and a vocabulary for what she does.
class Client {
public:
  explicit Client(forms::AnswerMode mode = forms::AnswerMode::Alone, const std::string& view = "mg2",
                  const forms::Questionnaire& form = forms::kisReconstruction()); // the form outlives her

  void takeUp(); // opens the session again, as after a pause or a crash, and begins
  void close();  // as the window's cross does
  void choose(const char* label);
  void chooseState(const char* label);
  void goTo(const std::string& linkId); // with Neste, from where the survey stands
  void next();
  void settle(); // until all that was said is saved or has failed

  bool isOffered(const char* stateLabel) const;
  QString question() const { return survey().question(); }
  QString textOf(const std::string& linkId) const;

  // What a crash at this moment would leave: the files as they lie on the disk, opened elsewhere.
  forms::Answers durable() const;
  Bytes everythingStored();

  ui::SurveyViewModel& survey() const { return *m_survey; }
  bool isReturned() const { return m_isReturned; }

private:
  std::unique_ptr<store::SessionStore> openStore(const std::filesystem::path& file) const;
  forms::Survey makeSurvey() const;

  TemporaryFolder m_folder;
  FakeClock m_clock{1'795'341'600'000};
  ui::ClientBrief m_brief;
  const forms::Questionnaire& m_form;
  std::unique_ptr<ui::SurveyViewModel> m_survey;
  bool m_isReturned = false;
};

} // namespace veikart::test
