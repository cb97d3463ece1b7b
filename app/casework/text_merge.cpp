// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/text_merge.h"

#include <algorithm>
#include <cstdint>

namespace veikart::casework {

namespace {

using Parts = std::vector<std::string_view>;

// The table of the comparison has so many cells at most: 2000 words against 2000, some 16 MB for a moment. Longer texts
// are taken to have nothing in common but their ends.
constexpr size_t kMostCells = 4'000'000;

// The runs of `separators` and the runs between them, in turn.
Parts partsOf(std::string_view text, std::string_view separators) {
  Parts parts;
  while (!text.empty()) {
    const bool isSeparator = separators.find(text.front()) != std::string_view::npos;
    const size_t end = isSeparator ? text.find_first_not_of(separators) : text.find_first_of(separators);
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end, text.size()));
  }
  return parts;
}

Parts wordsOf(std::string_view text) {
  return partsOf(text, " \t\r\n");
}

// For each of `a` the place in `b` that it is matched with, or kNone; matches never cross.
constexpr size_t kNone = SIZE_MAX;
using Matches = std::vector<size_t>;

void matchMiddle(const Parts& a, const Parts& b, size_t begin, size_t endA, size_t endB, Matches& matches) {
  const size_t rows = endA - begin, columns = endB - begin;
  if (rows == 0 || columns == 0 || rows > kMostCells / columns)
    return;
  // The length of the longest common sequence of what follows.
  std::vector<uint32_t> length((rows + 1) * (columns + 1));
  const auto at = [&](size_t row, size_t column) -> uint32_t& { return length[row * (columns + 1) + column]; };
  for (size_t row = rows; row-- > 0;)
    for (size_t column = columns; column-- > 0;)
      at(row, column) = a[begin + row] == b[begin + column] ? at(row + 1, column + 1) + 1
                                                            : std::max(at(row + 1, column), at(row, column + 1));
  for (size_t row = 0, column = 0; row < rows && column < columns;) {
    if (a[begin + row] == b[begin + column])
      matches[begin + row++] = begin + column++;
    else if (at(row + 1, column) >= at(row, column + 1))
      ++row;
    else
      ++column;
  }
}

Matches match(const Parts& a, const Parts& b) {
  Matches matches(a.size(), kNone);
  size_t begin = 0;
  for (; begin < a.size() && begin < b.size() && a[begin] == b[begin]; ++begin)
    matches[begin] = begin;
  size_t endA = a.size(), endB = b.size();
  for (; endA > begin && endB > begin && a[endA - 1] == b[endB - 1]; --endA, --endB)
    matches[endA - 1] = endB - 1;
  matchMiddle(a, b, begin, endA, endB, matches);
  return matches;
}

// A text as its paragraphs, and the line breaks that stand before each. Paragraphs are compared without these, so that
// one which was added stands at one place only, and not perhaps before the break and perhaps after it.
struct Paragraphs {
  Parts texts, gaps;

  explicit Paragraphs(std::string_view text) {
    std::string_view gap;
    for (const std::string_view part : partsOf(text, kBreaks))
      if (kBreaks.find(part.front()) != std::string_view::npos) {
        gap = part;
      } else {
        texts.push_back(part);
        gaps.push_back(gap);
      }
  }
  Paragraphs() = default;
  Paragraphs part(size_t begin, size_t end) const {
    Paragraphs part;
    part.add(*this, begin, end);
    return part;
  }
  void add(const Paragraphs& from, size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      texts.push_back(from.texts[i]);
      gaps.push_back(from.gaps[i]);
    }
  }

  static constexpr std::string_view kBreaks = "\r\n";
};

// What stands in place of the paragraphs [begin, end).
struct Change {
  size_t begin = 0, end = 0;
  Paragraphs now;
};

std::vector<Change> changesIn(const Paragraphs& was, const Paragraphs& now) {
  const Matches matches = match(was.texts, now.texts);
  std::vector<Change> changes;
  size_t from = 0, nowFrom = 0;
  for (size_t i = 0; i <= was.texts.size(); ++i) {
    if (i < was.texts.size() && matches[i] == kNone)
      continue;
    const size_t nowEnd = i < was.texts.size() ? matches[i] : now.texts.size();
    if (i > from || nowEnd > nowFrom)
      changes.push_back({from, i, now.part(nowFrom, nowEnd)});
    from = i + 1;
    nowFrom = nowEnd + 1;
  }
  return changes;
}

bool haveTextInCommon(const Change& a, const Change& b) {
  return std::ranges::find_first_of(a.now.texts, b.now.texts) != a.now.texts.end();
}

// Whether both concern one place: they share a paragraph, or add between the same two; or they touch and say some of
// the same, as when one of them is a combined text that has the other in it already.
bool meet(const Change& a, const Change& b) {
  const bool bothAdd = a.begin == a.end && b.begin == b.end;
  const bool overlap = bothAdd ? a.begin == b.begin : a.begin < b.end && b.begin < a.end;
  const bool touch = a.begin <= b.end && b.begin <= a.end;
  return overlap || (touch && haveTextInCommon(a, b));
}

bool areSame(const Change& a, const Change& b) {
  return a.begin == b.begin && a.end == b.end && a.now.texts == b.now.texts;
}

std::string textOf(const Paragraphs& paragraphs) {
  std::string text;
  for (size_t i = 0; i < paragraphs.texts.size(); ++i) {
    const std::string_view gap = paragraphs.gaps[i].empty() ? std::string_view("\n") : paragraphs.gaps[i];
    text += std::string(i == 0 ? std::string_view() : gap) + std::string(paragraphs.texts[i]);
  }
  return text;
}

} // namespace

std::optional<std::string> combined(std::string_view was, std::string_view one, std::string_view other) {
  if (other == was || one == other)
    return std::string(one);
  if (one == was)
    return std::string(other);
  const Paragraphs before(was);
  // In one order, so that of two that say the same it is always the same one whose breaks stand.
  std::vector<Change> changes = changesIn(before, Paragraphs(std::max(one, other)));
  for (Change& theirs : changesIn(before, Paragraphs(std::min(one, other)))) {
    const auto ours = std::ranges::find_if(changes, [&](const Change& change) { return meet(change, theirs); });
    if (ours == changes.end())
      changes.push_back(std::move(theirs));
    else if (!areSame(*ours, theirs))
      return std::nullopt;
  }
  std::ranges::sort(changes, {}, [](const Change& change) { return std::pair(change.begin, change.end); });
  Paragraphs now;
  size_t from = 0;
  for (const Change& change : changes) {
    now.add(before, from, change.begin);
    now.add(change.now, 0, change.now.texts.size());
    from = change.end;
  }
  now.add(before, from, before.texts.size());
  return textOf(now);
}

std::string bothIn(std::string_view first, std::string_view second) {
  const Parts ours = Paragraphs(first).texts, theirs = Paragraphs(second).texts;
  const Matches matches = match(ours, theirs);
  // Paragraphs that were parted by an empty line are parted so again.
  const bool isAiry = (std::string(first) + std::string(second)).find("\n\n") != std::string::npos;
  std::string text;
  const auto add = [&](std::string_view paragraph) {
    text += (text.empty() ? "" : isAiry ? "\n\n" : "\n") + std::string(paragraph);
  };
  size_t next = 0;
  for (size_t i = 0; i < ours.size(); ++i) {
    for (; matches[i] != kNone && next < matches[i]; ++next)
      add(theirs[next]);
    add(ours[i]);
    if (matches[i] != kNone)
      ++next;
  }
  for (; next < theirs.size(); ++next)
    add(theirs[next]);
  return text;
}

std::vector<TextPiece> piecesOf(std::string_view text, std::string_view other) {
  const Parts words = wordsOf(text), others = wordsOf(other);
  const Matches matches = match(words, others);
  std::vector<TextPiece> pieces;
  size_t common = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    common += matches[i] == kNone ? 0 : words[i].size();
    // A gap between two marked words is marked with them, one at an edge is not.
    const bool isGap = words[i].find_first_not_of(" \t\r\n") == std::string_view::npos;
    const bool isBetween = i > 0 && i + 1 < words.size() && matches[i - 1] == kNone && matches[i + 1] == kNone;
    const bool isOnlyHere = isGap ? isBetween : matches[i] == kNone;
    if (!pieces.empty() && pieces.back().isOnlyHere == isOnlyHere)
      pieces.back().text += words[i];
    else
      pieces.push_back({std::string(words[i]), isOnlyHere});
  }
  if (common * 4 < text.size())
    return text.empty() ? std::vector<TextPiece>() : std::vector<TextPiece>{{std::string(text), false}};
  return pieces;
}

} // namespace veikart::casework
