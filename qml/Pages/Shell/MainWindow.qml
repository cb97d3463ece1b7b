// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Application
import Veikart.ViewModels.Shared

// The counsellor's and the supervisor's window: the strip that says these are practice data, and one page under it.
Window {
    id: root

    required property ApplicationViewModel app

    // Pages are named by address, so that starting reads only the one that is shown.
    function show(page: int): void {
        switch (page) {
        case Navigator.CannotStart: return pages.open("Shell/CannotStartPage.qml", root.app);
        case Navigator.Leaving: return pages.clear();
        case Navigator.Joining: return pages.open("Entry/JoiningPage.qml", root.app.joining);
        case Navigator.Unlock: return pages.open("Entry/UnlockPage.qml", root.app.unlock);
        case Navigator.ChooseUser: return pages.open("Entry/ChooseUserPage.qml", root.app.users);
        case Navigator.LeaseOver: return pages.open("Entry/LeaseOverPage.qml", root.app.sync);
        case Navigator.ShutOut: return pages.open("Entry/ShutOutPage.qml", root.app);
        case Navigator.ChangeLock: return pages.open("Entry/ChangeLockPage.qml", root.app.changeLock);
        case Navigator.MappingStart: return pages.open("Mapping/MappingStartPage.qml", root.app.mappingStart);
        case Navigator.TabletReturned: return pages.open("Mapping/TabletReturnedPage.qml", root.app.tabletReturned);
        case Navigator.Conversation: return pages.open("Mapping/ConversationPage.qml", root.app.conversation);
        case Navigator.Conclusion: return pages.open("Mapping/ConclusionPage.qml", root.app.conclusion);
        case Navigator.Confirm: return pages.open("Mapping/ConfirmPage.qml", root.app.confirm);
        case Navigator.MappingReader: return pages.open("Mapping/MappingReaderPage.qml", root.app.reader);
        case Navigator.LogContact: return pages.open("FollowUp/LogContactPage.qml", root.app.contact);
        case Navigator.TwoVersions: return pages.open("Review/TwoVersionsPage.qml", root.app.twoVersions);
        default: return pages.open("Shell/OfficeFrame.qml", root.app);
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

        PracticeBanner {
            visible: root.app.isPractice
        }

        PageLoader {
            id: pages
        }
    }

    // Said over every page, and gone at the first touch.
    Notice {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceXl
        width: Math.min(parent.width - 2 * Theme.spaceXl, Theme.columnWidth)
        text: root.app.autoLock.warning
        tone: Notice.Warning
        visible: text.length > 0
        z: 1
    }
    // What a task switcher shows of a window that was left.
    Rectangle {
        anchors.fill: parent
        color: Theme.surface
        visible: root.app.autoLock.covers
        z: 2

        HeadingText {
            anchors.centerIn: parent
            text: qsTr("Veikart", "window title")
        }
    }

    Binding {
        target: Theme
        property: "textScale"
        value: root.app.settings.textScale
    }
    Connections {
        target: root.app.navigator

        function onChanged(): void {
            root.show(root.app.navigator.page);
        }
    }

    Component.onCompleted: root.show(root.app.navigator.page)
}
