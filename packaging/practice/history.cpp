// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "packaging/practice/history.h"

#include "app/casework/dates.h"
#include "app/casework/record_codec.h"
#include "app/casework/rules.h"
#include "app/forms/questionnaire.h"
#include "packaging/practice/narratives.h"
#include "packaging/practice/people.h"
#include "packaging/practice/survey_answers.h"

#include <algorithm>
#include <ctime>

namespace veikart::practice {

namespace {

using namespace casework;
using store::CaseStore;

constexpr int64_t kMinute = 60'000;
constexpr int64_t kDay = 24LL * 60 * kMinute;
constexpr uint32_t kSeed = 2008; // the year of the reports that the stories follow

forms::Answer words(std::string_view text) {
  forms::Answer answer;
  answer.state = forms::AnswerState::Answered;
  answer.text = text;
  return answer;
}

forms::Answer choice(std::string_view code) {
  forms::Answer answer;
  answer.state = forms::AnswerState::Answered;
  answer.codes = {std::string(code)};
  return answer;
}

// A layer's answers in one write.
Status writeLayer(CaseStore& store, const Mapping& mapping, Layer layer, const forms::Answers& answers) {
  sync::RecordWrite write{layerRecordId(mapping.id, layer),
                          std::string(kAnswersType),
                          {sync::ScopeKind::Case, mapping.caseId},
                          {{"_mapping", encodeText(mapping.id.toString())}, {"_layer", encodeText(layerName(layer))}}};
  for (const auto& [key, answer] : answers)
    write.fields.push_back({key, encodeAnswer(answer)});
  return store.replica().write(std::span(&write, 1));
}

// Tells one client's story as deeds.
class ClientStory final {
public:
  ClientStory(const Client& client, size_t place, int64_t now, std::vector<Deed>& deeds)
      : m_client(client), m_now(now), m_today(localDateAt(now)), m_dice(kSeed + static_cast<uint32_t>(place)),
        m_deeds(deeds), m_place(place) {}

  void tell();

private:
  int64_t at(int days, int hour, int minute = 0) const;
  std::string day(int days) const { return toText(plusDays(m_today, days)); }
  int lastFriday() const; // days from today, below zero
  Id newId(int64_t time) const { return Id::makeV7(FakeClock(time)); }
  Id staffId(int index) const { return *Id::parse(staff()[static_cast<size_t>(index)].id).operator->(); }
  void deed(int64_t time, std::function<Status(CaseStore&)> act) {
    m_deeds.push_back({std::min(time, m_now - kMinute), m_client.counsellor, std::move(act)});
  }

  void open(int daysAgo);
  void contact(int daysAgo, const ContactTemplate& what, bool came = true);
  void contacts(int fromDaysAgo, int toDaysAgo);
  void task(const TaskTemplate& what, int agreedDaysAgo, int dueInDays, TaskState state, int doneDaysAgo = 0,
            const Id& agreedIn = {});
  void goal(std::string_view text, int daysAgo);
  void appointment(int inDays, int hour, int minute, std::string_view type, std::string_view place,
                   std::string_view placeName);
  Mapping begin(int daysAgo, MappingKind kind, const std::string& view);
  void begunMapping();
  void concludingMapping();
  void confirmedMapping(int daysAgo, MappingKind kind, const std::string& view, size_t conclusion);
  void tellAmina();
  void tellOthers();

  const Client& m_client;
  int64_t m_now;
  Date m_today;
  Dice m_dice;
  std::vector<Deed>& m_deeds;
  size_t m_place;
  Id m_caseId;
};

int64_t ClientStory::at(int days, int hour, int minute) const {
  const Date date = plusDays(m_today, days);
  std::tm local{};
  local.tm_year = date.year - 1900;
  local.tm_mon = date.month - 1;
  local.tm_mday = date.day;
  local.tm_hour = hour;
  local.tm_min = minute;
  local.tm_isdst = -1;
  return static_cast<int64_t>(std::mktime(&local)) * 1000;
}

int ClientStory::lastFriday() const {
  const int64_t daysSince1970 = at(0, 12) / kDay;
  const auto weekday = static_cast<int>((daysSince1970 + 4) % 7); // the first day of 1970 was a Thursday; 0: Sunday
  const int sinceFriday = (weekday + 2) % 7;
  return sinceFriday == 0 ? -7 : -sinceFriday;
}

void ClientStory::open(int daysAgo) {
  const int64_t time = at(-daysAgo, 9, 30);
  Person person;
  person.id = newId(time);
  person.firstName = m_client.firstName;
  person.lastName = m_client.lastName;
  person.birthDate = m_client.birthDate;
  person.nationalId = inventedNationalId(m_client.birthDate, static_cast<int>(m_place));
  person.language = m_client.language;
  person.interpreter = m_client.interpreter;
  Case file;
  file.id = m_caseId = newId(time);
  file.personId = person.id;
  file.counsellorId = staffId(m_client.counsellor);
  if (m_client.secondCounsellor >= 0)
    file.secondCounsellorId = staffId(m_client.secondCounsellor);
  file.contactIntervalDays = m_client.contactIntervalDays;
  file.openedAt = time;
  deed(time, [=](CaseStore& store) { return store.createCase(person, file); });
}

void ClientStory::contact(int daysAgo, const ContactTemplate& what, bool came) {
  const int64_t time = std::min(at(-daysAgo, 9 + m_dice.below(6), 10 * m_dice.below(6)), m_now - 10 * kMinute);
  Contact contact;
  contact.id = newId(time);
  contact.caseId = m_caseId;
  contact.authorId = staffId(m_client.counsellor);
  contact.type = what.type;
  contact.clientCame = came;
  contact.planned = m_dice.below(5) != 0;
  contact.place = what.place;
  contact.placeName = what.placeName;
  contact.minutes = came ? what.minutes : 0;
  contact.lifeAreas = {std::string(what.lifeArea)};
  contact.done = came ? std::string(what.done) : "Møtte ikke. Sendte SMS.";
  contact.at = time;
  deed(time, [=](CaseStore& store) { return store.saveContact(contact, {}, {}); });
}

// About as often as agreed, with an odd no-show, never on the first day.
void ClientStory::contacts(int fromDaysAgo, int toDaysAgo) {
  const int interval = std::max(7, m_client.contactIntervalDays);
  for (int daysAgo = fromDaysAgo; daysAgo >= toDaysAgo; daysAgo -= std::max(3, interval - m_dice.below(4)))
    contact(daysAgo, m_dice.oneOf(contactTemplates()), m_dice.below(9) != 0);
  contact(toDaysAgo, contactTemplates()[2]);
}

void ClientStory::task(const TaskTemplate& what, int agreedDaysAgo, int dueInDays, TaskState state, int doneDaysAgo,
                       const Id& agreedIn) {
  const int64_t time = at(-agreedDaysAgo, 13);
  Task task;
  task.id = newId(time);
  task.caseId = m_caseId;
  task.what = what.what;
  task.party = static_cast<Party>(what.party);
  if (task.party == Party::Counsellor || task.party == Party::Together)
    task.staffId = staffId(m_client.counsellor);
  if (task.party == Party::Other)
    task.otherParty = "Barnehagekontoret";
  task.dueDate = day(dueInDays);
  task.agreedIn = agreedIn;
  deed(time, [=](CaseStore& store) { return store.save(task); });
  if (state == TaskState::Open)
    return;
  task.state = state;
  task.doneDate = day(-doneDaysAgo);
  deed(at(-doneDaysAgo, 14), [=](CaseStore& store) { return store.save(task); });
}

void ClientStory::goal(std::string_view text, int daysAgo) {
  const int64_t time = at(-daysAgo, 13, 30);
  const Goal goal{newId(time), m_caseId, std::string(text), false};
  deed(time, [=](CaseStore& store) { return store.save(goal); });
}

void ClientStory::appointment(int inDays, int hour, int minute, std::string_view type, std::string_view place,
                              std::string_view placeName) {
  const int64_t time = at(-1, 15);
  const Appointment next{newId(time),       m_caseId,           staffId(m_client.counsellor), at(inDays, hour, minute),
                         std::string(type), std::string(place), std::string(placeName)};
  deed(time, [=](CaseStore& store) { return store.save(next); });
}

Mapping ClientStory::begin(int daysAgo, MappingKind kind, const std::string& view) {
  const int64_t time = at(-daysAgo, 10);
  Mapping mapping;
  mapping.id = newId(time);
  mapping.caseId = m_caseId;
  mapping.kind = kind;
  mapping.formHash = forms::kisReconstruction().hash();
  mapping.view = view;
  mapping.purposeAcknowledged = true;
  mapping.startedAt = time;
  mapping.conductedBy = staffId(m_client.counsellor);
  if (!m_client.interpreter.empty()) {
    mapping.interpreterName = "Tolketjenesten";
    mapping.interpreterLanguage = m_client.language;
  }
  mapping.place = m_dice.below(2) == 0 ? "hjemme" : "kontoret";
  mapping.selectionBasis = "skjonn";
  mapping.targetGroup = m_client.birthDate > "2001" ? "unge" : "langtid";
  mapping.measureInSight = "Språkpraksis";
  deed(time, [=](CaseStore& store) { return store.save(mapping); });
  return mapping;
}

void ClientStory::begunMapping() {
  const Mapping mapping = begin(3, MappingKind::Kis, "mg2");
  const forms::Answers answers = surveyAnswers("mg2", 6, m_dice);
  deed(at(-3, 10, 40), [=](CaseStore& store) { return writeLayer(store, mapping, Layer::Client, answers); });
}

// Two counsellors write the conclusion.
void ClientStory::concludingMapping() {
  Mapping mapping = begin(6, MappingKind::Kis, "mg1");
  mapping.state = MappingState::InConversation;
  const forms::Answers client = surveyAnswers("mg1", 0, m_dice);
  const ConclusionTemplate& text = conclusions()[2];
  const forms::Answers concluded = {
      {"konkl.ressurser", words(std::string(text.brought) + "\n\nBroren min hjelper meg.")},
      {"konkl.utfordringer", words(text.hard)}};
  deed(at(-6, 10, 40), [=](CaseStore& store) { return writeLayer(store, mapping, Layer::Client, client); });
  deed(at(-6, 11), [=](CaseStore& store) {
    Mapping now = mapping;
    RETURN_IF_ERROR(store.save(now));
    now.state = MappingState::Concluding;
    RETURN_IF_ERROR(store.save(now));
    return writeLayer(store, mapping, Layer::Conclusion, concluded);
  });
}

void ClientStory::confirmedMapping(int daysAgo, MappingKind kind, const std::string& view, size_t conclusion) {
  Mapping mapping = begin(daysAgo, kind, view);
  forms::Answers client = surveyAnswers(view, 0, m_dice);
  if (m_client.story == Story::OverdueTask && m_place < 5) {
    client["videre.med-egne-ord"] =
        words("Jeg vil ha en jobb der jeg er sammen med barn. Det er om morgenen det er tungt.");
    client["helse.na"] = choice("darlig");
    client["helse.na.tekst"] = words("Jeg sover ikke. Da klarer jeg ikke å komme meg opp.");
  }
  const ConclusionTemplate& words4 = conclusions()[conclusion];
  const forms::Answers concluded = {{"konkl.ressurser", words(words4.brought)},
                                    {"konkl.utfordringer", words(words4.hard)},
                                    {"konkl.muligheter", words(words4.canTry)},
                                    {"konkl.veileder", words(words4.assessment)},
                                    {"konkl.neste", words(words4.next)}};
  mapping.state = MappingState::InConversation;
  deed(at(-daysAgo, 10, 40), [=](CaseStore& store) { return writeLayer(store, mapping, Layer::Client, client); });
  deed(at(-daysAgo, 11), [=](CaseStore& store) {
    RETURN_IF_ERROR(store.save(mapping));
    return writeLayer(store, mapping, Layer::Conclusion, concluded);
  });
  task(m_dice.oneOf(taskTemplates()), daysAgo, 14 - daysAgo, TaskState::Done, std::max(1, daysAgo - 9), mapping.id);
  const ConfirmationRecord agrees{Confirmation::Agrees, "", at(-daysAgo, 13, 30)};
  deed(at(-daysAgo, 13, 30), [=](CaseStore& store) {
    RETURN_IF_ERROR(store.save(agrees, mapping.id));
    return store.seal(mapping.id).status();
  });
}

void ClientStory::tellAmina() {
  open(640);
  confirmedMapping(620, MappingKind::Kis, "mg2", 0);
  confirmedMapping(255, MappingKind::MiniKis, "mini-kis", 0);
  contacts(250, 12);
  goal("En jobb der jeg er sammen med barn", 250);
  goal("Sove bedre", 250);
  contact(8, {"hjemmebesok", "hjemme", "", "Fylte ut søknad om språkpraksis sammen. Søknad sendt.", "5", 50});
  contact(1, {"sms", "kontoret", "", "Minnet om fredag.", "3", 5});
  task({"Ringe fastlegen om søvn", 1}, 12, lastFriday(), TaskState::Open);
  task({"Besøke barnehagen sammen", 2}, 12, 13, TaskState::Open);
  task({"Søke om språkpraksis", 0}, 20, -5, TaskState::Done, 8);
  const int sinceSunday = (-lastFriday() + 5) % 7;
  const int toTuesday = (9 - sinceSunday) % 7;
  appointment(toTuesday == 0 ? 7 : toTuesday, 10, 0, "hjemmebesok", "hjemme", "");
}

void ClientStory::tellOthers() {
  const int age = 120 + m_dice.below(200);
  const bool isLost = m_client.story == Story::LostContact;
  open(m_client.story == Story::OldMapping ? 380 : m_client.story == Story::New ? 6 : age);
  if (m_client.story == Story::New)
    return appointment(2 + m_dice.below(5), 12, 30, "samtale", "kontoret", "");
  if (m_client.story == Story::OldMapping)
    confirmedMapping(365, MappingKind::Kis, "mg2", 2);
  else if (m_client.story != Story::BegunMapping && m_client.story != Story::Concluding && m_dice.below(3) != 0)
    confirmedMapping(age - 15, MappingKind::Kis, "mg1", 1 + static_cast<size_t>(m_dice.below(3)));
  contacts(std::min(age - 20, 100), isLost ? 35 : 2 + m_dice.below(4));
  goal(m_dice.oneOf(goals()), 60);
  task(m_dice.oneOf(taskTemplates()), 50, -30, TaskState::Done, 33);
  task(m_dice.oneOf(taskTemplates()), 40, 4 + m_dice.below(20), TaskState::Open);
  if (m_client.story == Story::OverdueTask || m_client.story == Story::Busy)
    task(m_dice.oneOf(taskTemplates()), 25, -1 - m_dice.below(9), TaskState::Open);
  if (m_client.story == Story::Busy)
    appointment(m_dice.below(3), 9 + m_dice.below(6), 0, "samtale", "kontoret", "");
  else if (m_client.story == Story::Calm)
    appointment(2 + m_dice.below(12), 9 + m_dice.below(6), 0, "hjemmebesok", "hjemme", "");
}

void ClientStory::tell() {
  if (m_client.story == Story::OverdueTask && m_place < 5)
    return tellAmina();
  tellOthers();
  if (m_client.story == Story::BegunMapping) {
    begunMapping();
    appointment(0, 10, 0, "hjemmebesok", "hjemme", "");
  }
  if (m_client.story == Story::Concluding)
    concludingMapping();
  if (m_client.story == Story::MeetingToday)
    appointment(0, 13, 30, "mote", "treffsted", "Treffstedet Moholt");
}

} // namespace

std::vector<Deed> practiceHistory(int64_t nowMillis) {
  std::vector<Deed> deeds;
  for (size_t place = 0; place < clients().size(); ++place)
    ClientStory(clients()[place], place, nowMillis, deeds).tell();
  std::ranges::stable_sort(deeds, {}, &Deed::at);
  return deeds;
}

} // namespace veikart::practice
