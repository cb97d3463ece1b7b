// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/http/http_server.h"

#include "platform/base/posix_error.h"
#include "platform/http/certificate_pin.h"
#include "platform/http/connection_watch.h"
#include "platform/http/header_name.h"
#include "platform/http/http_ranges.h"
#include "platform/http/waiting_room.h"

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <microhttpd.h>
#include <mutex>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <new>
#include <sys/socket.h>
#include <unistd.h>

namespace veikart {

namespace {

constexpr auto kFinishTime = std::chrono::seconds(5);
constexpr size_t kConnectionMemory = 64U * 1024; // request line and headers of one connection
constexpr const char* kTlsPriorities = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2";

// A sender of a body too large is listened to for this much more, so that it reads the 413 instead of a reset.
constexpr size_t kPatienceFactor = 2;

struct Exchange {
  HttpRequest request;
  size_t received = 0;
  bool isKnown = false; // it may have a large body
  int refusal = 0;      // the status to answer with once all of the body has come; 0: none
  HttpWait wait;
  std::optional<std::chrono::steady_clock::time_point> waitsUntil;
};

MHD_Result collectHeader(void* target, MHD_ValueKind, const char* name, const char* value) {
  (*static_cast<HttpHeaders*>(target))[headerName(name)] = value == nullptr ? "" : value;
  return MHD_YES;
}

MHD_Result collectQuery(void* target, MHD_ValueKind, const char* name, const char* value) {
  (*static_cast<std::map<std::string, std::string>*>(target))[name] = value == nullptr ? "" : value;
  return MHD_YES;
}

void freeBody(void* body) {
  delete static_cast<Bytes*>(body);
}

MHD_Result answer(MHD_Connection* connection, HttpResponse response) {
  auto body = std::make_unique<Bytes>(std::move(response.body));
  MHD_Response* reply =
      MHD_create_response_from_buffer_with_free_callback_cls(body->size(), body->data(), freeBody, body.get());
  if (reply == nullptr)
    return MHD_NO;
  static_cast<void>(body.release()); // the reply frees it
  for (const auto& [name, value] : response.headers)
    MHD_add_response_header(reply, name.c_str(), value.c_str());
  const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(response.status), reply);
  MHD_destroy_response(reply);
  return queued;
}

MHD_Result refuse(MHD_Connection* connection, int status) {
  return answer(connection, {status, {{"connection", "close"}}, {}});
}

int socketOf(MHD_Connection* connection) {
  return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
}

constexpr int kNetworkBytes = 8; // of an IPv6 address: a household or an office has them all

std::string peerOf(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  char text[INET6_ADDRSTRLEN] = {};
  if (info == nullptr || info->client_addr == nullptr)
    return {};
  if (info->client_addr->sa_family == AF_INET) {
    const auto* four = reinterpret_cast<const sockaddr_in*>(info->client_addr);
    return ::inet_ntop(AF_INET, &four->sin_addr, text, sizeof(text)) == nullptr ? std::string() : std::string(text);
  }
  in6_addr network = reinterpret_cast<const sockaddr_in6*>(info->client_addr)->sin6_addr;
  std::fill(std::begin(network.s6_addr) + kNetworkBytes, std::end(network.s6_addr), uint8_t{0});
  return ::inet_ntop(AF_INET6, &network, text, sizeof(text)) == nullptr ? std::string() : std::string(text);
}

struct Address {
  sockaddr_storage storage{};
  socklen_t size = 0;

  sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
};

Result<Address> parseAddress(const std::string& text, uint16_t port) {
  Address address;
  auto* four = reinterpret_cast<sockaddr_in*>(&address.storage);
  auto* six = reinterpret_cast<sockaddr_in6*>(&address.storage);
  if (::inet_pton(AF_INET, text.c_str(), &four->sin_addr) == 1) {
    four->sin_family = AF_INET;
    four->sin_port = htons(port);
    address.size = sizeof(sockaddr_in);
  } else if (::inet_pton(AF_INET6, text.c_str(), &six->sin6_addr) == 1) {
    six->sin6_family = AF_INET6;
    six->sin6_port = htons(port);
    address.size = sizeof(sockaddr_in6);
  } else {
    return Status::invalid("not an IP address to listen on");
  }
  return address;
}

Status listenError() {
  return errno == EADDRINUSE ? Status::busy("the port is taken") : Status::io(posixError("listen", errno).text());
}

Result<int> listenOn(const HttpServerOptions& options) {
  Result<Address> address = parseAddress(options.address, options.port);
  if (!address.ok())
    return address.status();
  const int fd = ::socket(address->get()->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd < 0)
    return listenError();
  const int on = 1;
  ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
  if (::bind(fd, address->get(), address->size) == 0 && ::listen(fd, SOMAXCONN) == 0)
    return fd;
  const Status failed = listenError();
  ::close(fd);
  return failed;
}

uint16_t portOf(int fd) {
  Address address;
  address.size = sizeof(address.storage);
  if (::getsockname(fd, address.get(), &address.size) != 0)
    return 0;
  return ntohs(address.storage.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6*>(&address.storage)->sin6_port
                                                     : reinterpret_cast<sockaddr_in*>(&address.storage)->sin_port);
}

} // namespace

struct HttpServer::State {
  HttpServerOptions options;
  Handler handler;
  std::unique_ptr<ConnectionWatch> watch;
  std::unique_ptr<WaitingRoom> room;
  MHD_Daemon* daemon = nullptr;
  uint16_t port = 0;
  std::mutex mutex;
  std::condition_variable idle;
  size_t underWay = 0; // guarded by mutex
  std::atomic<size_t> bodiesBytes = 0;
  std::atomic<bool> isStopping = false;

  ~State();
  Status start();
  MHD_Result begin(MHD_Connection* connection, const char* url, const char* method, void** context);
  MHD_Result receive(MHD_Connection* connection, Exchange& exchange, const char* data, size_t* size);
  int refusalOf(Exchange& exchange, size_t size);
  void dropBody(Exchange& exchange);
  MHD_Result ask(MHD_Connection* connection, Exchange& exchange);
  void finish(Exchange* exchange);

  static MHD_Result onAccess(void* self, MHD_Connection* connection, const char* url, const char* method, const char*,
                             const char* data, size_t* size, void** context);
  static void onCompleted(void* self, MHD_Connection* connection, void** context, MHD_RequestTerminationCode);
  static void onConnection(void* self, MHD_Connection* connection, void**, MHD_ConnectionNotificationCode code);
};

MHD_Result HttpServer::State::onAccess(void* self, MHD_Connection* connection, const char* url, const char* method,
                                       const char*, const char* data, size_t* size, void** context) {
  auto& state = *static_cast<State*>(self);
  try {
    if (*context == nullptr)
      return state.begin(connection, url, method, context);
    return state.receive(connection, *static_cast<Exchange*>(*context), data, size);
  } catch (const std::bad_alloc&) {
    return MHD_NO; // the library's own code knows no exceptions; one request goes, and the rest are served
  }
}

void HttpServer::State::onCompleted(void* self, MHD_Connection* connection, void** context,
                                    MHD_RequestTerminationCode) {
  auto& state = *static_cast<State*>(self);
  state.watch->wait(connection, socketOf(connection));
  if (*context != nullptr)
    state.finish(static_cast<Exchange*>(std::exchange(*context, nullptr)));
}

void HttpServer::State::onConnection(void* self, MHD_Connection* connection, void**,
                                     MHD_ConnectionNotificationCode code) {
  auto& state = *static_cast<State*>(self);
  if (code == MHD_CONNECTION_NOTIFY_STARTED)
    state.watch->wait(connection, socketOf(connection));
  else
    state.watch->release(connection);
}

MHD_Result HttpServer::State::begin(MHD_Connection* connection, const char* url, const char* method, void** context) {
  auto exchange = std::make_unique<Exchange>();
  HttpRequest& request = exchange->request;
  request.method = method;
  request.path = url;
  request.peer = peerOf(connection);
  MHD_get_connection_values(connection, MHD_HEADER_KIND, collectHeader, &request.headers);
  MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, collectQuery, &request.query);
  {
    const std::lock_guard lock(mutex);
    ++underWay;
  }
  const auto length = request.headers.find("content-length");
  const bool hopeless = length != request.headers.end() &&
                        std::strtoull(length->second.c_str(), nullptr, 10) > options.maxBodyBytes * kPatienceFactor;
  *context = exchange.release();
  return hopeless ? refuse(connection, 413) : MHD_YES;
}

// Why `size` more bytes of the body are not kept; 0: they may be.
int HttpServer::State::refusalOf(Exchange& exchange, size_t size) {
  if (exchange.received > options.maxBodyBytes)
    return 413;
  if (!exchange.isKnown && exchange.received > options.strangerBodyBytes) {
    if (options.isKnown && !options.isKnown(exchange.request))
      return 401;
    exchange.isKnown = true;
  }
  return bodiesBytes.load() + size > options.maxBodiesBytes ? 503 : 0;
}

void HttpServer::State::dropBody(Exchange& exchange) {
  bodiesBytes -= exchange.request.body.size();
  Bytes().swap(exchange.request.body);
}

MHD_Result HttpServer::State::receive(MHD_Connection* connection, Exchange& exchange, const char* data, size_t* size) {
  if (*size == 0) {
    watch->release(connection);
    return exchange.refusal == 0 ? ask(connection, exchange) : refuse(connection, exchange.refusal);
  }
  exchange.received += *size;
  if (exchange.received > options.maxBodyBytes * kPatienceFactor)
    return MHD_NO;
  if (exchange.refusal == 0)
    exchange.refusal = refusalOf(exchange, *size);
  if (exchange.refusal == 0) {
    exchange.request.body.append(data, *size);
    bodiesBytes += *size;
  } else {
    dropBody(exchange);
  }
  *size = 0;
  return MHD_YES;
}

MHD_Result HttpServer::State::ask(MHD_Connection* connection, Exchange& exchange) {
  const auto now = std::chrono::steady_clock::now();
  if (!exchange.waitsUntil)
    exchange.waitsUntil = now + std::chrono::seconds(options.longestWaitSeconds);
  exchange.wait.mayGoOn = now < *exchange.waitsUntil && !isStopping;
  const uint64_t seen = room->wakes();
  std::optional<HttpResponse> response = handler(exchange.request, exchange.wait);
  if (exchange.wait.isNews)
    room->wake();
  if (response)
    return answer(connection, applyRange(exchange.request, *std::move(response)));
  MHD_suspend_connection(connection);
  room->enter(connection, *exchange.waitsUntil, seen);
  return MHD_YES;
}

void HttpServer::State::finish(Exchange* exchange) {
  dropBody(*exchange);
  delete exchange;
  const std::lock_guard lock(mutex);
  --underWay;
  idle.notify_all();
}

Status HttpServer::State::start() {
  const Result<int> listener = listenOn(options);
  if (!listener.ok())
    return listener.status();
  port = portOf(*listener);
  watch = std::make_unique<ConnectionWatch>(
      std::chrono::seconds(options.idleTimeoutSeconds + options.requestTimeoutSeconds));
  room = std::make_unique<WaitingRoom>(
      [](void* connection) { MHD_resume_connection(static_cast<MHD_Connection*>(connection)); });
  // poll, not epoll: with edges and TLS together libmicrohttpd 0.9.75 misses a peer that leaves in mid-record.
  daemon = MHD_start_daemon(
      MHD_USE_TLS | MHD_USE_POLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, nullptr, nullptr, &State::onAccess,
      this, MHD_OPTION_LISTEN_SOCKET, *listener, MHD_OPTION_HTTPS_MEM_CERT, options.certificatePem.c_str(),
      MHD_OPTION_HTTPS_MEM_KEY, options.privateKeyPem.c_str(), MHD_OPTION_HTTPS_PRIORITIES, kTlsPriorities,
      MHD_OPTION_THREAD_POOL_SIZE, options.threads > 1 ? options.threads : 0U, MHD_OPTION_CONNECTION_LIMIT,
      options.maxConnections, MHD_OPTION_PER_IP_CONNECTION_LIMIT, options.maxConnectionsPerAddress,
      MHD_OPTION_CONNECTION_TIMEOUT, options.idleTimeoutSeconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, kConnectionMemory,
      MHD_OPTION_NOTIFY_COMPLETED, &State::onCompleted, this, MHD_OPTION_NOTIFY_CONNECTION, &State::onConnection, this,
      MHD_OPTION_END);
  return daemon == nullptr ? Status::io("the HTTP server does not start") : Status();
}

HttpServer::State::~State() {
  if (daemon == nullptr)
    return;
  isStopping = true;
  room->close();
  const MHD_socket listener = MHD_quiesce_daemon(daemon);
  {
    std::unique_lock lock(mutex);
    idle.wait_for(lock, kFinishTime, [this] { return underWay == 0; });
  }
  MHD_stop_daemon(daemon);
  if (listener != MHD_INVALID_SOCKET)
    ::close(listener);
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(HttpServerOptions options, Handler handler) {
  RETURN_IF_ERROR(checkCertificatePair(options.certificatePem, options.privateKeyPem));
  auto state = std::make_unique<State>();
  state->options = std::move(options);
  state->handler = std::move(handler);
  RETURN_IF_ERROR(state->start());
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(HttpServerOptions options, Responder responder) {
  return start(std::move(options), Handler([responder = std::move(responder)](const HttpRequest& request, HttpWait&) {
                 return std::optional<HttpResponse>(responder(request));
               }));
}

HttpServer::HttpServer(std::unique_ptr<State> state) : m_state(std::move(state)) {}

HttpServer::~HttpServer() = default;

uint16_t HttpServer::port() const {
  return m_state->port;
}

} // namespace veikart
