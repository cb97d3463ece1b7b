// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/bench/sync_benchmarks.h"

#include "tests/bench/device.h"
#include "tests/platform/support/temporary_folder.h"

#include <array>
#include <map>

namespace veikart::bench {
namespace {

constexpr std::string_view kReviewedField = "narrative";

// What stands after all edits when A's narrative, or B's, is the one shown; other engines came to the same hashes.
constexpr int kOracleRecords = 10'000;
constexpr std::string_view kHashWhenAWins = "6a26ad2d93d165472bf0fe437bffe8676525d3866477b39fe362b6b11b1eb626";
constexpr std::string_view kHashWhenBWins = "2bcf6a02d34d2c164fa433f02542498587e1a7a60b90807b167c5eaa4fcd507d";

// The value of one replica where it stands beside another's; else the only one.
const Bytes& valueOf(const sync::Register& reg, const sync::ReplicaId& preferred) {
  for (const sync::Sibling& sibling : reg.siblings)
    if (sibling.dot.replica == preferred)
      return sibling.value;
  return reg.siblings.front().value;
}

std::string hashOf(const std::vector<sync::Record>& records, const sync::ReplicaId& preferred) {
  Bytes text;
  for (const sync::Record& record : records) { // in the order of their ids, which is that of their numbers
    text += makeCaseRecord(numberOf(record.id)).id;
    for (const auto& [name, reg] : record.fields)
      text.append(1, '\0').append(name).append("=").append(valueOf(reg, preferred));
    text += '\n';
  }
  return sha256Of(text);
}

// Registers in which two people's values wait for a third look.
int countConflicts(const std::vector<sync::Record>& records) {
  int count = 0;
  for (const sync::Record& record : records)
    for (const auto& [name, reg] : record.fields) {
      count += sync::isConflict(reg) ? 1 : 0;
      mustBe(!sync::isConflict(reg) || (name == kReviewedField && reg.siblings.size() == 2), "an unexpected conflict");
    }
  return count;
}

// One run: a new hub and two new devices.
class Run {
public:
  Run(const Options& options, std::span<const CaseRecord> records, std::map<std::string, Figure>& figures)
      : m_options(options), m_records(records), m_figures(figures), m_hub(m_folder / "hub"),
        m_a(m_hub, hub::Role::ResourcePerson, m_folder / "a.db"), m_b(m_hub, hub::Role::Supervisor, m_folder / "b.db") {
    m_a.foundScopes(records);
    static_cast<void>(m_a.sync());
    static_cast<void>(m_b.sync());
  }

  void write();
  void push();
  void bootstrap();
  void changeAFew();
  void doNothing();
  void editDoubly();

private:
  Figure& figure(const std::string& name, int n);
  void note(Figure& figure, const SyncCost& cost);
  void checkConverged();

  const Options& m_options;
  std::span<const CaseRecord> m_records;
  std::map<std::string, Figure>& m_figures;
  test::TemporaryFolder m_folder;
  HubProcess m_hub;
  Device m_a;
  Device m_b;
  BareEnd m_bareDevice{m_folder / "bare_device.db", BareEnd::Side::Device};
  BareEnd m_bareHub{m_folder / "bare_hub.db", BareEnd::Side::Hub};
  double m_bareDeviceMillis = 0;
  double m_bareBothMillis = 0;
};

Figure& Run::figure(const std::string& name, int n) {
  Figure& figure = m_figures[name];
  figure.name = name;
  figure.n = n;
  return figure;
}

void Run::note(Figure& figure, const SyncCost& cost) {
  figure.millis.push_back(cost.millis);
  figure.bytesUp = cost.bytesUp;
  figure.bytesDown = cost.bytesDown;
}

// Not a sync, but what comes before one: how the records got into the replica.
void Run::write() {
  const Stopwatch watch;
  m_a.writeAll(m_records);
  const double millis = watch.millis();
  const std::vector<BareRow> rows = m_a.rows();
  m_bareDeviceMillis = m_bareDevice.insert(rows);
  m_bareBothMillis = m_bareDeviceMillis + m_bareHub.insert(rows);
  Figure& written = figure("write_10k", m_options.scale.records);
  written.millis.push_back(millis);
  written.limitMillis.push_back(m_bareDeviceMillis);
}

void Run::push() {
  m_a.restart();
  const SyncCost cost = m_a.sync();
  mustBe(cost.report.pushed == m_options.scale.records, "not everything was pushed");
  Figure& pushed = figure("push_10k", m_options.scale.records);
  note(pushed, cost);
  pushed.limitMillis.push_back(m_bareBothMillis);
  pushed.counts = {{"hub_peak_bytes", m_hub.peakMemoryBytes()}};
}

void Run::bootstrap() {
  m_b.restart();
  const SyncCost cost = m_b.sync();
  mustBe(cost.report.pulled == m_options.scale.records, "not everything was pulled");
  Figure& pulled = figure("bootstrap_10k", m_options.scale.records);
  note(pulled, cost);
  pulled.limitMillis.push_back(m_bareBothMillis);
  pulled.counts = {{"hub_peak_bytes", m_hub.peakMemoryBytes()}};
}

void Run::changeAFew() {
  const int changed = m_options.scale.changed;
  const std::vector<int> numbers = routineNumbers(changed, m_options.scale.records);
  m_a.write(numbers, m_records, [](const CaseRecord&) { return routineEdit(); });
  std::vector<BareRow> rows;
  const std::vector<BareRow> all = m_a.rows();
  for (const int number : numbers)
    rows.push_back(all[static_cast<size_t>(number)]);
  const double limit = m_bareDevice.rewrite(rows) + m_bareHub.rewrite(rows);
  m_a.restart();
  Figure& pushed = figure("incremental_100_push", changed);
  note(pushed, m_a.sync());
  pushed.limitMillis.push_back(limit);
  m_b.restart();
  Figure& pulled = figure("incremental_100_pull", changed);
  note(pulled, m_b.sync());
  pulled.limitMillis.push_back(limit);
}

void Run::doNothing() {
  m_b.restart();
  note(figure("nothing_to_do_connecting", 1), m_b.sync());
  for (int i = 0; i < m_options.scale.idleSyncs; ++i)
    note(figure("nothing_to_do", 1), m_b.sync());
}

void Run::editDoubly() {
  const std::vector<int> numbers = doublyEditedNumbers(m_options.scale.doublyEdited, m_options.scale.records);
  m_a.write(numbers, m_records, editOfA);
  m_b.write(numbers, m_records, editOfB);
  m_a.restart();
  m_b.restart();
  SyncCost cost = m_a.sync();
  cost += m_b.sync();
  cost += m_a.sync();
  checkConverged();
  Figure& converged = figure("conflicts_1k", m_options.scale.doublyEdited);
  note(converged, cost);
  converged.counts = {{"waiting_for_review", m_options.scale.doublyEdited},
                      {"hub_peak_bytes", m_hub.peakMemoryBytes()}};
}

void Run::checkConverged() {
  const std::vector<sync::Record> onA = m_a.records();
  const std::vector<sync::Record> onB = m_b.records();
  mustBe(onA == onB, "the devices differ");
  mustBe(countConflicts(onA) == m_options.scale.doublyEdited, "a double edit is not waiting for review");
  if (m_options.scale.records != kOracleRecords)
    return;
  mustBe(hashOf(onA, m_a.replica().id()) == kHashWhenAWins, "an edit of A is lost");
  mustBe(hashOf(onA, m_b.replica().id()) == kHashWhenBWins, "an edit of B is lost");
}

struct Step {
  void (Run::*run)();
  std::vector<std::string> names;
};

const std::vector<Step>& steps() {
  static const std::vector<Step> steps = {{&Run::write, {"write_10k"}},
                                          {&Run::push, {"push_10k"}},
                                          {&Run::bootstrap, {"bootstrap_10k"}},
                                          {&Run::changeAFew, {"incremental_100_push", "incremental_100_pull"}},
                                          {&Run::doNothing, {"nothing_to_do_connecting", "nothing_to_do"}},
                                          {&Run::editDoubly, {"conflicts_1k"}}};
  return steps;
}

// Each step builds on those before it, so all up to the last one asked for are run.
size_t stepsAskedFor(const Options& options) {
  size_t count = 0;
  for (size_t i = 0; i < steps().size(); ++i)
    for (const std::string& name : steps()[i].names)
      count = options.wants(name) ? i + 1 : count;
  return count;
}

} // namespace

void runSyncBenchmarks(const Options& options) {
  const size_t count = stepsAskedFor(options);
  if (count == 0)
    return;
  std::vector<CaseRecord> records;
  for (int number = 0; number < options.scale.records; ++number)
    records.push_back(makeCaseRecord(number));
  std::map<std::string, Figure> figures;
  for (int i = 0; i < options.runs; ++i) {
    Run run(options, records, figures);
    for (size_t step = 0; step < count; ++step)
      (run.*steps()[step].run)();
  }
  for (const Step& step : steps())
    for (const std::string& name : step.names)
      if (options.wants(name) && figures.contains(name))
        print(figures.at(name));
}

} // namespace veikart::bench
