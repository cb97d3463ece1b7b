// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Veikart.Controls
import Veikart.Pages.Entry
import Veikart.Pages.FollowUp
import Veikart.Pages.Mapping
import Veikart.Theme
import Veikart.ViewModels.Application
import Veikart.ViewModels.Shared

// The counsellor's and the supervisor's window: the strip that says these are practice data, and one page under it.
Window {
    id: root

    required property ApplicationViewModel app

    function pageFor(page: int): Component {
        switch (page) {
        case Navigator.FirstRun: return firstRun;
        case Navigator.Unlock: return unlock;
        case Navigator.MappingStart: return mappingStart;
        case Navigator.TabletReturned: return tabletReturned;
        case Navigator.Conversation: return conversation;
        case Navigator.Conclusion: return conclusion;
        case Navigator.Confirm: return confirm;
        case Navigator.MappingReader: return reader;
        case Navigator.LogContact: return contact;
        default: return office;
        }
    }

    width: Screen.desktopAvailableWidth
    height: Screen.desktopAvailableHeight
    visible: true
    visibility: Window.Maximized
    title: qsTr("Veikart", "window title")
    color: Theme.surface
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PracticeBanner {}

        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            sourceComponent: root.pageFor(root.app.navigator.page)
        }
    }

    // Qt 6.4 has no Loader for bound components, and without the pragma qmllint can't follow `root` into these.
    // qmllint disable unqualified
    Component { id: firstRun; FirstRunPage { model: root.app.firstRun } }
    Component { id: unlock; UnlockPage { model: root.app.unlock } }
    Component { id: office; OfficeFrame { app: root.app } }
    Component { id: mappingStart; MappingStartPage { model: root.app.mappingStart } }
    Component { id: tabletReturned; TabletReturnedPage { model: root.app.tabletReturned } }
    Component { id: conversation; ConversationPage { model: root.app.conversation } }
    Component { id: conclusion; ConclusionPage { model: root.app.conclusion } }
    Component { id: confirm; ConfirmPage { model: root.app.confirm } }
    Component { id: reader; MappingReaderPage { model: root.app.reader } }
    Component { id: contact; LogContactPage { model: root.app.contact } }
    // qmllint enable unqualified
}
