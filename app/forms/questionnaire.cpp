// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/questionnaire.h"

namespace veikart::forms {

namespace {

bool appendPath(const std::vector<Item>& items, std::string_view linkId, std::vector<const Item*>& path) {
  for (const Item& item : items) {
    path.push_back(&item);
    if (item.linkId == linkId || appendPath(item.items, linkId, path))
      return true;
    path.pop_back();
  }
  return false;
}

} // namespace

bool isQuestion(const Item& item) {
  return item.kind != ItemKind::Group && item.kind != ItemKind::Display;
}

bool isCoded(const Item& item) {
  return item.kind == ItemKind::Boolean || item.kind == ItemKind::Choice || item.kind == ItemKind::OpenChoice;
}

std::vector<const Item*> Questionnaire::pathTo(std::string_view linkId) const {
  std::vector<const Item*> path;
  appendPath(m_themes, linkId, path);
  return path;
}

const Item* Questionnaire::find(std::string_view linkId) const {
  const std::vector<const Item*> path = pathTo(linkId);
  return path.empty() ? nullptr : path.back();
}

const Item* Questionnaire::themeOf(std::string_view linkId) const {
  const std::vector<const Item*> path = pathTo(linkId);
  return path.empty() ? nullptr : path.front();
}

} // namespace veikart::forms
