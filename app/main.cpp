// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "app/forms/questionnaire.h"
#include "app/store/session_store.h"
#include "app/viewmodels/application/app_window.h"
#include "app/viewmodels/application/application_view_model.h"
#include "app/viewmodels/client/survey_view_model.h"
#include "platform/crypto/crypto.h"
#include "platform/os/core_dumps.h"
#include "platform/os/folder_lock.h"
#include "platform/os/process.h"
#include "sync/client/parcel_courier.h"

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
  std::filesystem::path dataFolder;
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
      {QStringLiteral("data"), QStringLiteral("Folder of this user's store."), QStringLiteral("folder")},
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

// The arguments with which the process that follows finds the same folders.
std::vector<std::string> argumentsFor(const Options& options) {
  std::vector<std::string> arguments = {"--data", options.dataFolder.string()};
  if (!options.practicePaperFolder.empty())
    arguments.insert(arguments.end(), {"--practice-paper", options.practicePaperFolder.string()});
  return arguments;
}

// `next`: what is likely to follow, read while the first page is looked at.
int show(QGuiApplication& application, const QString& file, const QVariantMap& properties, const QStringList& next) {
  AppWindow window;
  window.prepare(QStringList{file} + next);
  return window.show(file, properties) ? application.exec() : giveUp(Status::internal("the window did not load"));
}

// Two processes that write to one store would number their writes alike.
Result<FolderLock> takeFolder(const DeviceFolder& folder) {
  RETURN_IF_ERROR(folder.makeFolders());
  return FolderLock::take(folder.root());
}

// The client's process: it knows the session's key and the form, and nothing else.
int runClient(QGuiApplication& application, const Options& options) {
  const auto returnToCounsellor = [&] { std::exit(giveUp(replaceProcess(executablePath(), argumentsFor(options)))); };
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
  const DeviceFolder folder(options.dataFolder);
  const Result<FolderLock> lock = takeFolder(folder);
  if (!lock.ok())
    return backToPin(lock.status());
  const SystemClock clock;
  const sync::ParcelCourier courier(folder.parcels(), clock); // of what the counsellor had not sent
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

int runCounsellor(QGuiApplication& application, const Options& options) {
  const SystemClock clock;
  const DeviceFolder folder(options.dataFolder);
  const sync::ParcelFolder parcels(folder.parcels());
  const Result<FolderLock> lock = takeFolder(folder);
  StoreQueue store;
  Navigator navigator;
  SyncViewModel sync(store, clock);
  AppContext context{clock, store, navigator, {}, {}, {}, {}};
  std::unique_ptr<sync::ParcelCourier> courier; // while the PIN page is shown
  const auto packUnsent = [&] {
    store
        .keep([&parcels, enrolment = std::exchange(context.enrolment, {})](store::CaseStore& cases) {
          return parcels.pack(cases.replica(), enrolment);
        })
        .then(&application, [](const Status& packed) {
          if (!packed.ok())
            complain(packed);
        });
  };
  const auto closeStore = [&](std::function<void()> then) {
    sync.stop();
    packUnsent();
    store.close().then(&application, [then = std::move(then)](const Status&) { then(); });
  };
  context.lock = [&] { closeStore([&] { navigator.restart(Navigator::Unlock); }); };
  context.handOver = [&](const ClientBrief& brief) {
    auto message = std::make_shared<SecretBytes>(toMessage(brief));
    closeStore([&, message] {
      complain(replaceProcess(executablePath(), argumentsFor(options), *message));
      navigator.restart(Navigator::Unlock); // the window would vanish in the client's hands
    });
  };
  QObject::connect(&navigator, &Navigator::changed, &application, [&] {
    if (navigator.page() != Navigator::Unlock)
      courier.reset();
    else if (!courier)
      courier = std::make_unique<sync::ParcelCourier>(folder.parcels(), clock);
  });
  ApplicationViewModel app(context, sync, folder, options.offerFile, options.practicePaperFolder, lock.status());
  if (lock.ok())
    navigator.restart(folder.isEnrolled() ? Navigator::Unlock : Navigator::FirstRun);
  else
    navigator.restart(Navigator::CannotStart);
  const int exitCode =
      show(application, QStringLiteral("Shell/MainWindow.qml"), {{QStringLiteral("app"), QVariant::fromValue(&app)}},
           {QStringLiteral("Entry/UnlockPage.qml"), QStringLiteral("Shell/OfficeFrame.qml"),
            QStringLiteral("Office/CaseloadPage.qml"), QStringLiteral("Office/AppointmentsPage.qml")});
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
