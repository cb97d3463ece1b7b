// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/shared/tablet_folder.h"
#include "platform/base/clock.h"
#include "platform/crypto/key_file.h"

#include <cstdio>

// Prints what a practice device keeps secret, a line each: its name, a tab, its bytes in hexadecimal.
// `veikart_device_secrets <tablet> <pin>`, of the tablet's one user. For the test that looks for them where they must
// not be.
namespace veikart {
namespace {

Status tell(const ui::DeviceFolder& folder, const char* pin) {
  Result<KeyFile> file = KeyFile::load(folder.keyFile());
  const Result<SecretBytes> key =
      file.ok() ? file->unlock(SecretBytes::copyOf(pin), SystemClock().nowMillis(), nullptr) : file.status();
  const Result<sync::Enrolment> enrolment = key.ok() ? folder.loadEnrolment(*key) : key.status();
  if (!enrolment.ok())
    return enrolment.status();
  std::printf("the store's key\t%s\n", toHex(key->view()).c_str());
  std::printf("the device's token\t%s\n", toHex(enrolment->deviceToken).c_str());
  if (enrolment->parcels)
    std::printf("the device's signing key\t%s\n", toHex(enrolment->parcels->signing).c_str());
  return {};
}

} // namespace
} // namespace veikart

int main(int argc, char** argv) {
  if (argc != 3)
    return 2;
  const veikart::ui::TabletFolder tablet(argv[1]);
  const auto users = tablet.users();
  const veikart::Status told = users.size() == 1 ? veikart::tell(tablet.folderOf(users.front().folderName), argv[2])
                                                 : veikart::Status::invalid("not one user");
  if (!told.ok())
    std::fprintf(stderr, "%s\n", told.toString().c_str());
  return told.ok() ? 0 : 1;
}
