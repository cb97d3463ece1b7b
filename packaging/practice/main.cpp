// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "packaging/practice/device.h"
#include "packaging/practice/history.h"
#include "packaging/practice/people.h"
#include "platform/base/files.h"
#include "platform/crypto/crypto.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <optional>

namespace {

using namespace veikart;
using namespace veikart::practice;

constexpr std::string_view kUsage =
    "veikart-practice-office fill --data DIR --offer FILE [--offer FILE ...]\n"
    "    lives through the practice office's history on one device for each enrolment offer and sends it to the hub;\n"
    "    a counsellor's history is lived on the device of that counsellor, or else on the first. May be run again.\n"
    "veikart-practice-office --staff-ids\n"
    "    prints {\"Kari Moen\": \"<id>\", ...}, the ids that the hub's users must have\n";

struct Arguments {
  std::filesystem::path data;
  std::vector<std::filesystem::path> offers;
};

std::optional<Arguments> parseFill(const std::vector<std::string>& words) {
  Arguments arguments;
  if (words.size() % 2 != 1 || words.empty() || words[0] != "fill")
    return std::nullopt;
  for (size_t i = 1; i < words.size(); i += 2) {
    if (words[i] == "--data")
      arguments.data = words[i + 1];
    else if (words[i] == "--offer")
      arguments.offers.emplace_back(words[i + 1]);
    else
      return std::nullopt;
  }
  return arguments.data.empty() || arguments.offers.empty() ? std::nullopt : std::optional(arguments);
}

void printStaffIds() {
  nlohmann::ordered_json ids;
  for (const Staff& member : staff())
    ids[std::string(member.firstName) + " " + std::string(member.lastName)] = member.id;
  std::cout << ids.dump(2) << '\n';
}

using Devices = std::vector<std::unique_ptr<Device>>;

Device& deviceOf(const Devices& devices, int staffPlace) {
  for (const std::unique_ptr<Device>& device : devices)
    if (device->enrolment().userId.toString() == staff()[static_cast<size_t>(staffPlace)].id)
      return *device;
  return *devices.front();
}

// Stamps only ever grow, so every device begins in the past.
Status liveThrough(const Devices& devices, int64_t now) {
  const std::vector<Deed> deeds = practiceHistory(now);
  for (const std::unique_ptr<Device>& device : devices) {
    device->clock().set(deeds.front().at);
    RETURN_IF_ERROR(device->settleIn());
  }
  for (const Deed& deed : deeds) {
    Device& device = deviceOf(devices, deed.staff);
    device.clock().set(deed.at);
    RETURN_IF_ERROR(deed.act(device.store()));
  }
  return {};
}

Status send(const Devices& devices, int64_t now) {
  for (const std::unique_ptr<Device>& device : devices) {
    device->clock().set(now);
    const Result<sync::SyncReport> report = device->synchronise();
    if (!report.ok())
      return report.status();
    std::cout << device->enrolment().userName << ": sent " << report->pushed << ", refused " << report->refused
              << (report->digestsAgree ? ", in step" : ", NOT IN STEP") << '\n';
    if (report->refused > 0 || !report->digestsAgree)
      return Status::refused("the hub did not take everything");
  }
  return {};
}

Status fill(const Arguments& arguments) {
  RETURN_IF_ERROR(crypto::initialize());
  Devices devices;
  for (size_t i = 0; i < arguments.offers.size(); ++i) {
    Result<std::unique_ptr<Device>> device =
        Device::open(arguments.data / ("device-" + std::to_string(i + 1)), arguments.offers[i]);
    if (!device.ok())
      return device.status();
    devices.push_back(std::move(*device));
  }
  const int64_t now = SystemClock().nowMillis();
  const std::filesystem::path marker = arguments.data / "filled";
  if (!std::filesystem::exists(marker)) {
    if (devices.front()->store().owner().ok())
      return Status::conflict("an earlier fill was interrupted: remove the data folder and make new offers");
    RETURN_IF_ERROR(liveThrough(devices, now));
    RETURN_IF_ERROR(writeFileDurably(marker, ""));
  }
  return send(devices, now);
}

} // namespace

int main(int argc, char* argv[]) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words == std::vector<std::string>{"--staff-ids"}) {
    printStaffIds();
    return 0;
  }
  const std::optional<Arguments> arguments = parseFill(words);
  if (!arguments) {
    std::cerr << kUsage;
    return 2;
  }
  const Status status = fill(*arguments);
  if (!status.ok())
    std::cerr << "veikart-practice-office: " << status.toString() << '\n';
  return status.ok() ? 0 : 1;
}
