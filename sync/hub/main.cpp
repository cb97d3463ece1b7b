// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"
#include "platform/crypto/crypto.h"
#include "platform/os/core_dumps.h"
#include "sync/hub/administration.h"
#include "sync/hub/hub.h"

#include <charconv>
#include <csignal>
#include <iostream>
#include <map>
#include <set>

namespace {

using namespace veikart;
using namespace veikart::hub;

constexpr std::string_view kUsage =
    "veikart-hub init     --data DIR --office NAME [--host 127.0.0.1]\n"
    "veikart-hub add-user --data DIR --first NAME --last NAME --role counsellor|supervisor [--id UUID]\n"
    "veikart-hub enrol    --data DIR --user UUID --url https://HOST:PORT --output FILE\n"
    "veikart-hub serve    --data DIR [--address 127.0.0.1] [--port 8443]\n"
    "veikart-hub recover  --data DIR [--days 14]      after its store was set back to a backup\n"
    "veikart-hub status   --data DIR\n";

using Options = std::map<std::string, std::string>;

const std::map<std::string_view, std::set<std::string_view>>& optionsOfCommands() {
  static const std::map<std::string_view, std::set<std::string_view>> options = {
      {"init", {"data", "office", "host"}},
      {"add-user", {"data", "first", "last", "role", "id"}},
      {"enrol", {"data", "user", "url", "output"}},
      {"serve", {"data", "address", "port"}},
      {"recover", {"data", "days"}},
      {"status", {"data"}}};
  return options;
}

Result<Options> parseOptions(int argc, char** argv) {
  const auto command = optionsOfCommands().find(argc > 1 ? argv[1] : "");
  if (command == optionsOfCommands().end())
    return Status::invalid("no such command");
  Options options;
  for (int i = 2; i < argc; i += 2) {
    const std::string_view name = argv[i];
    if (!name.starts_with("--") || !command->second.contains(name.substr(2)))
      return Status::invalid("no such option: " + std::string(name));
    if (i + 1 == argc)
      return Status::invalid("an option without its value: " + std::string(name));
    options[std::string(name.substr(2))] = argv[i + 1];
  }
  return options;
}

Result<std::string> required(const Options& options, const std::string& name) {
  const auto found = options.find(name);
  if (found == options.end() || found->second.empty())
    return Status::invalid("--" + name + " is missing");
  return found->second;
}

std::string optional(const Options& options, const std::string& name, const std::string& otherwise) {
  const auto found = options.find(name);
  return found == options.end() ? otherwise : found->second;
}

Status initialise(const HubFolder& folder, const Options& options) {
  const Result<std::string> office = required(options, "office");
  if (!office.ok())
    return office.status();
  const Result<Uuid> id = folder.create(*office, optional(options, "host", "127.0.0.1"), SystemClock());
  if (id.ok())
    std::cout << id->toString() << std::endl;
  return id.status();
}

Status addOneUser(const HubFolder& folder, const Options& options) {
  const Result<std::string> first = required(options, "first");
  const Result<std::string> last = required(options, "last");
  const Result<std::string> roleText = required(options, "role");
  for (const Status& status : {first.status(), last.status(), roleText.status()})
    RETURN_IF_ERROR(status);
  const Result<Role> role = roleFromText(*roleText);
  const Result<Uuid> id =
      options.contains("id") ? Uuid::parse(options.at("id")) : Result<Uuid>(Uuid::makeV7(SystemClock()));
  if (!role.ok() || !id.ok())
    return role.ok() ? id.status() : role.status();
  RETURN_IF_ERROR(addUser(folder, {*id, *first, *last, *role}).status());
  std::cout << id->toString() << std::endl;
  return {};
}

Status writeOffer(const HubFolder& folder, const Options& options) {
  const Result<std::string> userText = required(options, "user");
  const Result<std::string> url = required(options, "url");
  const Result<std::string> output = required(options, "output");
  for (const Status& status : {userText.status(), url.status(), output.status()})
    RETURN_IF_ERROR(status);
  const Result<Uuid> user = Uuid::parse(*userText);
  if (!user.ok())
    return user.status();
  const Result<Bytes> offer = makeOffer(folder, *user, *url, SystemClock());
  return offer.ok() ? writeFileDurably(*output, *offer) : offer.status();
}

Status printStatus(const HubFolder& folder) {
  const Result<std::string> text = describe(folder);
  if (text.ok())
    std::cout << *text << std::flush;
  return text.status();
}

template<class Number>
Result<Number> numberOf(const Options& options, const std::string& name, const std::string& otherwise) {
  const std::string text = optional(options, name, otherwise);
  Number number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size())
    return Status::invalid("--" + name + " is no number that will do");
  return number;
}

Status recover(const HubFolder& folder, const Options& options) {
  const Result<uint8_t> days = numberOf<uint8_t>(options, "days", "14");
  if (!days.ok())
    return days.status();
  return openRecovery(folder, *days, SystemClock());
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

Status serve(const std::string& dataFolder, const Options& options) {
  const Result<uint16_t> port = numberOf<uint16_t>(options, "port", "8443");
  if (!port.ok())
    return port.status();
  const sigset_t stop = blockStopSignals();
  const SystemClock clock;
  HubLog log(std::cerr);
  const std::string address = optional(options, "address", "127.0.0.1");
  const Result<std::unique_ptr<Hub>> hub = Hub::start({dataFolder, address, *port}, clock, log);
  if (!hub.ok())
    return hub.status();
  std::cout << "listening on " << urlOf(address, (*hub)->port()) << std::endl;
  int received = 0;
  sigwait(&stop, &received);
  log.write(LogLevel::Info, "stopping");
  return {};
}

Status run(std::string_view command, const Options& options) {
  const Result<std::string> dataFolder = required(options, "data");
  if (!dataFolder.ok())
    return dataFolder.status();
  const HubFolder folder(*dataFolder);
  if (command == "init")
    return initialise(folder, options);
  if (command == "add-user")
    return addOneUser(folder, options);
  if (command == "enrol")
    return writeOffer(folder, options);
  if (command == "serve")
    return serve(*dataFolder, options);
  if (command == "recover")
    return recover(folder, options);
  return printStatus(folder);
}

} // namespace

int main(int argc, char** argv) {
  Status status = forbidCoreDumps();
  const Result<Options> options = parseOptions(argc, argv);
  if (status.ok())
    status = options.ok() ? crypto::initialize() : options.status();
  if (status.ok())
    status = run(argv[1], *options);
  if (status.ok())
    return 0;
  std::cerr << "veikart-hub: " << status.toString() << "\n";
  if (status.code() == StatusCode::Invalid)
    std::cerr << kUsage;
  return 1;
}
