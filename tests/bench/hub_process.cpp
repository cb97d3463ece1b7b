// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/bench/hub_process.h"

#include "platform/os/process.h"
#include "sync/hub/administration.h"
#include "tests/bench/measure.h"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace veikart::bench {
namespace {

constexpr std::string_view kListening = "listening on ";

std::string readLine(int fd) {
  std::string line;
  for (char c = 0; read(fd, &c, 1) == 1 && c != '\n';)
    line += c;
  return line;
}

std::vector<char*> pointersTo(std::vector<std::string>& arguments) {
  std::vector<char*> pointers;
  for (std::string& argument : arguments)
    pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  return pointers;
}

} // namespace

HubProcess::HubProcess(const std::filesystem::path& folder) : m_folder(folder) {
  must(m_folder.create("Practice office", "127.0.0.1", SystemClock()));
  spawn(folder);
}

HubProcess::~HubProcess() {
  kill(m_process, SIGTERM);
  waitpid(m_process, nullptr, 0);
}

void HubProcess::spawn(const std::filesystem::path& data) {
  std::vector<std::string> arguments = {
      std::filesystem::path(executablePath()).replace_filename("veikart-hub"), "serve", "--data", data, "--port", "0"};
  int output[2];
  mustBe(pipe2(output, O_CLOEXEC) == 0, "no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, (data / "hub.log").c_str(), O_WRONLY | O_CREAT, 0600);
  const int failed =
      posix_spawn(&m_process, arguments[0].c_str(), &actions, nullptr, pointersTo(arguments).data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(output[1]);
  mustBe(failed == 0, "veikart-hub does not start");
  const std::string line = readLine(output[0]);
  close(output[0]);
  mustBe(line.starts_with(kListening), "veikart-hub does not serve");
  m_url = line.substr(kListening.size());
}

sync::Enrolment HubProcess::enrol(hub::Role role, const sync::ReplicaId& replica) {
  const SystemClock clock;
  const Uuid user = must(hub::addUser(m_folder, {Uuid::makeV7(clock), "Kari", "Moen", role}));
  const Bytes offer = must(hub::makeOffer(m_folder, user, m_url, clock));
  return must(sync::redeem(must(sync::parseOffer(offer)), replica));
}

int64_t HubProcess::peakMemoryBytes() const {
  return bench::peakMemoryBytes(std::to_string(m_process));
}

int64_t peakMemoryBytes(const std::string& process) {
  constexpr std::string_view kPeak = "VmHWM:";
  std::ifstream status("/proc/" + process + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(kPeak))
      return std::atoll(line.c_str() + kPeak.size()) * 1024;
  return 0;
}

} // namespace veikart::bench
