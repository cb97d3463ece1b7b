// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/questionnaire.h"
#include "app/store/session_store.h"
#include "app/viewmodels/application/app_window.h"
#include "app/viewmodels/application/application_view_model.h"
#include "app/viewmodels/application/sleep_watch.h"
#include "app/viewmodels/client/survey_view_model.h"
#include "app/viewmodels/shared/tablet_folder.h"
#include "platform/base/files.h"
#include "platform/crypto/crypto.h"
#include "platform/os/core_dumps.h"
#include "platform/os/folder_lock.h"
#include "platform/os/process.h"
#include "sync/client/parcel_courier.h"
#include "sync/client/tablet_watch.h"

#include <QCommandLineParser>
#include <QFont>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTranslator>

#include <cstdio>
#include <cstdlib>

namespace veikart::ui {

namespace {

struct Options {
  std::filesystem::path dataFolder; // of the tablet
  std::string user;                 // the folder of one of its users; empty: the only one, or whoever says so
  bool asksWho = false;             // also when there is only one
  std::string tpm;
  std::filesystem::path offerFile;
  std::filesystem::path practicePaperFolder;
  int messageFd = -1; // the client's process is given its brief on this pipe
};

Options parse(const QCoreApplication& application) {
  QCommandLineParser parser;
  parser.setApplicationDescription(QStringLiteral("Veikart"));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addOptions({
      {QStringLiteral("data"), QStringLiteral("Folder of this tablet's stores."), QStringLiteral("folder")},
      {QStringLiteral("tpm"), QStringLiteral("Where the device's TPM is, in tpm2-tss' words."), QStringLiteral("tcti")},
      {QStringLiteral("user"), QStringLiteral("Used by the app itself when it changes users."), QStringLiteral("name")},
      {QStringLiteral("choose-user"), QStringLiteral("Used by the app itself when it changes users.")},
      {QStringLiteral("enrol"), QStringLiteral("Offer made by `veikart-hub enrol`."), QStringLiteral("file")},
      {QStringLiteral("practice-paper"), QStringLiteral("Practice office: write papers here instead of printing them."),
       QStringLiteral("folder")},
      {QStringLiteral("message-fd"), QStringLiteral("Used by the app itself when the tablet is handed over."),
       QStringLiteral("number")},
  });
  parser.process(application);
  Options options;
  options.dataFolder = parser.isSet(QStringLiteral("data"))
                           ? parser.value(QStringLiteral("data")).toStdString()
                           : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation).toStdString();
  options.user = parser.value(QStringLiteral("user")).toStdString();
  options.asksWho = parser.isSet(QStringLiteral("choose-user"));
  options.tpm = parser.value(QStringLiteral("tpm")).toStdString();
  options.offerFile = parser.value(QStringLiteral("enrol")).toStdString();
  options.practicePaperFolder = parser.value(QStringLiteral("practice-paper")).toStdString();
  if (parser.isSet(QStringLiteral("message-fd")))
    options.messageFd = parser.value(QStringLiteral("message-fd")).toInt();
  return options;
}

// Says on standard error what a person at the keyboard can't be shown in a window.
void complain(const Status& status) {
  std::fprintf(stderr, "veikart: %s\n", status.toString().c_str());
}

// The same, and ends with failure.
int giveUp(const Status& status) {
  complain(status);
  return EXIT_FAILURE;
}

// The arguments with which the process that follows finds the same folders, and the user it is for.
std::vector<std::string> argumentsFor(const Options& options, const std::string& user) {
  std::vector<std::string> arguments = {"--data", options.dataFolder.string()};
  const auto add = [&](const char* option, const std::string& value) {
    if (!value.empty())
      arguments.insert(arguments.end(), {option, value});
  };
  add("--user", user);
  add("--tpm", options.tpm);
  add("--practice-paper", options.practicePaperFolder.string());
  return arguments;
}

// `next`: what is likely to follow, read while the first page is looked at.
int show(QGuiApplication& application, const QString& file, const QVariantMap& properties, const QStringList& next) {
  AppWindow window;
  window.prepare(QStringList{file} + next);
  return window.show(file, properties) ? application.exec() : giveUp(Status::internal("the window did not load"));
}

// Two processes that write to one store would number their writes alike.
Result<FolderLock> takeTablet(const TabletFolder& tablet) {
  RETURN_IF_ERROR(makePrivateFolder(tablet.root()));
  Result<FolderLock> lock = FolderLock::take(tablet.root());
  if (lock.ok())
    RETURN_IF_ERROR(tablet.prepare());
  return lock;
}

using Couriers = std::vector<std::unique_ptr<sync::ParcelCourier>>;

// Of what the tablet's users had not sent, but for the one whose store is open.
Couriers couriersFor(const TabletFolder& tablet, const Clock& clock, const std::filesystem::path& open = {}) {
  Couriers couriers;
  for (const DeviceFolder& folder : tablet.folders())
    if (folder.root() != open && folder.hasParcels())
      couriers.push_back(std::make_unique<sync::ParcelCourier>(folder.parcels(), clock));
  return couriers;
}

// The client's process: it knows the session's key and the form, and nothing else.
int runClient(QGuiApplication& application, const Options& options) {
  const auto returnToCounsellor = [&] {
    std::exit(giveUp(replaceProcess(executablePath(), argumentsFor(options, options.user))));
  };
  const auto backToPin = [&](const Status& status) { // the tablet would go dark in the client's hands
    giveUp(status);
    returnToCounsellor();
    return EXIT_FAILURE;
  };
  const Result<SecretBytes> message = receiveMessage(options.messageFd);
  if (!message.ok())
    return backToPin(message.status());
  Result<ClientBrief> brief = briefFromMessage(*message);
  if (!brief.ok())
    return backToPin(brief.status());
  const Result<forms::Questionnaire> form = forms::Questionnaire::parse(brief->form);
  if (!form.ok())
    return backToPin(form.status());
  const TabletFolder tablet(options.dataFolder);
  const Result<FolderLock> lock = takeTablet(tablet);
  if (!lock.ok())
    return backToPin(lock.status());
  const SystemClock clock;
  const Couriers couriers = couriersFor(tablet, clock);
  Result<std::unique_ptr<store::SessionStore>> session =
      store::SessionStore::open(brief->sessionFile, brief->sessionKey, {brief->mappingId, brief->caseId}, clock);
  if (!session.ok())
    return backToPin(session.status());

  const Result<forms::Answers> answers = (*session)->answers();
  if (!answers.ok())
    return backToPin(answers.status());
  Result<forms::Survey> survey = forms::Survey::create(*form, brief->view);
  if (!survey.ok())
    return backToPin(survey.status());

  SurveyViewModel model(*std::move(session), *answers, *form, *std::move(survey), *brief, returnToCounsellor);
  return show(
      application, QStringLiteral("Client/ClientWindow.qml"),
      {{QStringLiteral("survey"), QVariant::fromValue(&model)}, {QStringLiteral("textScale"), brief->textScale}}, {});
}

// Whom this process is for. Of several users none is taken for granted.
std::string userFor(const TabletFolder& tablet, const Options& options) {
  const std::vector<TabletFolder::User> users = tablet.users();
  if (!options.user.empty())
    return options.user;
  return users.size() == 1 ? users.front().folderName : tablet.newFolderName();
}

Navigator::Page firstPage(const TabletFolder& tablet, const DeviceFolder& folder, const Options& options) {
  const bool isOpenQuestion = options.asksWho || (options.user.empty() && tablet.users().size() > 1);
  if (isOpenQuestion && !tablet.users().empty())
    return Navigator::ChooseUser;
  return folder.isEnrolled() ? Navigator::Unlock : Navigator::Joining;
}

bool isShut(Navigator::Page page) {
  return page == Navigator::Unlock || page == Navigator::ChooseUser || page == Navigator::Joining ||
         page == Navigator::ShutOut;
}

int runCounsellor(QGuiApplication& application, const Options& options) {
  const SystemClock clock;
  const TabletFolder tablet(options.dataFolder);
  const Result<FolderLock> lock = takeTablet(tablet);
  const std::string user = userFor(tablet, options);
  const DeviceFolder folder = tablet.folderOf(user);
  const sync::ParcelFolder parcels(folder.parcels());
  StoreQueue store;
  Navigator navigator;
  SyncViewModel sync(store, clock);
  AppContext context{clock, store, navigator, {}, {}, {}, {}};
  context.tpm = options.tpm;
  Result<sync::TabletIdentity> identity = tablet.identity();
  if (identity.ok())
    context.enrolment.isPractice = identity->isPractice;
  Couriers couriers;
  const auto packUnsent = [&] {
    store
        .keep([&parcels, enrolment = std::exchange(context.enrolment, {})](store::CaseStore& cases) {
          return parcels.pack(cases.replica(), enrolment);
        })
        .then(&application, [](const Status& packed) {
          if (!packed.ok() && packed.code() != StatusCode::Busy) // no store was open
            complain(packed);
        });
  };
  const auto closeStore = [&](std::function<void()> then) {
    navigator.restart(Navigator::Leaving); // every page keeps what is written on it
    sync.stop();
    packUnsent();
    store.close().then(&application, [then = std::move(then)](const Status&) { then(); });
  };
  // `replace` returns only if it fails; the window would vanish, at a hand-over in the client's hands.
  const auto leaveBy = [&](std::function<Status()> replace) {
    closeStore([&, replace = std::move(replace)] {
      complain(replace());
      navigator.restart(Navigator::Unlock);
    });
  };
  // What a person has read stays in this process' memory, whatever is closed: only exec forgets it.
  context.becomeUser = [&](const std::string& other) {
    leaveBy([&, other] { return replaceProcess(executablePath(), argumentsFor(options, other)); });
  };
  context.lock = [&] { context.becomeUser(user); };
  context.chooseUser = [&] {
    leaveBy([&] {
      std::vector<std::string> arguments = argumentsFor(options, {});
      arguments.emplace_back("--choose-user");
      return replaceProcess(executablePath(), std::move(arguments));
    });
  };
  context.handOver = [&](const ClientBrief& brief) {
    leaveBy([&, message = std::make_shared<SecretBytes>(toMessage(brief))] {
      return replaceProcess(executablePath(), argumentsFor(options, user), *message);
    });
  };
  const auto shutOut = [&](std::vector<DeviceFolder> lost) {
    closeStore([&, lost = std::move(lost)] {
      for (const DeviceFolder& each : lost)
        if (const Status destroyed = each.destroy(); !destroyed.ok())
          complain(destroyed);
      navigator.restart(Navigator::ShutOut);
    });
  };
  QObject::connect(&sync, &SyncViewModel::shutOut, &application, [&] { shutOut({folder}); });
  std::unique_ptr<sync::TabletWatch> watch;
  if (lock.ok() && identity.ok())
    watch = std::make_unique<sync::TabletWatch>(*std::move(identity), [&] {
      QMetaObject::invokeMethod(&application, [&] { shutOut(tablet.folders()); }, Qt::QueuedConnection);
    });
  const auto lockIfOpen = [&] {
    const bool isOpen = navigator.isUnlocked();
    if (isOpen)
      context.lock();
    return isOpen;
  };
  std::unique_ptr<SleepWatch> sleep;
  QObject::connect(&navigator, &Navigator::changed, &application, [&] {
    if (navigator.isUnlocked() && !sleep)
      sleep = std::make_unique<SleepWatch>(QDBusConnection::systemBus(), lockIfOpen);
    if (lock.ok())
      couriers = couriersFor(tablet, clock, isShut(navigator.page()) ? std::filesystem::path() : folder.root());
  });
  ApplicationViewModel app(context, sync, tablet, folder, options.offerFile, options.practicePaperFolder,
                           lock.status());
  navigator.restart(lock.ok() ? firstPage(tablet, folder, options) : Navigator::CannotStart);
  const int exitCode =
      show(application, QStringLiteral("Shell/MainWindow.qml"), {{QStringLiteral("app"), QVariant::fromValue(&app)}},
           {QStringLiteral("Entry/UnlockPage.qml"), QStringLiteral("Shell/OfficeFrame.qml"),
            QStringLiteral("Office/CaseloadPage.qml"), QStringLiteral("Office/AppointmentsPage.qml")});
  watch.reset();
  sync.stop();
  if (context.enrolment.parcels)
    packUnsent(); // who closes the window locks the tablet; the queue finishes this before it goes
  return exitCode;
}

int run(int argc, char** argv) {
  if (const Status status = forbidCoreDumps(); !status.ok())
    return giveUp(status);
  QGuiApplication application(argc, argv);
  QGuiApplication::setApplicationName(QStringLiteral("Veikart"));
  QGuiApplication::setApplicationVersion(QStringLiteral(VEIKART_VERSION));
  QGuiApplication::setFont(QFont(QStringLiteral("Source Sans 3")));
  QTranslator plurals;
  if (plurals.load(QStringLiteral(":/i18n/veikart_nb.qm")))
    QGuiApplication::installTranslator(&plurals);
  const Options options = parse(application);
  if (const Status status = crypto::initialize(); !status.ok())
    return giveUp(status);
  return options.messageFd >= 0 ? runClient(application, options) : runCounsellor(application, options);
}

} // namespace

} // namespace veikart::ui

int main(int argc, char** argv) {
  return veikart::ui::run(argc, argv);
}
