// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace veikart {

// What went wrong, as a closed list. People's sentences are made from it in one place (app/viewmodels/error_text.cpp);
// the text carried by a Status is for developers and never holds a person's data.
enum class StatusCode {
  Ok,
  NotFound, // what was asked for is not there
  Conflict, // it is there already, or changed meanwhile
  Invalid,  // the input breaks a stated rule
  Corrupt,  // stored or received bytes are damaged
  WrongKey, // the key, PIN or token does not open it
  Offline,  // no answer from the other end
  Refused,  // the other end understood and said no
  Revoked,  // the other end has shut this device out for good
  TooNew,   // written by a newer version than this one
  Busy,     // try again soon
  Full,     // no space left on the device
  Io,       // the operating system failed
  Internal, // a mistake of our own
};

// The outcome of an operation that returns nothing else. A value; any thread.
class [[nodiscard]] Status {
public:
  Status() = default; // Ok
  Status(StatusCode code, std::string text) : m_code(code), m_text(std::move(text)) {}

  static Status notFound(std::string text) { return {StatusCode::NotFound, std::move(text)}; }
  static Status conflict(std::string text) { return {StatusCode::Conflict, std::move(text)}; }
  static Status invalid(std::string text) { return {StatusCode::Invalid, std::move(text)}; }
  static Status corrupt(std::string text) { return {StatusCode::Corrupt, std::move(text)}; }
  static Status wrongKey(std::string text) { return {StatusCode::WrongKey, std::move(text)}; }
  static Status offline(std::string text) { return {StatusCode::Offline, std::move(text)}; }
  static Status refused(std::string text) { return {StatusCode::Refused, std::move(text)}; }
  static Status revoked(std::string text) { return {StatusCode::Revoked, std::move(text)}; }
  static Status tooNew(std::string text) { return {StatusCode::TooNew, std::move(text)}; }
  static Status busy(std::string text) { return {StatusCode::Busy, std::move(text)}; }
  static Status full(std::string text) { return {StatusCode::Full, std::move(text)}; }
  static Status io(std::string text) { return {StatusCode::Io, std::move(text)}; }
  static Status internal(std::string text) { return {StatusCode::Internal, std::move(text)}; }

  bool ok() const { return m_code == StatusCode::Ok; }
  StatusCode code() const { return m_code; }
  const std::string& text() const { return m_text; }

  // Whether the same call may succeed later without anybody doing anything.
  bool isTransient() const { return m_code == StatusCode::Offline || m_code == StatusCode::Busy; }

  std::string toString() const; // "NotFound: no such record"

  bool operator==(const Status& other) const { return m_code == other.m_code; }

private:
  StatusCode m_code = StatusCode::Ok;
  std::string m_text;
};

// A value, or the Status that says why there is none. A value; any thread.
template<class T>
class [[nodiscard]] Result {
public:
  Result(T value) : m_state(std::move(value)) {}        // NOLINT(google-explicit-constructor): `return value;`
  Result(Status status) : m_state(std::move(status)) {} // REQUIRES: !status.ok()

  bool ok() const { return std::holds_alternative<T>(m_state); }
  Status status() const { return ok() ? Status() : std::get<Status>(m_state); }

  // REQUIRES: ok()
  T& value() & { return std::get<T>(m_state); }
  const T& value() const& { return std::get<T>(m_state); }
  T&& value() && { return std::get<T>(std::move(m_state)); }
  T* operator->() { return &std::get<T>(m_state); }
  const T* operator->() const { return &std::get<T>(m_state); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::get<T>(std::move(m_state)); }

private:
  std::variant<T, Status> m_state;
};

// Keeps what was found in `into`, or says why there is nothing; `into` is then as before.
template<class T>
Status keep(Result<T> found, T& into) {
  if (!found.ok())
    return found.status();
  into = *std::move(found);
  return {};
}

} // namespace veikart

#define RETURN_IF_ERROR(expression)                                                                                    \
  do {                                                                                                                 \
    if (::veikart::Status returnIfErrorStatus = (expression); !returnIfErrorStatus.ok())                               \
      return returnIfErrorStatus;                                                                                      \
  } while (false)
