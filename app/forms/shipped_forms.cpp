// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/questionnaire.h"

#include <cstdio>
#include <cstdlib>

namespace veikart::forms {

// Made from definitions/*.json at build, byte for byte.
extern const std::string_view kKisRekonstruksjonJson;
extern const std::string_view kKisKonklusjonJson;

namespace {

// A form of our own that can't be read is our own mistake, and nothing can be done without it.
Questionnaire parseShipped(std::string_view json, const char* name) {
  Result<Questionnaire> form = Questionnaire::parse(json);
  if (!form.ok()) {
    std::fprintf(stderr, "the form %s built into the program is broken: %s\n", name, form.status().text().c_str());
    std::abort();
  }
  return std::move(form).value();
}

} // namespace

const Questionnaire& kisReconstruction() {
  static const Questionnaire form = parseShipped(kKisRekonstruksjonJson, "kis-rekonstruksjon");
  return form;
}

const Questionnaire& kisConclusion() {
  static const Questionnaire form = parseShipped(kKisKonklusjonJson, "kis-konklusjon");
  return form;
}

const Questionnaire* shippedForm(std::string_view hash) {
  return hash == kisReconstruction().hash() ? &kisReconstruction() : nullptr;
}

} // namespace veikart::forms
