// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"
#include "platform/crypto/crypto.h"
#include "platform/os/command_line.h"
#include "platform/os/core_dumps.h"
#include "sync/hub/administration.h"
#include "sync/hub/hub.h"

#include <charconv>
#include <csignal>
#include <iostream>

namespace {

using namespace veikart;
using namespace veikart::hub;

constexpr std::string_view kUsage =
    "veikart-hub init     --data DIR --office NAME [--host 127.0.0.1]\n"
    "veikart-hub add-user --data DIR --first NAME --last NAME --role counsellor|supervisor [--id UUID]\n"
    "veikart-hub enrol    --data DIR --user UUID --url https://HOST:PORT --output FILE\n"
    "veikart-hub serve    --data DIR [--address 127.0.0.1] [--port 8443]\n"
    "veikart-hub recover  --data DIR [--days 14]      after its store was set back to a backup\n"
    "veikart-hub erase    --data DIR --record UUID | --case UUID      for good, here and on every device\n"
    "veikart-hub erase-deleted --data DIR            what was deleted and every device has seen\n"
    "veikart-hub status   --data DIR\n";

const CommandLine::Commands& commands() {
  static const CommandLine::Commands commands = {{"init", {{"data", "office"}, {"host"}}},
                                                 {"add-user", {{"data", "first", "last", "role"}, {"id"}}},
                                                 {"enrol", {{"data", "user", "url", "output"}}},
                                                 {"serve", {{"data"}, {"address", "port"}}},
                                                 {"recover", {{"data"}, {"days"}}},
                                                 {"erase", {{"data"}, {"record", "case"}}},
                                                 {"erase-deleted", {{"data"}}},
                                                 {"status", {{"data"}}}};
  return commands;
}

Status initialise(const HubFolder& folder, const CommandLine& line) {
  const Result<Uuid> id = folder.create(line.value("office"), line.value("host", "127.0.0.1"), SystemClock());
  if (id.ok())
    std::cout << id->toString() << std::endl;
  return id.status();
}

Status addOneUser(const HubFolder& folder, const CommandLine& line) {
  const Result<Role> role = roleFromText(line.value("role"));
  const Result<Uuid> id = line.has("id") ? Uuid::parse(line.value("id")) : Result<Uuid>(Uuid::makeV7(SystemClock()));
  if (!role.ok() || !id.ok())
    return role.ok() ? id.status() : role.status();
  RETURN_IF_ERROR(addUser(folder, {*id, line.value("first"), line.value("last"), *role}).status());
  std::cout << id->toString() << std::endl;
  return {};
}

Status writeOffer(const HubFolder& folder, const CommandLine& line) {
  const Result<Uuid> user = Uuid::parse(line.value("user"));
  if (!user.ok())
    return user.status();
  const Result<Bytes> offer = makeOffer(folder, *user, line.value("url"), SystemClock());
  return offer.ok() ? writeFileDurably(line.value("output"), *offer) : offer.status();
}

Status printStatus(const HubFolder& folder) {
  const Result<std::string> text = describe(folder);
  if (text.ok())
    std::cout << *text << std::flush;
  return text.status();
}

template<class Number>
Result<Number> numberOf(const CommandLine& line, const std::string& name, const std::string& otherwise) {
  const std::string text = line.value(name, otherwise);
  Number number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size())
    return Status::invalid("--" + name + " is no number that will do");
  return number;
}

Status recover(const HubFolder& folder, const CommandLine& line) {
  const Result<uint8_t> days = numberOf<uint8_t>(line, "days", "14");
  if (!days.ok())
    return days.status();
  return openRecovery(folder, *days, SystemClock());
}

Status printErased(const Result<int64_t>& count) {
  if (count.ok())
    std::cout << "records erased: " << *count << std::endl;
  return count.status();
}

Status eraseByLaw(const HubFolder& folder, const CommandLine& line) {
  if (line.has("record") == line.has("case"))
    return Status::invalid("one of --record and --case");
  const Result<Uuid> id = Uuid::parse(line.value(line.has("record") ? "record" : "case"));
  if (!id.ok())
    return id.status();
  return printErased(line.has("record") ? eraseRecord(folder, *id) : eraseCase(folder, *id));
}

std::string urlOf(const std::string& address, uint16_t port) {
  const bool isVersion6 = address.find(':') != std::string::npos;
  return "https://" + (isVersion6 ? "[" + address + "]" : address) + ":" + std::to_string(port);
}

// The signals are blocked before any thread starts, so that each thread inherits that and this one alone waits for
// them.
sigset_t blockStopSignals() {
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTERM);
  sigaddset(&stop, SIGINT);
  pthread_sigmask(SIG_BLOCK, &stop, nullptr);
  return stop;
}

Status serve(const CommandLine& line) {
  const Result<uint16_t> port = numberOf<uint16_t>(line, "port", "8443");
  if (!port.ok())
    return port.status();
  const sigset_t stop = blockStopSignals();
  const SystemClock clock;
  HubLog log(std::cerr);
  const std::string address = line.value("address", "127.0.0.1");
  const Result<std::unique_ptr<Hub>> hub = Hub::start({line.value("data"), address, *port}, clock, log);
  if (!hub.ok())
    return hub.status();
  std::cout << "listening on " << urlOf(address, (*hub)->port()) << std::endl;
  int received = 0;
  sigwait(&stop, &received);
  log.write(LogLevel::Info, "stopping");
  return {};
}

Status run(const CommandLine& line) {
  const HubFolder folder(line.value("data"));
  if (line.command() == "init")
    return initialise(folder, line);
  if (line.command() == "add-user")
    return addOneUser(folder, line);
  if (line.command() == "enrol")
    return writeOffer(folder, line);
  if (line.command() == "serve")
    return serve(line);
  if (line.command() == "recover")
    return recover(folder, line);
  if (line.command() == "erase")
    return eraseByLaw(folder, line);
  if (line.command() == "erase-deleted")
    return printErased(eraseDeleted(folder, SystemClock()));
  return printStatus(folder);
}

} // namespace

int main(int argc, char** argv) {
  Status status = forbidCoreDumps();
  const Result<CommandLine> line = CommandLine::parse({argv, static_cast<size_t>(argc)}, commands());
  if (status.ok())
    status = line.ok() ? crypto::initialize() : line.status();
  if (status.ok())
    status = run(*line);
  if (status.ok())
    return 0;
  std::cerr << "veikart-hub: " << status.toString() << "\n";
  if (status.code() == StatusCode::Invalid)
    std::cerr << kUsage;
  return 1;
}
