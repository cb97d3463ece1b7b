// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/person_text.h"

#include "app/casework/code_lists.h"
#include "app/viewmodels/shared/date_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace veikart::ui {

namespace {

class PersonText {
  Q_DECLARE_TR_FUNCTIONS(PersonText)
};

QStringList initialLetters(const std::string& name) {
  QStringList letters;
  const QStringList words = QString::fromStdString(name).split(QLatin1Char(' '), Qt::SkipEmptyParts);
  for (const QString& word : words)
    letters.append(word.left(1).toUpper());
  if (letters.size() > 2)
    letters = {letters.first(), letters.last()};
  return letters;
}

QString display(std::span<const casework::Code> list, const std::string& code) {
  const std::string_view text = casework::displayOf(list, code);
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

QString roleText(casework::Role role) {
  using casework::Role;
  switch (role) {
  case Role::Counsellor:
    return PersonText::tr("Veileder");
  case Role::Supervisor:
    return PersonText::tr("Leder");
  case Role::Administrator:
    return PersonText::tr("Administrator");
  case Role::Partner:
    return PersonText::tr("Samarbeidspartner");
  case Role::ResourcePerson:
    return PersonText::tr("Ressursperson for KIS");
  }
  return {};
}

QString initialsOf(const std::string& name) {
  return initialLetters(name).join(QString());
}

QString dottedInitialsOf(const std::string& name) {
  return initialLetters(name).join(QLatin1Char('.')) + QLatin1Char('.');
}

QString appointmentText(const casework::Appointment& value) {
  QString text = display(casework::contactTypes(), value.type) + QLatin1Char(' ') + clockText(value.at);
  if (!value.placeName.empty())
    text += QStringLiteral(" · ") + QString::fromStdString(value.placeName);
  return text;
}

QString partyText(const casework::Task& task, const store::CaseOverview& overview) {
  const QString client = QString::fromStdString(overview.person.firstName);
  const casework::StaffMember* staff = overview.staffMember(task.staffId);
  const QString counsellor = staff ? QString::fromStdString(staff->firstName) : PersonText::tr("veilederen");
  switch (task.party) {
  case casework::Party::Client:
    return client;
  case casework::Party::Counsellor:
    return counsellor;
  case casework::Party::Together:
    return PersonText::tr("%1 og %2").arg(client, counsellor);
  case casework::Party::Other:
    return QString::fromStdString(task.otherParty);
  }
  return {};
}

QString ownWordsIn(const store::LayerAnswers& client) {
  for (const char* key : {"videre.med-egne-ord", "om-deg.viktig", "onsker.jobb", "onsker.drom"})
    if (const auto said = client.find(key); said != client.end() && !said->second.answer.text.empty())
      return QStringLiteral("«%1»").arg(QString::fromStdString(said->second.answer.text));
  return {};
}

QString contactText(const casework::Contact& contact) {
  QString text = display(casework::contactTypes(), contact.type);
  if (!contact.clientCame)
    return text + QStringLiteral(" · ") + PersonText::tr("møtte ikke");
  if (contact.minutes > 0)
    text += PersonText::tr(", %1 min").arg(contact.minutes);
  return text;
}

} // namespace veikart::ui
