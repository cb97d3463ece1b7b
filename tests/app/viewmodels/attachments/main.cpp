// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "platform/crypto/crypto.h"

#include <QGuiApplication>

#include <catch2/catch_session.hpp>

int main(int argc, char* argv[]) {
  qputenv("TZ", "UTC"); // the words of the clock are the same everywhere
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_QUICK_BACKEND", "software");
  QGuiApplication application(argc, argv);
  if (!veikart::crypto::initialize().ok())
    return 1;
  return Catch::Session().run(argc, argv);
}
