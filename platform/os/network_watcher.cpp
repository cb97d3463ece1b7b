// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/os/network_watcher.h"

#include "platform/base/posix_error.h"

#include <array>
#include <cerrno>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace veikart {

namespace {

// One change of network comes as a burst of messages; it is told once, when the burst has been quiet for this long.
constexpr int kQuietMillis = 200;

int openNetlink() {
  const int fd = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
  if (fd < 0)
    return -1;
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  address.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
  if (::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0)
    return fd;
  const int failed = errno;
  ::close(fd);
  errno = failed;
  return -1;
}

// What the messages say does not matter, and neither does losing some (ENOBUFS): that they came is the news.
void drain(int fd) {
  std::array<char, 16384> buffer{};
  while (::recv(fd, buffer.data(), buffer.size(), 0) > 0 || errno == ENOBUFS || errno == EINTR)
    errno = 0;
}

} // namespace

struct NetworkWatcher::State {
  int netlink = -1;
  int stop = -1;
  std::function<void()> onChange;
  std::thread thread;

  ~State() {
    if (thread.joinable()) {
      ::eventfd_write(stop, 1);
      thread.join();
    }
    if (netlink >= 0)
      ::close(netlink);
    if (stop >= 0)
      ::close(stop);
  }

  void run() {
    std::array<pollfd, 2> watched = {pollfd{netlink, POLLIN, 0}, pollfd{stop, POLLIN, 0}};
    bool changed = false;
    for (;;) {
      const int ready = ::poll(watched.data(), watched.size(), changed ? kQuietMillis : -1);
      if ((ready < 0 && errno != EINTR) || watched[1].revents != 0)
        return;
      if (ready > 0) {
        drain(netlink);
        changed = true;
      } else if (ready == 0 && std::exchange(changed, false)) {
        onChange();
      }
    }
  }
};

Result<std::unique_ptr<NetworkWatcher>> NetworkWatcher::start(std::function<void()> onChange) {
  auto state = std::make_unique<State>();
  state->onChange = std::move(onChange);
  state->netlink = openNetlink();
  if (state->netlink < 0)
    return Status::io(posixError("watch network", errno).text());
  state->stop = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (state->stop < 0)
    return Status::io(posixError("watch network", errno).text());
  state->thread = std::thread([raw = state.get()] { raw->run(); });
  return std::unique_ptr<NetworkWatcher>(new NetworkWatcher(std::move(state)));
}

NetworkWatcher::NetworkWatcher(std::unique_ptr<State> state) : m_state(std::move(state)) {}

NetworkWatcher::~NetworkWatcher() = default;

} // namespace veikart
