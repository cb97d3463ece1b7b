// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/store/case_store.h"

#include <functional>
#include <map>
#include <set>
#include <string>

// The content of a seal: canonical JSON (sorted keys, no white space), so that its hash can be checked by anybody.
//
//   { "confirmation": {…}, "mapping": {…}, "tasks": [{…}, …],           fields as in their records
//     "layers": { "client": { "<answer key>": [ version, … ] }, … } }    the version shown first stands first
//   version: { "answer": {…}, "at": ms, "author": "Kari Moen" or "", "dot": "<replica>:<counter>" }
namespace veikart::store {

using AuthorOf = std::function<std::string(const sync::ReplicaId&)>; // full name; "" when unknown

struct SealedFacts {
  casework::Mapping mapping;
  casework::ConfirmationRecord confirmation;
  std::vector<casework::Task> tasks;
  std::map<casework::Layer, sync::Record> layers; // answers records, those that exist
};

Bytes sealContent(const SealedFacts& facts, const AuthorOf& authorOf);

// Corrupt when the content can't be read.
Result<casework::ConfirmationRecord> sealedConfirmation(BytesView content);
Result<LayerAnswers> sealedAnswers(BytesView content, casework::Layer layer);
// Each version of each answer, as its field's value.
Result<std::map<std::string, std::set<Bytes>>> sealedValues(BytesView content, casework::Layer layer);
Result<std::vector<casework::Task>> sealedTasks(BytesView content); // their case is not in the seal

} // namespace veikart::store
