// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/mapping/mapping_start_view_model.h"

#include "app/forms/survey.h"
#include "app/viewmodels/mapping/handover.h"
#include "app/viewmodels/shared/code_choices.h"
#include "app/viewmodels/shared/date_text.h"
#include "app/viewmodels/shared/error_text.h"

#include <algorithm>

namespace veikart::ui {

namespace {

constexpr const char* kUsualView = "mg2";

const std::vector<forms::View>& views() {
  return forms::kisReconstruction().views();
}

int indexOfView(const std::string& code) {
  const auto found = std::find_if(views().begin(), views().end(), [&](const auto& view) { return view.code == code; });
  return found == views().end() ? 0 : static_cast<int>(found - views().begin());
}

const casework::Mapping* unfinished(const store::CaseOverview& overview, const Uuid& mappingId) {
  for (const casework::Mapping& mapping : overview.mappings)
    if (mapping.id == mappingId)
      return &mapping;
  return nullptr;
}

} // namespace

MappingStartViewModel::MappingStartViewModel(AppContext& context, DeviceFolder folder)
    : m_context(context), m_folder(std::move(folder)) {
  connect(&context.navigator, &Navigator::changed, this, [this] {
    if (m_context.navigator.page() == Navigator::MappingStart)
      load();
  });
}

QString MappingStartViewModel::formNotice() const {
  return QString::fromStdString(forms::kisReconstruction().notice());
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
  for (const forms::View& view : views())
    displays.append(QString::fromStdString(view.display));
  return displays;
}

QString MappingStartViewModel::viewSize() const {
  const Result<forms::Survey> survey =
      forms::Survey::create(forms::kisReconstruction(), views()[static_cast<size_t>(m_view)].code);
  if (!survey.ok())
    return {};
  return tr("Opptil %n spørsmål", nullptr, static_cast<int>(survey->pages({}).size()));
}

void MappingStartViewModel::load() {
  m_step = SetUp;
  m_caseId = m_context.navigator.caseId();
  m_mappingId = m_context.navigator.mappingId();
  m_startedAt = m_context.clock.nowMillis();
  for (QString* text : {&m_othersPresent, &m_interpreterName, &m_interpreterLanguage, &m_measureInSight, &m_message,
                        &m_earlierMapping, &m_conductorNote, &m_resumeNote})
    text->clear();
  m_isRequirement = m_hasInterpreter = m_interpreterIsChild = m_waitsForMeasure = m_isBusy = false;
  m_place = m_mode = 0;
  m_basis = m_targetGroup = -1;
  m_view = indexOfView(kUsualView);
  m_context.store.read([id = m_caseId](store::CaseStore& cases) { return cases.caseOverview(id); })
      .then(this, [this](const Result<store::CaseOverview>& overview) {
        m_message = errorText(overview.status(), ErrorContext::Opening);
        if (overview.ok())
          show(*overview);
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
  if (overview.lastSeal)
    m_earlierMapping = tr("%1 har en kartlegging som ble bekreftet %2. Den står urørt. Vil du heller lese den først?")
                           .arg(m_clientName, dayText(overview.lastSeal->sealedAt, m_context.clock.nowMillis()));
}

void MappingStartViewModel::continueWith(const casework::Mapping& mapping) {
  m_startedAt = mapping.startedAt;
  m_isRequirement = mapping.isRequirement;
  m_othersPresent = QString::fromStdString(mapping.othersPresent);
  m_interpreterName = QString::fromStdString(mapping.interpreterName);
  m_interpreterLanguage = QString::fromStdString(mapping.interpreterLanguage);
  m_hasInterpreter = !mapping.interpreterName.empty() || !mapping.interpreterLanguage.empty();
  m_place = std::max(0, indexOf(casework::places(), mapping.place));
  m_basis = indexOf(casework::selectionBases(), mapping.selectionBasis);
  m_targetGroup = indexOf(casework::targetGroups(), mapping.targetGroup);
  m_view = indexOfView(mapping.view);
  m_waitsForMeasure = mapping.waitingForMeasure;
  m_measureInSight = QString::fromStdString(mapping.measureInSight);
  m_mode = static_cast<int>(mapping.mode);
  m_resumeNote = tr("Kartleggingen er påbegynt. Svarene som er gitt, er tatt vare på.");
}

QString MappingStartViewModel::problem() const {
  if (m_hasInterpreter && m_interpreterIsChild)
    return tr("Barn skal ikke tolke. Bestill en tolk, eller vent med samtalen.");
  if (m_hasInterpreter && m_interpreterLanguage.trimmed().isEmpty())
    return tr("Skriv hvilket språk det tolkes til.");
  if (m_basis < 0)
    return tr("Velg hvorfor %1 blir kartlagt.").arg(m_clientName);
  if (!m_waitsForMeasure && m_measureInSight.trimmed().isEmpty())
    return tr("Skriv hva som kan følge etter kartleggingen, eller velg at dere venter på tiltak.");
  return {};
}

void MappingStartViewModel::goToPurpose() {
  m_message = problem();
  if (m_message.isEmpty())
    m_step = Purpose;
  emit changed();
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
  mapping.formHash = forms::kisReconstruction().hash();
  mapping.view = views()[static_cast<size_t>(m_view)].code;
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

void MappingStartViewModel::decline() {
  if (m_isBusy)
    return;
  m_isBusy = true;
  const casework::Mapping declined = mapping(casework::MappingState::Declined, false);
  m_context.store.write([declined](store::CaseStore& cases) { return cases.save(declined); })
      .then(this, [this](const Status& status) {
        m_isBusy = false;
        m_message = errorText(status, ErrorContext::Saving);
        emit changed();
        if (status.ok())
          m_context.navigator.restart(Navigator::CasePage, m_caseId);
      });
}

void MappingStartViewModel::begin(double textScale) {
  if (m_isBusy)
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
        if (brief.ok())
          m_context.handOver(**brief);
      });
}

void MappingStartViewModel::cancel() {
  m_context.navigator.back();
}

} // namespace veikart::ui
