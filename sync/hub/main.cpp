// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"
#include "platform/crypto/crypto.h"
#include "platform/os/command_line.h"
#include "platform/os/core_dumps.h"
#include "sync/hub/administration.h"
#include "sync/hub/hub.h"
#include "sync/hub/sign_in.h"

#include <charconv>
#include <csignal>
#include <functional>
#include <iostream>
#include <map>

namespace {

using namespace veikart;
using namespace veikart::hub;

constexpr std::string_view kUsage =
    "veikart-hub init     --data DIR --office NAME [--host 127.0.0.1] [--practice yes]\n"
    "veikart-hub serve    --data DIR [--address 127.0.0.1] [--port 8443]\n"
    "veikart-hub status   --data DIR\n"
    "\n"
    "veikart-hub add-user --data DIR --first NAME --last NAME --role ROLE [--user-name NAME] [--id UUID]\n"
    "veikart-hub set-role --data DIR --user UUID --role ROLE\n"
    "veikart-hub set-user-name --data DIR --user UUID --user-name NAME\n"
    "veikart-hub set-password  --data DIR --user UUID        the password is read from standard input\n"
    "veikart-hub dismiss  --data DIR --user UUID             who has left; his devices are erased\n"
    "veikart-hub readmit  --data DIR --user UUID\n"
    "ROLE: counsellor, supervisor, administrator, partner, resource_person\n"
    "\n"
    "veikart-hub enrol    --data DIR --url https://HOST:PORT [--user UUID] [--output FILE]\n"
    "                     a code for a tablet of that user, or of whoever signs in\n"
    "veikart-hub devices  --data DIR\n"
    "veikart-hub revoke   --data DIR --device UUID           a lost tablet or one store on it, for good\n"
    "veikart-hub set-lease --data DIR --days N               how long a device opens without the hub\n"
    "\n"
    "veikart-hub recover  --data DIR [--days 14]             after its store was set back to a backup\n"
    "veikart-hub erase    --data DIR --record UUID | --case UUID      for good, here and on every device\n"
    "veikart-hub erase-deleted --data DIR                    what was deleted and every device has seen\n"
    "\n"
    "veikart-hub audit verify --data DIR [--heads FILE]      whether all that was told of who did what still stands;\n"
    "                     prints where each chain ends: kept elsewhere, that is the next call's FILE\n";

Status initialise(const HubFolder& folder, const CommandLine& line) {
  const bool isPractice = line.value("practice") == "yes";
  const Result<Uuid> id =
      folder.create({{}, line.value("office"), isPractice}, line.value("host", "127.0.0.1"), SystemClock());
  if (id.ok())
    std::cout << id->toString() << std::endl;
  return id.status();
}

Status addOneUser(const HubFolder& folder, const CommandLine& line) {
  const Result<Role> role = roleFromText(line.value("role"));
  const Result<Uuid> id = line.has("id") ? Uuid::parse(line.value("id")) : Result<Uuid>(Uuid::makeV7(SystemClock()));
  if (!role.ok() || !id.ok())
    return role.ok() ? id.status() : role.status();
  User user{*id, line.value("first"), line.value("last"), *role};
  user.userName = canonicalUserName(line.value("user-name"));
  RETURN_IF_ERROR(addUser(folder, user).status());
  std::cout << id->toString() << std::endl;
  return {};
}

// A command that names one user, tablet or device.
Status doTo(const CommandLine& line, const std::string& option, const std::function<Status(const Uuid&)>& act) {
  const Result<Uuid> id = Uuid::parse(line.value(option));
  return id.ok() ? act(*id) : id.status();
}

Status changeRole(const HubFolder& folder, const CommandLine& line) {
  const Result<Role> role = roleFromText(line.value("role"));
  if (!role.ok())
    return role.status();
  return doTo(line, "user", [&](const Uuid& user) { return setRole(folder, user, *role); });
}

// Not as an option: those are in the shell's history and every user's list of processes.
Status readPassword(const HubFolder& folder, const CommandLine& line) {
  std::string typed;
  std::getline(std::cin, typed);
  const SecretBytes password = SecretBytes::copyOf(typed);
  wipe(typed);
  return doTo(line, "user", [&](const Uuid& user) { return setPassword(folder, user, password); });
}

Status writeOffer(const HubFolder& folder, const CommandLine& line) {
  std::optional<Uuid> user;
  if (line.has("user"))
    RETURN_IF_ERROR(doTo(line, "user", [&](const Uuid& id) {
      user = id;
      return Status();
    }));
  const Result<Offer> offer = makeOffer(folder, user, line.value("url"), SystemClock());
  if (!offer.ok())
    return offer.status();
  if (line.has("output"))
    return writeFileDurably(line.value("output"), toJson(*offer));
  std::cout << "address: " << offer->url << "\ncode: " << offer->code << std::endl;
  return {};
}

Status printDevices(const HubFolder& folder) {
  const Result<std::vector<DeviceEntry>> entries = devices(folder);
  if (!entries.ok())
    return entries.status();
  for (const DeviceEntry& entry : *entries)
    std::cout << "tablet " << (entry.tablet ? entry.tablet->toString() : "-") << " device " << entry.id.toString()
              << " " << entry.name << ", " << entry.personName << (entry.isRevoked ? ", revoked" : "") << ", "
              << (entry.heardMillis > 0 ? "heard of " + timeText(entry.heardMillis / 1000) : "never heard of") << '\n';
  std::cout << std::flush;
  return {};
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

Status changeLease(const HubFolder& folder, const CommandLine& line) {
  const Result<uint8_t> days = numberOf<uint8_t>(line, "days", "");
  return days.ok() ? setLease(folder, *days) : days.status();
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

std::string_view nameOf(sync::AuditCheck::Fault fault) {
  switch (fault) {
  case sync::AuditCheck::Fault::Missing:
    return "missing";
  case sync::AuditCheck::Fault::Forked:
    return "forked";
  case sync::AuditCheck::Fault::Broken:
    return "broken";
  case sync::AuditCheck::Fault::Unreadable:
    return "unreadable";
  }
  return "";
}

Result<AuditHeads> knownHeads(const CommandLine& line) {
  constexpr size_t kLargestList = 64U * 1024 * 1024;
  const Result<Bytes> text = line.has("heads") ? readFile(line.value("heads"), kLargestList) : Result<Bytes>(Bytes());
  return text.ok() ? auditHeadsFrom(*text) : text.status();
}

Status verifyAudit(const HubFolder& folder, const CommandLine& line) {
  const Result<AuditHeads> known = knownHeads(line);
  Result<sync::AuditCheck> audit = known.ok() ? readAudit(folder) : known.status();
  if (!audit.ok())
    return audit.status();
  for (const auto& [chain, head] : *known)
    audit->expect(chain, head);
  std::cout << toText(audit->heads()) << std::flush;
  const std::vector<sync::AuditCheck::Finding> findings = audit->findings();
  for (const sync::AuditCheck::Finding& finding : findings)
    std::cerr << "chain " << finding.chain.toString() << " line " << finding.number << ": " << nameOf(finding.fault)
              << '\n';
  return findings.empty() ? Status() : Status::corrupt(std::to_string(findings.size()) + " findings");
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

using Act = std::function<Status(const HubFolder&, const CommandLine&)>;

struct Command {
  CommandLine::Syntax syntax;
  Act act;
};

const std::map<std::string_view, Command>& table() {
  const auto toUser = [](Status (*act)(const HubFolder&, const Uuid&)) {
    return [act](const HubFolder& folder, const CommandLine& line) {
      return doTo(line, "user", [&](const Uuid& user) { return act(folder, user); });
    };
  };
  static const std::map<std::string_view, Command> commands = {
      {"init", {{{"data", "office"}, {"host", "practice"}}, initialise}},
      {"serve",
       {{{"data"}, {"address", "port"}}, [](const HubFolder&, const CommandLine& line) { return serve(line); }}},
      {"status", {{{"data"}}, [](const HubFolder& folder, const CommandLine&) { return printStatus(folder); }}},
      {"add-user", {{{"data", "first", "last", "role"}, {"user-name", "id"}}, addOneUser}},
      {"set-role", {{{"data", "user", "role"}}, changeRole}},
      {"set-user-name",
       {{{"data", "user", "user-name"}},
        [](const HubFolder& folder, const CommandLine& line) {
          return doTo(line, "user",
                      [&](const Uuid& user) { return setUserName(folder, user, line.value("user-name")); });
        }}},
      {"set-password", {{{"data", "user"}}, readPassword}},
      {"dismiss", {{{"data", "user"}}, toUser(dismiss)}},
      {"readmit", {{{"data", "user"}}, toUser(readmit)}},
      {"enrol", {{{"data", "url"}, {"user", "output"}}, writeOffer}},
      {"devices", {{{"data"}}, [](const HubFolder& folder, const CommandLine&) { return printDevices(folder); }}},
      {"revoke",
       {{{"data", "device"}},
        [](const HubFolder& folder, const CommandLine& line) {
          return doTo(line, "device", [&](const Uuid& id) { return revoke(folder, id); });
        }}},
      {"set-lease", {{{"data", "days"}}, changeLease}},
      {"recover", {{{"data"}, {"days"}}, recover}},
      {"audit verify", {{{"data"}, {"heads"}}, verifyAudit}},
      {"erase", {{{"data"}, {"record", "case"}}, eraseByLaw}},
      {"erase-deleted", {{{"data"}}, [](const HubFolder& folder, const CommandLine&) {
                           return printErased(eraseDeleted(folder, SystemClock()));
                         }}}};
  return commands;
}

CommandLine::Commands syntaxes() {
  CommandLine::Commands all;
  for (const auto& [name, command] : table())
    all.emplace(name, command.syntax);
  return all;
}

Status run(const CommandLine& line) {
  return table().at(line.command()).act(HubFolder(line.value("data")), line);
}

} // namespace

int main(int argc, char** argv) {
  Status status = forbidCoreDumps();
  const Result<CommandLine> line = CommandLine::parse({argv, static_cast<size_t>(argc)}, syntaxes());
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
