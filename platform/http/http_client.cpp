// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/http/http_client.h"

#include "platform/http/certificate_pin.h"
#include "platform/http/curl_library.h"
#include "platform/http/header_name.h"

#include <chrono>
#include <optional>

namespace veikart {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMaxVainResumes = 3;
constexpr size_t kLeastProgress = 1024;
constexpr uint64_t kSlowestBytesPerSecond = 1024; // slower than any line that is worth waiting for
constexpr size_t kMaxHeaderBytes = 64U * 1024;
constexpr int kPollMillis = 250;

struct ListFree {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct TextFree {
  void operator()(char* text) const { curl_free(text); }
};
using HeaderList = std::unique_ptr<curl_slist, ListFree>;

// One answer as it comes in.
struct Incoming {
  HttpResponse response;
  size_t headerBytes = 0;
  size_t maxBodyBytes = 0;
  bool tooLarge = false;
};

// Tells when a transfer has come to a stop, or is too slow on the whole.
class PaceWatch {
public:
  PaceWatch(const HttpClientOptions& options, uint64_t bytes)
      : m_stall(options.stallTimeoutMillis), m_total(options.totalTimeoutMillis), m_bytesBefore(bytes), m_bytes(bytes) {
  }

  bool isTooSlow(uint64_t bytes) {
    const auto now = Clock::now();
    if (std::exchange(m_bytes, bytes) != bytes)
      m_movedAt = now;
    const std::chrono::seconds forBytes((bytes - m_bytesBefore) / kSlowestBytesPerSecond);
    return now - m_movedAt > m_stall || now - m_begun > m_total + forBytes;
  }

private:
  std::chrono::milliseconds m_stall;
  std::chrono::milliseconds m_total;
  uint64_t m_bytesBefore;
  uint64_t m_bytes;
  Clock::time_point m_begun = Clock::now();
  Clock::time_point m_movedAt = m_begun;
};

void append(HeaderList& list, const std::string& line) {
  list.reset(curl_slist_append(list.release(), line.c_str()));
}

HeaderList headerLines(const HttpHeaders& headers) {
  HeaderList list;
  append(list, "Expect:"); // no round trip of waiting for "100 Continue"
  if (!headers.contains("content-type"))
    append(list, "Content-Type:"); // libcurl takes every body for a web form
  for (const auto& [name, value] : headers) {
    std::string line = name;
    line.append(value.empty() ? ";" : ": ").append(value);
    append(list, line);
  }
  return list;
}

std::string_view trim(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

size_t onHeader(const char* data, size_t, size_t size, void* target) {
  auto& incoming = *static_cast<Incoming*>(target);
  const std::string_view line(data, size);
  incoming.headerBytes += size;
  if (incoming.headerBytes > kMaxHeaderBytes) {
    incoming.tooLarge = true;
    return 0;
  }
  const size_t colon = line.find(':');
  if (line.starts_with("HTTP/"))
    incoming.response.headers.clear();
  else if (colon != std::string_view::npos)
    incoming.response.headers[headerName(line.substr(0, colon))] = trim(line.substr(colon + 1));
  return size;
}

size_t onBody(const char* data, size_t, size_t size, void* target) {
  auto& incoming = *static_cast<Incoming*>(target);
  if (incoming.response.body.size() + size > incoming.maxBodyBytes) {
    incoming.tooLarge = true;
    return 0;
  }
  incoming.response.body.append(data, size);
  return size;
}

bool isCut(CURLcode code) {
  return code == CURLE_PARTIAL_FILE || code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR ||
         code == CURLE_GOT_NOTHING || code == CURLE_COULDNT_CONNECT || code == CURLE_SSL_CONNECT_ERROR ||
         code == CURLE_OPERATION_TIMEDOUT;
}

// Only a strong tag promises the same bytes (RFC 9110 §13.1.5).
std::optional<std::string> resumableTag(const HttpRequest& request, const HttpResponse& response) {
  const auto tag = response.headers.find("etag");
  const bool usable = request.method == "GET" && response.status == 200 && !response.body.empty() &&
                      !request.headers.contains("range") && tag != response.headers.end() &&
                      tag->second.starts_with('"');
  return usable ? std::optional(tag->second) : std::nullopt;
}

// Whether `part` is the 206 that begins at byte `offset`.
bool continuesAt(const HttpResponse& part, size_t offset) {
  const auto range = part.headers.find("content-range");
  return part.status == 206 && range != part.headers.end() &&
         range->second.starts_with("bytes " + std::to_string(offset) + "-");
}

} // namespace

struct HttpClient::State {
  HttpClientOptions options;
  std::string pin;
  CURL* easy = nullptr;
  CURLM* multi = nullptr;
  std::atomic<bool> cancelled = false;
  std::atomic<uint64_t> sent = 0;
  std::atomic<uint64_t> received = 0;

  ~State();
  Status setUp();
  void setTrust(CurlOptions& set) const;
  void setLimits(CurlOptions& set);
  std::string urlOf(const HttpRequest& request) const;
  CURLcode perform(const HttpRequest& request, Incoming& incoming);
  CURLcode run();
  CURLcode resume(const HttpRequest& request, Incoming& incoming, const std::string& tag);

  static int onDebug(CURL*, curl_infotype type, const char*, size_t size, void* self);
};

HttpClient::State::~State() {
  curl_easy_cleanup(easy);
  curl_multi_cleanup(multi);
}

int HttpClient::State::onDebug(CURL*, curl_infotype type, const char*, size_t size, void* self) {
  auto& state = *static_cast<State*>(self);
  if (type == CURLINFO_HEADER_OUT || type == CURLINFO_DATA_OUT)
    state.sent += size;
  else if (type == CURLINFO_HEADER_IN || type == CURLINFO_DATA_IN)
    state.received += size;
  return 0;
}

Status HttpClient::State::setUp() {
  RETURN_IF_ERROR(checkHttpsUrl(options.baseUrl));
  Result<std::string> found = publicKeyPin(options.pinnedCertificate);
  if (!found.ok())
    return found.status();
  pin = std::move(*found);
  if (startCurl() != CURLE_OK || (easy = curl_easy_init()) == nullptr || (multi = curl_multi_init()) == nullptr)
    return Status::internal("libcurl does not start");
  return {};
}

// The pin decides, and with it nothing is left for a chain of certificates to prove: who holds the key is the hub. The
// name is checked all the same; dates are not, because they would be judged by this device's clock.
void HttpClient::State::setTrust(CurlOptions& set) const {
  set(CURLOPT_PROTOCOLS_STR, "https");
  set(CURLOPT_PINNEDPUBLICKEY, pin.c_str());
  set(CURLOPT_SSL_VERIFYPEER, 0L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PROXY, ""); // nothing from the environment stands between tablet and hub
}

void HttpClient::State::setLimits(CurlOptions& set) {
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TCP_NODELAY, 1L);
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connectTimeoutMillis));
  // The one hook that sees exactly what goes through TLS, both ways.
  set(CURLOPT_VERBOSE, 1L);
  set(CURLOPT_DEBUGFUNCTION, &State::onDebug);
  set(CURLOPT_DEBUGDATA, this);
}

std::string HttpClient::State::urlOf(const HttpRequest& request) const {
  std::string url = options.baseUrl;
  while (url.ends_with('/'))
    url.pop_back();
  url += request.path;
  char separator = '?';
  for (const auto& [name, value] : request.query) {
    const std::unique_ptr<char, TextFree> key(curl_easy_escape(easy, name.data(), static_cast<int>(name.size())));
    const std::unique_ptr<char, TextFree> text(curl_easy_escape(easy, value.data(), static_cast<int>(value.size())));
    url.append(1, separator).append(key.get()).append("=").append(text.get());
    separator = '&';
  }
  return url;
}

CURLcode HttpClient::State::perform(const HttpRequest& request, Incoming& incoming) {
  const HeaderList headers = headerLines(request.headers);
  const std::string url = urlOf(request);
  curl_easy_reset(easy); // keeps the connection
  CurlOptions set(easy);
  setTrust(set);
  setLimits(set);
  set(CURLOPT_URL, url.c_str());
  if (request.method != "GET" || !request.body.empty()) {
    set(CURLOPT_POSTFIELDS, request.body.c_str());
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
  }
  set(CURLOPT_HTTPHEADER, headers.get());
  set(CURLOPT_HEADERFUNCTION, onHeader);
  set(CURLOPT_HEADERDATA, &incoming);
  set(CURLOPT_WRITEFUNCTION, onBody);
  set(CURLOPT_WRITEDATA, &incoming);
  if (set.code() != CURLE_OK)
    return set.code();
  const CURLcode code = run();
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  incoming.response.status = static_cast<int>(status);
  return code;
}

// curl_easy_perform would notice cancel() up to a second late; a poll of our own is woken. And libcurl measures speed
// over several seconds, so that after a quick start it would see silence late.
CURLcode HttpClient::State::run() {
  if (curl_multi_add_handle(multi, easy) != CURLM_OK)
    return CURLE_FAILED_INIT;
  CURLcode code = CURLE_ABORTED_BY_CALLBACK;
  PaceWatch pace(options, sent + received);
  int running = 1;
  while (!cancelled && curl_multi_perform(multi, &running) == CURLM_OK && running > 0) {
    if (pace.isTooSlow(sent + received))
      code = CURLE_OPERATION_TIMEDOUT;
    if (code == CURLE_OPERATION_TIMEDOUT || curl_multi_poll(multi, nullptr, 0, kPollMillis, nullptr) != CURLM_OK)
      break;
  }
  int queued = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi, &queued))
    if (message->msg == CURLMSG_DONE)
      code = message->data.result;
  curl_multi_remove_handle(multi, easy);
  return code;
}

CURLcode HttpClient::State::resume(const HttpRequest& request, Incoming& incoming, const std::string& tag) {
  const size_t offset = incoming.response.body.size();
  HttpRequest rest = request;
  rest.headers["range"] = "bytes=" + std::to_string(offset) + "-";
  rest.headers["if-range"] = tag;
  Incoming part;
  part.maxBodyBytes = incoming.maxBodyBytes;
  const CURLcode code = perform(rest, part);
  incoming.tooLarge = part.tooLarge;
  if (continuesAt(part.response, offset)) {
    incoming.tooLarge = incoming.tooLarge || offset + part.response.body.size() > incoming.maxBodyBytes;
    incoming.response.body += part.response.body;
  } else if (part.response.status == 206 || part.response.status == 416) {
    incoming.response.body.clear(); // another part than asked for joins nothing
    return CURLE_PARTIAL_FILE;
  } else if (part.response.status == 200 || code == CURLE_OK) {
    incoming.response = std::move(part.response); // it has changed meanwhile, or is gone
  }
  return code;
}

Result<std::unique_ptr<HttpClient>> HttpClient::create(HttpClientOptions options) {
  auto state = std::make_unique<State>();
  state->options = std::move(options);
  RETURN_IF_ERROR(state->setUp());
  return std::unique_ptr<HttpClient>(new HttpClient(std::move(state)));
}

HttpClient::HttpClient(std::unique_ptr<State> state) : m_state(std::move(state)) {}

HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::send(const HttpRequest& request) {
  Incoming incoming;
  incoming.maxBodyBytes = m_state->options.maxResponseBytes;
  CURLcode code = m_state->perform(request, incoming);
  for (int vain = 0; vain < kMaxVainResumes && isCut(code) && !incoming.tooLarge;) {
    const std::optional<std::string> tag = resumableTag(request, incoming.response);
    if (!tag)
      break;
    const size_t before = incoming.response.body.size();
    code = m_state->resume(request, incoming, *tag);
    vain = incoming.response.body.size() < before + kLeastProgress ? vain + 1 : 0;
  }
  if (incoming.tooLarge)
    return Status::invalid("the response is larger than allowed");
  if (code != CURLE_OK)
    return curlStatus(code);
  return std::move(incoming.response);
}

void HttpClient::cancel() {
  m_state->cancelled = true;
  curl_multi_wakeup(m_state->multi);
}

uint64_t HttpClient::bytesSent() const {
  return m_state->sent;
}

uint64_t HttpClient::bytesReceived() const {
  return m_state->received;
}

} // namespace veikart
