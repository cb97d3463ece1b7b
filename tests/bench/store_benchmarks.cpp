// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/bench/store_benchmarks.h"

#include "app/casework/record_codec.h"
#include "app/forms/questionnaire.h"
#include "app/store/session_store.h"
#include "sync/record/canonical.h"
#include "tests/bench/bare_store.h"
#include "tests/bench/case_history.h"
#include "tests/platform/support/temporary_folder.h"

#include <functional>

namespace veikart::bench {
namespace {

using namespace casework;

// ── answer_commit ──

void gatherQuestions(const std::vector<forms::Item>& items, std::vector<const forms::Item*>& into) {
  for (const forms::Item& item : items) {
    if (forms::isQuestion(item))
      into.push_back(&item);
    gatherQuestions(item.items, into);
  }
}

forms::Answer answerTo(const forms::Item& item, int round) {
  forms::Answer answer;
  answer.state = forms::AnswerState::Answered;
  if (!item.options.empty())
    answer.codes = {item.options[static_cast<size_t>(round) % item.options.size()].code};
  else
    answer.text = "Fastlegen sa at vi skulle vente til over nyttår. " + std::to_string(round);
  return answer;
}

using Save = std::function<Status(const std::string& key, const forms::Answer& answer)>;

// Every question is answered once before anything is measured, so that the form is as full as it gets. Answers and
// bare commits take turns: what else the machine does meets both.
Figure measureAnswers(const std::string& name, const Options& options, const test::TemporaryFolder& folder,
                      const Save& save, const std::function<Bytes()>& recordBytes) {
  std::vector<const forms::Item*> questions;
  gatherQuestions(forms::kisReconstruction().themes(), questions);
  for (const forms::Item* question : questions)
    must(save(question->linkId, answerTo(*question, 0)));
  const Bytes bytes = recordBytes();
  BareCommit bare(folder / "bare.db");
  Figure figure;
  figure.name = name;
  figure.n = 1;
  figure.counts = {{"form_fields", questions.size()}, {"record_bytes", bytes.size()}};
  for (int i = 0; i < options.runs * options.scale.answers; ++i) {
    const forms::Item& question = *questions[static_cast<size_t>(i) % questions.size()];
    const forms::Answer answer = answerTo(question, i + 1);
    const Stopwatch watch;
    must(save(question.linkId, answer));
    figure.millis.push_back(watch.millis());
    figure.limitMillis.push_back(bare.commit(bytes));
  }
  return figure;
}

Figure measureSession(const Options& options) {
  const SystemClock clock;
  const test::TemporaryFolder folder;
  const store::SessionStore::Subject subject{Id::makeV7(clock), Id::makeV7(clock)};
  const auto session =
      must(store::SessionStore::create(folder / "session.db", SecretBytes::random(32), subject, {}, clock));
  return measureAnswers(
      "answer_commit", options, folder,
      [&](const std::string& key, const forms::Answer& answer) { return session->saveAnswer(key, answer); },
      [&] { return sync::encode(must(session->records()).front()); });
}

Figure measureCaseStore(const Options& options) {
  const SystemClock clock;
  const test::TemporaryFolder folder;
  const auto store = openStore(folder / "store.db", SecretBytes::random(32), clock);
  Person person;
  person.id = Id::makeV7(clock);
  Case file;
  file.id = Id::makeV7(clock);
  file.personId = person.id;
  file.counsellorId = counsellor(0).id;
  must(store->createCase(person, file));
  const Mapping mapping = mappingOf(file.id, clock);
  must(store->save(mapping));
  return measureAnswers(
      "answer_commit_in_case_store", options, folder,
      [&](const std::string& key, const forms::Answer& answer) {
        return store->saveAnswer(mapping.id, Layer::Client, key, answer);
      },
      [&] { return sync::encode(*must(store->replica().load(layerRecordId(mapping.id, Layer::Client)))); });
}

// ── open_case_in_10k ──

constexpr int kCounsellors = 200;

double openCase(store::CaseStore& store, const Id& caseId) {
  const Stopwatch watch;
  const store::CaseOverview overview = must(store.caseOverview(caseId));
  const double millis = watch.millis();
  mustBe(overview.contacts.size() == 3 && overview.tasks.size() == 3, "the case is not complete");
  return millis;
}

} // namespace

void runAnswerCommit(const Options& options) {
  if (options.wants("answer_commit"))
    print(measureSession(options));
  if (options.wants("answer_commit_in_case_store"))
    print(measureCaseStore(options));
}

// Cold: the first case after the store was opened, with nothing compiled and no page read. The file itself is in the
// system's memory.
void runOpenCase(const Options& options) {
  if (!options.wants("open_case_in_10k") && !options.wants("open_case_in_10k_first"))
    return;
  const SystemClock clock;
  const test::TemporaryFolder folder;
  const SecretBytes key = SecretBytes::random(32);
  const std::vector<Id> cases =
      addCases(*openStore(folder / "store.db", key, clock), options.scale.cases, kCounsellors, clock);
  Figure first{"open_case_in_10k_first", 1, {}, {}, 0, 0, {{"cases", options.scale.cases}}};
  Figure later{"open_case_in_10k", 1, {}, {}, 0, 0, {{"cases", options.scale.cases}}};
  size_t at = 0;
  for (int run = 0; run < options.runs; ++run) {
    const auto store = openStore(folder / "store.db", key, clock);
    for (int i = 0; i < options.scale.openings; ++i) {
      at = (at + 7'919) % cases.size(); // a prime, so that every case comes before any comes again
      (i == 0 ? first : later).millis.push_back(openCase(*store, cases[at]));
    }
  }
  print(first);
  print(later);
}

} // namespace veikart::bench
