// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/simulation/schedule.h"

#include "sync/record/late_write.h"

#include "tests/simulation/attachments.h"
#include "tests/simulation/erasures.h"
#include "tests/simulation/final_check.h"
#include "tests/simulation/must.h"
#include "tests/sync/grant_fields.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace veikart::simulation {

namespace {

using sync::Record;
using sync::RecordId;
using sync::ScopeId;
using sync::ScopeKind;

constexpr int64_t kHour = 60LL * 60 * 1000;
constexpr int64_t kDay = 24 * kHour;
constexpr int64_t kYear = 365 * kDay;
constexpr int kMendingRounds = 8;

// What kinds of trouble this schedule has: few at a time find more than all at once.
struct Trouble {
  int linePercent = 0;
  bool stops = false;   // tablets and hub
  bool backups = false; // the hub's store is set back
  bool images = false;  // a tablet's store is set back
  bool clocks = false;
  bool removals = false;
  bool erasures = false; // by law
  size_t pageBytes = 0;  // of the feed: everything in a page, or a few records
  size_t batchBytes = 0; // of a push: the same

  explicit Trouble(Random& random)
      : linePercent(std::array{0, 10, 40}[random.below(3)]), stops(random.chance(60)), backups(random.chance(25)),
        images(random.chance(25)), clocks(random.chance(40)), removals(random.chance(40)), erasures(random.chance(30)),
        pageBytes(random.chance(50) ? 1500 : sync::tuning::kPageBytes),
        batchBytes(random.chance(50) ? 700 : sync::tuning::kPushBatchBytes) {}
};

class Schedule {
public:
  Schedule(uint64_t seed, const Office& office, const std::filesystem::path& folder)
      : m_random(seed), m_trouble(m_random), m_members(office.members()), m_hub(folder / "hub", m_trouble.pageBytes) {
    for (size_t i = 0; i < m_members.size(); ++i)
      m_tablets.push_back(std::make_unique<SimulatedTablet>(folder / std::to_string(i), m_hub, m_members[i], m_random,
                                                            m_trouble.batchBytes));
  }

  Outcome run() {
    const size_t steps = 20 + m_random.below(120);
    for (size_t i = 0; i < steps; ++i)
      step();
    note("mend");
    mend();
    m_erasures.read();
    m_attachments.lose(m_erasures.contents());
    const std::string found = faultAtTheEnd(m_hub, m_tablets, m_written, m_erasures, m_wasSetBack);
    const std::string lacking = m_attachments.faultAtTheEnd(
        [this](SimulatedTablet& tablet) { return holdsForgottenScope(m_hub, tablet) || m_erasures.leave(tablet); });
    for (const std::string& fault : {found, lacking, m_attachments.faultOf(m_erasures.contents())})
      if (!fault.empty())
        return {fault, std::move(m_trace)};
    return {m_fault, std::move(m_trace)};
  }

private:
  SimulatedTablet& anyTablet() { return *m_tablets[m_random.below(m_tablets.size())]; }
  size_t numberOf(const SimulatedTablet& tablet) const {
    return static_cast<size_t>(
        std::ranges::find_if(m_tablets, [&](const auto& other) { return other.get() == &tablet; }) - m_tablets.begin());
  }
  void note(const std::string& line) { m_trace += line + "\n"; }
  void note(const SimulatedTablet& tablet, const std::string& line) {
    note("tablet " + std::to_string(numberOf(tablet)) + ": " + line);
  }

  void step() {
    passTime(static_cast<int64_t>(m_random.below(10'000)));
    SimulatedTablet& tablet = anyTablet();
    if (!tablet.isOn())
      startAgain(tablet);
    if (m_trouble.stops && m_random.chance(8))
      tablet.disk.stopAfter(1 + static_cast<int>(m_random.below(60)));
    const size_t kind = m_random.below(100);
    if (kind < 35)
      writeAgain(tablet);
    else if (kind < 50)
      writeNew(tablet);
    else if (kind < 55)
      openCase(tablet);
    else if (kind < 60)
      grant(tablet);
    else if (kind < 64)
      endGrant(tablet);
    else if (kind < 68)
      attach(tablet);
    else if (kind < 71)
      pack(tablet);
    else if (kind < 75)
      deliver(tablet);
    else if (kind < 88)
      sync(tablet);
    else
      troubled(tablet);
    if (tablet.disk.isStopped())
      startAgain(tablet);
  }

  void troubled(SimulatedTablet& tablet) {
    switch (m_random.below(7)) {
    case 0:
      if (m_trouble.stops)
        stopHub();
      return;
    case 1:
      if (m_trouble.backups)
        setHubBack();
      return;
    case 2:
      if (m_trouble.images)
        setTabletBack(tablet);
      return;
    case 3:
      if (m_trouble.clocks)
        setClock(tablet);
      return;
    case 4:
      if (m_trouble.removals)
        remove(tablet);
      return;
    case 5:
      if (m_trouble.erasures)
        erase();
      return;
    default:
      m_hub.handleLate();
    }
  }

  void passTime(int64_t millis) {
    m_hub.clock.advance(millis);
    for (const auto& tablet : m_tablets)
      tablet->clock.advance(millis);
  }

  // ---- what people do

  struct Pending {
    sync::RecordWrite write;
    std::set<Bytes> saw;
  };

  Bytes newValue() { return "w" + std::to_string(++m_values); }

  void write(SimulatedTablet& tablet, std::vector<sync::RecordWrite> writes) {
    std::vector<Pending> pending;
    for (sync::RecordWrite& write : writes) {
      const std::optional<Record> before = must(tablet.replica().load(write.id));
      pending.push_back({write, before ? valuesOf(*before, write.fields.front().name) : std::set<Bytes>()});
      if (tablet.erased().contains(write.id))
        pending.back().saw.merge(m_written.ownIn(numberOf(tablet), write.id, write.fields.front().name));
    }
    settleAll(tablet, std::move(pending), writes, tablet.replica().write(writes));
  }

  void settleAll(SimulatedTablet& tablet, std::vector<Pending> pending, std::span<const sync::RecordWrite> writes,
                 const Status& status) {
    std::string text = "write";
    for (const sync::RecordWrite& write : writes)
      text += " " + write.id.toString().substr(24) + "." + write.fields.front().name + "=" +
              (write.type == "note" ? write.fields.front().value : "…");
    note(tablet, text + " " + status.toString());
    if (status.ok())
      settle(tablet, pending);
    else
      settleAfterRestart(tablet, pending);
  }

  void settle(const SimulatedTablet& tablet, const std::vector<Pending>& pending) {
    for (const Pending& done : pending) {
      m_erasures.note(done.write);
      for (const sync::FieldWrite& field : done.write.fields)
        m_written.add(numberOf(tablet), {done.write.id, field.name, field.value}, done.saw);
    }
  }

  // Nobody knows yet whether a write that was cut short was stored. All of it was, or nothing.
  void settleAfterRestart(SimulatedTablet& tablet, const std::vector<Pending>& pending) {
    startAgain(tablet);
    size_t stored = 0;
    for (const Pending& cut : pending) {
      const std::optional<Record> after = must(tablet.replica().load(cut.write.id));
      const sync::FieldWrite& field = cut.write.fields.front();
      stored += after && valuesOf(*after, field.name).contains(field.value) ? 1 : 0;
    }
    if (stored == pending.size())
      settle(tablet, pending);
    else if (stored > 0)
      m_fault = "a part of one write was stored";
  }

  std::vector<Record> notesOf(SimulatedTablet& tablet) {
    std::vector<Record> records = must(tablet.replica().loadAll());
    std::erase_if(records, [&](const Record& record) {
      return record.type != "note" || (tablet.owner().isSupervisor && record.scope.kind == ScopeKind::Office);
    });
    return records;
  }

  void writeAgain(SimulatedTablet& tablet) {
    const std::vector<Record> records = notesOf(tablet);
    if (records.empty())
      return writeNew(tablet);
    const Record& record = records[m_random.below(records.size())];
    write(tablet, {{record.id, record.type, record.scope, {{fieldName(), newValue()}}}});
  }

  // With a field that makes a change a small part of the record.
  void writeNew(SimulatedTablet& tablet) {
    const std::vector<ScopeId> scopes = scopesOf(tablet);
    if (scopes.empty())
      return openCase(tablet);
    write(tablet, {{Uuid::makeV7(tablet.clock),
                    "note",
                    scopes[m_random.below(scopes.size())],
                    {{fieldName(), newValue()}, {"body", Bytes(300, '-')}}}});
  }

  // Some in one part, some in several.
  void attach(SimulatedTablet& tablet) {
    const std::vector<ScopeId> scopes = scopesOf(tablet);
    if (scopes.empty())
      return openCase(tablet);
    Bytes content = newValue();
    if (m_random.chance(30))
      content.resize(2 * sync::ContentTable::kPartBytes + m_random.below(sync::ContentTable::kPartBytes), '-');
    sync::RecordWrite record{
        Uuid::makeV7(tablet.clock), std::string(sync::kAttachmentType), scopes[m_random.below(scopes.size())], {}};
    const Status status = tablet.replica().attach(record, content);
    const sync::ContentId id = sync::ContentId::of(content);
    record.fields = {{std::string(sync::kContentField), id.toBytes()}};
    settleAll(tablet, {{record, {}}}, {&record, 1}, status);
    if (tablet.disk.isStopped())
      startAgain(tablet);
    m_attachments.add(tablet, {record.scope, id});
  }

  std::string fieldName() { return std::array{"a", "b", "c"}[m_random.below(3)]; }

  // Those that the tablet knows of and may write in: its office's, save a supervisor's, and its cases'.
  std::vector<ScopeId> scopesOf(SimulatedTablet& tablet) {
    std::vector<ScopeId> scopes;
    if (!tablet.owner().isSupervisor)
      scopes.push_back({ScopeKind::Office, m_hub.office});
    for (const Record& record : must(tablet.replica().loadAll()))
      if (record.scope.kind == ScopeKind::Case && std::ranges::find(scopes, record.scope) == scopes.end())
        scopes.push_back(record.scope);
    return scopes;
  }

  static sync::RecordWrite grantTo(const RecordId& id, const ScopeId& scope, const Uuid& user) {
    return {id, std::string(sync::kGrantType), scope, test::grantFields(user)};
  }

  // Any that the tablet knows, or restriction; also its own user's.
  void endGrant(SimulatedTablet& tablet) {
    std::vector<Record> records = must(tablet.replica().loadAll());
    std::erase_if(records, [](const Record& record) {
      return record.type != sync::kGrantType && record.type != sync::kRestrictionType;
    });
    if (records.empty())
      return;
    const Record& ended = records[m_random.below(records.size())];
    write(tablet, {{Uuid::makeV7(tablet.clock), std::string(sync::kGrantEndType), ended.scope,
                    test::grantEndFields(ended.id)}});
  }

  void openCase(SimulatedTablet& tablet) {
    const ScopeId scope{ScopeKind::Case, Uuid::makeV7(tablet.clock)};
    const Uuid& user = tablet.owner().user;
    const sync::RecordWrite grant = grantTo(sync::foundingGrant(scope), scope, user);
    write(tablet, {grant, {Uuid::makeV7(tablet.clock), "note", scope, {{"a", newValue()}}}});
  }

  // Or closes the scope to all whom none names.
  void grant(SimulatedTablet& tablet) {
    std::vector<ScopeId> scopes = scopesOf(tablet);
    std::erase_if(scopes, [](const ScopeId& scope) { return scope.kind != ScopeKind::Case; });
    if (scopes.empty())
      return;
    const ScopeId& scope = scopes[m_random.below(scopes.size())];
    if (m_random.chance(20))
      return write(tablet, {{Uuid::makeV7(tablet.clock), std::string(sync::kRestrictionType), scope, {{"level", ""}}}});
    const Uuid user = m_members[m_random.below(m_members.size())].user;
    sync::RecordWrite grant = grantTo(Uuid::makeV7(tablet.clock), scope, user);
    if (m_random.chance(20))
      grant.fields.push_back(
          {"until", test::cborMoment(m_hub.clock.nowMillis() + static_cast<int64_t>(m_random.below(kDay)))});
    write(tablet, {grant});
  }

  void remove(SimulatedTablet& tablet) {
    const std::vector<Record> records = notesOf(tablet);
    if (records.empty())
      return;
    const Record& record = records[m_random.below(records.size())];
    note(tablet, "remove " + record.id.toString().substr(24) + " " + tablet.replica().remove(record.id).toString());
  }

  // How far a tablet has read the hub notes once an hour.
  void erase() {
    if (m_random.chance(50))
      passTime(2 * kHour);
    std::vector<Record> records;
    for (const auto& [id, record] : recordsAt(m_hub))
      records.push_back(record);
    if (m_trouble.stops && m_random.chance(20))
      m_hub.disk.stopAfter(1 + static_cast<int>(m_random.below(20)));
    note("the office erases " + m_erasures.eraseAny(records, m_random));
    if (!m_hub.isUp())
      stopHub();
  }

  void sync(SimulatedTablet& tablet) {
    if (m_trouble.stops && m_random.chance(10))
      m_hub.disk.stopAfter(1 + static_cast<int>(m_random.below(60)));
    tablet.line.setFaults(m_trouble.linePercent);
    // Where machines stop, people don't write meanwhile: a write that is cut short is settled by a restart.
    const Result<sync::SyncReport> report = tablet.sync([&] {
      if (!m_trouble.stops && m_random.chance(15))
        writeAgain(tablet);
    });
    note(tablet, "sync " + (report.ok() ? "sent " + std::to_string(report->pushed) + ", refused " +
                                              std::to_string(report->refused) + ", got " +
                                              std::to_string(report->pulled) + (report->digestsAgree ? "" : ", DIFFERS")
                                        : report.status().toString()));
    if (report.ok() && !report->digestsAgree && !m_trouble.backups && !m_trouble.images)
      m_fault = "a session ended in difference, though nothing was ever set back";
    if (!m_hub.isUp())
      stopHub();
  }

  void pack(SimulatedTablet& tablet) { note(tablet, "packs parcels " + tablet.pack().toString()); }

  void deliver(SimulatedTablet& tablet) {
    tablet.line.setFaults(m_trouble.linePercent);
    const std::optional<Result<bool>> isSettled = tablet.deliverOne(m_random);
    if (isSettled)
      note(tablet, "delivers a parcel " + (isSettled->ok() ? std::string(**isSettled ? "settled" : "not settled")
                                                           : isSettled->status().toString()));
    if (!m_hub.isUp())
      stopHub();
  }

  // ---- what happens to them

  SimulatedDisk::End anyEnd() {
    return m_random.chance(50) ? SimulatedDisk::End::Killed : SimulatedDisk::End::PowerCut;
  }

  void startAgain(SimulatedTablet& tablet) {
    note(tablet, "stops and starts");
    tablet.stop(anyEnd(), m_random);
    tablet.start();
  }

  void stopHub() {
    note("hub stops and starts");
    m_hub.stop(anyEnd(), m_random);
    m_hub.start();
  }

  // What is in no store any more afterwards is gone for good.
  void setBack(const std::function<void()>& restore) {
    std::set<Written::Value> lost = heldAnywhere();
    std::set<Attachments::Attached> contents = m_attachments.held();
    restore();
    for (const Attachments::Attached& held : m_attachments.held())
      contents.erase(held);
    m_attachments.lose(contents);
    const std::set<Written::Value> held = heldAnywhere();
    for (const Written::Value& value : held)
      lost.erase(value);
    m_written.setAside(lost, held);
    m_wasSetBack = true;
  }

  // Also within what was kept as late.
  std::set<Written::Value> heldAnywhere() {
    std::set<Written::Value> values;
    const auto add = [&](const Record& record) {
      values.merge(allValuesOf(record));
      if (record.type == sync::kLateWriteType && !record.erased)
        values.merge(allValuesOf(broughtIn(record)));
    };
    for (const auto& [id, record] : recordsAt(m_hub))
      add(record);
    for (const auto& tablet : m_tablets)
      std::ranges::for_each(must(tablet->replica().loadAll()), add);
    return values;
  }

  void setHubBack() {
    if (m_hub.hasBackup() && m_random.chance(50)) {
      note("hub is set back");
      setBack([&] {
        m_hub.restore();
        m_hub.recover();
      });
    } else {
      note("hub is backed up");
      m_hub.backUp();
    }
  }

  // Only with nothing unsent: what else was written since the image is gone with the disk that held it.
  void setTabletBack(SimulatedTablet& tablet) {
    if (tablet.hasImage() && isAllSent(tablet)) {
      note(tablet, "is set back");
      setBack([&] { tablet.setBack(); });
    } else {
      note(tablet, "is copied");
      tablet.keepImage();
    }
  }

  static bool isAllSent(SimulatedTablet& tablet) {
    const sync::Outbox waiting = must(tablet.replica().outbox());
    return waiting.records + waiting.contents == 0;
  }

  void setClock(SimulatedTablet& tablet) {
    constexpr std::array<int64_t, 9> kOff = {-10 * kYear, -kDay,    -3 * 60'000, 0,         90'000,
                                             kDay,        kDay + 1, 2 * kDay,    10 * kYear};
    const int64_t off = kOff[m_random.below(kOff.size())];
    note(tablet, "clock off by " + std::to_string(off));
    tablet.clock.set(m_hub.clock.nowMillis() + off);
  }

  // ---- the end

  void mend() {
    stopHub();
    m_hub.handleLate();
    for (const auto& tablet : m_tablets) {
      if (tablet->disk.isStopped())
        startAgain(*tablet);
      tablet->disk.goOn();
      tablet->line.setFaults(0);
      tablet->clock.set(m_hub.clock.nowMillis());
    }
    for (int round = 0; round < kMendingRounds; ++round) {
      passTime(2 * kHour); // a full reading that did not help waits
      for (const auto& tablet : m_tablets) {
        const Result<sync::SyncReport> report = tablet->sync();
        note(*tablet,
             "last sync " + (report.ok() ? std::to_string(report->pushed) + " " + std::to_string(report->refused) +
                                               " " + std::to_string(report->pulled)
                                         : report.status().toString()));
        if (!report.ok())
          m_fault = "a tablet can't sync though nothing is wrong: " + report.status().toString();
        else if (round == kMendingRounds - 1 && !report->digestsAgree && !holdsForgottenScope(m_hub, *tablet))
          m_fault = "nothing to send, and the digests differ";
      }
    }
  }

  Random m_random;
  Trouble m_trouble;
  std::vector<SimulatedTablet::Owner> m_members;
  SimulatedHub m_hub;
  Tablets m_tablets;
  Written m_written;
  Attachments m_attachments{m_hub, m_tablets};
  Erasures m_erasures{m_hub};
  uint64_t m_values = 0;
  bool m_wasSetBack = false;
  std::string m_fault;
  std::string m_trace;
};

} // namespace

Outcome runSchedule(uint64_t seed, const Office& office, const std::filesystem::path& folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::copy(office.folder(), folder, std::filesystem::copy_options::recursive);
  seedEverything(seed);
  return Schedule(seed, office, folder).run();
}

} // namespace veikart::simulation
