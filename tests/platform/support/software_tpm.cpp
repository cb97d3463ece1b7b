// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "tests/platform/support/software_tpm.h"

#include "tests/platform/support/sockets.h"

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <tss2/tss2_esys.h>
#include <tss2/tss2_tctildr.h>
#include <vector>

namespace veikart::test {

namespace {

constexpr TPM2B_AUTH kPassword = {5, {'a', 'd', 'm', 'i', 'n'}};
constexpr int kStartMillis = 10'000;

void mustBe(bool is) {
  if (!is)
    std::abort();
}

// Speaks to the TPM as its administrator does.
class Administrator {
public:
  explicit Administrator(const SoftwareTpm& tpm) {
    mustBe(Tss2_TctiLdr_Initialize(tpm.tcti().c_str(), &m_transport) == TSS2_RC_SUCCESS);
    mustBe(Esys_Initialize(&m_context, m_transport, nullptr) == TSS2_RC_SUCCESS);
  }
  ~Administrator() {
    Esys_Finalize(&m_context);
    Tss2_TctiLdr_Finalize(&m_transport);
  }
  Administrator(const Administrator&) = delete;
  Administrator& operator=(const Administrator&) = delete;

  void setPassword(ESYS_TR hierarchy) {
    mustBe(Esys_HierarchyChangeAuth(m_context, hierarchy, ESYS_TR_PASSWORD, ESYS_TR_NONE, ESYS_TR_NONE, &kPassword) ==
           TSS2_RC_SUCCESS);
  }
  void limit(uint32_t maxFailures, uint32_t recoverySeconds) {
    mustBe(Esys_TR_SetAuth(m_context, ESYS_TR_RH_LOCKOUT, &kPassword) == TSS2_RC_SUCCESS);
    mustBe(Esys_DictionaryAttackParameters(m_context, ESYS_TR_RH_LOCKOUT, ESYS_TR_PASSWORD, ESYS_TR_NONE, ESYS_TR_NONE,
                                           maxFailures, recoverySeconds, recoverySeconds) == TSS2_RC_SUCCESS);
  }
  void clear() {
    mustBe(Esys_Clear(m_context, ESYS_TR_RH_PLATFORM, ESYS_TR_PASSWORD, ESYS_TR_NONE, ESYS_TR_NONE) == TSS2_RC_SUCCESS);
  }
  size_t count(TPM2_HANDLE first) {
    TPMS_CAPABILITY_DATA* data = nullptr;
    mustBe(Esys_GetCapability(m_context, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, TPM2_CAP_HANDLES, first,
                              TPM2_MAX_CAP_HANDLES, nullptr, &data) == TSS2_RC_SUCCESS);
    const size_t count = data->data.handles.count;
    Esys_Free(data);
    return count;
  }

private:
  TSS2_TCTI_CONTEXT* m_transport = nullptr;
  ESYS_CONTEXT* m_context = nullptr;
};

pid_t spawn(std::vector<std::string> arguments) {
  std::vector<char*> pointers;
  for (std::string& argument : arguments)
    pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  pid_t process = -1;
  mustBe(::posix_spawnp(&process, pointers[0], nullptr, nullptr, pointers.data(), environ) == 0);
  return process;
}

bool answers(const std::filesystem::path& socket) {
  const int connection = connectTo(socket);
  if (connection >= 0)
    ::close(connection);
  return connection >= 0;
}

} // namespace

SoftwareTpm::SoftwareTpm(uint32_t maxFailures, uint32_t recoverySeconds) {
  switchOn();
  Administrator(*this).setPassword(ESYS_TR_RH_LOCKOUT);
  limit(maxFailures, recoverySeconds);
}

SoftwareTpm::~SoftwareTpm() {
  switchOff();
}

void SoftwareTpm::switchOff() {
  if (m_process < 0)
    return;
  ::kill(m_process, SIGKILL);
  ::waitpid(m_process, nullptr, 0);
  m_process = -1;
}

void SoftwareTpm::switchOn() {
  const std::string path = socket().string();
  std::filesystem::remove(path);
  std::filesystem::remove(path + ".ctrl");
  // It ends with the test, however that ends.
  m_process = spawn({"setpriv", "--pdeathsig", "KILL", "swtpm", "socket", "--tpm2", "--tpmstate",
                     "dir=" + m_folder.path().string(), "--server", "type=unixio,path=" + path, "--ctrl",
                     "type=unixio,path=" + path + ".ctrl", "--flags", "not-need-init,startup-clear", "--log",
                     "file=" + (m_folder / "log").string()});
  for (int waited = 0; !answers(socket()); waited += 10) {
    mustBe(waited < kStartMillis);
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

void SoftwareTpm::clear() {
  Administrator(*this).clear();
}

void SoftwareTpm::limit(uint32_t maxFailures, uint32_t recoverySeconds) {
  Administrator(*this).limit(maxFailures, recoverySeconds);
}

void SoftwareTpm::setOwnerPassword() {
  Administrator(*this).setPassword(ESYS_TR_RH_OWNER);
}

size_t SoftwareTpm::placesTaken() const {
  Administrator administrator(*this);
  return administrator.count(TPM2_TRANSIENT_FIRST) + administrator.count(TPM2_LOADED_SESSION_FIRST);
}

} // namespace veikart::test
