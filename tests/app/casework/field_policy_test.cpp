// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/casework/field_policy.h"

#include "app/casework/record_codec.h"
#include "app/casework/settlement.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace veikart;
using namespace veikart::casework;

namespace {

using Names = std::set<std::string, std::less<>>;

Names written(const Fields& fields) {
  Names names;
  for (const auto& [name, value] : fields)
    names.insert(name);
  return names;
}

Names ruled(std::string_view type) {
  Names names;
  for (const FieldRule& rule : fieldRules())
    if (rule.type == type)
      CHECK(names.emplace(rule.field).second); // once only
  return names;
}

sync::Record recordOf(std::string_view type) {
  sync::Record record;
  record.type = type;
  return record;
}

sync::Record answersOf(Layer layer) {
  sync::Record record = recordOf(kAnswersType);
  sync::write(record, "_layer", encodeText(layerName(layer)), {{}, 1}, {});
  return record;
}

} // namespace

TEST_CASE("no field that is written is forgotten, and no other is named", "[app][casework][policy]") {
  CHECK(ruled(kStaffType) == written(toFields(StaffMember{})));
  CHECK(ruled(kPersonType) == written(toFields(Person{})));
  CHECK(ruled(kCaseType) == written(toFields(Case{})));
  CHECK(ruled(kMappingType) == written(toFields(Mapping{})));
  CHECK(ruled(kConfirmationType) == written(toFields(ConfirmationRecord{}, {})));
  CHECK(ruled(kSealType) == written(toFields(SealedMapping{})));
  CHECK(ruled(kTaskType) == written(toFields(Task{})));
  CHECK(ruled(kGoalType) == written(toFields(Goal{})));
  CHECK(ruled(kContactType) == written(toFields(Contact{})));
  CHECK(ruled(kAppointmentType) == written(toFields(Appointment{})));
  Names attachment = written(toFields(Attachment{}));
  attachment.emplace(sync::kContentField); // written with its bytes
  CHECK(ruled(kAttachmentType) == attachment);
  CHECK(ruled(sync::kAuditType) == Names{std::string(sync::kAuditField)});
  CHECK(ruled(kSettlementType) == written(toFields(Settlement{})));
  CHECK(ruled(kReplicaType) == Names{"user"});
  CHECK(ruled(kGrantType) == Names{"user", "role"});
}

TEST_CASE("words, ratings, decisions and binding dates go to a person, the rest settles by itself",
          "[app][casework][policy]") {
  CHECK(policyOf(recordOf(kTaskType), "dueDate") == FieldPolicy::Review);
  CHECK(policyOf(recordOf(kContactType), "done") == FieldPolicy::Review);
  CHECK(policyOf(recordOf(kMappingType), "targetGroup") == FieldPolicy::Review);
  CHECK(policyOf(recordOf(kCaseType), "status") == FieldPolicy::Review);
  CHECK(policyOf(recordOf(kAttachmentType), sync::kContentField) == FieldPolicy::Review);
  CHECK(policyOf(recordOf(kPersonType), "phone") == FieldPolicy::Automatic);
  CHECK(policyOf(recordOf(kPersonType), sync::kDeletedField) == FieldPolicy::Review);
  CHECK(policyOf(recordOf(kPersonType), "field of a newer version") == FieldPolicy::Automatic);
}

TEST_CASE("the client's own words are nobody else's to choose between", "[app][casework][policy]") {
  CHECK(policyOf(answersOf(Layer::Client), "helse.na") == FieldPolicy::WithClient);
  CHECK(policyOf(answersOf(Layer::Joint), "helse.na") == FieldPolicy::Review);
  CHECK(policyOf(answersOf(Layer::Comment), "helse.na") == FieldPolicy::Review);
  CHECK(policyOf(answersOf(Layer::Conclusion), "konkl.ressurser") == FieldPolicy::Review);
  CHECK(policyOf(recordOf(kAnswersType), "helse.na") == FieldPolicy::Review);
  CHECK(policyOf(answersOf(Layer::Client), "_mapping") == FieldPolicy::Automatic);
  CHECK(policyOf(recordOf(kConfirmationType), "answer") == FieldPolicy::WithClient);
}
