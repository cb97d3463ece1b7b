// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Pages.Office
import Veikart.Pages.Supervisor
import Veikart.ViewModels.Application
import Veikart.ViewModels.Shared

// The pages that stand beside the side bar, which tells at all times how things stand with the office.
AppFrame {
    id: root

    required property ApplicationViewModel app

    readonly property int currentPage: app.navigator.page

    function pageFor(page: int): Component {
        switch (page) {
        case Navigator.Caseload: return caseload;
        case Navigator.NewClient: return newClient;
        case Navigator.CasePage: return casePage;
        case Navigator.Supervisor: return supervisor;
        case Navigator.Settings: return settings;
        default: return appointments;
        }
    }

    function toneFor(tone: int): int {
        switch (tone) {
        case SyncViewModel.Good: return SideBar.Success;
        case SyncViewModel.Attention: return SideBar.Warning;
        default: return SideBar.Neutral;
        }
    }

    title: qsTr("Veikart")
    personName: app.userName
    personDetail: app.userDetail
    status: app.sync.headline
    statusDetail: app.sync.detail
    statusTone: toneFor(app.sync.tone)

    entries: [
        SideBarItem {
            visible: root.app.isSupervisor
            text: qsTr("Kommet inn")
            selected: root.currentPage === Navigator.Supervisor
            onActivated: root.app.showSupervisor()
        },
        SideBarItem {
            visible: !root.app.isSupervisor
            text: qsTr("Brukere")
            selected: root.currentPage === Navigator.Caseload || root.currentPage === Navigator.CasePage || root.currentPage === Navigator.NewClient
            onActivated: root.app.showCaseload()
        },
        SideBarItem {
            visible: !root.app.isSupervisor
            text: qsTr("Avtaler")
            selected: root.currentPage === Navigator.Appointments
            onActivated: root.app.showAppointments()
        },
        SideBarItem {
            text: qsTr("Innstillinger")
            selected: root.currentPage === Navigator.Settings
            onActivated: root.app.showSettings()
        }
    ]

    Loader {
        Layout.fillWidth: true
        Layout.fillHeight: true
        focus: true
        sourceComponent: root.pageFor(root.currentPage)
    }

    // Qt 6.4 has no Loader for bound components, and without the pragma qmllint can't follow `root` into these.
    // qmllint disable unqualified
    Component { id: caseload; CaseloadPage { model: root.app.caseload } }
    Component { id: appointments; AppointmentsPage { model: root.app.appointments } }
    Component { id: newClient; NewClientPage { model: root.app.newClient } }
    Component { id: casePage; CasePage { model: root.app.caseFile } }
    Component { id: supervisor; SupervisorPage { model: root.app.supervisor } }
    Component {
        id: settings

        SettingsPage {
            sync: root.app.sync
            onLockRequested: root.app.lock()
        }
    }
    // qmllint enable unqualified
}
