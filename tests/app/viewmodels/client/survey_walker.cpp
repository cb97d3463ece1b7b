// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A client who answers the first questions of the survey and is cut off somewhere by the test that started this
// program.
//   survey_walker <session file> <key as hex>    prints each question as it shows, then "done"
#include "app/store/session_store.h"
#include "app/viewmodels/client/survey_view_model.h"
#include "platform/crypto/crypto.h"
#include "tests/app/viewmodels/client/survey_walk.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace veikart;
using namespace veikart::ui;

namespace {

// Answers the page that is shown and goes on; after kWalkedPages the program ends.
void answer(SurveyViewModel& survey, int& shown) {
  if (shown == test::kWalkedPages) {
    std::puts("done");
    std::fflush(stdout);
    return QCoreApplication::quit();
  }
  ++shown;
  std::puts(survey.question().toUtf8().constData());
  std::fflush(stdout);
  if (survey.input() == SurveyViewModel::Choice)
    survey.choose(0);
  else
    survey.write(QStringLiteral("mine ord"));
  survey.next();
}

} // namespace

int main(int argc, char* argv[]) {
  QCoreApplication application(argc, argv);
  if (argc != 3 || !crypto::initialize().ok())
    return 2;
  const SystemClock clock;
  const SecretBytes key = SecretBytes::copyOf(fromHex(argv[2]).value());
  Result<std::unique_ptr<store::SessionStore>> session =
      store::SessionStore::create(argv[1], key, test::walkedSubject(), {}, clock);
  Result<forms::Survey> survey = forms::Survey::create(forms::kisReconstruction(), "mg1");
  if (!session.ok() || !survey.ok())
    return 3;
  SurveyViewModel model(*std::move(session), {}, forms::kisReconstruction(), *std::move(survey), ClientBrief(), [] {});
  int shown = 0;
  const auto onPage = [&] { answer(model, shown); };
  QObject::connect(&model, &SurveyViewModel::pageShown, &model, onPage, Qt::QueuedConnection);
  QTimer::singleShot(0, &model, &SurveyViewModel::begin);
  return QCoreApplication::exec();
}
