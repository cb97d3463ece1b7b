// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/bench/program_benchmarks.h"

#include "sync/device/device_store.h"
#include "sync/protocol/tuning.h"
#include "tests/bench/device.h"
#include "tests/platform/support/temporary_folder.h"

#include <thread>

namespace veikart::bench {
namespace {

constexpr std::chrono::microseconds kGlance{500};
constexpr int64_t kKilledAtPercent = 40;

std::vector<CaseRecord> makeRecords(int count) {
  std::vector<CaseRecord> records;
  for (int number = 0; number < count; ++number)
    records.push_back(makeCaseRecord(number));
  return records;
}

// A folder of veikart-device, filled and looked into from here and synced by the program.
class ProgramDevice {
public:
  ProgramDevice(HubProcess& hub, hub::Role role, std::filesystem::path folder) : m_folder(std::move(folder)) {
    must(device::DeviceStore::create(m_folder, m_clock));
    sync::ReplicaId id;
    visit([&](const sync::Replica& replica) {
      id = replica.id();
      return Status();
    });
    const sync::Enrolment enrolment = hub.enrol(role, id);
    m_user = enrolment.userId;
    must(must(device::DeviceStore::open(m_folder, m_clock))->keep(enrolment));
  }

  void foundScopes(std::span<const CaseRecord> records) { write(foundingsOf(records, m_user)); }
  void writeAll(std::span<const CaseRecord> records) { write(writesOf(records)); }

  int64_t unsent() {
    int64_t count = 0;
    visit([&](const sync::Replica& replica) {
      count = must(replica.outbox()).records;
      return Status();
    });
    return count;
  }

  int64_t recordsInABatch() {
    size_t count = 0;
    visit([&](const sync::Replica& replica) {
      count = must(replica.pending(0, sync::tuning::kPushBatchBytes)).size();
      return Status();
    });
    return static_cast<int64_t>(count);
  }

  ChildProcess startSync() const { return {"veikart-device", {"sync", "--data", m_folder}, m_folder / "sync.log"}; }

  // One whole life of the program; how long it took and the most memory that it had.
  struct Cost {
    double millis = 0;
    int64_t peakBytes = 0;
  };
  Cost sync() const {
    const Stopwatch watch;
    ChildProcess session = startSync();
    Cost cost;
    for (int64_t peak = 0; (peak = session.peakMemoryBytes()) > 0; std::this_thread::sleep_for(kGlance))
      cost.peakBytes = peak;
    mustBe(session.waitForEnd(), "veikart-device did not come to its end");
    cost.millis = watch.millis();
    return cost;
  }

private:
  void visit(const std::function<Status(sync::Replica&)>& work) {
    must(must(device::DeviceStore::open(m_folder, m_clock))->visit(work));
  }
  void write(const std::vector<sync::RecordWrite>& writes) {
    visit([&](sync::Replica& replica) { return replica.write(writes); });
  }

  std::filesystem::path m_folder;
  SystemClock m_clock;
  Uuid m_user;
};

Figure figureOf(const std::string& name, int records) {
  Figure figure;
  figure.name = name;
  figure.n = records;
  return figure;
}

void note(Figure& figure, const ProgramDevice::Cost& cost, const HubProcess& hub) {
  figure.millis.push_back(cost.millis);
  figure.counts = {{"device_peak_bytes", cost.peakBytes}, {"hub_peak_bytes", hub.peakMemoryBytes()}};
}

void runFirstSyncs(const Options& options, int count, const std::string& size) {
  Figure pushed = figureOf("program_push_" + size, count);
  Figure pulled = figureOf("program_bootstrap_" + size, count);
  if (!options.wants(pushed.name) && !options.wants(pulled.name))
    return;
  const std::vector<CaseRecord> records = makeRecords(count);
  for (int run = 0; run < options.runs; ++run) {
    const test::TemporaryFolder folder;
    HubProcess hub(folder / "hub");
    ProgramDevice a(hub, hub::Role::ResourcePerson, folder / "a");
    const ProgramDevice b(hub, hub::Role::ResourcePerson, folder / "b");
    a.foundScopes(records);
    a.writeAll(records);
    note(pushed, a.sync(), hub);
    note(pulled, b.sync(), hub);
  }
  for (const Figure& figure : {pushed, pulled})
    if (options.wants(figure.name))
      print(figure);
}

void runKilledDevice(const Options& options) {
  Figure figure = figureOf("killed_at_40_percent", options.scale.records);
  if (!options.wants(figure.name))
    return;
  const std::vector<CaseRecord> records = makeRecords(figure.n);
  int64_t sentAgain = 0;
  int64_t batch = 0;
  for (int run = 0; run < options.runs; ++run) {
    const test::TemporaryFolder folder;
    HubProcess hub(folder / "hub");
    ProgramDevice device(hub, hub::Role::ResourcePerson, folder / "a");
    device.foundScopes(records);
    static_cast<void>(device.sync());
    const int64_t before = hub.lastNumber();
    device.writeAll(records);
    batch = device.recordsInABatch();
    {
      ChildProcess session = device.startSync();
      while (hub.lastNumber() - before < figure.n * kKilledAtPercent / 100)
        std::this_thread::sleep_for(kGlance);
      session.kill();
    }
    const int64_t lacking = figure.n - (hub.lastNumber() - before);
    sentAgain = std::max(sentAgain, device.unsent() - lacking);
    figure.millis.push_back(device.sync().millis);
    mustBe(device.unsent() == 0 && hub.lastNumber() - before == figure.n, "the push did not come to its end");
  }
  figure.counts = {{"sent_again", sentAgain}, {"batch", batch}};
  print(figure);
}

} // namespace

void runProgramBenchmarks(const Options& options) {
  runFirstSyncs(options, options.scale.records, "10k");
  runFirstSyncs(options, options.scale.manyRecords, "40k");
  runKilledDevice(options);
}

} // namespace veikart::bench
