// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"

#include <QGuiApplication>

#include <catch2/catch_session.hpp>

int main(int argc, char* argv[]) {
  qputenv("TZ", "UTC"); // the words of the clock are the same everywhere
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QGuiApplication application(argc, argv); // the client's paper is drawn
  if (!veikart::crypto::initialize().ok())
    return 1;
  return Catch::Session().run(argc, argv);
}
