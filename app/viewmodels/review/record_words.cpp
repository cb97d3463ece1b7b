// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/review/record_words.h"

#include "app/casework/code_lists.h"
#include "app/casework/media_type.h"
#include "app/casework/record_codec.h"
#include "app/casework/settlement.h"
#include "app/documents/answer_text.h"
#include "app/viewmodels/shared/attachment_text.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/person_text.h"
#include "sync/record/case_keys.h"
#include "sync/record/late_write.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <array>

namespace veikart::ui {

using namespace casework;
using sync::Record;

namespace {

class Words {
  Q_DECLARE_TR_FUNCTIONS(RecordWords)
};

struct Context {
  const store::CaseOverview& overview;
  int64_t now;
};

QString unreadableText() {
  return Words::tr("Kan ikke vises på dette nettbrettet");
}

QString qt(const std::string& text) {
  return QString::fromStdString(text);
}

QString displayed(std::span<const Code> list, const std::string& code) {
  const std::string_view text = displayOf(list, code);
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString joined(std::initializer_list<QString> parts) {
  QStringList list(parts);
  list.removeAll(QString());
  return list.join(QStringLiteral(" · "));
}

QString yesOrNo(bool isYes) {
  return isYes ? Words::tr("Ja") : Words::tr("Nei");
}

// What is read of a field is the value with the greatest stamp: here the only one.
Record only(const Record& record, const std::string& field, const Bytes& value) {
  Record single{record.id, record.type, record.scope, {}, false};
  single.fields[field].siblings.push_back({{}, {}, value});
  return single;
}

std::string shownText(const Record& record, const char* field) {
  const auto found = record.fields.find(field);
  const sync::Sibling* shown = found == record.fields.end() ? nullptr : sync::greatest(found->second);
  const Result<std::string> text = shown == nullptr ? Result<std::string>("") : decodeText(shown->value);
  return text.ok() ? *text : std::string();
}

QString statusText(CaseStatus status) {
  switch (status) {
  case CaseStatus::Open:
    return Words::tr("Åpen");
  case CaseStatus::Waiting:
    return Words::tr("Venter");
  case CaseStatus::Closed:
    return Words::tr("Avsluttet");
  }
  return {};
}

QString stateText(MappingState state) {
  switch (state) {
  case MappingState::Started:
    return Words::tr("Påbegynt");
  case MappingState::Declined:
    return Words::tr("Sa nei takk");
  case MappingState::ClientAnswering:
    return Words::tr("Brukeren svarer");
  case MappingState::InConversation:
    return Words::tr("Klar for samtale");
  case MappingState::Concluding:
    return Words::tr("Konklusjonen skrives");
  case MappingState::Draft:
    return Words::tr("Utkast, ikke bekreftet");
  case MappingState::Confirmed:
    return Words::tr("Bekreftet");
  }
  return {};
}

QString confirmationText(const ConfirmationRecord& confirmation) {
  switch (confirmation.choice) {
  case Confirmation::None:
    return Words::tr("Ikke svart ennå");
  case Confirmation::Agrees:
    return Words::tr("Det stemmer");
  case Confirmation::Disagrees:
    return joined({Words::tr("Jeg er uenig i noe"), documents::quoted(qt(confirmation.disagreement))});
  case Confirmation::Waits:
    return Words::tr("Jeg vil vente");
  }
  return {};
}

QString speechText(const Person& person) {
  const QString interpreter = person.interpreter.empty() ? QString() : Words::tr("tolk %1").arg(qt(person.interpreter));
  return joined({qt(person.language), interpreter});
}

QString intervalText(const Case& file) {
  return file.contactIntervalDays > 0 ? Words::tr("Hver %1. dag").arg(file.contactIntervalDays) : QString();
}

QString taskStateText(const Task& task, int64_t now) {
  switch (task.state) {
  case TaskState::Open:
    return Words::tr("Ikke gjort");
  case TaskState::Done:
    return Words::tr("Gjort %1").arg(dateText(task.doneDate, now));
  case TaskState::Dropped:
    return Words::tr("Droppet");
  }
  return {};
}

QString howText(const Contact& contact) {
  return joined({contact.acute     ? Words::tr("Akutt")
                 : contact.planned ? Words::tr("Planlagt")
                                   : Words::tr("Ikke planlagt"),
                 contact.clientCame ? Words::tr("møtte") : Words::tr("møtte ikke")});
}

QString areasText(const Contact& contact) {
  QStringList names;
  for (const std::string& area : contact.lifeAreas)
    names.append(displayed(lifeAreas(), area));
  return names.join(QStringLiteral(", "));
}

QString measureText(const Mapping& mapping) {
  return joined({qt(mapping.measureInSight), mapping.waitingForMeasure ? Words::tr("Venter på tiltak") : QString()});
}

QString mediaTypeText(const std::string& mediaType) {
  return mediaType == kJpeg  ? Words::tr("Bilde (JPEG)")
         : mediaType == kPng ? Words::tr("Bilde (PNG)")
                             : Words::tr("PDF");
}

QString staffName(const Id& id, const Context& context) {
  const StaffMember* member = id.isNil() ? nullptr : context.overview.staffMember(id);
  return member == nullptr ? QString() : qt(member->fullName());
}

// A field, what it is called and what its value says.
struct FieldWords {
  std::string_view type, field;
  const char* name;
  QString (*say)(const Record& single, const Context& context);
};

// `from` is the codec's reader of the type, of a record that holds this field alone.
template<auto from, auto words>
QString say(const Record& single, const Context& context) {
  const auto value = from(single);
  return value.ok() ? QString(words(*value, context)) : unreadableText();
}

constexpr std::array kFieldWords = {
    FieldWords{kPersonType, "name", QT_TRANSLATE_NOOP("RecordWords", "Navn"),
               say<personFrom, [](const Person& p, const Context&) { return qt(p.fullName()).trimmed(); }>},
    FieldWords{kPersonType, "nationalId", QT_TRANSLATE_NOOP("RecordWords", "Fødselsnummer"),
               say<personFrom, [](const Person& p, const Context&) { return qt(p.nationalId); }>},
    FieldWords{kPersonType, "birthDate", QT_TRANSLATE_NOOP("RecordWords", "Fødselsdato"),
               say<personFrom, [](const Person& p, const Context& c) { return dateText(p.birthDate, c.now); }>},
    FieldWords{kPersonType, "phone", QT_TRANSLATE_NOOP("RecordWords", "Telefonnummer"),
               say<personFrom, [](const Person& p, const Context&) { return qt(p.phone); }>},
    FieldWords{kPersonType, "speech", QT_TRANSLATE_NOOP("RecordWords", "Språk og tolk"),
               say<personFrom, [](const Person& p, const Context&) { return speechText(p); }>},
    FieldWords{kCaseType, "person", QT_TRANSLATE_NOOP("RecordWords", "Bruker"),
               say<caseFrom, [](const Case&, const Context& c) { return qt(c.overview.person.fullName()); }>},
    FieldWords{kCaseType, "counsellor", QT_TRANSLATE_NOOP("RecordWords", "Hovedveileder"),
               say<caseFrom, [](const Case& f, const Context& c) { return staffName(f.counsellorId, c); }>},
    FieldWords{kCaseType, "secondCounsellor", QT_TRANSLATE_NOOP("RecordWords", "Medveileder"),
               say<caseFrom, [](const Case& f, const Context& c) { return staffName(f.secondCounsellorId, c); }>},
    FieldWords{kCaseType, "status", QT_TRANSLATE_NOOP("RecordWords", "Om saken er åpen"),
               say<caseFrom, [](const Case& f, const Context&) { return statusText(f.status); }>},
    FieldWords{kCaseType, "contactIntervalDays", QT_TRANSLATE_NOOP("RecordWords", "Hvor ofte kontakt er avtalt"),
               say<caseFrom, [](const Case& f, const Context&) { return intervalText(f); }>},
    FieldWords{kCaseType, "openedAt", QT_TRANSLATE_NOOP("RecordWords", "Når saken ble åpnet"),
               say<caseFrom, [](const Case& f, const Context& c) { return dayText(f.openedAt, c.now); }>},
    FieldWords{kMappingType, "kind", QT_TRANSLATE_NOOP("RecordWords", "KIS eller mini-KIS"),
               say<mappingFrom,
                   [](const Mapping& m, const Context&) {
                     return m.kind == MappingKind::Kis ? Words::tr("KIS") : Words::tr("Mini-KIS");
                   }>},
    FieldWords{kMappingType, "state", QT_TRANSLATE_NOOP("RecordWords", "Hvor langt den er kommet"),
               say<mappingFrom, [](const Mapping& m, const Context&) { return stateText(m.state); }>},
    FieldWords{kMappingType, "form", QT_TRANSLATE_NOOP("RecordWords", "Skjema"),
               say<mappingFrom, [](const Mapping& m, const Context&) { return qt(m.formHash); }>},
    FieldWords{kMappingType, "view", QT_TRANSLATE_NOOP("RecordWords", "Hvilke felter som vises"),
               say<mappingFrom, [](const Mapping& m, const Context&) { return qt(m.view); }>},
    FieldWords{kMappingType, "purpose", QT_TRANSLATE_NOOP("RecordWords", "Om formålet er forstått"),
               say<mappingFrom, [](const Mapping& m, const Context&) { return yesOrNo(m.purposeAcknowledged); }>},
    FieldWords{kMappingType, "startedAt", QT_TRANSLATE_NOOP("RecordWords", "Når den begynte"),
               say<mappingFrom, [](const Mapping& m, const Context& c) { return momentText(m.startedAt, c.now); }>},
    FieldWords{
        kMappingType, "demand", QT_TRANSLATE_NOOP("RecordWords", "Tilbud eller krav"),
        say<mappingFrom, [](const Mapping& m,
                            const Context&) { return m.isRequirement ? Words::tr("Krav") : Words::tr("Tilbud"); }>},
    FieldWords{kMappingType, "conductedBy", QT_TRANSLATE_NOOP("RecordWords", "Hvem som kartla"),
               say<mappingFrom, [](const Mapping& m, const Context& c) { return staffName(m.conductedBy, c); }>},
    FieldWords{kMappingType, "othersPresent", QT_TRANSLATE_NOOP("RecordWords", "Andre til stede"),
               say<mappingFrom, [](const Mapping& m, const Context&) { return qt(m.othersPresent); }>},
    FieldWords{
        kMappingType, "interpreter", QT_TRANSLATE_NOOP("RecordWords", "Tolk"),
        say<mappingFrom, [](const Mapping& m,
                            const Context&) { return joined({qt(m.interpreterName), qt(m.interpreterLanguage)}); }>},
    FieldWords{kMappingType, "place", QT_TRANSLATE_NOOP("RecordWords", "Sted"),
               say<mappingFrom, [](const Mapping& m, const Context&) { return displayed(places(), m.place); }>},
    FieldWords{kMappingType, "selectionBasis", QT_TRANSLATE_NOOP("RecordWords", "Hvorfor kartlegging"),
               say<mappingFrom,
                   [](const Mapping& m, const Context&) { return displayed(selectionBases(), m.selectionBasis); }>},
    FieldWords{
        kMappingType, "targetGroup", QT_TRANSLATE_NOOP("RecordWords", "Målgruppe"),
        say<mappingFrom, [](const Mapping& m, const Context&) { return displayed(targetGroups(), m.targetGroup); }>},
    FieldWords{kMappingType, "measure", QT_TRANSLATE_NOOP("RecordWords", "Tiltak i sikte"),
               say<mappingFrom, [](const Mapping& m, const Context&) { return measureText(m); }>},
    FieldWords{kMappingType, "mode", QT_TRANSLATE_NOOP("RecordWords", "Hvordan den ble fylt ut"),
               say<mappingFrom, [](const Mapping& m, const Context&) { return documents::modeText(m.mode); }>},
    FieldWords{kMappingType, "paperWanted", QT_TRANSLATE_NOOP("RecordWords", "Svarene på papir"),
               say<mappingFrom, [](const Mapping& m, const Context&) { return yesOrNo(m.paperWanted); }>},
    FieldWords{kMappingType, "noTaskReason", QT_TRANSLATE_NOOP("RecordWords", "Hvorfor ingen oppgave er avtalt"),
               say<mappingFrom, [](const Mapping& m, const Context&) { return qt(m.noTaskReason); }>},
    FieldWords{kConfirmationType, "answer", QT_TRANSLATE_NOOP("RecordWords", "Stemmer det?"),
               say<confirmationFrom, [](const ConfirmationRecord& a, const Context&) { return confirmationText(a); }>},
    FieldWords{kTaskType, "what", QT_TRANSLATE_NOOP("RecordWords", "Hva som skal gjøres"),
               say<taskFrom, [](const Task& t, const Context&) { return qt(t.what); }>},
    FieldWords{kTaskType, "party", QT_TRANSLATE_NOOP("RecordWords", "Hvem som gjør det"),
               say<taskFrom, [](const Task& t, const Context& c) { return partyText(t, c.overview); }>},
    FieldWords{kTaskType, "dueDate", QT_TRANSLATE_NOOP("RecordWords", "Frist"),
               say<taskFrom, [](const Task& t, const Context& c) { return dateText(t.dueDate, c.now); }>},
    FieldWords{kTaskType, "state", QT_TRANSLATE_NOOP("RecordWords", "Om den er gjort"),
               say<taskFrom, [](const Task& t, const Context& c) { return taskStateText(t, c.now); }>},
    FieldWords{kGoalType, "text", QT_TRANSLATE_NOOP("RecordWords", "Mål"),
               say<goalFrom, [](const Goal& g, const Context&) { return qt(g.text); }>},
    FieldWords{kGoalType, "reached", QT_TRANSLATE_NOOP("RecordWords", "Om det er nådd"),
               say<goalFrom, [](const Goal& g, const Context&) { return yesOrNo(g.reached); }>},
    FieldWords{kContactType, "author", QT_TRANSLATE_NOOP("RecordWords", "Hvem som logget"),
               say<contactFrom, [](const Contact& o, const Context& c) { return staffName(o.authorId, c); }>},
    FieldWords{kContactType, "type", QT_TRANSLATE_NOOP("RecordWords", "Type"),
               say<contactFrom, [](const Contact& o, const Context&) { return displayed(contactTypes(), o.type); }>},
    FieldWords{kContactType, "how", QT_TRANSLATE_NOOP("RecordWords", "Hvordan det gikk"),
               say<contactFrom, [](const Contact& o, const Context&) { return howText(o); }>},
    FieldWords{
        kContactType, "place", QT_TRANSLATE_NOOP("RecordWords", "Sted"),
        say<contactFrom,
            [](const Contact& o, const Context&) { return joined({displayed(places(), o.place), qt(o.placeName)}); }>},
    FieldWords{kContactType, "minutes", QT_TRANSLATE_NOOP("RecordWords", "Hvor lenge"),
               say<contactFrom, [](const Contact& o, const Context&) { return Words::tr("%1 min").arg(o.minutes); }>},
    FieldWords{kContactType, "present", QT_TRANSLATE_NOOP("RecordWords", "Hvem som var med"),
               say<contactFrom, [](const Contact& o, const Context&) { return qt(o.present); }>},
    FieldWords{kContactType, "lifeAreas", QT_TRANSLATE_NOOP("RecordWords", "Livsområder"),
               say<contactFrom, [](const Contact& o, const Context&) { return areasText(o); }>},
    FieldWords{kContactType, "done", QT_TRANSLATE_NOOP("RecordWords", "Hva som ble gjort"),
               say<contactFrom, [](const Contact& o, const Context&) { return qt(o.done); }>},
    FieldWords{kContactType, "at", QT_TRANSLATE_NOOP("RecordWords", "Når"),
               say<contactFrom, [](const Contact& o, const Context& c) { return contactMomentText(o.at, c.now); }>},
    FieldWords{
        kAppointmentType, "with", QT_TRANSLATE_NOOP("RecordWords", "Hvem avtalen er med"),
        say<appointmentFrom, [](const Appointment& a, const Context& c) { return staffName(a.withStaffId, c); }>},
    FieldWords{kAppointmentType, "at", QT_TRANSLATE_NOOP("RecordWords", "Når"),
               say<appointmentFrom, [](const Appointment& a, const Context& c) { return momentText(a.at, c.now); }>},
    FieldWords{
        kAppointmentType, "type", QT_TRANSLATE_NOOP("RecordWords", "Type"),
        say<appointmentFrom, [](const Appointment& a, const Context&) { return displayed(contactTypes(), a.type); }>},
    FieldWords{
        kAppointmentType, "place", QT_TRANSLATE_NOOP("RecordWords", "Sted"),
        say<appointmentFrom, [](const Appointment& a,
                                const Context&) { return joined({displayed(places(), a.place), qt(a.placeName)}); }>},
    FieldWords{kAttachmentType, "kind", QT_TRANSLATE_NOOP("RecordWords", "Type"),
               say<attachmentFrom, [](const Attachment& a, const Context&) { return attachmentKindText(a.kind); }>},
    FieldWords{kAttachmentType, "title", QT_TRANSLATE_NOOP("RecordWords", "Hva det er"),
               say<attachmentFrom, [](const Attachment& a, const Context&) { return qt(a.title); }>},
    FieldWords{kAttachmentType, "date", QT_TRANSLATE_NOOP("RecordWords", "Dagen det er fra"),
               say<attachmentFrom, [](const Attachment& a, const Context& c) { return dateText(a.date, c.now); }>},
    FieldWords{kAttachmentType, "mediaType", QT_TRANSLATE_NOOP("RecordWords", "Hva slags fil"),
               say<attachmentFrom, [](const Attachment& a, const Context&) { return mediaTypeText(a.mediaType); }>},
    FieldWords{kAttachmentType, "author", QT_TRANSLATE_NOOP("RecordWords", "Hvem som la det til"),
               say<attachmentFrom, [](const Attachment& a, const Context& c) { return staffName(a.authorId, c); }>},
    FieldWords{
        kAttachmentType, sync::kContentField, QT_TRANSLATE_NOOP("RecordWords", "Innhold"),
        say<attachmentFrom, [](const Attachment& a, const Context&) { return contentText(a.kind, a.content.size); }>},
};

// What the records are called of which there is one, or which nobody tells apart.
struct PlainSubject {
  std::string_view type;
  const char* name;
};

constexpr std::array kPlainSubjects = {
    PlainSubject{kPersonType, QT_TRANSLATE_NOOP("RecordWords", "Opplysninger om brukeren")},
    PlainSubject{kCaseType, QT_TRANSLATE_NOOP("RecordWords", "Saken")},
    PlainSubject{kMappingType, QT_TRANSLATE_NOOP("RecordWords", "Kartleggingen")},
    PlainSubject{kConfirmationType, QT_TRANSLATE_NOOP("RecordWords", "Bekreftelsen")},
    PlainSubject{kSealType, QT_TRANSLATE_NOOP("RecordWords", "Den bekreftede kartleggingen")},
    PlainSubject{kReadingType, QT_TRANSLATE_NOOP("RecordWords", "Temaer som er lest")},
    PlainSubject{kGrantType, QT_TRANSLATE_NOOP("RecordWords", "Tilgang til saken")},
    PlainSubject{kGrantEndType, QT_TRANSLATE_NOOP("RecordWords", "Slutt på en tilgang til saken")},
    PlainSubject{kDraftType, QT_TRANSLATE_NOOP("RecordWords", "En kladd som ikke ble lagret")},
    PlainSubject{sync::kLateWriteType, QT_TRANSLATE_NOOP("RecordWords", "Noe som kom etter at saken skiftet hender")},
    PlainSubject{kSettlementType, QT_TRANSLATE_NOOP("RecordWords", "Valg mellom to versjoner")},
    PlainSubject{sync::kCaseKeysType, QT_TRANSLATE_NOOP("RecordWords", "Det saken finnes igjen med")},
    PlainSubject{sync::kAuditType, QT_TRANSLATE_NOOP("RecordWords", "At en sak ble åpnet eller brukt")},
    PlainSubject{kReplicaType, QT_TRANSLATE_NOOP("RecordWords", "Hvem som bruker nettbrettet")},
    PlainSubject{kStaffType, QT_TRANSLATE_NOOP("RecordWords", "Opplysninger om en ansatt")},
};

// Of which two can write a common text, besides answers in words.
using FieldName = std::pair<std::string_view, std::string_view>;
constexpr std::array kTexts = {
    FieldName{kMappingType, "othersPresent"},
    FieldName{kMappingType, "noTaskReason"},
    FieldName{kTaskType, "what"},
    FieldName{kGoalType, "text"},
    FieldName{kContactType, "present"},
    FieldName{kContactType, "done"},
};

const FieldWords* wordsFor(std::string_view type, std::string_view field) {
  const auto found = std::ranges::find_if(
      kFieldWords, [&](const FieldWords& words) { return words.type == type && words.field == field; });
  return found == kFieldWords.end() ? nullptr : &*found;
}

} // namespace

QString RecordWords::subject(const Record& record) const {
  const auto named = [](const QString& what, const std::string& name) {
    return name.empty() ? what : what + QStringLiteral(" «%1»").arg(qt(name));
  };
  if (record.type == kTaskType)
    return named(Words::tr("Oppgaven"), shownText(record, "what"));
  if (record.type == kGoalType)
    return named(Words::tr("Målet"), shownText(record, "text"));
  if (record.type == kAttachmentType)
    return named(Words::tr("Vedlegget"), shownText(record, "title"));
  if (record.type == kContactType) {
    const Result<Contact> contact = contactFrom(record);
    return contact.ok() ? Words::tr("Kontakten %1").arg(contactMomentText(contact->at, m_now))
                        : Words::tr("En kontakt");
  }
  if (record.type == kAppointmentType) {
    const Result<Appointment> appointment = appointmentFrom(record);
    return appointment.ok() ? Words::tr("Avtalen %1").arg(momentText(appointment->at, m_now)) : Words::tr("En avtale");
  }
  if (record.type == kAnswersType) {
    const std::string layer = shownText(record, "_layer");
    return layer == layerName(Layer::Client)    ? Words::tr("Brukerens svar")
           : layer == layerName(Layer::Joint)   ? Words::tr("Etter samtalen")
           : layer == layerName(Layer::Comment) ? Words::tr("Kommentarene")
                                                : Words::tr("Konklusjonen");
  }
  const auto plain = std::ranges::find(kPlainSubjects, std::string_view(record.type), &PlainSubject::type);
  return plain == kPlainSubjects.end() ? QString() : Words::tr(plain->name);
}

const forms::Item* RecordWords::item(const Record& record, const std::string& key) const {
  const forms::KeyParts parts = forms::partsOf(key);
  if (const forms::Item* conclusion = forms::kisConclusion().find(parts.linkId))
    return conclusion;
  const Result<Id> mappingId = Id::parse(shownText(record, "_mapping"));
  const auto mapping = std::ranges::find(m_overview.mappings, mappingId.ok() ? *mappingId : Id(), &Mapping::id);
  const forms::Questionnaire* form =
      mapping == m_overview.mappings.end() ? nullptr : forms::shippedForm(mapping->formHash);
  return form == nullptr ? nullptr : form->find(parts.linkId);
}

namespace {

// The words that were typed; the rest is seen when the draft is opened.
QString draftText(const Bytes& content) {
  const QJsonObject written = QJsonDocument::fromJson(QByteArray::fromStdString(content)).object();
  QStringList words;
  for (const char* field :
       {"done", "present", "placeName", "firstName", "lastName", "nationalId", "birthDate", "phone"})
    if (const QString typed = written.value(QLatin1String(field)).toString(); !typed.isEmpty())
      words.append(typed);
  return words.join(QStringLiteral(", "));
}

} // namespace

QString RecordWords::field(const Record& record, const std::string& field) const {
  if (record.type == kDraftType)
    return field == "content" ? Words::tr("Skrevet") : QString();
  if (record.type == kAnswersType) {
    const forms::Item* question = field.starts_with('_') ? nullptr : item(record, field);
    return question == nullptr ? QString() : qt(question->text);
  }
  const FieldWords* words = wordsFor(record.type, field);
  return words == nullptr ? QString() : Words::tr(words->name);
}

QString RecordWords::answer(const Record& record, const std::string& key, const Bytes& value) const {
  const Result<forms::Answer> answer = decodeAnswer(value);
  if (!answer.ok())
    return unreadableText();
  const forms::Item* question = forms::partsOf(key).isFreeText ? nullptr : item(record, key);
  const QString words = question != nullptr                             ? documents::answerText(*question, *answer)
                        : answer->state == forms::AnswerState::Answered ? qt(answer->text)
                                                                        : documents::stateText(answer->state);
  return words.isEmpty() ? Words::tr("Ikke skrevet") : words;
}

QString RecordWords::value(const Record& record, const std::string& field, const Bytes& value) const {
  if (record.type == kAnswersType)
    return answer(record, field, value);
  const QString words = record.type == kDraftType ? draftText(value) : said(record, field, value);
  return words.isEmpty() ? Words::tr("Ikke skrevet") : words;
}

QString RecordWords::said(const Record& record, const std::string& field, const Bytes& value) const {
  const FieldWords* words = wordsFor(record.type, field);
  if (words == nullptr)
    return unreadableText();
  Record single = only(record, field, value);
  if (field == sync::kContentField && record.fields.contains("kind")) // bytes alone say little to people
    single.fields["kind"] = record.fields.at("kind");
  return words->say(single, {m_overview, m_now});
}

bool RecordWords::isText(const Record& record, const std::string& field) const {
  if (record.type != kAnswersType)
    return std::ranges::find(kTexts, FieldName{record.type, field}) != kTexts.end();
  const forms::Item* question = item(record, field);
  return forms::partsOf(field).isFreeText || (question != nullptr && (question->kind == forms::ItemKind::Text ||
                                                                      question->kind == forms::ItemKind::String));
}

QString RecordWords::text(const Record& record, const std::string& field, const Bytes& value) const {
  if (record.type != kAnswersType)
    return said(record, field, value);
  const Result<forms::Answer> answer = decodeAnswer(value);
  return answer.ok() ? qt(answer->text) : QString();
}

Bytes RecordWords::withText(const Record& record, const Bytes& value, const QString& text) const {
  if (record.type != kAnswersType)
    return encodeText(text.toStdString());
  forms::Answer answer = decodeAnswer(value).ok() ? *decodeAnswer(value) : forms::Answer();
  answer.text = text.toStdString();
  answer.state = text.isEmpty() ? forms::AnswerState::Unanswered : forms::AnswerState::Answered;
  answer.mode = forms::AnswerMode::Typed;
  return encodeAnswer(answer);
}

} // namespace veikart::ui
