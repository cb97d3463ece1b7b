// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

// Every limit and interval of replication, each with its reason.
namespace veikart::sync::tuning {

// The version spoken here, and the oldest one that the hub still understands.
inline constexpr uint32_t kProtocolVersion = 1;
inline constexpr uint32_t kOldestProtocol = 1;

// Large enough that the hub's one durable commit for each request costs less than the records in it, small enough that
// a cut connection repeats a few seconds of a poor mobile line at most.
inline constexpr size_t kPushBatchBytes = 2U * 1024 * 1024;
// On a line that breaks under such a batch, halves of it are tried, down to what most requests are anyway.
inline constexpr size_t kLeastPushBatchBytes = 64U * 1024;
inline constexpr size_t kPageBytes = 2U * 1024 * 1024;

// A record is one fact with its history. Ten times the largest one known (a whole mapping's narrative with revisions);
// pictures and files do not travel in records.
inline constexpr size_t kMaxRecordBytes = 4U * 1024 * 1024;

// A body as it travels. Above any batch with one record of the greatest size, far below what would trouble the hub.
inline constexpr size_t kMaxBodyBytes = 16U * 1024 * 1024;

// A message unpacked; the frame states its size before a byte is unpacked, so a bomb is refused unopened.
inline constexpr size_t kMaxMessageBytes = 32U * 1024 * 1024;

// What a message lists (records, scopes, results). An empty entry takes two bytes on the wire and twenty times that in
// memory; a batch of the smallest records, or a large office's scopes, are a tenth of this.
inline constexpr int kMaxMessageEntries = 200'000;

// zstd at its quickest: records of 1 KB shrink to a fifth at levels 1 and 3 alike, and the tablet's battery pays.
inline constexpr int kCompressionLevel = 1;

// A page smaller than this is cheaper to fetch again than to resume, and goes without the ETag that resuming needs.
inline constexpr size_t kResumableBytes = 64U * 1024;

// What a transfer of an attachment repeats at most when the line breaks, and what either end holds of it in memory.
inline constexpr size_t kMaxContentPartBytes = 1024U * 1024;
// How many contents that it lacks the hub names at a time, and to a device that nothing else is told (which may have
// none of them, for ever), how many of all it looks at for that, and how many it will ask for of one record.
inline constexpr int kMaxMissingContents = 100;
inline constexpr int kMaxMissingWhenIdle = 4;
inline constexpr int64_t kMaxMissingLookedAt = 1000;
inline constexpr size_t kMaxMissingOfRecord = 16;
// A content that the other end has not: its author may be sending it this moment, or be offline until tomorrow.
inline constexpr int64_t kFirstContentWaitMillis = 1'000;
inline constexpr int64_t kLastContentWaitMillis = 10LL * 60 * 1000;

// A clock may be wrong by a time zone and a day's confusion; beyond that the stamp would rule over later writes.
inline constexpr int64_t kMaxStampLeadMillis = 24LL * 60 * 60 * 1000;

// Random values: a store's token and a device's token can't be guessed; a batch's tag needs only be improbable twice.
inline constexpr size_t kStoreTokenBytes = 16;
inline constexpr size_t kDeviceTokenBytes = 32;
// As many tokens as replies were lost in a row, with something written between: fewer than a bad day brings.
inline constexpr size_t kMaxTokensBytes = 64 * kStoreTokenBytes;
inline constexpr size_t kCodeCharacters = 16; // of 5 bits; typed at need, used once, within kCodeLifetimeMillis
inline constexpr size_t kNonceBytes = 16;
inline constexpr size_t kBatchTagBytes = 8;
inline constexpr size_t kEpochBytes = 8;

// Time to carry a tablet to its user, not to lie forgotten in a mailbox.
inline constexpr int64_t kCodeLifetimeMillis = 7LL * 24 * 60 * 60 * 1000;

// Longer names are not names, and longer passwords none that anybody types.
inline constexpr size_t kMaxDeviceNameBytes = 80;
inline constexpr size_t kMaxUserNameBytes = 80;
inline constexpr size_t kMaxPasswordBytes = 256;
inline constexpr size_t kLeastPasswordBytes = 12;

// How long a device may be signed in to without the hub's word, unless the office has said otherwise.
inline constexpr int64_t kDayMillis = 24LL * 60 * 60 * 1000;
inline constexpr int64_t kLeaseDays = 14;
inline constexpr int64_t kLongestLeaseDays = 90;
// A token that was not used for so long is none any more: its user signs in anew.
inline constexpr int64_t kTokenLifetimeMillis = 365 * kDayMillis;

// A session begins anew when the hub finds the store to be a copy, or was itself restored: each once, and one to spare.
inline constexpr int kMaxRounds = 4;

// Back-off after a failure: from a moment that nobody notices to one that spares the battery in a cellar.
inline constexpr int64_t kFirstRetryMillis = 2'000;
inline constexpr int64_t kLastRetryMillis = 60'000;

// Local writes are gathered, so that a page of answers is one push.
inline constexpr int64_t kGatherMillis = 1'000;

// How stale an idle device may be; a session with nothing to do is one request of less than a kilobyte.
inline constexpr int64_t kIdleMillis = 30'000;

// How long a stolen tablet that is switched on at a network keeps its stores after it was reported lost.
inline constexpr int64_t kStandingMillis = 5LL * 60 * 1000;

// Reading a scope once more, when that did not make the digests agree, will hardly do so a moment later.
inline constexpr int64_t kFirstRereadWaitMillis = 60'000;
inline constexpr int64_t kLastRereadWaitMillis = 60LL * 60 * 1000;

// A device that was not heard of for so long keeps nobody from erasing what was deleted. How far the others have read
// is noted now and then.
inline constexpr int64_t kHorizonMillis = 180LL * 24 * 60 * 60 * 1000;
inline constexpr int64_t kNoteHeardMillis = 60LL * 60 * 1000;

// How long somebody who needed a colleague's case in an emergency has it.
inline constexpr int64_t kEmergencyMillis = kDayMillis;

// People are told to the minute or so when all was last sent; an idle tablet need not write more often than that.
inline constexpr int64_t kNoteSyncMillis = 5LL * 60 * 1000;

} // namespace veikart::sync::tuning
