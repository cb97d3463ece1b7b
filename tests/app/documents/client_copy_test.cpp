// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/documents/client_copy.h"

#include <QProcess>
#include <QString>

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using veikart::documents::ClientCopy;

namespace {

store::LayerAnswer answered(forms::Answer answer) {
  store::LayerAnswer layer;
  layer.answer = std::move(answer);
  return layer;
}

store::LayerAnswer words(const std::string& text) {
  forms::Answer answer;
  answer.state = forms::AnswerState::Answered;
  answer.text = text;
  return answered(answer);
}

store::LayerAnswer state(forms::AnswerState state) {
  forms::Answer answer;
  answer.state = state;
  return answered(answer);
}

ClientCopy emptyCopy() {
  ClientCopy copy;
  copy.clientName = "Ola Testesen";
  copy.counsellorName = "Kari Moen";
  copy.confirmedOn = "22. november 2026";
  copy.form = &forms::kisReconstruction();
  copy.sealHash = "0123456789abcdef0123456789abcdef";
  return copy;
}

// What another program reads in the PDF, one space between words.
std::string textOf(const ClientCopy& copy) {
  const Result<Bytes> pdf = documents::drawClientCopy(copy);
  REQUIRE(pdf.ok());
  QProcess reader;
  reader.start(QStringLiteral(PDFTOTEXT), {QStringLiteral("-"), QStringLiteral("-")});
  REQUIRE(reader.waitForStarted());
  reader.write(pdf->data(), static_cast<qint64>(pdf->size()));
  reader.closeWriteChannel();
  REQUIRE(reader.waitForFinished());
  REQUIRE(reader.exitCode() == 0);
  return QString::fromUtf8(reader.readAllStandardOutput()).simplified().toStdString();
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// The first question of the form that is answered by a choice, and its first alternative.
const forms::Item& firstChoice() {
  for (const forms::Item& theme : forms::kisReconstruction().themes())
    for (const forms::Item& item : theme.items)
      if (item.kind == forms::ItemKind::Choice)
        return item;
  FAIL("the form has no choice");
  return forms::kisReconstruction().themes().front();
}

} // namespace

TEST_CASE("the copy says whose it is, what it is not, and that nothing is agreed yet", "[documents]") {
  const std::string text = textOf(emptyCopy());
  REQUIRE(holds(text, "Ola Testesen · bekreftet 22. november 2026 · sammen med Kari Moen"));
  REQUIRE(holds(text, "Øvingsdata. Ikke bruk med ekte personer."));
  REQUIRE(holds(text, "rekonstruksjon"));
  REQUIRE(holds(text, "Ingen oppgave er avtalt ennå."));
  REQUIRE(holds(text, "Merke: 0123456789abcdef"));
}

TEST_CASE("the client's words, the talk and the counsellor's comment stand beside each other, each with its name",
          "[documents]") {
  const forms::Item& item = firstChoice();
  ClientCopy copy = emptyCopy();
  forms::Answer own;
  own.state = forms::AnswerState::Answered;
  own.codes = {item.options.front().code};
  copy.client[item.linkId] = answered(own);
  copy.client[forms::freeTextKey(item.linkId)] = words("Mest om kvelden");
  copy.joint[item.linkId] = state(forms::AnswerState::Declined);
  copy.comments[item.linkId] = words("Sagt rolig");
  const std::string text = textOf(copy);
  REQUIRE(holds(text, item.text));
  REQUIRE(holds(text, "Jeg svarte " + item.options.front().display + " «Mest om kvelden»"));
  REQUIRE(holds(text, "Etter samtalen Vil ikke svare"));
  REQUIRE(holds(text, "Veilederens kommentar Sagt rolig"));
}

TEST_CASE("what was not answered is not on the paper; what could not be answered is", "[documents]") {
  const forms::Item& item = firstChoice();
  ClientCopy copy = emptyCopy();
  REQUIRE_FALSE(holds(textOf(copy), item.text));
  copy.client[item.linkId] = state(forms::AnswerState::Unanswered);
  REQUIRE_FALSE(holds(textOf(copy), item.text));
  copy.client[item.linkId] = state(forms::AnswerState::Unknown);
  REQUIRE(holds(textOf(copy), "Jeg svarte Vet ikke"));
}

TEST_CASE("what was said about each person stands together under the person's number", "[documents]") {
  ClientCopy copy = emptyCopy();
  copy.client["nett.hjelper.navn"] = words("Fatuma");
  copy.client["nett.hjelper.med.tekst"] = words("Passe barna");
  REQUIRE_FALSE(holds(textOf(copy), "Person 1"));
  copy.client["nett.hjelper.navn#2"] = words("Yusuf");
  copy.comments["nett.hjelper.med#2"] = words("Spør han selv");
  const std::string text = textOf(copy);
  const std::vector<std::string> inOrder = {"Person 1", "Fatuma", "Passe barna", "Person 2", "Yusuf", "Spør han selv"};
  size_t at = 0;
  for (const std::string& part : inOrder) {
    CAPTURE(part);
    at = text.find(part, at);
    REQUIRE(at != std::string::npos);
  }
}

TEST_CASE("words with letters that type joins are found when the PDF is searched", "[documents]") {
  ClientCopy copy = emptyCopy();
  copy.conclusion["konkl.ressurser"] = words("Kaffe, kraft, skift, fisk, flink, flaske og <b>klammer</b>");
  REQUIRE(holds(textOf(copy), "Kaffe, kraft, skift, fisk, flink, flaske og <b>klammer</b>"));
}
