// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/sync/hub/device.h"

#include <catch2/catch_test_macros.hpp>

#include <thread>

namespace veikart::test {
namespace {

class NumberReader final : public hub::FeedReader {
public:
  bool wants(const hub::FeedRow& row) override {
    numbers.push_back(row.change);
    return false;
  }
  bool take(const hub::FeedRow&, BytesView, BytesView) override { return true; }
  std::vector<int64_t> numbers;
};

std::vector<int64_t> numbersIn(const TestHub& hub) {
  NumberReader reader;
  const Result<std::unique_ptr<hub::HubStore>> store = hub.folder.openStore();
  REQUIRE(store.ok());
  REQUIRE((*store)->read(hub.office, [&](hub::OfficeTransaction& rows) { return rows.readFeed({}, reader); }).ok());
  return reader.numbers;
}

std::vector<int64_t> upTo(int64_t last) {
  std::vector<int64_t> numbers;
  for (int64_t n = 1; n <= last; ++n)
    numbers.push_back(n);
  return numbers;
}

TEST_CASE("numbers leave no gap when many push at once and some is refused", "[sync][hub][numbering]") {
  TestHub hub;
  const Uuid user = hub.addUser(hub::Role::ResourcePerson);
  constexpr int kDevices = 3;
  constexpr int kPushes = 8;
  std::vector<std::unique_ptr<Device>> devices;
  for (int i = 0; i < kDevices; ++i)
    devices.push_back(std::make_unique<Device>(hub, user));
  std::vector<std::thread> threads;
  std::atomic<int> applied = 0;
  for (int d = 0; d < kDevices; ++d)
    threads.emplace_back([&, d] {
      for (int i = 0; i < kPushes; ++i) {
        const int number = d * 1000 + i * 2;
        const auto reply = devices[d]->pushBytes({encode(devices[d]->make(number, officeScope(hub))), "no record",
                                                  encode(devices[d]->make(number + 1, officeScope(hub)))});
        applied += reply.ok() && describe(reply->result(2)) == "APPLIED" ? 2 : 0;
      }
    });
  for (std::thread& thread : threads)
    thread.join();
  REQUIRE(applied == kDevices * kPushes * 2);
  REQUIRE(numbersIn(hub) == upTo(applied));
  REQUIRE(hub.counts().lastNumber == applied);
}

TEST_CASE("a push that changes nothing takes no number, and each changed record one", "[sync][hub][numbering]") {
  TestHub hub;
  Device device(hub, hub.addUser(hub::Role::ResourcePerson));
  const std::vector<sync::Record> records{device.make(1, officeScope(hub)), device.make(2, officeScope(hub))};
  REQUIRE(device.push(records).ok());
  REQUIRE(device.push(records).ok());
  REQUIRE(device.push({records[0], records[0]}).ok());
  REQUIRE(hub.counts().lastNumber == 2);
  REQUIRE(device.push({device.make(1, officeScope(hub)), device.make(1, officeScope(hub))}).ok());
  REQUIRE(hub.counts().lastNumber == 3);
}

TEST_CASE("a push that was rolled back takes no number", "[sync][hub][numbering]") {
  TestHub hub;
  const Result<std::unique_ptr<hub::HubStore>> store = hub.folder.openStore();
  REQUIRE(store.ok());
  const Status failed = (*store)->write(hub.office, [](hub::OfficeTransaction& rows) {
    REQUIRE(rows.takeNumbers(5).value() == 1);
    return Status::internal("a failure after the numbers were taken");
  });
  REQUIRE(failed.code() == StatusCode::Internal);
  REQUIRE(hub.counts().lastNumber == 0);
}

} // namespace
} // namespace veikart::test
