// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/platform/support/tpm_wire.h"

#include "tests/platform/support/sockets.h"

namespace veikart::test {

namespace {

constexpr int kTickMillis = 20;
constexpr size_t kHeader = 10; // tag, size, code; commands and answers alike
constexpr size_t kSizeAt = 2;
constexpr size_t kCodeAt = 6;

Bytes failure(uint32_t code) {
  Bytes answer = {'\x80', '\x01', 0, 0, 0, kHeader};
  for (const uint32_t shift : {24U, 16U, 8U, 0U})
    answer.push_back(static_cast<char>(code >> shift));
  return answer;
}

// Empty when the other end has gone.
Bytes receive(int from, size_t size) {
  Bytes bytes(size, '\0');
  return ::recv(from, bytes.data(), size, MSG_WAITALL) == static_cast<ssize_t>(size) ? bytes : Bytes();
}

Bytes receiveMessage(int from) {
  Bytes message = receive(from, kHeader);
  if (!message.empty() && numberAt(message, kSizeAt) > kHeader)
    message += receive(from, numberAt(message, kSizeAt) - kHeader);
  return message;
}

bool isReady(int file) {
  pollfd ready = {file, POLLIN, 0};
  return ::poll(&ready, 1, kTickMillis) > 0;
}

} // namespace

uint32_t numberAt(const Bytes& message, size_t at) {
  uint32_t number = 0;
  for (size_t i = 0; i < 4; ++i)
    number = number << 8U | static_cast<unsigned char>(message[at + i]);
  return number;
}

uint32_t tpmCodeOf(const Bytes& message) {
  return numberAt(message, kCodeAt);
}

TpmWire::TpmWire(const SoftwareTpm& tpm)
    : m_target(tpm.socket()), m_listener(listenAt(socket())), m_acceptor([this] { acceptAll(); }) {
  // What stands in for the TPM's power supply goes past the wire.
  std::filesystem::create_symlink(tpm.socket().string() + ".ctrl", socket().string() + ".ctrl");
}

TpmWire::~TpmWire() {
  m_stopping = true;
  m_acceptor.join();
  ::close(m_listener);
}

std::vector<Bytes> TpmWire::heard() const {
  const std::lock_guard guard(m_mutex);
  return m_heard;
}

void TpmWire::fail(uint32_t command, uint32_t code, int times) {
  const std::lock_guard guard(m_mutex);
  m_failing = command;
  m_code = code;
  m_times = times;
}

void TpmWire::acceptAll() {
  while (!m_stopping) {
    if (!isReady(m_listener))
      continue;
    const int client = ::accept(m_listener, nullptr, nullptr);
    relay(client);
    ::close(client);
  }
}

void TpmWire::relay(int client) {
  const int tpm = connectTo(m_target);
  while (!m_stopping) {
    if (!isReady(client))
      continue;
    const Bytes command = receiveMessage(client);
    if (command.empty())
      break;
    const Bytes answer = answerTo(command, tpm);
    if (::send(client, answer.data(), answer.size(), MSG_NOSIGNAL) < 0)
      break;
  }
  ::close(tpm);
}

Bytes TpmWire::answerTo(const Bytes& command, int tpm) {
  const std::lock_guard guard(m_mutex);
  m_heard.push_back(command);
  if (tpmCodeOf(command) == m_failing && m_times > 0) {
    --m_times;
    return failure(m_code);
  }
  ::send(tpm, command.data(), command.size(), MSG_NOSIGNAL);
  const Bytes answer = receiveMessage(tpm);
  m_heard.push_back(answer);
  return answer;
}

} // namespace veikart::test
