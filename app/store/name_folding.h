// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace veikart::store {

// A name as it is searched for: lower case, without accents, with æ, ø and å as keyboards without them write them
// ("Håkon", "Haakon" and "hakon" fold alike). Letters of other scripts stay as they are.
std::string foldedName(std::string_view utf8);

std::vector<std::string> foldedWords(std::string_view utf8); // the name's words, folded; hyphens part words too

} // namespace veikart::store
