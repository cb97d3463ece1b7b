// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/viewmodels/application/auto_lock.h"
#include "app/viewmodels/application/sleep_watch.h"
#include "tests/app/viewmodels/office/office_world.h"

#include <QDBusContext>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

#include <catch2/catch_test_macros.hpp>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace veikart::test {

namespace {

constexpr int64_t kMinute = 60'000;

struct Tablet1 {
  OfficeWorld world;
  int locked = 0;
  ui::AutoLock lock{world.context, 5};
  QWindow window;

  Tablet1() {
    world.context.lock = [this] {
      ++locked;
      world.navigator.restart(ui::Navigator::Leaving);
    };
    world.navigator.restart(ui::Navigator::Caseload);
    window.show();
    window.requestActivate();
    REQUIRE(QTest::qWaitForWindowActive(&window));
  }
  // And the lock's timer has looked.
  void pass(int64_t millis) {
    world.tablet.clock().advance(millis);
    QTest::qWait(1100);
  }
};

} // namespace

TEST_CASE("a tablet that nobody uses locks after its minutes, and says so half a minute before", "[viewmodels][lock]") {
  Tablet1 tablet;
  tablet.pass(5 * kMinute - 40'000);
  CHECK(tablet.lock.warning().isEmpty());
  tablet.pass(20'000);
  CHECK_FALSE(tablet.lock.warning().isEmpty());
  CHECK(tablet.locked == 0);
  tablet.pass(20'000);
  CHECK(tablet.locked == 1);
  tablet.pass(kMinute);
  CHECK(tablet.locked == 1); // it is locked already
}

TEST_CASE("whatever is touched or typed begins the wait anew", "[viewmodels][lock]") {
  Tablet1 tablet;
  const auto use = {std::function<void()>([&] { QTest::keyClick(&tablet.window, Qt::Key_A); }),
                    std::function<void()>([&] { QTest::mouseClick(&tablet.window, Qt::LeftButton); }),
                    std::function<void()>([&] { tablet.world.navigator.go(ui::Navigator::Settings); })};
  for (const auto& once : use) {
    tablet.pass(5 * kMinute - 10'000);
    CHECK_FALSE(tablet.lock.warning().isEmpty());
    once();
    CHECK(tablet.lock.warning().isEmpty());
  }
  CHECK(tablet.locked == 0);
}

TEST_CASE("the minutes are what the user chose", "[viewmodels][lock]") {
  Tablet1 tablet;
  tablet.lock.setMinutes(1);
  tablet.pass(kMinute);
  CHECK(tablet.locked == 1);
}

TEST_CASE("a window that was left is covered at once, and locks after half a minute", "[viewmodels][lock]") {
  Tablet1 tablet;
  CHECK_FALSE(tablet.lock.covers());
  emit qGuiApp->applicationStateChanged(Qt::ApplicationInactive);
  CHECK(tablet.lock.covers());
  tablet.pass(ui::AutoLock::kAwayMillis - 5000);
  CHECK(tablet.locked == 0);
  emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
  CHECK_FALSE(tablet.lock.covers());
  tablet.pass(ui::AutoLock::kAwayMillis);
  CHECK(tablet.locked == 0);
  emit qGuiApp->applicationStateChanged(Qt::ApplicationInactive);
  tablet.pass(ui::AutoLock::kAwayMillis);
  CHECK(tablet.locked == 1);
}

TEST_CASE("a clock that is set back lengthens the wait by no more than itself", "[viewmodels][lock]") {
  Tablet1 tablet;
  tablet.pass(-kDay);
  tablet.pass(5 * kMinute);
  CHECK(tablet.locked == 1);
}

// logind as far as a tablet asks it, on a bus of its own.
class FakeLogind : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
  FakeLogind() {
    m_daemon.start("dbus-daemon", {"--session", "--print-address", "--nofork"});
    REQUIRE(m_daemon.waitForStarted());
    REQUIRE(m_daemon.waitForReadyRead());
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    QDBusConnection bus = connect("logind");
    REQUIRE(bus.registerService("org.freedesktop.login1"));
    REQUIRE(bus.registerObject("/org/freedesktop/login1", this, QDBusConnection::ExportAllContents));
  }
  ~FakeLogind() override {
    for (const char* name : {"logind", "tablet"})
      QDBusConnection::disconnectFromBus(name);
    m_daemon.kill();
    m_daemon.waitForFinished();
    close(m_own);
  }
  QDBusConnection connect(const char* name) const { return QDBusConnection::connectToBus(m_address, name); }

  // Nobody holds the other end any more.
  bool mayGoOn() const {
    char ignored = 0;
    return recv(m_own, &ignored, 1, MSG_DONTWAIT) == 0;
  }
  QString asked;

public slots:
  QDBusUnixFileDescriptor Inhibit(const QString& what, const QString& who, const QString&, const QString& mode) {
    asked = what + ' ' + who + ' ' + mode;
    int ends[2];
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    close(m_own);
    m_own = ends[0];
    QDBusUnixFileDescriptor given;
    given.giveFileDescriptor(ends[1]);
    return given;
  }

signals:
  void PrepareForSleep(bool isBeginning);

private:
  QProcess m_daemon;
  QString m_address;
  int m_own = -1;
};

TEST_CASE("the tablet does not sleep before it has locked, and is not held when there is nothing to lock",
          "[viewmodels][lock][sleep]") {
  FakeLogind logind;
  int locked = 0;
  bool isOpen = true;
  ui::SleepWatch watch(logind.connect("tablet"), [&] {
    ++locked;
    return isOpen;
  });
  REQUIRE(QTest::qWaitFor([&] { return watch.holdsSleep(); }));
  CHECK(logind.asked == "sleep Veikart delay");
  emit logind.PrepareForSleep(true);
  REQUIRE(QTest::qWaitFor([&] { return locked == 1; }));
  CHECK(watch.holdsSleep()); // until another process has taken this one's place
  CHECK_FALSE(logind.mayGoOn());

  isOpen = false;
  emit logind.PrepareForSleep(true);
  REQUIRE(QTest::qWaitFor([&] { return !watch.holdsSleep(); }));
  CHECK(QTest::qWaitFor([&] { return logind.mayGoOn(); }));
  emit logind.PrepareForSleep(false);
  CHECK(QTest::qWaitFor([&] { return watch.holdsSleep(); }));
}

TEST_CASE("what holds the tablet awake does not outlive the process", "[viewmodels][lock][sleep]") {
  FakeLogind logind;
  ui::SleepWatch watch(logind.connect("tablet"), [] { return true; });
  REQUIRE(QTest::qWaitFor([&] { return watch.holdsSleep(); }));
  // Whatever it is that exec would keep: every descriptor of this process that is a socket and is kept.
  int kept = 0;
  for (int fd = 3; fd < 1024; ++fd)
    if (const int flags = fcntl(fd, F_GETFD); flags >= 0 && (flags & FD_CLOEXEC) == 0) {
      int type = 0;
      socklen_t size = sizeof type;
      kept += getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 ? 1 : 0;
    }
  CHECK(kept == 0);
}

TEST_CASE("without logind there is nothing to hold", "[viewmodels][lock][sleep]") {
  ui::SleepWatch watch(QDBusConnection("nowhere"), [] { return true; });
  QTest::qWait(50);
  CHECK_FALSE(watch.holdsSleep());
}

} // namespace veikart::test

#include "auto_lock_test.moc"
