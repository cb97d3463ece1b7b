// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <arpa/inet.h>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace veikart::test {

inline sockaddr_in loopback(uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

inline int connectTo(uint16_t port, const char* from = "127.0.0.1") { // any address of this machine
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in own = loopback(0);
  ::inet_pton(AF_INET, from, &own.sin_addr);
  ::bind(fd, reinterpret_cast<const sockaddr*>(&own), sizeof(own));
  const sockaddr_in address = loopback(port);
  if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0)
    return fd;
  ::close(fd);
  return -1;
}

// A listening socket on a free port, whose number is put into `port`.
inline int listenAnywhere(uint16_t& port) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof(address);
  ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof(address));
  ::listen(fd, 16);
  ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
  port = ntohs(address.sin_port);
  return fd;
}

// The same with a socket that is a file. REQUIRES: a path of less than 108 bytes.
inline sockaddr_un fileAddress(const std::filesystem::path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.string().copy(address.sun_path, sizeof(address.sun_path) - 1);
  return address;
}

inline int connectTo(const std::filesystem::path& path) {
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_un address = fileAddress(path);
  if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0)
    return fd;
  ::close(fd);
  return -1;
}

inline int listenAt(const std::filesystem::path& path) {
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_un address = fileAddress(path);
  ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof(address));
  ::listen(fd, 16);
  return fd;
}

} // namespace veikart::test
