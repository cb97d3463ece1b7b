// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Texts that two people wrote without seeing each other. A text is taken by its paragraphs, which line breaks part.
// Pure; any thread.
namespace veikart::casework {

// What both made of `was`, when they changed different paragraphs: everything either of them wrote, without what either
// took away. Nothing when they changed the same paragraph otherwise, or added at the same place: that is for a person.
// The same whichever comes first.
std::optional<std::string> combined(std::string_view was, std::string_view one, std::string_view other);

// All paragraphs of both, those in common once: what a person begins with who writes a common text.
std::string bothIn(std::string_view first, std::string_view second);

// `text` in pieces, of which those that `other` has not (by whole words) are marked. When the two have little in
// common, nothing is marked: a text that is all marks can't be read.
struct TextPiece {
  std::string text;
  bool isOnlyHere = false;
};
std::vector<TextPiece> piecesOf(std::string_view text, std::string_view other);

} // namespace veikart::casework
