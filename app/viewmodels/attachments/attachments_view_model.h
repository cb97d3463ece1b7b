// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewmodels/attachments/attachable_file.h"
#include "app/viewmodels/attachments/attachment_form.h"
#include "app/viewmodels/attachments/picture.h"
#include "app/viewmodels/attachments/signature_pad.h"
#include "app/viewmodels/shared/app_context.h"
#include "app/viewmodels/shared/row_model.h"
#include "app/viewmodels/shared/sync_view_model.h"

#include <QObject>
#include <QQmlEngine>

#include <functional>
#include <optional>
#include <vector>

namespace veikart::ui {

// What is attached to a case: the list, adding a file or a signature, and looking at one. Content is in memory only
// while it is looked at. GUI thread.
class AttachmentsViewModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the application")
  Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
  Q_PROPERTY(QString name READ name NOTIFY changed FINAL)                // the client's
  Q_PROPERTY(veikart::ui::RowModel* items READ items CONSTANT FINAL)     // title, detail, state (empty: here and sent)
  Q_PROPERTY(veikart::ui::RowModel* files READ files CONSTANT FINAL)     // name, detail: those that can be chosen
  Q_PROPERTY(veikart::ui::AttachmentForm* form READ form CONSTANT FINAL) // while one is described or signed
  Q_PROPERTY(QString fileText READ fileText NOTIFY changed FINAL)        // "IMG_0412.jpg, 2,3 MB"; empty: not of a file
  Q_PROPERTY(QString title READ title NOTIFY changed FINAL)              // of the one that is looked at
  Q_PROPERTY(QString detail READ detail NOTIFY changed FINAL)
  Q_PROPERTY(veikart::ui::Picture* picture READ picture CONSTANT FINAL)
  Q_PROPERTY(QString pictureText READ pictureText NOTIFY changed FINAL) // why there is no picture; else empty
  Q_PROPERTY(QString pageText READ pageText NOTIFY changed FINAL)       // "side 1 av 3"; empty for one page
  Q_PROPERTY(bool hasNextPage READ hasNextPage NOTIFY changed FINAL)
  Q_PROPERTY(bool hasPreviousPage READ hasPreviousPage NOTIFY changed FINAL)
  Q_PROPERTY(bool isReader READ isReader NOTIFY changed FINAL) // a supervisor, who looks only
  Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed FINAL)
  Q_PROPERTY(bool isSearching READ isSearching NOTIFY changed FINAL) // for files
  Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
  Q_PROPERTY(bool isWithClient READ isWithClient NOTIFY changed FINAL) // who writes the name has the tablet in hand
  Q_PROPERTY(QString doneText READ doneText NOTIFY changed FINAL)      // of what was done last; empty: nothing
  Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed FINAL)
  Q_PROPERTY(QString message READ message NOTIFY changed FINAL)

public:
  enum Step { Looking, Choosing, Describing, Signing, Viewing };
  Q_ENUM(Step)

  AttachmentsViewModel(AppContext& context, SyncViewModel& sync);

  Step step() const { return m_step; }
  QString name() const { return m_name; }
  RowModel* items() { return &m_items; }
  RowModel* files() { return &m_files; }
  AttachmentForm* form() { return &m_form; }
  QString fileText() const { return m_fileText; }
  QString title() const;
  QString detail() const;
  Picture* picture() { return &m_picture; }
  QString pictureText() const { return m_pictureText; }
  QString pageText() const;
  bool hasNextPage() const { return m_page + 1 < m_pageCount; }
  bool hasPreviousPage() const { return m_page > 0; }
  bool isReader() const { return m_context.user.role == casework::Role::Supervisor; }
  bool isLoaded() const { return m_isLoaded; }
  bool isSearching() const { return m_isSearching; }
  bool isSaving() const { return m_isSaving; }
  bool isWithClient() const { return m_step == Signing; }
  QString doneText() const { return m_doneText; }
  bool canUndo() const { return !m_removed.isNil(); }
  QString message() const { return m_message; }

  Q_INVOKABLE void chooseFile(); // shows those there are
  Q_INVOKABLE void take(int file);
  Q_INVOKABLE void beginSignature();
  Q_INVOKABLE void open(int item);
  Q_INVOKABLE void turnPage(int by);
  Q_INVOKABLE void edit(); // what is said of the one that is looked at
  Q_INVOKABLE void remove();
  Q_INVOKABLE void undo(); // of the removal
  Q_INVOKABLE void save(); // what is described
  Q_INVOKABLE void saveSignature(veikart::ui::SignaturePad* pad);
  Q_INVOKABLE void back(); // one step, or to the case

signals:
  void changed();

private:
  struct Content;

  void load();
  void show(Content content);
  void showItems();
  void goTo(Step step);
  void describe(const AttachableFile& file, FileContent content);
  void look(); // reads and draws what is looked at
  // `removed`: the attachment that the work removes, which can be undone.
  void write(std::function<Status(store::CaseStore&)> work, const QString& done, const Uuid& removed = {});
  void add(const Bytes& content, const QString& done);
  const casework::Attachment& opened() const { return m_opened.attachment; }

  AppContext& m_context;
  RowModel m_items, m_files;
  AttachmentForm m_form;
  Picture m_picture;
  std::vector<store::AttachmentEntry> m_entries; // behind the items
  std::vector<casework::StaffMember> m_staff;
  std::vector<AttachableFile> m_found; // behind the files
  store::AttachmentEntry m_opened;     // the one that is looked at
  Bytes m_chosen;                      // what the file holds that is described
  QString m_name, m_fileText, m_pictureText, m_doneText, m_message;
  Uuid m_removed;
  Step m_step = Looking;
  int m_visit = 0; // counts the comings up of the page and of its steps
  int m_page = 0, m_pageCount = 1;
  bool m_isLoaded = false;
  bool m_isSearching = false;
  bool m_isSaving = false;
};

} // namespace veikart::ui
