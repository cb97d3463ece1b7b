// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "sync/replica/verify.h"

#include "tests/sync/replica/test_store.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

using namespace veikart;
using namespace veikart::sync;
using namespace veikart::sync::test;

namespace {

// A store in the midst of its life: record 1 is confirmed, 2 confirmed with more unsent, 3 unsent, 4 from elsewhere.
struct Lived {
  Lived() {
    store.write(1, {{"a", "1"}});
    store.write(2, {{"a", "2"}});
    other.write(4, {{"a", "4"}});
    hub.sync(other);
    hub.sync(store);
    store.write(2, {{"b", "more"}});
    store.write(3, {{"a", "3"}});
  }

  void breakBy(const std::string& sql) { REQUIRE(store.db->execute(sql).toString() == Status().toString()); }

  // Puts `bytes` into a column of record `number`.
  void put(const char* column, int number, const Bytes& bytes) {
    Result<Statement*> update = store.db->prepare(std::string("UPDATE record SET ") + column + " = ?1 WHERE id = ?2");
    REQUIRE(update.ok());
    (*update)->bindBlob(1, bytes);
    (*update)->bindBlob(2, recordId(number).view());
    REQUIRE((*update)->run().ok());
  }

  std::vector<Finding> findings() { return verify(*store.db); }

  // Whether something is found, and nothing anywhere else.
  bool finds(const std::string& place, const std::string& what) {
    bool found = false;
    for (const Finding& finding : findings()) {
      UNSCOPED_INFO(finding.place << ": " << finding.what);
      if (finding.place != place)
        return false;
      found = found || finding.what.starts_with(what);
    }
    return found;
  }

  TestStore store;
  TestStore other;
  TestHub hub;
};

std::string record(int number) {
  return "record " + recordId(number).toString();
}

std::string scopeOf(int number) {
  return "scope case:" + fields(number, {}).scope.id.toString();
}

std::string idIs(int number) {
  return " WHERE id = x'" + toHex(recordId(number).view()) + "'";
}

// A record like number `number` with one write of `dot`.
Record written(int number, const Dot& dot) {
  const RecordWrite like = fields(number, {});
  Record made{like.id, like.type, like.scope, {}, false};
  write(made, "a", "x", dot, Stamp::fromMillis(kStartMillis));
  return made;
}

} // namespace

TEST_CASE("A store in the midst of its life has nothing wrong", "[sync][replica][verify]") {
  Lived lived;
  CHECK(lived.findings().empty());
  lived.store.reopen();
  REQUIRE(lived.store.replica->becomeNewReplica().ok());
  CHECK(lived.findings().empty());
}

TEST_CASE("A byte that changed on the disk is found", "[sync][replica][verify]") {
  Lived lived;
  lived.store.write(5, {{"a", Bytes(20'000, 'x')}});
  lived.store.replica.reset();
  lived.store.readModel.reset();
  lived.store.db.reset();
  {
    std::fstream file(lived.store.file(), std::ios::in | std::ios::out | std::ios::binary);
    const auto place = static_cast<std::streamoff>(std::filesystem::file_size(lived.store.file())) - 2000;
    file.seekg(place);
    const int byte = file.get();
    file.seekp(place);
    file.put(static_cast<char>(byte ^ 1));
  }
  lived.store.db = openFile(lived.store.file());
  const std::vector<Finding> findings = lived.findings();
  REQUIRE_FALSE(findings.empty());
  CHECK(findings.front().place == "file");
}

TEST_CASE("Bytes that are no record, or another's, are found and hide no other record", "[sync][replica][verify]") {
  Lived lived;
  SECTION("damaged") {
    lived.put("local", 3, "garbage");
    CHECK(lived.finds(record(3), "local can't be read"));
  }
  SECTION("empty") {
    lived.put("local", 3, "");
    CHECK(lived.finds(record(3), "local can't be read"));
  }
  SECTION("of another record") {
    lived.put("local", 3, encode(written(6, {lived.store.replica->id(), 5})));
    CHECK(lived.finds(record(3), "local is of another record than its row"));
  }
  SECTION("of another type") {
    lived.breakBy("UPDATE record SET type = 'other'" + idIs(3));
    CHECK(lived.finds(record(3), "local is of another record than its row"));
  }
  SECTION("two records") {
    lived.put("local", 3, "garbage");
    lived.put("local", 2, "garbage");
    CHECK(lived.findings().size() == 2);
  }
}

TEST_CASE("A record with neither base nor local is found", "[sync][replica][verify]") {
  Lived lived;
  lived.breakBy("UPDATE record SET local = NULL, local_since = NULL" + idIs(3));
  CHECK(lived.finds(record(3), "holds neither base nor local"));
}

TEST_CASE("Another replica's write that the hub has not confirmed is found in local (1)", "[sync][replica][verify]") {
  Lived lived;
  const ReplicaId stranger = lived.other.replica->id();
  lived.put("local", 3, encode(written(3, {stranger, 99})));
  CHECK(lived.finds(record(3), "another replica's write is unsent here"));
}

TEST_CASE("A difference between the outbox and local is found (2)", "[sync][replica][verify]") {
  Lived lived;
  SECTION("unsent and not in the outbox") {
    lived.breakBy("UPDATE record SET local_since = NULL" + idIs(3));
    CHECK(lived.finds(record(3), "unsent, but not in the outbox"));
  }
  SECTION("in the outbox with nothing unsent") {
    lived.breakBy("UPDATE record SET local = NULL" + idIs(2));
    CHECK(lived.finds(record(2), "in the outbox with nothing unsent"));
  }
  SECTION("refused with nothing unsent") {
    lived.breakBy("UPDATE record SET refusal = 'no_access'" + idIs(1));
    CHECK(lived.finds(record(1), "refused with nothing unsent"));
  }
}

TEST_CASE("A digest that is not the sum over its bases is found (3)", "[sync][replica][verify]") {
  Lived lived;
  SECTION("a base changed without it") {
    lived.put("base", 4, encode(written(4, {lived.other.replica->id(), 1})));
    CHECK(lived.finds(scopeOf(4), "its digest is not the sum over its bases"));
  }
  SECTION("it is gone") {
    lived.breakBy("DELETE FROM scope_digest WHERE scope = x'" + toHex(scopeToBytes(fields(2, {}).scope)) + "'");
    CHECK(lived.finds(scopeOf(2), "it has bases but no digest"));
  }
  SECTION("it can't be read") {
    lived.breakBy("INSERT INTO scope_digest VALUES(x'00', x'00')");
    CHECK(lived.finds("store", "a stored scope can't be read"));
  }
}

TEST_CASE("A dot above its replica's counter is found (4)", "[sync][replica][verify]") {
  Lived lived;
  lived.put("local", 3, encode(written(3, {lived.store.replica->id(), 5'000})));
  CHECK(lived.finds(record(3), "a dot above its replica's counter"));
}

TEST_CASE("A dot that names two writes is found", "[sync][replica][verify]") {
  Lived lived;
  SECTION("in two records") {
    lived.put("local", 3, encode(written(3, {lived.store.replica->id(), 1})));
    CHECK(lived.finds("store", "a dot names two writes"));
  }
  SECTION("in base and local of one") {
    lived.put("local", 2, encode(written(2, {lived.store.replica->id(), 2})));
    CHECK(lived.finds(record(2), "base and local can't be joined"));
  }
}

TEST_CASE("An identity that can't be read is found", "[sync][replica][verify]") {
  Lived lived;
  SECTION("the id") {
    lived.breakBy("UPDATE replica_meta SET value = x'00' WHERE name = 'id'");
    CHECK(lived.findings().front().what == "it has no replica id");
  }
  SECTION("the counter") {
    lived.breakBy("UPDATE replica_meta SET value = x'00' WHERE name = 'progress'");
    CHECK(lived.findings().front().what == "how far its replica has written can't be read");
  }
  SECTION("the other authors") {
    lived.breakBy("INSERT INTO replica_meta VALUES('other_authors', x'00')");
    CHECK(lived.finds("store", "the authors of this store can't be read"));
  }
}

TEST_CASE("What is attached and is not as it is named, or not all there, is found (8)", "[sync][replica][verify]") {
  Lived world;
  const Bytes content(2 * ContentTable::kPartBytes + 1, 'x');
  const std::string place = "content " + toHex(ContentId::of(content).toBytes());
  REQUIRE(world.store.replica->attach({recordId(5), "attachment", fields(1, {}).scope, {}}, content).ok());
  world.hub.sync(world.store);
  REQUIRE(world.findings().empty());
  SECTION("a part of it is another") {
    world.breakBy("UPDATE content_part SET bytes = randomblob(length(bytes)) WHERE start = 0");
    REQUIRE(world.finds(place, "is another than its name says"));
  }
  SECTION("a part of it is gone") {
    world.breakBy("DELETE FROM content_part WHERE start > 0 AND start < 300000");
    REQUIRE(world.finds(place, "holds more or less than it says"));
  }
  SECTION("it is to be sent before it is whole") {
    world.breakBy("DELETE FROM content_part WHERE start > 300000; UPDATE content SET here = 524288");
    REQUIRE(world.finds(place, "is to be sent, and not whole"));
  }
  SECTION("nobody asks for it") {
    world.breakBy("DELETE FROM content");
    REQUIRE(world.finds(place, "is named by a record, and neither here nor wanted"));
  }
}
