// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/base/files.h"
#include "platform/crypto/crypto.h"
#include "platform/os/command_line.h"
#include "platform/os/core_dumps.h"
#include "sync/client/sync_session.h"
#include "sync/device/device_store.h"
#include "sync/device/export.h"
#include "sync/device/record_json.h"
#include "sync/device/write_lines.h"
#include "sync/record/attachment.h"
#include "sync/record/scope_text.h"
#include "sync/replica/verify.h"

#include <charconv>
#include <iostream>
#include <nlohmann/json.hpp>
#include <variant>

namespace {

using namespace veikart;
using namespace veikart::device;

constexpr std::string_view kUsage =
    "veikart-device init   --data DIR\n"
    "veikart-device enrol  --data DIR --offer FILE\n"
    "veikart-device put    --data DIR < LINES   a record a line: {\"id\", \"type\", \"scope\", \"fields\"}\n"
    "veikart-device put    --data DIR --delete UUID\n"
    "veikart-device get    --data DIR --id UUID\n"
    "veikart-device attach --data DIR --scope SCOPE --input FILE [--name NAME]\n"
    "veikart-device content --data DIR --id UUID --output FILE   what is attached to a record, in PLAINTEXT\n"
    "veikart-device sync   --data DIR [--patience SECONDS]\n"
    "veikart-device pack   --data DIR           what is unsent, sealed for the hub, into DIR/parcels\n"
    "veikart-device deliver --parcels DIR [--patience SECONDS]   needs no key\n"
    "veikart-device dump   --data DIR\n"
    "veikart-device verify --data DIR\n"
    "veikart-device export --data DIR --output FILE";

constexpr size_t kLargestOffer = 64U * 1024;
constexpr size_t kLargestInput = 64U * 1024 * 1024; // above any content, which is refused by its own rule

// What a failure of a command leaves as it was; it is told with the failure.
constexpr const char* kNothingWritten = "Nothing of this call was written.";
constexpr const char* kNothingChanged = "Nothing was changed.";
constexpr const char* kEnrolAgain = "What was written on this device is kept; an offer that fails may be tried again.";
constexpr const char* kUnsentIsKept = "What is unsent is kept and goes with the next sync; export makes it readable.";
constexpr const char* kParcelsAreKept = "What was not delivered is kept and may be delivered again.";
constexpr const char* kDone = "What was asked for is done.";

struct Call {
  DeviceStore& store;
  const CommandLine& line;
  const Clock& clock;
};

Status enrol(const Call& call) {
  const Result<Bytes> json = readFile(call.line.value("offer"), kLargestOffer);
  if (!json.ok())
    return json.status();
  sync::ReplicaId replica;
  RETURN_IF_ERROR(call.store.visit([&](const sync::Replica& opened) {
    replica = opened.id();
    return Status();
  }));
  const Result<sync::Enrolled> enrolled = sync::enrolWith(*json, replica);
  return enrolled.ok() ? call.store.keep(enrolled->enrolment) : enrolled.status();
}

Status expectNoFile(const std::filesystem::path& output) {
  std::error_code ignored;
  return std::filesystem::exists(std::filesystem::symlink_status(output, ignored))
             ? Status::conflict("there is a file of that name already")
             : Status();
}

Status remove(const Call& call) {
  const Result<Uuid> id = Uuid::parse(call.line.value("delete"));
  if (!id.ok())
    return id.status();
  RETURN_IF_ERROR(call.store.visit([&](sync::Replica& replica) { return replica.remove(*id); }));
  std::cout << id->toString() << '\n';
  return {};
}

// All lines are read before the store is visited, and written in one transaction.
Status put(const Call& call) {
  if (call.line.has("delete"))
    return remove(call);
  std::stringstream lines;
  lines << std::cin.rdbuf();
  std::vector<sync::RecordWrite> writes;
  RETURN_IF_ERROR(call.store.visit([&](sync::Replica& replica) {
    Result<std::vector<sync::RecordWrite>> read = readWrites(lines, replica, call.clock);
    if (!read.ok())
      return read.status();
    writes = *std::move(read);
    return replica.write(writes);
  }));
  for (const sync::RecordWrite& write : writes)
    std::cout << write.id.toString() << '\n';
  return {};
}

Status get(const Call& call) {
  const Result<Uuid> id = Uuid::parse(call.line.value("id"));
  if (!id.ok())
    return id.status();
  return call.store.visit([&](const sync::Replica& replica) {
    const Result<std::optional<sync::Record>> record = replica.load(*id);
    if (!record.ok() || !record->has_value())
      return record.ok() ? Status::notFound("this device holds no such record") : record.status();
    std::cout << oneLine(toJson(**record)) << '\n';
    return Status();
  });
}

Status attach(const Call& call) {
  const Result<sync::ScopeId> scope = sync::scopeFromText(call.line.value("scope"));
  const Result<Bytes> content = readFile(call.line.value("input"), kLargestInput);
  for (const Status& status : {scope.status(), content.status()})
    RETURN_IF_ERROR(status);
  sync::RecordWrite record{Uuid::makeV7(call.clock), std::string(sync::kAttachmentType), *scope, {}};
  if (call.line.has("name"))
    record.fields.push_back({"name", call.line.value("name")});
  RETURN_IF_ERROR(call.store.visit([&](sync::Replica& replica) { return replica.attach(record, *content); }));
  std::cout << record.id.toString() << '\n';
  return {};
}

Result<Bytes> contentOf(const sync::Replica& replica, const Uuid& id) {
  const Result<std::optional<sync::Record>> record = replica.load(id);
  if (!record.ok())
    return record.status();
  const std::vector<sync::ContentId> contents =
      record->has_value() ? sync::contentsOf(**record) : std::vector<sync::ContentId>();
  if (contents.size() != 1)
    return contents.empty() ? Status::notFound("this device holds no such attachment")
                            : Status::conflict("several versions of it stand");
  Result<std::optional<Bytes>> content = replica.contents().read((*record)->scope, contents.front());
  if (!content.ok())
    return content.status();
  return content->has_value() ? Result<Bytes>(**std::move(content))
                              : Status::notFound("it has not come to this device yet");
}

Status writeContent(const Call& call) {
  const Result<Uuid> id = Uuid::parse(call.line.value("id"));
  const std::filesystem::path output = call.line.value("output");
  RETURN_IF_ERROR(id.ok() ? expectNoFile(output) : id.status());
  Bytes content;
  RETURN_IF_ERROR(
      call.store.visit([&](const sync::Replica& replica) { return keep(contentOf(replica, *id), content); }));
  return writeFileDurably(output, content);
}

Status dump(const Call& call) {
  std::vector<sync::Record> records;
  RETURN_IF_ERROR(call.store.visit([&](const sync::Replica& replica) { return keep(replica.loadAll(), records); }));
  for (const sync::Record& record : records)
    std::cout << oneLine(toJson(record)) << '\n';
  return {};
}

Result<int64_t> patienceOf(const CommandLine& line) {
  const std::string text = line.value("patience", "15");
  uint16_t seconds = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (failed != std::errc() || end != text.data() + text.size() || seconds == 0)
    return Status::invalid("--patience is no number of seconds");
  return int64_t{seconds} * 1000;
}

Status tell(const sync::SyncReport& report) {
  const nlohmann::ordered_json told = {{"pushed", report.pushed},
                                       {"pulled", report.pulled},
                                       {"refused", report.refused},
                                       {"leftOut", report.leftOut},
                                       {"contentsSent", report.contentsSent},
                                       {"contentsFetched", report.contentsFetched},
                                       {"digestsAgree", report.digestsAgree},
                                       {"hubOffsetMillis", report.hubOffsetMillis}};
  std::cout << told.dump() << std::endl;
  if (report.leftOut > 0)
    return Status::corrupt("records of the hub could not be joined with this store's");
  return report.digestsAgree ? Status() : Status::corrupt("this store and its hub differ after all was sent and read");
}

Result<std::unique_ptr<HttpClient>> connect(const std::string& hubUrl, const std::string& hubCertificate,
                                            int64_t patienceMillis) {
  HttpClientOptions options;
  options.baseUrl = hubUrl;
  options.pinnedCertificate = hubCertificate;
  options.connectTimeoutMillis = std::min(options.connectTimeoutMillis, patienceMillis);
  options.stallTimeoutMillis = patienceMillis;
  return HttpClient::create(std::move(options));
}

Status synchronise(const Call& call) {
  const Result<sync::Enrolment> enrolment = call.store.enrolment();
  const Result<int64_t> patience = patienceOf(call.line);
  const Result<FolderLock> session = call.store.beginSession();
  for (const Status& status : {enrolment.status(), patience.status(), session.status()})
    RETURN_IF_ERROR(status);
  const Result<std::unique_ptr<HttpClient>> http = connect(enrolment->hubUrl, enrolment->hubCertificate, *patience);
  if (!http.ok())
    return http.status();
  const sync::ReplicaGate gate = [&](const auto& work) { return call.store.visit(work); };
  const Result<sync::SyncReport> report = sync::SyncSession(**http, gate, {enrolment->deviceToken}, call.clock).run();
  return report.ok() ? tell(*report) : report.status();
}

Status pack(const Call& call) {
  const Result<sync::Enrolment> enrolment = call.store.enrolment();
  const Result<FolderLock> session = call.store.beginSession();
  if (!enrolment.ok() || !session.ok())
    return enrolment.ok() ? session.status() : enrolment.status();
  if (!enrolment->parcels)
    return Status::refused("this device was enrolled before there were parcels");
  return call.store.visit([&](sync::Replica& replica) { return call.store.parcels().pack(replica, *enrolment); });
}

Status deliver(const CommandLine& line, const Clock& clock) {
  const Result<int64_t> patience = patienceOf(line);
  if (!patience.ok())
    return patience.status();
  std::unique_ptr<HttpClient> http;
  const auto connectTo = [&](const std::string& url, const std::string& certificate) -> Result<HttpTransport*> {
    Result<std::unique_ptr<HttpClient>> made = connect(url, certificate, *patience);
    if (!made.ok())
      return made.status();
    http = *std::move(made);
    return http.get();
  };
  std::set<std::string> left;
  const sync::ParcelFolder::Delivery done = sync::ParcelFolder(line.value("parcels")).deliver(connectTo, clock, left);
  std::cout << nlohmann::ordered_json{{"delivered", done.delivered}, {"left", done.left}}.dump() << std::endl;
  return done.hindrance;
}

Status verifyStore(const Call& call) {
  std::vector<sync::Finding> findings;
  RETURN_IF_ERROR(call.store.visitTables([&](Connection& db) {
    findings = sync::verify(db);
    return Status();
  }));
  for (const sync::Finding& finding : findings)
    std::cout << finding.place << ": " << finding.what << '\n';
  return findings.empty() ? Status() : Status::corrupt(std::to_string(findings.size()) + " findings");
}

Status exportUnsent(const Call& call) {
  const std::filesystem::path output = call.line.value("output");
  RETURN_IF_ERROR(expectNoFile(output));
  OutboxExport exported;
  RETURN_IF_ERROR(call.store.visitTables([&](Connection& db) { return keep(exportOutbox(db, call.clock), exported); }));
  RETURN_IF_ERROR(writeFileDurably(output, exported.json));
  std::cout << exported.records << " unsent records, in PLAINTEXT: whoever has " << output << " can read them\n";
  return {};
}

Status create(const CommandLine& line, const Clock& clock) {
  return DeviceStore::create(line.value("data"), clock);
}

struct Command {
  CommandLine::Syntax syntax;
  std::variant<Status (*)(const Call&), Status (*)(const CommandLine&, const Clock&)>
      run; // with its store open, or not
  const char* safe;
};

const std::map<std::string_view, Command>& commands() {
  static const std::map<std::string_view, Command> commands = {
      {"init", {{{"data"}}, create, kNothingChanged}},
      {"enrol", {{{"data", "offer"}}, enrol, kEnrolAgain}},
      {"put", {{{"data"}, {"delete"}}, put, kNothingWritten}},
      {"get", {{{"data", "id"}}, get, kNothingChanged}},
      {"attach", {{{"data", "scope", "input"}, {"name"}}, attach, kNothingWritten}},
      {"content", {{{"data", "id", "output"}}, writeContent, kNothingChanged}},
      {"sync", {{{"data"}, {"patience"}}, synchronise, kUnsentIsKept}},
      {"pack", {{{"data"}}, pack, kUnsentIsKept}},
      {"deliver", {{{"parcels"}, {"patience"}}, deliver, kParcelsAreKept}},
      {"dump", {{{"data"}}, dump, kNothingChanged}},
      {"verify", {{{"data"}}, verifyStore, kNothingChanged}},
      {"export", {{{"data", "output"}}, exportUnsent, kNothingChanged}}};
  return commands;
}

Result<CommandLine> parse(std::span<char* const> arguments) {
  CommandLine::Commands syntaxes;
  for (const auto& [name, command] : commands())
    syntaxes.emplace(name, command.syntax);
  return CommandLine::parse(arguments, syntaxes);
}

Status run(const Command& command, const CommandLine& line) {
  const SystemClock clock;
  if (const auto* alone = std::get_if<Status (*)(const CommandLine&, const Clock&)>(&command.run))
    return (*alone)(line, clock);
  const Result<std::unique_ptr<DeviceStore>> store = DeviceStore::open(line.value("data"), clock);
  return store.ok() ? std::get<0>(command.run)({**store, line, clock}) : store.status();
}

int fail(const Status& status, std::string_view after) {
  std::cerr << "veikart-device: " << status.toString() << "\n" << after << "\n";
  return 1;
}

} // namespace

int main(int argc, char** argv) {
  Status status = forbidCoreDumps();
  const Result<CommandLine> line = parse({argv, static_cast<size_t>(argc)});
  if (!line.ok())
    return fail(line.status(), kUsage);
  const Command& command = commands().at(line->command());
  if (status.ok())
    status = crypto::initialize();
  if (status.ok())
    status = run(command, *line);
  if (!std::cout.flush() && status.ok())
    return fail(Status::io("standard output can't be written"), kDone);
  return status.ok() ? 0 : fail(status, command.safe);
}
