// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/store/attachments.h"

#include "app/casework/media_type.h"
#include "platform/base/files.h"
#include "sync/record/canonical.h"
#include "tests/app/store/store_world.h"

#include <catch2/catch_test_macros.hpp>

using namespace veikart;
using namespace veikart::test;

namespace {

const Bytes kLetter = "%PDF-1.7 Oppsigelse av leieforholdet";
const Bytes kPicture = "\xFF\xD8\xFF\xE0 a room with a view";

// Amina's case on Kari's tablet.
struct World {
  Tablet kari{"Kari"};
  Id amina = kari.addCase("Amina", "Hassan");

  Attachment named(const std::string& title, const std::string& date) {
    return {kari.newId(), amina, "brev", title, date, "", kari.owner().id, {}, 0};
  }
  Attachment add(const std::string& title, const Bytes& content, const std::string& date = "2026-11-22") {
    const Attachment attachment = named(title, date);
    ok(kari.store().attachments().add(attachment, content));
    return attachment;
  }
  static std::vector<store::AttachmentEntry> on(Tablet& tablet, const Id& caseId) {
    return ok(tablet.store().attachments().in(caseId));
  }
  std::vector<std::string> titles() {
    std::vector<std::string> titles;
    for (const store::AttachmentEntry& entry : on(kari, amina))
      titles.push_back(entry.attachment.title);
    return titles;
  }
};

} // namespace

TEST_CASE("what is attached to a case stands in it, with what it is as its bytes say", "[app][store][attachments]") {
  World world;
  const Attachment letter = world.add("Fra utleieren", kLetter);
  world.kari.restart();
  const std::vector<store::AttachmentEntry> entries = World::on(world.kari, world.amina);
  REQUIRE(entries.size() == 1);
  const Attachment& shown = entries[0].attachment;
  CHECK(shown.id == letter.id);
  CHECK(shown.kind == "brev");
  CHECK(shown.title == "Fra utleieren");
  CHECK(shown.date == "2026-11-22");
  CHECK(shown.mediaType == kPdf);
  CHECK(shown.authorId == world.kari.owner().id);
  CHECK(shown.content == sync::ContentId::of(kLetter));
  CHECK(shown.addedAt == kNow);
  CHECK(entries[0].isHere);
  CHECK(entries[0].isUnsent);
  CHECK(ok(world.kari.store().attachments().content(letter.id)) == kLetter);
}

TEST_CASE("what was attached before is unsent again under another name until the office has that too",
          "[app][store][attachments]") {
  World world;
  world.add("Fra utleieren", kLetter);
  sync::ContentTable& contents = world.kari.store().replica().contents();
  ok(contents.noteSent(ok(contents.unsent()).front()));
  world.add("Fra utleieren igjen", kLetter);
  for (const store::AttachmentEntry& entry : World::on(world.kari, world.amina))
    CHECK(entry.isUnsent);
}

TEST_CASE("the latest day stands first, and another case's attachments stand elsewhere", "[app][store][attachments]") {
  World world;
  world.add("I fjor", kLetter, "2025-03-01");
  world.add("I dag", kPicture, "2026-11-22");
  world.add("I sommer", kLetter + "2", "2026-06-01");
  CHECK(world.titles() == std::vector<std::string>{"I dag", "I sommer", "I fjor"});
  CHECK(World::on(world.kari, world.kari.addCase("Ola", "Nordli")).empty());
}

TEST_CASE("bytes of no known kind, none and too many of them are attached to nothing", "[app][store][attachments]") {
  World world;
  for (const Bytes& content : {Bytes(), Bytes("GIF89a"), kLetter + Bytes(32U << 20U, 'x')}) {
    CHECK(world.kari.store().attachments().add(world.named("Brev", "2026-11-22"), content).code() ==
          StatusCode::Invalid);
    CHECK(world.titles().empty());
  }
}

TEST_CASE("on another tablet an attachment is known before its content has come, and its coming is told",
          "[app][store][attachments]") {
  World world;
  const Attachment letter = world.add("Fra utleieren", kLetter);
  Tablet jonas("Jonas", "Lie");
  jonas.receive(world.kari);
  CHECK_FALSE(World::on(jonas, world.amina).at(0).isHere);
  CHECK_FALSE(World::on(jonas, world.amina).at(0).isUnsent);
  CHECK_FALSE(ok(jonas.store().attachments().content(letter.id)));

  int told = 0;
  jonas.store().onContentCame([&told] { ++told; });
  sync::ContentTable& contents = jonas.store().replica().contents();
  std::vector<sync::StoredContent> wanted = ok(contents.wanted());
  REQUIRE(wanted.size() == 1);
  ok(contents.append(wanted[0], kLetter.substr(0, 5)));
  CHECK(told == 0);
  ok(contents.append(wanted[0], kLetter.substr(5)));
  CHECK(told == 1);
  CHECK(World::on(jonas, world.amina).at(0).isHere);
  CHECK(ok(jonas.store().attachments().content(letter.id)) == kLetter);
}

TEST_CASE("a content that is another than its name is not told as come", "[app][store][attachments]") {
  World world;
  world.add("Fra utleieren", kLetter);
  Tablet jonas("Jonas", "Lie");
  jonas.receive(world.kari);
  int told = 0;
  jonas.store().onContentCame([&told] { ++told; });
  sync::ContentTable& contents = jonas.store().replica().contents();
  std::vector<sync::StoredContent> wanted = ok(contents.wanted());
  CHECK_FALSE(contents.append(wanted.at(0), Bytes(kLetter.size(), 'x')).ok());
  CHECK(told == 0);
  CHECK_FALSE(World::on(jonas, world.amina).at(0).isHere);
}

TEST_CASE("what is said of an attachment can be mended, and its content stays", "[app][store][attachments]") {
  World world;
  const Attachment letter = world.add("Fra utlieren", kLetter);
  Attachment mended = ok(world.kari.store().attachments().attachment(letter.id));
  mended.title = "Fra utleieren";
  ok(world.kari.store().attachments().save(mended));
  CHECK(world.titles() == std::vector<std::string>{"Fra utleieren"});
  CHECK(ok(world.kari.store().attachments().content(letter.id)) == kLetter);
}

TEST_CASE("an attachment that is removed is gone from the case, and can be restored", "[app][store][attachments]") {
  World world;
  const Attachment letter = world.add("Fra utleieren", kLetter);
  ok(world.kari.store().attachments().remove(letter.id));
  CHECK(world.titles().empty());
  CHECK(world.kari.store().attachments().content(letter.id).status().code() == StatusCode::NotFound);
  ok(world.kari.store().attachments().restore(letter.id));
  CHECK(ok(world.kari.store().attachments().content(letter.id)) == kLetter);
  CHECK(world.kari.store().attachments().restore(world.kari.newId()).code() == StatusCode::NotFound);
}

TEST_CASE("an attachment that one removed while another mended it waits for a person", "[app][store][attachments]") {
  World world;
  Attachment letter = world.add("Fra utlieren", kLetter);
  Tablet jonas("Jonas", "Lie");
  jonas.receive(world.kari);
  ok(world.kari.store().attachments().remove(letter.id));
  letter = ok(jonas.store().attachments().attachment(letter.id));
  letter.title = "Fra utleieren";
  ok(jonas.store().attachments().save(letter));
  world.kari.receive(jonas);
  CHECK(world.titles() == std::vector<std::string>{"Fra utleieren"});
  CHECK(ok(world.kari.store().conflicts().countIn(world.amina)) == 1);
}

TEST_CASE("read models rebuilt from the records show the same attachments", "[app][store][attachments]") {
  World world;
  world.add("Fra utleieren", kLetter);
  ok(world.kari.store().replica().rebuildReadModels());
  CHECK(world.titles() == std::vector<std::string>{"Fra utleieren"});
}

TEST_CASE("nothing of an attachment can be read in the store's files", "[app][store][attachments][privacy]") {
  World world;
  world.add("Zinkgruvene", kLetter);
  for (const auto& file : std::filesystem::recursive_directory_iterator(world.kari.folder().path())) {
    const Bytes bytes = ok(readFile(file.path(), 64'000'000));
    CHECK(bytes.find("Zinkgruvene") == Bytes::npos);
    CHECK(bytes.find("leieforholdet") == Bytes::npos);
  }
}
