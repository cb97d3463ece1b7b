// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/simulation/simulated_random.h"

#include <sodium.h>
#include <sys/types.h>

namespace veikart::simulation {

namespace {

Random& processRandom() {
  static Random random(0);
  return random;
}

void fill(void* bytes, size_t size) {
  auto* out = static_cast<unsigned char*>(bytes);
  for (size_t i = 0; i < size; ++i)
    out[i] = static_cast<unsigned char>(processRandom().next());
}

const char* name() {
  return "seeded";
}

uint32_t number() {
  return static_cast<uint32_t>(processRandom().next());
}

} // namespace

uint64_t Random::next() {
  m_state += 0x9e3779b97f4a7c15U;
  uint64_t mixed = m_state;
  mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
  return mixed ^ (mixed >> 31U);
}

size_t Random::below(size_t end) {
  return static_cast<size_t>(next() % end);
}

void seedEverything(uint64_t seed) {
  static randombytes_implementation seeded = {name, number, nullptr, nullptr, fill, nullptr};
  processRandom() = Random(seed);
  randombytes_set_implementation(&seeded);
}

} // namespace veikart::simulation

// Stands before the C library's for all of the program.
extern "C" ssize_t getrandom(void* bytes, size_t size, unsigned) {
  veikart::simulation::fill(bytes, size);
  return static_cast<ssize_t>(size);
}
