// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/field_policy.h"

#include "app/casework/record_codec.h"
#include "app/casework/settlement.h"
#include "sync/record/case_keys.h"

#include <algorithm>
#include <array>

namespace veikart::casework {

namespace {

using enum FieldPolicy;

// Narratives, ratings, decisions and dates with legal effect go to a person. What is written once (a seal, an audit
// line, a grant, whose a replica is) never has two versions, unless a store was copied.
constexpr std::array kFieldRules = {
    FieldRule{kStaffType, "name", Automatic},
    FieldRule{kStaffType, "role", Automatic},
    FieldRule{kStaffType, "unit", Automatic},

    FieldRule{kPersonType, "name", Automatic},
    FieldRule{kPersonType, "nationalId", Review}, // two numbers may be two people
    FieldRule{kPersonType, "birthDate", Automatic},
    FieldRule{kPersonType, "phone", Automatic},
    FieldRule{kPersonType, "speech", Automatic},

    FieldRule{kCaseType, "person", Automatic},     // never changes
    FieldRule{kCaseType, "counsellor", Automatic}, // settled on the page of who has the case, with the grants
    FieldRule{kCaseType, "secondCounsellor", Automatic},
    FieldRule{kCaseType, "status", Review},
    FieldRule{kCaseType, "contactIntervalDays", Automatic},
    FieldRule{kCaseType, "openedAt", Review},

    FieldRule{kMappingType, "kind", Automatic},
    FieldRule{kMappingType, "state", Review},
    FieldRule{kMappingType, "form", Automatic}, // never changes
    FieldRule{kMappingType, "view", Automatic},
    FieldRule{kMappingType, "purpose", Review},
    FieldRule{kMappingType, "startedAt", Automatic},
    FieldRule{kMappingType, "demand", Review},
    FieldRule{kMappingType, "conductedBy", Automatic},
    FieldRule{kMappingType, "othersPresent", Review},
    FieldRule{kMappingType, "interpreter", Automatic},
    FieldRule{kMappingType, "place", Automatic},
    FieldRule{kMappingType, "selectionBasis", Review},
    FieldRule{kMappingType, "targetGroup", Review},
    FieldRule{kMappingType, "measure", Review},
    FieldRule{kMappingType, "mode", Automatic},
    FieldRule{kMappingType, "paperWanted", Automatic},
    FieldRule{kMappingType, "noTaskReason", Review},

    FieldRule{kConfirmationType, "mapping", Automatic}, // never changes
    FieldRule{kConfirmationType, "answer", WithClient},

    FieldRule{kSealType, "mapping", Automatic},
    FieldRule{kSealType, "snapshot", Automatic},

    FieldRule{kTaskType, "what", Review},
    FieldRule{kTaskType, "party", Review},
    FieldRule{kTaskType, "dueDate", Review},
    FieldRule{kTaskType, "state", Review},
    FieldRule{kTaskType, "agreedIn", Automatic}, // never changes

    FieldRule{kGoalType, "text", Review},
    FieldRule{kGoalType, "reached", Review},

    FieldRule{kContactType, "author", Automatic},
    FieldRule{kContactType, "type", Automatic},
    FieldRule{kContactType, "how", Review},
    FieldRule{kContactType, "place", Automatic},
    FieldRule{kContactType, "minutes", Automatic},
    FieldRule{kContactType, "present", Review},
    FieldRule{kContactType, "lifeAreas", Automatic},
    FieldRule{kContactType, "done", Review},
    FieldRule{kContactType, "at", Review},

    FieldRule{kAppointmentType, "with", Automatic},
    FieldRule{kAppointmentType, "at", Automatic},
    FieldRule{kAppointmentType, "type", Automatic},
    FieldRule{kAppointmentType, "place", Automatic},

    FieldRule{kAttachmentType, "kind", Automatic},
    FieldRule{kAttachmentType, "title", Automatic},
    FieldRule{kAttachmentType, "date", Automatic},
    FieldRule{kAttachmentType, "mediaType", Automatic}, // never changes
    FieldRule{kAttachmentType, "author", Automatic},    // never changes
    FieldRule{kAttachmentType, sync::kContentField, Review},

    FieldRule{sync::kAuditType, sync::kAuditField, Automatic}, // a fork is told by AuditCheck

    FieldRule{sync::kCaseKeysType, sync::kCaseKeysField, Automatic}, // follows from the person

    FieldRule{kSettlementType, "of", Automatic}, // never changes
    FieldRule{kSettlementType, sync::kRepeatsField, Automatic},
    FieldRule{kSettlementType, "versions", Automatic},
    FieldRule{kSettlementType, "outcome", Automatic}, // what was settled twice at once has two versions itself

    FieldRule{kReplicaType, "user", Automatic},

    FieldRule{kGrantType, "user", Automatic},
    FieldRule{kGrantType, "role", Automatic},
};

// Of a layer's answers. A layer that this version does not know goes to a person, too.
FieldPolicy answerPolicy(const sync::Record& record) {
  const auto layer = record.fields.find("_layer");
  const sync::Sibling* named = layer == record.fields.end() ? nullptr : sync::greatest(layer->second);
  const bool isClients = named != nullptr && named->value == encodeText(layerName(Layer::Client));
  return isClients ? WithClient : Review;
}

} // namespace

std::span<const FieldRule> fieldRules() {
  return kFieldRules;
}

FieldPolicy policyOf(const sync::Record& record, std::string_view field) {
  if (field == sync::kDeletedField)
    return Review;
  if (field.starts_with('_'))
    return Automatic;
  if (record.type == kAnswersType)
    return answerPolicy(record);
  const auto rule = std::ranges::find_if(kFieldRules, [&](const FieldRule& candidate) {
    return candidate.type == record.type && candidate.field == field;
  });
  return rule == kFieldRules.end() ? Automatic : rule->policy;
}

} // namespace veikart::casework
