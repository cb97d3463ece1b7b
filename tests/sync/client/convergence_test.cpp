// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"
#include "sync/protocol/tuning.h"
#include "sync/record/byte_stream.h"
#include "sync/record/deletion.h"
#include "tests/sync/client/tablet.h"
#include "tests/sync/hub/relay.h"

#include <catch2/catch_test_macros.hpp>

namespace veikart::test {
namespace {

HttpResponse unspoilt(const HttpRequest&, HttpResponse response) {
  return response;
}

struct Office {
  TestHub hub;
  Uuid kari = hub.addUser(hub::Role::ResourcePerson);
  Uuid ola = hub.addUser(hub::Role::ResourcePerson);
  Uuid leader = hub.addUser(hub::Role::Supervisor);
};

TEST_CASE("two tablets and their hub come to hold the same", "[sync][client]") {
  Office office;
  Tablet a(office.hub, office.kari);
  Tablet b(office.hub, office.ola);
  a.write(1, "text", "from a");
  a.write(2, "text", "by both: a");
  b.write(2, "text", "by both: b");
  b.write(3, "text", "from b");
  a.syncWell();
  b.syncWell();
  a.syncWell();
  REQUIRE(a.state() == b.state());
  REQUIRE(a.read(2, "text") == "by both: a|by both: b");
  REQUIRE(b.read(1, "text") == "from a");
  REQUIRE(a.unsent() + b.unsent() == 0);
  REQUIRE(a.replica->digests().value() == b.replica->digests().value());
}

TEST_CASE("the report counts what was sent and what came", "[sync][client]") {
  Office office;
  Tablet a(office.hub, office.kari);
  Tablet b(office.hub, office.ola);
  a.write(1, "text", "x");
  a.write(2, "text", "x");
  const Result<sync::SyncReport> sent = a.sync();
  REQUIRE(sent.ok());
  REQUIRE(sent->pushed == 2);
  REQUIRE(sent->pulled == 0);
  office.hub.clock.advance(5'000);
  const Result<sync::SyncReport> got = b.sync();
  REQUIRE(got.ok());
  REQUIRE(got->pushed == 0);
  REQUIRE(got->pulled == 2);
  REQUIRE(got->hubOffsetMillis == 5'000);
  REQUIRE(b.replica->syncState()->lastSyncMillis == b.clock.nowMillis());
}

TEST_CASE("many pages and many batches arrive whole", "[sync][client]") {
  Office office;
  Tablet a(office.hub, office.kari);
  Tablet b(office.hub, office.ola);
  for (int i = 0; i < 12; ++i)
    a.write(i, "text", crypto::randomBytes(700'000));
  a.syncWell();
  b.syncWell();
  REQUIRE(a.state() == b.state());
  REQUIRE(b.state().size() == 12);
}

TEST_CASE("with nothing to do a session is one request of less than a kilobyte", "[sync][client]") {
  Office office;
  Tablet a(office.hub, office.kari);
  Relay relay(office.hub, unspoilt);
  a.connect(relay.url(), relay.certificate());
  a.write(1, "text", "x");
  a.syncWell();
  a.syncWell();
  const int before = relay.requests();
  const uint64_t bytes = a.http->bytesSent() + a.http->bytesReceived();
  a.syncWell();
  REQUIRE(relay.requests() == before + 1);
  REQUIRE(a.http->bytesSent() + a.http->bytesReceived() - bytes <= 1024);
}

TEST_CASE("a counsellor holds nothing of a case that is not theirs, the supervisor all of it", "[sync][client]") {
  Office office;
  Tablet creator(office.hub, office.kari);
  Tablet colleague(office.hub, office.ola);
  Tablet leader(office.hub, office.leader);
  creator.found(caseScope(1));
  creator.write(1, caseScope(1), "case", {{"name", "x"}});
  for (Tablet* tablet : {&creator, &colleague, &leader})
    tablet->syncWell();
  REQUIRE(colleague.state().empty());
  REQUIRE(leader.state() == creator.state());

  SECTION("a late grant brings all that the cursor has passed") {
    creator.grant(3, caseScope(1), office.ola);
    creator.syncWell();
    colleague.syncWell();
    REQUIRE(colleague.state() == creator.state());
    REQUIRE(colleague.state().size() == 3);
  }
  SECTION("what a colleague writes into it stays on the tablet with its reason") {
    colleague.write(4, caseScope(1), "note", {{"text", "y"}});
    const Result<sync::SyncReport> report = colleague.sync();
    REQUIRE(report.ok());
    REQUIRE(report->refused == 1);
    REQUIRE(report->digestsAgree);
    REQUIRE(colleague.replica->outboxItems()->front().refusal == "no_access");
  }
}

TEST_CASE("one refused item stays with its reason, and the others arrive", "[sync][client]") {
  Office office;
  Tablet owner(office.hub, office.ola);
  owner.found(caseScope(1));
  owner.syncWell();
  Tablet a(office.hub, office.kari);
  for (const int record : {1, 2})
    a.write(record, "text", "x");
  a.write(3, caseScope(1), "note", {{"text", "not mine to write"}});
  for (const int record : {4, 5})
    a.write(record, "text", "x");

  const Result<sync::SyncReport> report = a.sync();
  REQUIRE(report.ok());
  REQUIRE(report->pushed == 4);
  REQUIRE(report->refused == 1);
  REQUIRE(report->digestsAgree);
  const std::vector<sync::OutboxItem> kept = a.replica->outboxItems().value();
  REQUIRE(kept.size() == 1);
  REQUIRE(kept.front().local.id == recordId(3));
  REQUIRE(kept.front().refusal == "no_access");
  REQUIRE(a.read(3, "text") == "not mine to write");

  SECTION("it does not block what comes after, and is tried again only after news") {
    a.write(6, "text", "later");
    const Result<sync::SyncReport> next = a.sync();
    REQUIRE(next->pushed == 1);
    REQUIRE(next->refused == 1);
    REQUIRE(a.unsent() == 1);
    REQUIRE(a.sync()->refused == 1);
    REQUIRE(a.sync()->refused == 0);
    REQUIRE(a.replica->outboxItems()->front().refusal == "no_access");
  }
}

TEST_CASE("a record too large for the hub is told so and takes no other down", "[sync][client]") {
  Office office;
  Tablet a(office.hub, office.kari);
  a.write(1, "text", "x");
  a.write(2, "text", crypto::randomBytes(20'000'000));
  a.write(3, "text", "x");
  const Result<sync::SyncReport> report = a.sync();
  REQUIRE(report.ok());
  REQUIRE(report->pushed == 2);
  REQUIRE(a.unsent() == 1);
  REQUIRE(a.replica->outboxItems()->front().refusal == "too_large");
}

constexpr int64_t kDay = 24LL * 3600 * 1000;

const sync::Sibling& onlyValue(const Tablet& tablet, int record, const std::string& field) {
  static sync::Record found;
  found = tablet.replica->load(recordId(record)).value().value();
  REQUIRE(found.fields.at(field).siblings.size() == 1);
  return found.fields.at(field).siblings.front();
}

TEST_CASE("what a tablet wrote that stood ten days ahead is refused by name and written anew with the hub's time",
          "[sync][client][clock]") {
  Office office;
  Tablet a(office.hub, office.kari);
  Tablet b(office.hub, office.ola);
  a.clock.advance(10 * kDay);
  a.write(1, "text", "from the week after next");
  const sync::Sibling before = onlyValue(a, 1, "text");

  const Result<sync::SyncReport> report = a.sync();
  REQUIRE(report.ok());
  REQUIRE(report->hubOffsetMillis == -10 * kDay);
  REQUIRE(report->pushed == 1);
  REQUIRE(report->refused == 0);
  REQUIRE(report->digestsAgree);
  REQUIRE(a.unsent() == 0);
  b.syncWell();
  const sync::Sibling after = onlyValue(b, 1, "text");
  REQUIRE(after.value == before.value);
  REQUIRE(after.dot.counter > before.dot.counter);
  REQUIRE(after.stamp.millis() == kStartMillis);
  // The first stamp is data: varint counter, varint stamp.
  sync::ByteReader note(onlyValue(b, 1, "_stamped.text").value);
  REQUIRE(note.varint() == after.dot.counter);
  REQUIRE(note.varint() == before.stamp.value);
  REQUIRE(note.atEnd());
}

TEST_CASE("once its clock is put right, such a tablet's next write is taken at once", "[sync][client][clock]") {
  Office office;
  Tablet a(office.hub, office.kari);
  a.clock.advance(10 * kDay);
  a.write(1, "text", "ahead");
  a.write(2, "text", "ahead");
  a.clock.advance(-10 * kDay);
  a.write(2, "more", "right, and still stamped after what came before");
  a.syncWell();
  REQUIRE(a.unsent() == 0);
  a.write(3, "text", "right");
  REQUIRE(onlyValue(a, 3, "text").stamp.millis() == kStartMillis);
  const Result<sync::SyncReport> report = a.sync();
  REQUIRE(report.ok());
  REQUIRE(report->pushed == 1);
  REQUIRE(report->refused == 0);
}

TEST_CASE("a deletion hides what its author had seen, also when all of it was stamped anew", "[sync][client][clock]") {
  Office office;
  Tablet a(office.hub, office.kari);
  Tablet b(office.hub, office.ola);
  const auto presenceAt = [](const Tablet& tablet) {
    return presence(tablet.replica->load(recordId(1)).value().value()).value();
  };
  sync::Presence expected = sync::Presence::Deleted;
  SECTION("of what the hub has") {
    a.write(1, "text", "x");
    a.syncWell();
    a.clock.advance(10 * kDay);
    REQUIRE(a.replica->remove(recordId(1)).ok());
  }
  SECTION("of what was written just before it") {
    a.clock.advance(10 * kDay);
    a.write(1, "text", "x");
    REQUIRE(a.replica->remove(recordId(1)).ok());
  }
  SECTION("made when the clock had been put right") {
    a.clock.advance(10 * kDay);
    a.write(1, "text", "x");
    a.clock.advance(-10 * kDay);
    REQUIRE(a.replica->remove(recordId(1)).ok());
  }
  SECTION("but not what was written after it") {
    a.clock.advance(10 * kDay);
    a.write(1, "text", "x");
    REQUIRE(a.replica->remove(recordId(1)).ok());
    a.write(1, "text", "y");
    expected = sync::Presence::DeletedButEdited;
  }
  a.syncWell();
  b.syncWell();
  REQUIRE(presenceAt(a) == expected);
  REQUIRE(presenceAt(b) == expected);
}

TEST_CASE("a write that was refused for its time is sent once it can be, whatever cut the session short",
          "[sync][client][clock]") {
  Office office;
  Tablet a(office.hub, office.kari);
  a.clock.advance(10 * kDay);
  a.write(1, "text", "ahead");
  a.onVisit = [&a](int) { a.isShut = a.refused() > 0; }; // locked between the refusal and its mending
  REQUIRE_FALSE(a.sync().ok());
  REQUIRE(a.refused() == 1);
  a.onVisit = nullptr;
  a.isShut = false;
  SECTION("with the clock as it was") {}
  SECTION("with the clock put right meanwhile") {
    a.clock.advance(-10 * kDay);
  }
  a.syncWell();
  REQUIRE(a.unsent() == 0);
}

TEST_CASE("an idle session stores nothing but, now and then, its time", "[sync][client]") {
  Office office;
  Tablet a(office.hub, office.kari);
  a.write(1, "text", "x");
  a.syncWell();
  a.clock.advance(30'000);
  a.syncWell();
  REQUIRE(a.replica->syncState()->lastSyncMillis == kStartMillis);
  a.clock.advance(sync::tuning::kNoteSyncMillis);
  a.syncWell();
  REQUIRE(a.replica->syncState()->lastSyncMillis == a.clock.nowMillis());
}

TEST_CASE("one pulled record that can't be joined hinders no other and is told", "[sync][client]") {
  Office office;
  Tablet a(office.hub, office.kari);
  Tablet b(office.hub, office.ola);
  a.write(1, "text", "x");
  a.syncWell();
  b.syncWell();
  const auto replaceBytes = [&](const Bytes& bytes) {
    const auto work = [&](hub::OfficeTransaction& rows) {
      hub::StoredRecord row = rows.record(recordId(1)).value().value();
      row.bytes = bytes;
      row.change = rows.takeNumbers(1).value();
      RETURN_IF_ERROR(rows.putBatch({row.change, row.change, Bytes(8, 't')}));
      return rows.putRecord(row);
    };
    REQUIRE(office.hub.folder.openStore().value()->write(office.hub.office, work).ok());
  };
  SECTION("because it is damaged") {
    replaceBytes("\x01 no record");
    a.write(2, "text", "y");
    REQUIRE(a.sync().ok());
    const Result<sync::SyncReport> report = b.sync();
    REQUIRE(report.ok());
    REQUIRE(report->leftOut == 1);
  }
  SECTION("because a later version wrote it: then the app must be updated") {
    replaceBytes("\x02 a later version");
    a.write(2, "text", "y");
    static_cast<void>(a.sync());
    REQUIRE(b.sync().status().code() == StatusCode::TooNew);
  }
  REQUIRE(b.read(2, "text") == "y");
}

} // namespace
} // namespace veikart::test
