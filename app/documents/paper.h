// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "platform/base/bytes.h"
#include "platform/base/status.h"

#include <QString>

#include <string>

// What every paper is made of, as HTML, and how it is drawn. Free functions.
namespace veikart::documents {

QString escaped(const QString& text);
QString escaped(const std::string& text);
QString paragraph(const QString& html, const char* style = ""); // style: a class of the sheet in paper.cpp
QString practiceNotice();

// As PDF bytes, A4, drawn in memory: no file is written. REQUIRES: a QGuiApplication. Any thread. Internal when nothing
// could be drawn.
Result<Bytes> drawPaper(const QString& title, const QString& html);

} // namespace veikart::documents
