# SPDX-FileCopyrightText: 2026 The Veikart authors
# SPDX-License-Identifier: MIT
# cmake -DINPUT=<form.json> -DOUTPUT=<form.cpp> -DNAME=<constant> -P embed_form.cmake
file(READ "${INPUT}" json)
get_filename_component(file "${INPUT}" NAME)
file(WRITE "${OUTPUT}" "// Made from ${file}.
#include <string_view>
namespace veikart::forms {
extern const std::string_view ${NAME};
const std::string_view ${NAME} = R\"veikart(${json})veikart\";
} // namespace veikart::forms
")
