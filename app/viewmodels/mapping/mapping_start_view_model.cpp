// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/mapping_start_view_model.h"

#include "app/forms/survey.h"
#include "app/viewmodels/mapping/handover.h"
#include "app/viewmodels/shared/code_choices.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/draft_keeper.h"
#include "app/viewmodels/shared/error_text.h"
#include "app/viewmodels/shared/mapping_path.h"
#include "app/viewmodels/shared/mapping_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace veikart::ui {

struct MappingStartViewModel::Content {
  store::CaseOverview overview;
  bool othersWait = false;
};

namespace {

constexpr const char* kUsualView = "mg2";

constexpr const char* kMiniKisView = "mini-kis";
// What an extract may propose to others (rule 5), not what is filled in.
constexpr std::array<std::string_view, 2> kExtractViews = {"nav-arbeid", "nav-trygd"};

std::vector<forms::View> viewsOf(const forms::Questionnaire& form) {
  std::vector<forms::View> views = form.views();
  std::erase_if(views, [](const forms::View& view) {
    return std::ranges::find(kExtractViews, view.code) != kExtractViews.end();
  });
  return views;
}

int indexOfView(const std::vector<forms::View>& views, const std::string& code) {
  const auto found = std::ranges::find(views, code, &forms::View::code);
  return found == views.end() ? 0 : static_cast<int>(found - views.begin());
}

const casework::Mapping* unfinished(const store::CaseOverview& overview, const Uuid& mappingId) {
  for (const casework::Mapping& mapping : overview.mappings)
    if (mapping.id == mappingId)
      return &mapping;
  return nullptr;
}

// Whether the tablet still holds the answers of somebody whom the case is not about.
bool isOthers(const std::optional<store::HandoverSession>& session, const store::CaseOverview& overview) {
  return session && unfinished(overview, session->mappingId) == nullptr;
}

} // namespace

MappingStartViewModel::MappingStartViewModel(AppContext& context, DeviceFolder folder)
    : m_context(context), m_folder(std::move(folder)) {
  connect(&context.navigator, &Navigator::changed, this, &MappingStartViewModel::follow);
}

// Coming back from the earlier mapping, what was filled in stands.
void MappingStartViewModel::follow() {
  const Navigator::Page page = m_context.navigator.page();
  if (page == Navigator::MappingReader)
    return;
  if (!std::exchange(m_isReading, false) && page == Navigator::MappingStart)
    load();
}

QString MappingStartViewModel::formNotice() const {
  return m_form == nullptr ? QString() : QString::fromStdString(m_form->notice());
}

// Without a name: the client may be looking.
QString MappingStartViewModel::waitingAnswers() const {
  return m_othersWait ? tr("Svarene fra en annen bruker er ikke hentet ennå. Hent dem før dere begynner.") : QString();
}

QStringList MappingStartViewModel::placeChoices() const {
  return displaysOf(casework::places());
}

QStringList MappingStartViewModel::basisChoices() const {
  return displaysOf(casework::selectionBases());
}

QStringList MappingStartViewModel::targetGroupChoices() const {
  return displaysOf(casework::targetGroups());
}

QStringList MappingStartViewModel::viewChoices() const {
  QStringList displays;
  for (const forms::View& view : m_views)
    displays.append(QString::fromStdString(view.display));
  return displays;
}

QString MappingStartViewModel::viewSize() const {
  if (m_form == nullptr)
    return {};
  const Result<forms::Survey> survey = forms::Survey::create(*m_form, m_views[static_cast<size_t>(m_view)].code);
  if (!survey.ok())
    return {};
  const auto isAsked = [&survey](const forms::SurveyPage& page) {
    return page.round == 1 && forms::isQuestion(*page.item) && survey->isInView(*page.item);
  };
  return tr("Opptil %n spørsmål", nullptr, static_cast<int>(std::ranges::count_if(survey->everyPage(), isAsked)));
}

void MappingStartViewModel::useForm(const forms::Questionnaire& form) {
  m_form = &form;
  m_views = viewsOf(form);
}

void MappingStartViewModel::load() {
  m_step = SetUp;
  if (m_caseId != m_context.navigator.caseId() || m_mappingId != m_context.navigator.mappingId())
    m_left = {};
  m_caseId = m_context.navigator.caseId();
  m_mappingId = m_context.navigator.mappingId();
  m_startedAt = m_context.clock.nowMillis();
  for (QString* text : {&m_clientName, &m_othersPresent, &m_interpreterName, &m_interpreterLanguage, &m_measureInSight,
                        &m_message, &m_earlierMapping, &m_conductorNote, &m_resumeNote, &m_obstacle})
    text->clear();
  m_isRequirement = m_hasInterpreter = m_interpreterIsChild = m_waitsForMeasure = m_isChecked = m_isBusy = m_isLoaded =
      m_othersWait = false;
  m_place = m_mode = 0;
  m_basis = m_targetGroup = -1;
  useForm(forms::kisReconstruction());
  m_view = indexOfView(m_views, kUsualView);
  emit changed();
  m_context.store
      .read([id = m_caseId](store::CaseStore& cases) -> Result<Content> {
        Result<store::CaseOverview> overview = cases.caseOverview(id);
        const Result<std::optional<store::HandoverSession>> handover = cases.openHandover();
        for (const Status& status : {overview.status(), handover.status()})
          RETURN_IF_ERROR(status);
        const bool othersWait = isOthers(*handover, *overview);
        return Content{*std::move(overview), othersWait};
      })
      .then(this, [this, id = m_caseId](const Result<Content>& content) {
        if (id != m_caseId)
          return;
        m_message = errorText(content.status(), ErrorContext::Opening);
        m_isLoaded = content.ok();
        if (content.ok()) {
          m_othersWait = content->othersWait;
          show(content->overview);
          writeInto(*this, std::exchange(m_left, {}));
        }
        emit changed();
      });
}

void MappingStartViewModel::show(const store::CaseOverview& overview) {
  m_clientName = QString::fromStdString(overview.person.firstName);
  m_hasInterpreter = !overview.person.interpreter.empty();
  m_interpreterLanguage = m_hasInterpreter ? QString::fromStdString(overview.person.language) : QString();
  if (overview.file.counsellorId != m_context.user.id && overview.counsellor)
    m_conductorNote = tr("%1 er fast veileder. Kartleggingen føres på deg, og %1 ser den.")
                          .arg(QString::fromStdString(overview.counsellor->firstName));
  if (const casework::Mapping* mapping = unfinished(overview, m_mappingId))
    return continueWith(*mapping);
  if (overview.lastSeal) {
    m_earlierMappingId = overview.lastSeal->mappingId;
    m_earlierMapping = tr("%1 har en kartlegging som ble bekreftet %2. Den står urørt. Vil du heller lese den først?")
                           .arg(m_clientName, dayText(overview.lastSeal->sealedAt, m_context.clock.nowMillis()));
  }
}

// A mapping is bound to the form that it began in.
void MappingStartViewModel::continueWith(const casework::Mapping& mapping) {
  if (const forms::Questionnaire* form = forms::shippedForm(mapping.formHash))
    useForm(*form);
  else
    m_message = m_obstacle = missingFormText();
  m_startedAt = mapping.startedAt;
  m_isRequirement = mapping.isRequirement;
  m_othersPresent = QString::fromStdString(mapping.othersPresent);
  m_interpreterName = QString::fromStdString(mapping.interpreterName);
  m_interpreterLanguage = QString::fromStdString(mapping.interpreterLanguage);
  m_hasInterpreter = !mapping.interpreterName.empty() || !mapping.interpreterLanguage.empty();
  m_place = std::max(0, indexOf(casework::places(), mapping.place));
  m_basis = indexOf(casework::selectionBases(), mapping.selectionBasis);
  m_targetGroup = indexOf(casework::targetGroups(), mapping.targetGroup);
  m_view = indexOfView(m_views, mapping.view);
  m_waitsForMeasure = mapping.waitingForMeasure;
  m_measureInSight = QString::fromStdString(mapping.measureInSight);
  m_mode = static_cast<int>(mapping.mode);
  m_resumeNote = tr("Kartleggingen er påbegynt. Svarene som er gitt, er tatt vare på.");
}

MappingStartViewModel::Field MappingStartViewModel::firstMissing() const {
  if (m_basis < 0)
    return Basis;
  if (m_hasInterpreter && m_interpreterLanguage.trimmed().isEmpty())
    return InterpreterLanguage;
  if (m_hasInterpreter && m_interpreterIsChild)
    return Interpreter;
  if (!m_waitsForMeasure && m_measureInSight.trimmed().isEmpty())
    return Measure;
  return Nothing;
}

QString MappingStartViewModel::missingText() const {
  switch (missing()) {
  case Basis:
    return tr("Velg hvorfor %1 blir kartlagt.").arg(m_clientName);
  case InterpreterLanguage:
    return tr("Skriv hvilket språk det tolkes til.");
  case Interpreter:
    return tr("Barn skal ikke tolke. Bestill en tolk, eller vent med samtalen.");
  case Measure:
    return tr("Skriv hva som kan følge etter kartleggingen, eller velg at dere venter på tiltak.");
  case Nothing:
    return {};
  }
  return {};
}

void MappingStartViewModel::goToPurpose() {
  if (!m_isLoaded)
    return;
  m_isChecked = true;
  m_message = m_othersWait ? waitingAnswers() : m_obstacle;
  const bool isMissing = firstMissing() != Nothing;
  if (m_message.isEmpty() && !isMissing)
    m_step = Purpose;
  emit changed();
  if (isMissing)
    emit missed();
}

void MappingStartViewModel::backToSetUp() {
  m_step = SetUp;
  emit changed();
}

casework::Mapping MappingStartViewModel::mapping(casework::MappingState state, bool acknowledged) const {
  casework::Mapping mapping;
  mapping.id = m_mappingId.isNil() ? Uuid::makeV7(m_context.clock) : m_mappingId;
  mapping.caseId = m_caseId;
  mapping.state = state;
  mapping.formHash = m_form->hash();
  mapping.view = m_views[static_cast<size_t>(m_view)].code;
  mapping.kind = mapping.view == kMiniKisView ? casework::MappingKind::MiniKis : casework::MappingKind::Kis;
  mapping.purposeAcknowledged = acknowledged;
  mapping.startedAt = m_startedAt;
  mapping.isRequirement = m_isRequirement;
  mapping.conductedBy = m_context.user.id;
  mapping.othersPresent = m_othersPresent.trimmed().toStdString();
  if (m_hasInterpreter) {
    mapping.interpreterName = m_interpreterName.trimmed().toStdString();
    mapping.interpreterLanguage = m_interpreterLanguage.trimmed().toStdString();
  }
  mapping.place = codeAt(casework::places(), m_place);
  mapping.selectionBasis = codeAt(casework::selectionBases(), m_basis);
  mapping.targetGroup = codeAt(casework::targetGroups(), m_targetGroup);
  mapping.waitingForMeasure = m_waitsForMeasure;
  mapping.measureInSight = m_waitsForMeasure ? "" : m_measureInSight.trimmed().toStdString();
  mapping.mode = static_cast<forms::AnswerMode>(std::clamp(m_mode, 0, 2));
  return mapping;
}

void MappingStartViewModel::refuse() {
  m_step = Declining;
  emit changed();
}

void MappingStartViewModel::reconsider() {
  if (m_isBusy)
    return; // the no is being kept
  m_step = Purpose;
  emit changed();
}

// Whoever has answered already says no to more: what was said is talked about.
void MappingStartViewModel::decline() {
  if (!m_isLoaded || m_isBusy)
    return;
  m_isBusy = true;
  emit changed();
  m_context.store
      .write([declined = mapping(casework::MappingState::Declined, false)](
                 store::CaseStore& cases) -> Result<casework::Mapping> {
        const Status status = cases.save(declined);
        if (status.code() != StatusCode::Conflict)
          return status.ok() ? Result<casework::Mapping>(declined) : status;
        Result<casework::Mapping> answered = cases.mapping(declined.id);
        if (!answered.ok())
          return answered;
        answered->state = casework::MappingState::InConversation;
        RETURN_IF_ERROR(cases.save(*answered));
        return answered;
      })
      .then(this, [this](const Result<casework::Mapping>& kept) {
        m_isBusy = false;
        m_message = errorText(kept.status(), ErrorContext::Saving);
        emit changed();
        if (!kept.ok())
          return;
        m_context.navigator.restart(Navigator::CasePage, m_caseId);
        if (kept->state != casework::MappingState::Declined)
          goToMapping(m_context.navigator, *kept);
      });
}

void MappingStartViewModel::begin(double textScale) {
  if (!m_isLoaded || m_isBusy)
    return;
  m_isBusy = true;
  emit changed();
  const casework::Mapping begun = mapping(casework::MappingState::ClientAnswering, true);
  m_mappingId = begun.id;
  m_context.store
      .write([begun, folder = m_folder, textScale,
              &clock = m_context.clock](store::CaseStore& cases) -> Result<std::shared_ptr<ClientBrief>> {
        RETURN_IF_ERROR(cases.save(begun));
        return prepareHandover(cases, folder, begun.id, textScale, clock);
      })
      .then(this, [this](const Result<std::shared_ptr<ClientBrief>>& brief) {
        m_isBusy = false;
        m_message = errorText(brief.status(), ErrorContext::Saving);
        emit changed();
        handOver(m_context, brief);
      });
}

void MappingStartViewModel::readEarlier() {
  m_isReading = true;
  m_context.navigator.go(Navigator::MappingReader, m_caseId, m_earlierMappingId);
}

void MappingStartViewModel::fetchWaiting() {
  if (m_isLoaded)
    m_left = writtenInto(*this);
  m_context.navigator.go(Navigator::TabletReturned);
}

void MappingStartViewModel::cancel() {
  if (m_isLoaded)
    m_left = writtenInto(*this);
  m_context.navigator.back();
}

} // namespace veikart::ui
